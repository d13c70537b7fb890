/**
 * An answer to one enabler, as the pages tell it from none.
 */

import { UNANSWERED } from "../contract.js";

/**
 * @param {import("../contract.js").Answer | undefined} answer
 * @returns {string} the value of the radio button that stands for it; empty for none
 */
export function choiceOf(answer) {
  if (answer?.mark !== undefined) return String(answer.mark);
  if (answer?.state && answer.state !== UNANSWERED) return answer.state;
  return "";
}
