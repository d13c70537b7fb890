/**
 * What the values of a table are read as, where they are not on the scale.
 */

import { copyOf, fill, part, parts, show } from "../../../common/parts.js";
import { SeenList } from "../seen_list.js";
import { optionOf, optionsOfWay, readAs, UNDECIDED } from "./reading.js";

/**
 * @typedef {import("../../../common/words.js").Words} Words
 * @typedef {import("../../../contract.js").CellValue} CellValue
 * @typedef {import("../../../contract.js").Framework} Framework
 * @typedef {import("../../../contract.js").OtherScale} OtherScale
 * @typedef {import("../../../contract.js").ProposedMapping} ProposedMapping
 */

const STATES = /** @type {const} */ (["not-sure", "does-not-apply", "unanswered"]);

export class Values {
  #root;
  #framework;
  #words;
  #list;
  /** @type {CellValue[]} */
  #values = [];
  /** @type {OtherScale | null} */
  #scale = null;
  /** What was chosen for each text. @type {Map<string, string>} */
  #options = new Map();

  /**
   * @param {object} needs
   * @param {HTMLElement} needs.root
   * @param {Framework} needs.framework
   * @param {Words} needs.words
   */
  constructor({ root, framework, words }) {
    this.#root = root;
    this.#framework = framework;
    this.#words = words;
    this.#list = new SeenList({
      place: part(root, "value-rows", HTMLElement),
      more: part(root, "value-more", HTMLElement),
      textOf: (count) => words.say("session.more_rows", { count }),
      draw: (/** @type {CellValue} */ value) => this.#row(value),
    });
    part(root, "scale-ways", HTMLElement).addEventListener("change", ({ target }) => {
      if (target instanceof HTMLInputElement) this.#chooseWay(target.value);
    });
  }

  /** @param {ProposedMapping} table */
  show({ values, scale }) {
    this.#values = values;
    this.#scale = scale;
    this.#options = new Map(values.map(({ text, proposal }) => [text, optionOf(proposal)]));
    this.#showScale();
    show(this.#root, "values-part", values.length > 0);
    this.#list.show(values);
  }

  /** @returns {boolean} whether a question about the scale is still open */
  get isOpen() {
    return this.#scale !== null && !this.#way;
  }

  /** @returns {import("../../../contract.js").ReadAs} */
  get chosen() {
    return readAs(this.#options);
  }

  /** The way that is chosen for numbers of another scale. @returns {string} */
  get #way() {
    const ways = part(this.#root, "scale-ways", HTMLElement).querySelectorAll("input");
    return [...ways].find(({ checked }) => checked)?.value ?? "";
  }

  #showScale() {
    const scale = this.#scale;
    show(this.#root, "scale-part", scale !== null);
    part(this.#root, "scale-ways", HTMLElement).replaceChildren();
    if (!scale) return;
    const [low, high] = scale.found;
    const { points } = this.#framework.scale;
    fill(this.#root, "scale-text", this.#words.say("session.scale_text", { low, high, points }));
    part(this.#root, "scale-ways", HTMLElement).append(
      ...scale.choices.map(({ way }) => {
        const copy = copyOf(this.#root, "scale-way");
        const input = part(copy, "way", HTMLInputElement);
        input.id = `scale-${way}`;
        input.value = way;
        input.checked = way === scale.proposal;
        const label = part(copy, "label", HTMLLabelElement);
        label.htmlFor = input.id;
        label.textContent = `${this.#words.say(`session.scale_${way}`)} ${this.#example(scale, way)}`;
        return copy;
      }),
    );
  }

  /**
   * @param {OtherScale} scale
   * @param {string} way
   * @returns {string} what becomes of the lowest and of the highest number
   */
  #example(scale, way) {
    const options = [...optionsOfWay(scale, way)];
    const ends = options.length > 2 ? [...options.slice(0, 1), ...options.slice(-1)] : options;
    const each = ends.map(([text, option]) =>
      this.#words.say("session.scale_becomes", { text, mark: this.#named(option) }),
    );
    return each.length ? `(${each.join(", ")})` : "";
  }

  /** @param {string} option */
  #named(option) {
    if (option === "unanswered") return this.#words.say("assess.not_answered");
    return STATES.some((state) => state === option) ? this.#words.say(`session.read_${option}`) : option;
  }

  /** @param {string} way */
  #chooseWay(way) {
    if (!this.#scale) return;
    for (const [text, option] of optionsOfWay(this.#scale, way)) this.#options.set(text, option);
    this.#list.show(this.#values);
  }

  /** @param {CellValue} value */
  #row({ text, count, sure }) {
    const row = copyOf(this.#root, "value-row");
    fill(row, "text", text);
    fill(row, "count", this.#words.say("session.value_count", { count }));
    const select = part(row, "read-as", HTMLSelectElement);
    const labels = this.#framework.scale.labels;
    select.setAttribute("aria-label", this.#words.say("session.value_label", { text }));
    const chosen = this.#options.get(text) ?? UNDECIDED;
    const open = chosen === UNDECIDED ? [new Option(this.#words.say("session.read_open"), UNDECIDED)] : [];
    select.replaceChildren(
      ...open,
      ...labels.map((label, index) => new Option(`${index + 1} ${label}`, String(index + 1))),
      ...STATES.map((state) => new Option(this.#words.say(`session.read_${state}`), state)),
    );
    select.value = chosen;
    select.classList.toggle("is-unsure", !sure);
    show(row, "unsure", !sure);
    select.addEventListener("change", () => this.#options.set(text, select.value));
    return row;
  }

  focus() {
    const [way] = parts(this.#root, "way");
    way?.focus();
  }
}
