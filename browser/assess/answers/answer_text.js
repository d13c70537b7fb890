/**
 * What an answer says, in words.
 */

/**
 * @typedef {import("../../common/framework.js").Answer} Answer
 * @typedef {import("../../common/framework.js").Framework} Framework
 * @typedef {import("../../common/words.js").Words} Words
 */

/**
 * @param {{state: string, mark: number | null, label: string | null}} answer
 * @param {Words} words
 * @returns {string}
 */
export function answerText({ state, mark, label }, words) {
  if (mark !== null) return words.say("assess.state_mark", { mark, label });
  if (state === "not-sure") return words.say("assess.not_sure");
  if (state === "does-not-apply") return words.say("assess.does_not_apply");
  return words.say("assess.not_answered");
}

/**
 * @param {Answer | undefined} answer as a response has it
 * @param {Framework} framework
 * @param {Words} words
 * @returns {string}
 */
export function textOf(answer, framework, words) {
  const { mark = null, state = "unanswered" } = answer ?? {};
  const label = mark === null ? null : framework.scale.labels[mark - 1] ?? "";
  return answerText({ state, mark, label }, words);
}
