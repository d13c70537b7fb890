/**
 * The framework as a page has it, and what files and lines of text say of it.
 */

/**
 * @typedef {import("./words.js").Words} Words
 *
 * @typedef {object} Enabler
 * @property {string} id
 * @property {number} number
 * @property {string} title
 * @property {string} short_title
 * @property {string} level
 *
 * @typedef {object} Framework
 * @property {string} id
 * @property {string} version
 * @property {{points: number, labels: string[]}} scale
 * @property {{id: string, title: string}[]} points_of_view
 * @property {{id: string, title: string}[]} levels
 * @property {Enabler[]} enablers
 *
 * @typedef {{mark?: number, state?: string, note?: string}} Answer
 *
 * @typedef {object} Response one person's answers, as `mainstream.response` has them
 * @property {string} format
 * @property {number} format_version
 * @property {{id: string, version: string, points?: number}} framework
 * @property {string | null} point_of_view
 * @property {string} [group]
 * @property {string | null} date
 * @property {number} [tag] tells two people's equal answers from one person's given twice
 * @property {Record<string, Answer>} answers
 */

/**
 * @param {Framework} framework
 * @returns {{id: string, version: string, points: number}} what a file says of the framework that it belongs to
 */
export function named({ id, version, scale }) {
  return { id, version, points: scale.points };
}

/**
 * @param {Framework} framework
 * @param {string | null} pointOfView its id
 * @param {Words} words
 * @returns {string} for what somebody answers; empty where that is not said
 */
export function answeringFor(framework, pointOfView, words) {
  const view = framework.points_of_view.find(({ id }) => id === pointOfView);
  return view ? `${words.say("assess.answering_for")} ${view.title}` : "";
}

/**
 * @param {{date: string, point_of_view: string}} session
 * @param {Framework} framework
 * @param {Words} words
 * @returns {string} the session's date and point of view, where they are set
 */
export function sessionLine({ date, point_of_view }, framework, words) {
  return [date && words.date(date), answeringFor(framework, point_of_view, words)].filter(Boolean).join(" · ");
}
