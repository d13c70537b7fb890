/**
 * The interface's words, with their gaps filled and their plurals chosen.
 */

/**
 * @typedef {string | Record<string, string>} Entry a text, or one text for each plural category
 * @typedef {Record<string, Record<string, Entry>>} WordData
 * @typedef {import("../contract.js").Problem} Problem
 */

export class Words {
  #data;
  #plural;
  /** @type {Intl.DateTimeFormat} */
  #date;
  #time;
  #number;

  /**
   * @param {WordData} data areas of entries
   * @param {string} locale for plurals and dates
   */
  constructor(data, locale) {
    this.#data = data;
    this.#plural = new Intl.PluralRules(locale);
    this.#number = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
    this.#time = new Intl.DateTimeFormat(locale, { timeStyle: "short" });
    this.#date = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" });
  }

  /**
   * A text with `{name}` replaced by the value of that name; `count` picks the plural.
   * @param {string} path area and entry, such as `assess.loaded`
   * @param {Record<string, unknown>} [values]
   * @returns {string} empty where there is no such entry
   */
  say(path, values = {}) {
    const entry = this.#entry(path);
    const text =
      typeof entry === "object"
        ? (entry[this.#plural.select(Number(values.count))] ?? entry.other ?? "")
        : (entry ?? "");
    return text.replace(/\{(\w+)\}/g, (gap, name) => (name in values ? String(values[name]) : gap));
  }

  /**
   * @param {string} path
   * @returns {boolean} whether there is such an entry
   */
  has(path) {
    return this.#entry(path) !== undefined;
  }

  /**
   * What is wrong with answers, or to be known about them, as Python names it.
   * @param {Problem} problem
   * @returns {string}
   */
  problem({ key, values }) {
    const path = `problem.${key}`;
    return this.has(path) ? this.say(path, values) : this.say("page.unknown_problem");
  }

  /**
   * @param {Problem[]} problems
   * @returns {string[]} each in words
   */
  problems(problems) {
    return problems.map((problem) => this.problem(problem));
  }

  /**
   * Why something was refused; what a person had before is as it was.
   * @param {Problem} problem
   * @returns {string}
   */
  refusal(problem) {
    return `${this.problem(problem)} ${this.say("page.nothing_changed")}`;
  }

  /**
   * @param {string[]} areas
   * @returns {Record<string, Entry>} the whole areas in one, as Python takes them
   */
  areas(...areas) {
    return Object.assign({}, ...areas.map((area) => this.#data[area]));
  }

  /**
   * @param {number} value
   * @returns {string} as this language writes it, with two digits at most after the point
   */
  number(value) {
    return this.#number.format(value);
  }

  /**
   * @param {string} iso a date such as 2026-11-23
   * @returns {string} the date in words, or as it came where it is not a date
   */
  date(iso) {
    const date = new Date(`${iso}T00:00:00Z`);
    return Number.isNaN(date.getTime()) ? iso : this.#date.format(date);
  }

  /**
   * @param {Date} moment
   * @returns {string} its time of day here
   */
  time(moment) {
    return this.#time.format(moment);
  }

  /** @param {string} path */
  #entry(path) {
    const [area = "", key = ""] = path.split(".");
    return this.#data[area]?.[key];
  }
}
