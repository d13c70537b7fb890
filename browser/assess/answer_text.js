/**
 * What an answer says, in words.
 */

import { DOES_NOT_APPLY, NOT_SURE, UNANSWERED } from "../contract.js";

/**
 * @typedef {import("../contract.js").Answer} Answer
 * @typedef {import("../contract.js").Framework} Framework
 * @typedef {import("../common/words.js").Words} Words
 */

/**
 * @param {{state: import("../contract.js").State, mark: number | null, label: string}} answer
 * @param {Words} words
 * @returns {string}
 */
export function answerText({ state, mark, label }, words) {
  if (mark !== null) return words.say("assess.state_mark", { mark, label });
  if (state === NOT_SURE) return words.say("assess.not_sure");
  if (state === DOES_NOT_APPLY) return words.say("assess.does_not_apply");
  return words.say("assess.not_answered");
}

/**
 * @param {Answer | undefined} answer as a response has it
 * @param {Framework} framework
 * @param {Words} words
 * @returns {string}
 */
export function textOf(answer, framework, words) {
  const { mark = null, state = UNANSWERED } = answer ?? {};
  const label = mark === null ? "" : (framework.scale.labels[mark - 1] ?? "");
  return answerText({ state, mark, label }, words);
}
