/**
 * One person's answers, as the form shows them and as `mainstream.response` writes them.
 */

import { choiceOf } from "../common/answer.js";
import { named } from "../common/framework.js";
import { RESPONSE_FORMAT, RESPONSE_VERSION, STATES_WITHOUT_MARK } from "../contract.js";

/**
 * @typedef {import("../contract.js").Framework} Framework
 * @typedef {import("../contract.js").Response} Response
 */

/** The name of the question that is not about an enabler. */
export const POINT_OF_VIEW = "point-of-view";

/**
 * @param {Framework} framework
 * @returns {Response} nothing answered
 */
export function noAnswers(framework) {
  return {
    format: RESPONSE_FORMAT,
    format_version: RESPONSE_VERSION,
    framework: named(framework),
    point_of_view: null,
    date: null,
    answers: {},
  };
}

/**
 * Whether data is what this page itself writes for this framework. Anything else is for Python to
 * read, which can say what is wrong with it.
 * @param {unknown} data
 * @param {Framework} framework
 * @returns {data is Response}
 */
export function isOwnResponse(data, framework) {
  if (!isRecord(data) || !isRecord(data.framework) || !isRecord(data.answers)) return false;
  const { answers } = data;
  return (
    data.format === RESPONSE_FORMAT &&
    data.format_version === RESPONSE_VERSION &&
    data.framework.id === framework.id &&
    typeof data.framework.version === "string" &&
    isTextOrNull(data.point_of_view) &&
    isTextOrNull(data.date) &&
    (data.group === undefined || typeof data.group === "string") &&
    framework.enablers.every(({ id }) => isAnswer(answers[id], framework.scale.points))
  );
}

/**
 * Whether there is more to say of kept answers than the form can show: they come from another
 * version of the framework, or answer enablers that this one does not have.
 * @param {Response} response
 * @param {Framework} framework
 */
export function needsReading(response, framework) {
  const known = new Set(framework.enablers.map(({ id }) => id));
  return response.framework.version !== framework.version || Object.keys(response.answers).some((id) => !known.has(id));
}

/**
 * @param {Response} response
 * @param {Framework} framework
 * @returns {number} how many of the framework's enablers have a mark or a state
 */
export function countAnswered({ answers }, framework) {
  return framework.enablers.filter(({ id }) => choiceOf(answers[id]) !== "").length;
}

/**
 * @param {Response} response
 * @param {string} question the name of an enabler or of the point of view
 * @returns {boolean} whether something is chosen there
 */
export function isChosen({ answers, point_of_view }, question) {
  return question === POINT_OF_VIEW ? point_of_view !== null : choiceOf(answers[question]) !== "";
}

/**
 * @param {Response} response
 * @returns {number} how many notes it holds
 */
export function countNotes({ answers }) {
  return Object.values(answers).filter((answer) => answer?.note).length;
}

/**
 * @param {Response} response
 * @returns {boolean} whether there is anything in it to lose
 */
export function isEmpty({ answers, point_of_view, group }) {
  return point_of_view === null && !group && Object.keys(answers).length === 0;
}

/**
 * Another tab's answers with this tab's latest change in them.
 * @param {Response} theirs
 * @param {Response} ours
 * @param {string} question the enabler, or the point of view, that was changed here
 * @returns {Response}
 */
export function withChange(theirs, ours, question) {
  if (question === POINT_OF_VIEW) {
    return { ...theirs, point_of_view: ours.point_of_view, group: ours.group };
  }
  const answers = { ...theirs.answers };
  const answer = ours.answers[question];
  if (answer) answers[question] = answer;
  else delete answers[question];
  return { ...theirs, answers, date: ours.date };
}

/**
 * @param {unknown} value
 * @param {number} points of the scale
 * @returns {boolean} whether it can stand for an answer
 */
function isAnswer(value, points) {
  if (value === undefined) return true;
  if (!isRecord(value) || (value.note !== undefined && typeof value.note !== "string")) return false;
  const { mark, state } = value;
  if (mark === undefined) return STATES_WITHOUT_MARK.some((known) => known === state);
  return Number.isInteger(mark) && Number(mark) >= 1 && Number(mark) <= points;
}

/** @param {unknown} value */
function isTextOrNull(value) {
  return value === null || typeof value === "string";
}

/**
 * @param {unknown} value
 * @returns {value is Record<string, unknown>}
 */
function isRecord(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
