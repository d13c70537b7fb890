/**
 * The box to paste into: what could not be read stays there, with the reason of each line.
 */

import { items } from "../../common/elements.js";
import { onPress, part, show } from "../../common/parts.js";

/**
 * @typedef {import("../../common/words.js").Words} Words
 * @typedef {import("../../contract.js").Gathered} Gathered
 * @typedef {import("../../contract.js").Verdict} Verdict
 */

/** Where a line ends, as Python numbers them. */
const LINE_END = /\r\n|[\n\r\v\f\x85\u2028\u2029]/;

/** Reasons shown by the line; a text with more of them was something else. */
const MOST_SHOWN = 100;
/** Characters of a line that holds no code. */
const MOST_OF_LINE = 120;

export class PasteBox {
  #root;
  #words;

  /**
   * @param {object} needs
   * @param {HTMLElement} needs.root
   * @param {Words} needs.words
   * @param {(text: string) => void} needs.onAdd
   */
  constructor({ root, words, onAdd }) {
    this.#root = root;
    this.#words = words;
    onPress(root, "paste-add", () => onAdd(this.#box.value));
    this.#box.addEventListener("input", () => {
      if (!this.#box.value.trim()) this.#showReasons([]);
    });
  }

  /**
   * Take out of the box what was read, and say why the rest was not.
   * @param {string} text that was read; what was typed behind it meanwhile stays
   * @param {Verdict[]} verdicts of its lines
   */
  leave(text, verdicts) {
    const box = this.#box;
    if (!box.value.startsWith(text)) return;
    const left = unread(text, verdicts);
    box.value = left.text + box.value.slice(text.length);
    this.#showReasons(left.verdicts);
  }

  focus() {
    this.#box.focus();
  }

  /** @param {Verdict[]} verdicts with the numbers of the lines in the box */
  #showReasons(verdicts) {
    const texts = verdicts.slice(0, MOST_SHOWN).map(({ number, shown, problem }) => {
      const where = this.#words.say("session.where_line", { number, shown }).replace(/,? *:$/, ":");
      return `${where} ${problem ? this.#words.problem(problem) : ""}`;
    });
    const more = verdicts.length - texts.length;
    if (more > 0) texts.push(this.#words.say("session.verdicts_more", { count: more }));
    part(this.#root, "paste-left-list", HTMLElement).replaceChildren(...items(texts));
    show(this.#root, "paste-left", texts.length > 0);
  }

  get #box() {
    return part(this.#root, "paste", HTMLTextAreaElement);
  }
}

/**
 * What could not be read, and nothing else.
 * @param {string} text
 * @param {Verdict[]} verdicts of its lines
 * @returns {{text: string, verdicts: Verdict[]}} the lines, and what is said of each by its new number
 */
export function unread(text, verdicts) {
  const lines = text.split(LINE_END);
  const problems = verdicts.filter(({ where, problem }) => where === "line" && problem);
  /** The new number of each line that stays. @type {Map<number, number>} */
  const stays = new Map();
  for (const { number, last_line = number } of problems) {
    for (let line = number; line <= last_line; line++) if (!stays.has(line)) stays.set(line, 0);
  }
  const numbers = [...stays.keys()].sort((one, other) => one - other);
  numbers.forEach((number, index) => {
    stays.set(number, index + 1);
  });
  return {
    text: numbers.map((number) => `${lines[number - 1] ?? ""}\n`).join(""),
    verdicts: problems.map((verdict) => ({ ...verdict, number: stays.get(verdict.number) ?? verdict.number })),
  };
}

/**
 * @param {string} text
 * @param {number[]} numbers of lines
 * @returns {string[]} the beginning of each
 */
export function beginnings(text, numbers) {
  const lines = text.split(LINE_END);
  return numbers.map((number) => {
    const line = (lines[number - 1] ?? "").trim();
    return line.length > MOST_OF_LINE ? `${line.slice(0, MOST_OF_LINE - 1)}…` : line;
  });
}
