/**
 * What the columns of a table hold, as Python takes it, for a person to confirm.
 */

import { copyOf, fill, onPress, part, show } from "../../common/parts.js";

/**
 * @typedef {import("../../common/words.js").Words} Words
 * @typedef {import("../../contract.js").Column} Column
 * @typedef {import("../../contract.js").ColumnMapping} ColumnMapping
 * @typedef {import("../../contract.js").ProposedMapping} ProposedMapping
 * @typedef {import("../../contract.js").Enabler} Enabler
 * @typedef {Pick<Column, "role" | "enabler" | "statement">} Holding what a column holds
 */

export class MappingForm {
  #root;
  #enablers;
  #words;
  /** The mapping that waits to be confirmed. @type {ProposedMapping | undefined} */
  #mapping;
  #source = "";

  /**
   * @param {object} needs
   * @param {HTMLElement} needs.root
   * @param {Enabler[]} needs.enablers
   * @param {Words} needs.words
   * @param {(mapping: ColumnMapping, source: string) => void} needs.onConfirm with the meanings that were chosen
   * @param {() => void} needs.onLeave
   */
  constructor({ root, enablers, words, onConfirm, onLeave }) {
    this.#root = root;
    this.#enablers = enablers;
    this.#words = words;
    onPress(root, "mapping-yes", () => {
      if (!this.#mapping) return;
      this.#show(false);
      onConfirm(this.#confirmed(this.#mapping), this.#source);
    });
    onPress(root, "mapping-no", () => {
      this.#show(false);
      onLeave();
    });
  }

  /** @returns {boolean} whether it waits for a person */
  get isOpen() {
    return !part(this.#root, "mapping", HTMLElement).hidden;
  }

  /**
   * @param {ProposedMapping} mapping
   * @param {string} source the file's name, or empty
   */
  ask(mapping, source) {
    this.#mapping = mapping;
    this.#source = source;
    fill(this.#root, "mapping-title", this.#words.say("session.mapping", { name: source }));
    const { columns, rows } = mapping;
    const shown = columns.filter(canBeChosen);
    const dropped = columns.length - shown.length;
    fill(this.#root, "mapping-personal", this.#words.say("session.mapping_dropped", { count: dropped, rows }));
    part(this.#root, "mapping-rows", HTMLElement).replaceChildren(...shown.map((column) => this.#row(column)));
    this.#show(true);
    part(this.#root, "mapping-title", HTMLElement).focus();
  }

  /** Show it as it was left, to be mended. */
  reopen() {
    this.#show(true);
  }

  /** @param {boolean} shown */
  #show(shown) {
    show(this.#root, "mapping", shown);
  }

  /** @param {Column} column */
  #row(column) {
    const row = copyOf(this.#root, "mapping-row");
    const header = column.heading || column.letter;
    fill(row, "header", header);
    fill(row, "sample", column.samples.join(", "));
    const select = part(row, "role", HTMLSelectElement);
    select.dataset.column = String(column.number);
    select.setAttribute("aria-label", this.#words.say("session.mapping_label", { header }));
    select.replaceChildren(...this.#meanings());
    select.value = meaningOf(column);
    select.classList.toggle("is-unsure", !column.sure);
    show(row, "unsure", !column.sure);
    return row;
  }

  /** Everything that a column can hold, to choose from. @returns {HTMLElement[]} */
  #meanings() {
    const say = (/** @type {string} */ key) => this.#words.say(`session.means_${key}`);
    const enablers = this.#enablers.map(({ id, number, title, statements }) => {
      const group = document.createElement("optgroup");
      group.label = `${number} ${title}`;
      group.replaceChildren(
        new Option(`${number} ${say("mark")}`, `mark/${id}`),
        ...statements.map(({ id: statement, text }) => new Option(`${number} ${text}`, `statement/${id}/${statement}`)),
        new Option(`${number} ${say("note")}`, `note/${id}`),
      );
      return group;
    });
    const others = ["group", "point-of-view", "date"].map((role) => new Option(say(role), role));
    return [new Option(say("ignore"), "ignore"), ...enablers, ...others];
  }

  /** @param {ProposedMapping} mapping @returns {ColumnMapping} with the meanings that were chosen */
  #confirmed(mapping) {
    const selects = part(this.#root, "mapping-rows", HTMLElement).querySelectorAll("select");
    const chosen = new Map([...selects].map(({ dataset, value }) => [Number(dataset.column), value]));
    const columns = mapping.columns.map((column) => {
      const meaning = chosen.get(column.number);
      return meaning === undefined ? column : { ...column, ...holding(meaning) };
    });
    return { ...mapping, columns };
  }
}

/** Roles of tables in other shapes, which stay as Python found them. */
const NOT_CHOSEN = ["personal", "person", "question", "answer", "count", "tag"];

/**
 * @param {Column} column
 * @returns {boolean} whether a person can say what it holds
 */
function canBeChosen({ role, heading, samples }) {
  return !NOT_CHOSEN.includes(role) && (heading !== "" || samples.length > 0);
}

/**
 * @param {Holding} column
 * @returns {string} the value of the option that stands for what it holds
 */
export function meaningOf({ role, enabler, statement }) {
  return [role, enabler, statement].filter(Boolean).join("/");
}

/**
 * @param {string} [meaning] the value of an option
 * @returns {Holding} what it stands for
 */
export function holding(meaning = "ignore") {
  const [role = "ignore", enabler = null, statement = null] = meaning.split("/");
  return { role: /** @type {Column["role"]} */ (role), enabler, statement };
}
