/**
 * What is said of all that was brought in together: several files, or one paste.
 */

import { VERDICTS } from "../../contract.js";
import { viewsText } from "../views.js";

/**
 * @typedef {import("../../common/words.js").Words} Words
 * @typedef {import("../../contract.js").Offer} Offer
 * @typedef {{where: string, said: string, offer?: Offer}} Line with what a person may decide, if anything
 * @typedef {import("../../contract.js").Gathered} Gathered
 * @typedef {import("../../contract.js").Verdict} Verdict
 */

/** Verdicts shown by the line; the rest are counted. */
const MOST_SHOWN = 100;
/** Where people may come from that has words of its own. */
const SOURCES = ["", "_workshop", "_tally"];

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
  /** What there is to say of points of view, for everyone who is here. */
  #views = "";
  /** The ways back, in order. @type {(() => void)[]} */
  #undos = [];

  /**
   * @param {Words} words
   * @param {Line[]} undecided of an earlier batch, which a person may still decide
   */
  constructor(words, undecided = []) {
    this.#words = words;
    this.#lines = [...undecided];
    const updates = undecided.filter(({ offer }) => offer?.choices.includes("replace")).length;
    if (updates) this.#counts.update = updates;
  }

  /** @returns {boolean} whether something was changed that can be undone */
  get canUndo() {
    return this.#undos.length > 0;
  }

  /** @returns {boolean} whether there is nothing to say */
  get isEmpty() {
    return !this.#refusals.length && !this.#lines.length && !Object.keys(this.#counts).length;
  }

  /**
   * @param {Pick<Gathered, "verdicts" | "counts" | "notices"> & Partial<Gathered>} gathered
   * @param {string} source the file's name, or empty
   */
  add({ verdicts, counts, notices, points_of_view, source: from }, source) {
    for (const [kind, count] of Object.entries(counts)) {
      const own = `${kind}_${from}`;
      const name = this.#words.has(`session.verdict_${own}`) ? own : kind;
      this.#counts[name] = (this.#counts[name] ?? 0) + count;
    }
    this.#views = viewsText(points_of_view ?? [], this.#words);
    const lines = [
      ...verdicts.map((verdict) => this.#lineOf(verdict)),
      ...this.#words.problems(notices).map((said) => ({ where: "", said })),
    ];
    for (const line of lines) {
      this.#lines.push({ ...line, where: [source, line.where].filter(Boolean).join(" · ") });
    }
  }

  /** @returns {Line[]} the lines of which a person has decided nothing yet */
  get undecided() {
    return this.#lines.filter(({ offer }) => offer);
  }

  /** @returns {Offer[]} what a person may decide */
  get offers() {
    return this.#lines.flatMap(({ offer }) => offer ?? []);
  }

  /**
   * Take away what has been decided.
   * @param {Offer[]} offers
   */
  settle(offers) {
    this.#lines = this.#lines.filter(({ offer }) => !offer || !offers.includes(offer));
    const updates = offers.filter(({ choices }) => choices.includes("replace")).length;
    this.#counts.update = Math.max(0, (this.#counts.update ?? 0) - updates);
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
    const said = VERDICTS.flatMap((kind) => SOURCES.map((from) => kind + from))
      .filter((name) => this.#counts[name])
      .map((name) => this.#words.say(`session.verdict_${name}`, { count: this.#counts[name] }));
    const [only] = this.#refusals;
    const isAll = only && this.#refusals.length === 1 && said.length === 0;
    const about = this.#views ? [{ where: "", said: this.#views }] : [];
    const told = [...about, ...(isAll ? [] : this.#refusals), ...this.#lines];
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
  #lineOf({ where, number, shown, verdict, problem, offer, point_of_view }) {
    const said = [
      problem ? this.#words.problem(problem) : this.#words.say(`session.said_${verdict}`, { number: offer?.number }),
      point_of_view && this.#words.say("session.said_view", { title: point_of_view }),
    ];
    return {
      where: this.#words.say(`session.where_${where}`, { number, shown }).replace(/,? *:$/, ":"),
      said: said.filter(Boolean).join(" "),
      ...(offer ? { offer } : {}),
    };
  }
}
