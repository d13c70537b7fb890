/**
 * Files that a person opens: their text goes to Python, and what is wrong is said next to the field.
 */

import { showProblem } from "../common/notices.js";
import { part } from "../common/parts.js";
import { reason } from "./reason.js";

/**
 * @param {HTMLElement} root
 * @param {string} name the part of the file field
 * @param {object} options
 * @param {string} options.problem the part that says what is wrong
 * @param {string} options.withoutPython the path of what to say where Python is missing
 * @param {import("../common/words.js").Words} options.words
 * @param {(text: string) => Promise<void>} take does what the file is for
 */
export function onFileChosen(root, name, { problem, withoutPython, words }, take) {
  const field = part(root, name, HTMLInputElement);
  field.addEventListener("change", async () => {
    const file = field.files?.[0];
    if (!file) return;
    try {
      const text = await file.text();
      field.value = ""; // so that the same file can be chosen again
      await take(text);
      showProblem(root, problem, "");
    } catch (error) {
      showProblem(root, problem, reason(error, words, withoutPython));
    }
  });
}
