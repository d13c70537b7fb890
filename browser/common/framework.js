/**
 * The framework as a page has it, and what files and lines of text say of it.
 */

/**
 * @typedef {import("./words.js").Words} Words
 * @typedef {import("../contract.js").Framework} Framework
 */

/**
 * @param {Framework} framework
 * @returns {import("../contract.js").FrameworkNamed} what a file says of the framework that it belongs to
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
