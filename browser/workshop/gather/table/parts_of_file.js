/**
 * What of a file is read: which of its sheets, and which rows are nobody's.
 */

import { copyOf, fill, part, show } from "../../../common/parts.js";
import { SeenList } from "../seen_list.js";

/**
 * @typedef {import("../../../common/words.js").Words} Words
 * @typedef {import("../../../contract.js").ProposedMapping} ProposedMapping
 * @typedef {import("../../../contract.js").RowKept} RowKept
 * @typedef {import("../../../contract.js").RowLeftOut} RowLeftOut
 */

export class PartsOfFile {
  #root;
  #words;
  #list;
  /** The rows that are taken in after all, by their place among those left out. @type {Set<RowLeftOut>} */
  #kept = new Set();
  #hasSheets = false;

  /**
   * @param {object} needs
   * @param {HTMLElement} needs.root
   * @param {Words} needs.words
   */
  constructor({ root, words }) {
    this.#root = root;
    this.#words = words;
    this.#list = new SeenList({
      place: part(root, "left-out-rows", HTMLElement),
      more: part(root, "left-out-more", HTMLElement),
      textOf: (count) => words.say("session.more_rows", { count }),
      draw: (/** @type {RowLeftOut} */ row, index) => this.#row(row, index),
    });
  }

  /** @param {ProposedMapping} table */
  show({ sheets, left_out }) {
    this.#kept = new Set();
    this.#hasSheets = sheets.length > 0;
    show(this.#root, "sheets-part", this.#hasSheets);
    part(this.#root, "sheets", HTMLElement).replaceChildren(
      ...sheets.map(({ name, people, chosen }, index) => {
        const label = this.#words.say("session.sheet", { name, count: people });
        const copy = this.#tick("sheet", `sheet-${index}`, label);
        const input = part(copy, "tick", HTMLInputElement);
        input.value = name;
        input.checked = chosen;
        return copy;
      }),
    );
    show(this.#root, "left-out-part", left_out.length > 0);
    const count = left_out.length;
    fill(this.#root, "left-out-title", this.#words.say("session.left_out", { count }));
    this.#list.show(left_out);
  }

  /** @returns {RowKept[]} */
  get kept() {
    return [...this.#kept].map(({ row, sheet }) => ({ row, sheet }));
  }

  /** @returns {string[] | undefined} the names of the sheets to read; nothing where there is only one */
  get sheets() {
    if (!this.#hasSheets) return undefined;
    const ticks = part(this.#root, "sheets", HTMLElement).querySelectorAll("input");
    return [...ticks].filter(({ checked }) => checked).map(({ value }) => value);
  }

  /**
   * @param {RowLeftOut} row
   * @param {number} index
   */
  #row(row, index) {
    const about = { row: row.row, sheet: row.sheet, reason: this.#words.say(`session.out_${row.reason}`) };
    const text = this.#words.say(row.sheet ? "session.out_row_of" : "session.out_row", about);
    const copy = this.#tick("left-out-row", `left-out-${index}`, text);
    const input = part(copy, "tick", HTMLInputElement);
    input.checked = this.#kept.has(row);
    input.addEventListener("change", () => {
      if (input.checked) this.#kept.add(row);
      else this.#kept.delete(row);
    });
    return copy;
  }

  /**
   * @param {string} name of the template
   * @param {string} id
   * @param {string} text
   */
  #tick(name, id, text) {
    const copy = copyOf(this.#root, name);
    part(copy, "tick", HTMLInputElement).id = id;
    const label = part(copy, "label", HTMLLabelElement);
    label.htmlFor = id;
    label.textContent = text;
    return copy;
  }
}
