/**
 * Each enabler's answers, drawn and counted, in the order in which to talk about them.
 */

import { drawing } from "../../common/drawing.js";
import { element, headCell, items } from "../../common/elements.js";
import { copyOf, fill, part, parts, show } from "../../common/parts.js";
import { showToolLinks } from "../../common/tool_links.js";
import { showWord } from "../agreement.js";
import { rowsToTalkAbout } from "./comparison.js";

/**
 * @typedef {import("../../contract.js").Framework} Framework
 * @typedef {import("../../contract.js").Comparison} Comparison
 * @typedef {import("../../contract.js").ComparisonRow} Row
 * @typedef {import("../../common/words.js").Words} Words
 */

/**
 * Name what to talk about first.
 * @param {HTMLElement} root
 * @param {Comparison} comparison
 * @param {Words} words
 */
export function showOrder(root, comparison, words) {
  part(root, "order", HTMLElement).replaceChildren(
    ...rowsToTalkAbout(comparison).map((row) => {
      const item = copyOf(root, "order-item");
      const link = part(item, "link", HTMLAnchorElement);
      link.textContent = `${row.number} ${row.title}`;
      link.href = "#compare"; // the views' own links stay within the page
      link.addEventListener("click", (event) => {
        event.preventDefault();
        const title = document.getElementById(plotId(row));
        title?.scrollIntoView({ block: "start" });
        title?.focus({ preventScroll: true });
      });
      showWord(item, row.word, words);
      fill(item, "why", aboutLine(row, words));
      return item;
    }),
  );
}

/**
 * @param {HTMLElement} root
 * @param {Comparison} comparison
 * @param {Framework} framework
 * @param {Words} words
 */
export function showPlots(root, comparison, framework, words) {
  part(root, "plots", HTMLElement).replaceChildren(
    ...rowsToTalkAbout(comparison).map((row) => {
      const plot = copyOf(root, "plot");
      const title = part(plot, "plot-title", HTMLElement);
      title.id = plotId(row);
      title.textContent = `${row.number} ${row.title}`;
      showWord(plot, row.word, words);
      fill(plot, "about", aboutLine(row, words));
      part(plot, "drawing", HTMLElement).replaceChildren(drawing(row.plot));
      const own = comparison.own?.[row.enabler];
      show(plot, "own", own !== undefined);
      if (own) fill(plot, "own", words.say("session.own_is", { answer: own }));
      const notes = row.notes ?? [];
      show(plot, "noted", notes.length > 0);
      part(plot, "notes", HTMLElement).replaceChildren(...items(notes));
      showToolLinks(plot, row.tools);
      showDistribution(plot, row, framework, words);
      return plot;
    }),
  );
}

/** @param {Row} row */
function plotId({ enabler }) {
  return `plot-${enabler}`;
}

/**
 * @param {Row} row
 * @param {Words} words
 * @returns {string} its middle mark, and how many gave one or none
 */
export function aboutLine({ marked, median_text, counts }, words) {
  const say = (/** @type {string} */ key, /** @type {Record<string, unknown>} */ values) =>
    words.say(`session.${key}`, values);
  return [
    marked > 0 && say("middle_is", { middle: median_text }),
    say("marks_count", { count: marked }),
    counts.not_sure > 0 && say("not_sure_count", { count: counts.not_sure }),
    counts.does_not_apply > 0 && say("does_not_apply_count", { count: counts.does_not_apply }),
    counts.unanswered > 0 && say("unanswered_count", { count: counts.unanswered }),
  ]
    .filter(Boolean)
    .join(" · ");
}

/**
 * @param {ParentNode} plot
 * @param {Row} row
 * @param {Framework} framework
 * @param {Words} words
 */
function showDistribution(plot, { title, enabler, counts, agreement }, framework, words) {
  part(plot, "distribution-box", HTMLElement).setAttribute("aria-label", title);
  fill(plot, "distribution-caption", words.say("session.distribution", { title }));
  const heads = [
    ...framework.scale.labels.map((label, index) => `${index + 1} ${label}`),
    words.say("assess.not_sure"),
    words.say("assess.does_not_apply"),
    words.say("assess.not_answered"),
  ];
  part(plot, "distribution-head", HTMLElement).replaceChildren(...heads.map((text) => headCell(text, "col")));
  const values = [...counts.marks, counts.not_sure, counts.does_not_apply, counts.unanswered];
  const line = element("tr");
  line.replaceChildren(...values.map((value) => element("td", String(value))));
  part(plot, "distribution", HTMLElement).replaceChildren(line);
  for (const button of parts(plot, "export")) {
    button.dataset.enabler = enabler;
    button.setAttribute("aria-label", `${button.textContent}: ${title}`);
  }
  const value = agreement === null ? "" : words.number(agreement);
  fill(plot, "agreement", value && words.say("session.agreement", { value }));
}
