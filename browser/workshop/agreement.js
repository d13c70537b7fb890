/**
 * How far views agree, in a word.
 */

import { part } from "../common/parts.js";

/**
 * @param {ParentNode} place that holds a part `word`
 * @param {string | null} word the name of how far views agree
 * @param {import("../common/words.js").Words} words
 */
export function showWord(place, word, words) {
  const element = part(place, "word", HTMLElement);
  element.textContent = word ? words.say(`session.word_${word}`) : "";
  element.hidden = !word;
  element.dataset.word = word ?? "";
}
