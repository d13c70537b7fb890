/**
 * Answers from a code, a link or a file, as Python reads them.
 */

import { isRefusal } from "../../engine/reason.js";
import { isOwnResponse, needsReading } from "../answers.js";

/**
 * @typedef {import("../../contract.js").Framework} Framework
 * @typedef {import("../../contract.js").Reading} Reading
 */

/**
 * @param {string} text
 * @param {import("../../engine/scorer.js").Scorer} scorer
 * @param {Framework} framework
 * @returns {Promise<Reading>} rejects with `EngineError`
 */
export async function readAnswers(text, scorer, framework) {
  try {
    return await scorer.ask("read", { text });
  } catch (error) {
    if (isRefusal(error)) throw error;
    // Without Python, a file that this page wrote can still be opened.
    const data = fromJson(text);
    const own = isOwnResponse(data, framework);
    if (own && !needsReading(data, framework)) return { response: data, notices: [], match: null };
    throw error;
  }
}

/**
 * @param {string} text
 * @returns {unknown} undefined where it is not JSON
 */
function fromJson(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
