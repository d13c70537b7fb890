/**
 * Every answer at a glance: the list next to the questions, and the table of the check page.
 */

import { copyOf, fill, part, parts, show } from "../../common/parts.js";
import { textOf } from "../answer_text.js";
import { countAnswered, isChosen, POINT_OF_VIEW } from "../answers.js";

/**
 * @typedef {import("../../contract.js").Framework} Framework
 * @typedef {import("../../contract.js").Response} Response
 * @typedef {import("../../common/words.js").Words} Words
 */

/** Where the list of enablers stands next to the questions; `assess.css` says the same. */
const WIDE = "(min-width: 60em)";

/**
 * Fold the list where it has no room next to the questions.
 * @param {HTMLElement} root
 */
export function foldProgress(root) {
  const wide = matchMedia(WIDE);
  const box = part(root, "progress-box", HTMLDetailsElement);
  const fit = () => (box.open = wide.matches);
  wide.addEventListener("change", fit);
  fit();
}

/**
 * @param {HTMLElement} root
 * @param {Response} response
 * @param {Framework} framework
 * @param {Words} words
 */
export function showProgress(root, response, framework, words) {
  const total = framework.enablers.length;
  const count = countAnswered(response, framework);
  fill(root, "progress-count", words.say("assess.progress_count", { count, total }));
  part(root, "progress-fill", HTMLElement).style.inlineSize = `${(100 * count) / total}%`;
  for (const link of root.querySelectorAll("nav a[data-step]")) {
    if (!(link instanceof HTMLElement)) continue;
    const question = link.dataset.step ?? "";
    const answered = isChosen(response, question);
    link.classList.toggle("is-answered", answered);
    fill(link, "state", stateText(response, question, framework, words));
  }
}

/**
 * @param {HTMLElement} root
 * @param {Response} response
 * @param {Framework} framework
 * @param {Words} words
 */
export function showCheck(root, response, framework, words) {
  const blank = framework.enablers.length - countAnswered(response, framework);
  const summary = blank ? words.say("assess.check_blank", { count: blank }) : words.say("assess.check_full");
  fill(root, "check-summary", summary);
  const row = (/** @type {string} */ question, /** @type {string} */ title, number = "") => {
    const copy = copyOf(root, "check-row");
    fill(copy, "number", number);
    fill(copy, "title", title);
    fill(copy, "answer", stateText(response, question, framework, words));
    const note = response.answers[question]?.note ?? "";
    fill(copy, "note", note);
    show(copy, "note-line", note !== "");
    const change = part(copy, "change", HTMLAnchorElement);
    change.href = `#${question}`;
    change.dataset.step = question;
    change.dataset.returning = "yes";
    change.setAttribute("aria-label", words.say("assess.check_change_label", { title }));
    return copy;
  };
  part(root, "check-view", HTMLElement).replaceChildren(row(POINT_OF_VIEW, words.say("assess.point_of_view_short")));
  for (const level of parts(root, "check-level")) {
    level.querySelectorAll("tr:not(.assess-table__group)").forEach((old) => old.remove());
    const enablers = framework.enablers.filter((enabler) => enabler.level === level.dataset.level);
    level.append(...enablers.map(({ id, number, title }) => row(id, title, String(number))));
  }
}

/**
 * @param {Response} response
 * @param {string} question
 * @param {Framework} framework
 * @param {Words} words
 * @returns {string} what is chosen there, in words
 */
function stateText({ answers, point_of_view }, question, framework, words) {
  if (question === POINT_OF_VIEW) {
    const view = framework.points_of_view.find(({ id }) => id === point_of_view);
    return view?.title ?? words.say("assess.not_chosen");
  }
  return textOf(answers[question], framework, words);
}
