/**
 * A comparison in tables: all enablers, groups side by side, and two dates side by side.
 */

import { drawing } from "../../common/drawing.js";
import { element, headCell } from "../../common/elements.js";
import { copyOf, fill, part, parts, show } from "../../common/parts.js";
import { LAYOUTS, MOST_GROUPS_DRAWN } from "../../contract.js";
import { showWord } from "../agreement.js";

/**
 * @typedef {import("../../contract.js").Brief} Brief
 * @typedef {import("../../contract.js").Comparison} Comparison
 * @typedef {import("../../contract.js").ComparisonRow} Row
 * @typedef {import("../../contract.js").Workshop} Workshop
 * @typedef {import("../../common/words.js").Words} Words
 */

/**
 * @param {HTMLElement} root
 * @param {Row[]} rows
 * @param {Words} words
 */
export function showTable(root, rows, words) {
  for (const level of parts(root, "compare-level")) {
    const [heading] = level.children;
    const lines = rows
      .filter((row) => row.level === level.dataset.level)
      .map((row) => {
        const line = copyOf(root, "compare-row");
        fill(line, "number", String(row.number));
        const link = part(line, "link", HTMLAnchorElement);
        link.textContent = row.title;
        link.href = row.url;
        fill(line, "middle", row.marked ? row.median_text : words.say("session.no_marks"));
        fill(line, "range", rangeText(row, words));
        showWord(line, row.word, words);
        return line;
      });
    level.replaceChildren(...(heading ? [heading] : []), ...lines);
  }
}

/**
 * @param {HTMLElement} root
 * @param {Comparison} comparison
 * @param {Words} words
 */
export function showGroups(root, { groups, rows, people: all }, words) {
  show(root, "groups", groups !== null);
  if (!groups) return;
  const { names, people, radar, by, everyone = null } = groups;
  fill(root, "groups-title", words.say(by === "point-of-view" ? "session.groups_views" : "session.groups"));
  const drawn = Math.min(names.length, MOST_GROUPS_DRAWN);
  const texts = [
    words.say("session.groups_text"),
    ...hiddenTexts(groups, words),
    names.length > drawn && words.say("session.groups_first", { count: drawn }),
  ];
  fill(root, "groups-text", texts.filter(Boolean).join(" "));
  for (const layout of LAYOUTS) {
    const place = part(root, `groups-radar-${layout}`, HTMLElement);
    place.replaceChildren(...(radar ? [drawing(radar[layout])] : []));
  }
  show(root, "groups-save", radar !== null);
  const heads = names.map((name, index) => words.say("session.group_head", { name, count: people[index] }));
  if (everyone) heads.push(words.say("session.group_head", { name: words.say("session.everyone"), count: all }));
  showHeads(root, "groups-head", heads, words);
  part(root, "groups-rows", HTMLElement).replaceChildren(
    ...rows.map((row) =>
      lineOf(
        row,
        [...(groups.rows[row.enabler] ?? []), ...(everyone?.[row.enabler] ? [everyone[row.enabler]] : [])].map(
          (brief) => (brief ? briefText(brief, words) : ""),
        ),
      ),
    ),
  );
}

/**
 * @param {import("../../contract.js").GroupsDrawn} groups
 * @param {Words} words
 * @returns {string[]} which of them are not shown on their own, a sentence for each reason
 */
function hiddenTexts({ hidden, why = {} }, words) {
  /** @type {Map<string, string[]>} */
  const byReason = new Map();
  for (const name of hidden) {
    const reason = why[name] ?? "few-in";
    byReason.set(reason, [...(byReason.get(reason) ?? []), name]);
  }
  return [...byReason].map(([reason, names]) =>
    words.say(`session.hidden_${reason}`, { count: names.length, names: names.join(", ") }),
  );
}

/**
 * @param {HTMLElement} root
 * @param {Comparison} comparison
 * @param {Workshop} workshop that is compared with an earlier one
 * @param {Words} words
 */
export function showEarlier(root, { earlier, rows, people }, workshop, words) {
  show(root, "earlier", earlier !== null);
  if (!earlier) return;
  const isEmpty = Object.keys(earlier.rows).length === 0;
  show(root, "earlier-why", isEmpty || !earlier.whole);
  fill(root, "earlier-why", words.say(isEmpty ? "session.earlier_few" : "session.earlier_close"));
  const called = (/** @type {{title: string, date: string}} */ { title, date }) =>
    [title, date && words.date(date)].filter(Boolean).join(", ") || words.say("session.untitled");
  fill(root, "earlier-about", words.say("session.earlier_about", { before: earlier.people, now: people }));
  const heads = [
    words.say("session.group_head", { name: called(earlier), count: earlier.people }),
    words.say("session.group_head", { name: called(workshop), count: people }),
  ];
  showHeads(root, "earlier-head", heads, words);
  part(root, "earlier-rows", HTMLElement).replaceChildren(
    ...rows.map((row) => {
      const before = earlier.rows[row.enabler];
      const now = earlier.whole ? row : { ...row, counts: undefined };
      return lineOf(row, [before ? wholeText(before, words) : "", wholeText(now, words)]);
    }),
  );
}

/**
 * @param {Row} row
 * @param {Words} words
 */
function rangeText({ lowest, highest }, words) {
  if (lowest === null || highest === null) return "";
  if (lowest === highest) return words.say("session.range_one", { lowest });
  return words.say("session.range_text", { lowest, highest });
}

/**
 * @param {Brief} brief
 * @param {Words} words
 */
function briefText({ marked, median_text, word }, words) {
  if (!marked) return words.say("session.no_marks");
  return [median_text, word && words.say(`session.word_${word}`)].filter(Boolean).join(" · ");
}

/**
 * The middle and the whole distribution, so that neither stands alone.
 * @param {Brief} brief
 * @param {Words} words
 */
function wholeText(brief, words) {
  const each = (brief.counts?.marks ?? [])
    .map((count, index) => count > 0 && words.say("session.times", { mark: index + 1, count }))
    .filter(Boolean);
  return [briefText(brief, words), each.join(", ")].filter(Boolean).join(" — ");
}

/**
 * @param {HTMLElement} root
 * @param {string} name
 * @param {string[]} heads of the columns next to the enablers'
 * @param {Words} words
 */
function showHeads(root, name, heads, words) {
  const all = [words.say("assess.check_enabler"), ...heads];
  part(root, name, HTMLElement).replaceChildren(...all.map((head) => headCell(head, "col")));
}

/**
 * @param {Row} row
 * @param {string[]} texts
 */
function lineOf({ number, title }, texts) {
  const line = element("tr");
  line.replaceChildren(headCell(`${number} ${title}`, "row"), ...texts.map((text) => element("td", text)));
  return line;
}
