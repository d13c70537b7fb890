/**
 * Why Python gave no answer, in words for the page.
 */

import { EngineError } from "./engine.js";

/**
 * @param {unknown} error
 * @returns {error is EngineError} whether Python itself refused, and says why
 */
export function isRefusal(error) {
  return error instanceof EngineError && error.kind === "problem";
}

/**
 * Why nothing has changed. What is neither Python's nor the browser's to refuse is a fault of ours,
 * and is thrown on.
 * @param {unknown} error
 * @param {import("../common/words.js").Words} words
 * @param {string} withoutPython the path of what to say where Python or the browser cannot do it
 * @returns {string}
 */
export function reason(error, words, withoutPython) {
  if (isRefusal(error)) return words.refusal(error);
  if (error instanceof EngineError || error instanceof DOMException) return words.say(withoutPython);
  throw error;
}
