/**
 * The result as Python gives it, put on the page: diagram, table, findings, suggestions.
 */

import { drawing } from "../../common/drawing.js";
import { answeringFor } from "../../common/framework.js";
import { copyOf, fill, part, parts, show } from "../../common/parts.js";
import { showToolLinks } from "../../common/tool_links.js";
import { COUNTS_WITHOUT_MARK, LAYOUTS, MARKED } from "../../contract.js";
import { answerText } from "../answer_text.js";

/**
 * @typedef {import("../../contract.js").Response} Response
 * @typedef {import("../../contract.js").Framework} Framework
 * @typedef {import("../../common/words.js").Words} Words
 *
 * @typedef {import("../../contract.js").Result} Result
 * @typedef {import("../../contract.js").ResultRow} Row
 * @typedef {import("../../contract.js").Suggestion} Suggestion
 */

/** What a suggestion says of an enabler without a mark. @type {Record<string, string>} */
const YOUR_ANSWER = {
  "not-sure": "assess.your_not_sure",
  unanswered: "assess.your_unanswered",
};

/**
 * Show a result in place of the one before.
 * @param {HTMLElement} root
 * @param {Result} result
 * @param {Response} response the answers it was made from
 * @param {Framework} framework
 * @param {Words} words
 */
export function showResult(root, result, response, framework, words) {
  const rows = new Map(result.rows.map((row) => [row.enabler, row]));
  fill(root, "about", aboutLine(result, response, framework, words));
  for (const layout of LAYOUTS) {
    part(root, `radar-${layout}`, HTMLElement).replaceChildren(drawing(result.radar[layout]));
  }
  showTable(root, result.rows, words);
  const { stands_out, less_present, not_scored } = result;
  showFinding(root, "stands_out", stands_out, result.stands_out_total, rows, words);
  showFinding(root, "less_present", less_present, result.less_present_total, rows, words);
  const without = not_scored.map(({ enabler }) => enabler);
  showFinding(root, "not_scored", without, without.length, rows, words);
  for (const name of ["stands_out", "less_present"]) {
    fill(part(root, name, HTMLElement), "none", words.say(whyNone(result, name)));
  }
  showSuggestions(root, result.suggestions, framework, words);
  show(root, "result-body", true);
}

/**
 * @param {Result} result
 * @param {string} name of a list of enablers that may be empty
 * @returns {string} the words that say why it is
 */
function whyNone({ all_equal, too_few }, name) {
  if (all_equal) return "assess.all_equal";
  return too_few ? "assess.too_few" : `assess.${name}_none`;
}

/**
 * @param {Result} result
 * @param {Response} response
 * @param {Framework} framework
 * @param {Words} words
 */
function aboutLine({ counts }, response, framework, words) {
  const states = /** @type {const} */ ([MARKED, ...COUNTS_WITHOUT_MARK]);
  return [
    answeringFor(framework, response.point_of_view, words),
    response.group && words.say("assess.replace_group", { group: response.group }),
    response.date && words.say("assess.dated", { date: words.date(response.date) }),
    ...states.map((state) => counts[state] && words.say(`assess.counts_${state}`, { count: counts[state] })),
  ]
    .filter(Boolean)
    .join(" · ");
}

/**
 * @param {HTMLElement} root
 * @param {Row[]} rows
 * @param {Words} words
 */
function showTable(root, rows, words) {
  for (const level of parts(root, "result-level")) {
    level.querySelectorAll("tr:not(.assess-table__group)").forEach((old) => old.remove());
    for (const row of rows.filter((row) => row.level === level.dataset.level)) {
      const copy = copyOf(root, "result-row");
      fill(copy, "number", String(row.number));
      fillLink(copy, row.title, row.url);
      fill(copy, "note", row.note);
      show(copy, "note-line", Boolean(row.note));
      part(copy, "answer", HTMLElement).append(markElement(root, row, words));
      level.append(copy);
    }
  }
}

/**
 * @param {HTMLElement} root
 * @param {Row} row
 * @param {Words} words
 * @returns {Node}
 */
function markElement(root, row, words) {
  if (row.mark === null) return document.createTextNode(answerText(row, words));
  const copy = copyOf(root, "mark");
  fill(copy, "number", String(row.mark));
  fill(copy, "label", row.label);
  return copy;
}

/**
 * @param {HTMLElement} root
 * @param {string} name
 * @param {string[]} enablers those to name
 * @param {number} total how many there are, named or not
 * @param {Map<string, Row>} rows
 * @param {Words} words
 */
function showFinding(root, name, enablers, total, rows, words) {
  const box = part(root, name, HTMLElement);
  const items = enablers.flatMap((id) => {
    const row = rows.get(id);
    if (!row) return [];
    const copy = copyOf(root, "finding");
    fillLink(copy, row.title, row.url);
    fill(copy, "answer", answerText(row, words));
    return [copy];
  });
  part(box, "list", HTMLElement).replaceChildren(...items);
  const unnamed = total - items.length;
  fill(box, "more", words.say("assess.and_more", { count: unnamed }));
  show(box, "more", unnamed > 0);
  show(box, "some", items.length > 0);
  show(box, "none", items.length === 0);
}

/**
 * @param {HTMLElement} root
 * @param {Suggestion[]} suggestions
 * @param {Framework} framework
 * @param {Words} words
 */
function showSuggestions(root, suggestions, framework, words) {
  const cards = suggestions.map((suggestion) => {
    const copy = copyOf(root, "suggestion");
    fillLink(copy, suggestion.title, suggestion.url);
    const { points } = framework.scale;
    const { mark, state } = suggestion;
    fill(copy, "mark", words.say(YOUR_ANSWER[state] ?? "assess.your_mark", { mark, points }));
    show(copy, "question-part", Boolean(suggestion.question));
    fill(copy, "question", suggestion.question ?? "");
    show(copy, "shift-part", Boolean(suggestion.shift));
    fill(copy, "from", suggestion.shift?.from ?? "");
    fill(copy, "to", suggestion.shift?.to ?? "");
    show(copy, "cases-part", suggestion.case_studies.length > 0);
    part(copy, "cases", HTMLElement).append(
      ...suggestion.case_studies.map((study) => {
        const item = copyOf(root, "case");
        fillLink(item, study.title, study.url);
        fill(item, "place", study.place);
        return item;
      }),
    );
    showToolLinks(copy, suggestion.tools);
    return copy;
  });
  part(root, "suggestions", HTMLElement).replaceChildren(...cards);
  show(root, "suggestions-some", cards.length > 0);
  show(root, "suggestions-none", cards.length === 0);
}

/**
 * @param {ParentNode} copy
 * @param {string} text
 * @param {string} url
 */
function fillLink(copy, text, url) {
  const link = part(copy, "link", HTMLAnchorElement);
  link.textContent = text;
  link.href = url;
}
