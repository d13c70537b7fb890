/**
 * What is said of all that was brought in together: several files, or one paste.
 */

import { VERDICTS } from "../../contract.js";

/**
 * @typedef {import("../../common/words.js").Words} Words
 * @typedef {{where: string, said: string}} Line
 * @typedef {import("../../contract.js").Gathered} Gathered
 * @typedef {import("../../contract.js").Verdict} Verdict
 */

/** Verdicts shown by the line; the rest are counted. */
const MOST_SHOWN = 100;

export class Batch {
  #words;
  /** How many had each verdict. @type {Record<string, number>} */
  #counts = {};
  /** @type {Line[]} */
  #lines = [];
  /** Why a whole file or paste could not be read. @type {Line[]} */
  #refusals = [];
  /** The beginnings of lines that hold no code. @type {string[]} */
  #without = [];
  /** The ways back, in order. @type {(() => void)[]} */
  #undos = [];

  /** @param {Words} words */
  constructor(words) {
    this.#words = words;
  }

  /** @returns {boolean} whether something was changed that can be undone */
  get canUndo() {
    return this.#undos.length > 0;
  }

  /**
   * @param {Pick<Gathered, "verdicts" | "counts" | "notices">} gathered
   * @param {string} source the file's name, or empty
   */
  add({ verdicts, counts, notices }, source) {
    for (const [kind, count] of Object.entries(counts)) this.#counts[kind] = (this.#counts[kind] ?? 0) + count;
    const lines = [
      ...verdicts.map((verdict) => this.#lineOf(verdict)),
      ...this.#words.problems(notices).map((said) => ({ where: "", said })),
    ];
    for (const { where, said } of lines) {
      this.#lines.push({ where: [source, where].filter(Boolean).join(" · "), said });
    }
  }

  /** @param {string[]} lines the beginnings of lines that hold no code */
  addWithout(lines) {
    this.#without.push(...lines);
  }

  /**
   * @param {string} said why a whole file or paste could not be read
   * @param {string} [source] the file's name
   */
  refuse(said, source = "") {
    this.#refusals.push({ where: source && `${source}:`, said });
  }

  /** @param {() => void} undo takes back what was just added */
  canBeUndone(undo) {
    this.#undos.push(undo);
  }

  /** Take it all back, the last first. */
  undo() {
    for (const undo of this.#undos.splice(0).reverse()) undo();
  }

  /** @returns {{title: string, lines: Line[], without?: string[]}} what has become of it all, in words */
  told() {
    const said = VERDICTS.filter((kind) => this.#counts[kind]).map((kind) =>
      this.#words.say(`session.verdict_${kind}`, { count: this.#counts[kind] }),
    );
    const [only] = this.#refusals;
    const isAll = only && this.#refusals.length === 1 && said.length === 0;
    const told = isAll ? this.#lines : [...this.#refusals, ...this.#lines];
    const lines = told.slice(0, MOST_SHOWN);
    if (told.length > MOST_SHOWN) {
      const count = told.length - MOST_SHOWN;
      lines.push({ where: "", said: this.#words.say("session.verdicts_more", { count }) });
    }
    const title = isAll ? [only.where, only.said].filter(Boolean).join(" ") : said.join(" ");
    const without = this.#without.length ? { without: this.#without } : {};
    return { title: title || this.#words.say("session.verdict_none"), lines, ...without };
  }

  /** @param {Verdict} verdict @returns {Line} */
  #lineOf({ where, number, shown, verdict, problem }) {
    return {
      where: this.#words.say(`session.where_${where}`, { number, shown }).replace(/,? *:$/, ":"),
      said: problem ? this.#words.problem(problem) : this.#words.say(`session.said_${verdict}`),
    };
  }
}
