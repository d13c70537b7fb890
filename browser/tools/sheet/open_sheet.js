/**
 * The sheet that is open: what the form holds of it, and ways back from changes.
 */

import { newSheet } from "../../kept/sheets.js";
import { same } from "../../kept/undo.js";
import { rowsBack } from "./rows_back.js";

/**
 * @typedef {import("../form/sheet_form.js").Entered} Entered
 * @typedef {import("../../kept/sheets.js").Row} Row
 * @typedef {import("../../kept/sheets.js").Sheet} Sheet
 */

export class OpenSheet {
  #form;
  #onPut;
  /** @type {Sheet} */
  #sheet;
  /** What the form holds before anything is entered. */
  #untouched;
  /** What was entered before the scripts were there. @type {Entered} */
  early;

  /**
   * @param {import("../form/sheet_form.js").SheetForm} form
   * @param {string} tool its id
   * @param {() => void} onPut the sheet has changed
   */
  constructor(form, tool, onPut) {
    this.#form = form;
    this.#onPut = onPut;
    this.#sheet = newSheet(tool);
    this.early = form.read();
    form.fill(this.#sheet);
    this.#untouched = { ...form.read(), date: "" };
  }

  get sheet() {
    return this.#sheet;
  }

  get isUntouched() {
    return this.isUntouchedBy(this.#form.read());
  }

  /** @param {Entered} entered */
  isUntouchedBy(entered) {
    return same({ ...entered, date: "" }, this.#untouched);
  }

  /** @param {Sheet} sheet to show in place of the one before */
  show(sheet) {
    this.#sheet = sheet;
    this.#form.fill(sheet);
  }

  /** Take what the form holds. */
  take() {
    this.#put({ ...this.#sheet, ...this.#form.read() });
  }

  /** @param {Sheet} sheet as it was before a change, or is after one */
  restore(sheet) {
    this.#form.fill(sheet);
    this.#put(sheet);
  }

  /**
   * @param {string} section
   * @param {Row[]} rows
   * @returns {() => void} undoes that
   */
  changeRows(section, rows) {
    const before = this.#sheet.rows;
    this.restore({ ...this.#sheet, rows: { ...before, [section]: rows } });
    return this.backFrom(section, before);
  }

  /**
   * @param {string} section in which something has just changed
   * @param {Record<string, Row[]>} before
   * @returns {() => void} undoes that change, and nothing else: what is entered since stays
   */
  backFrom(section, before) {
    const after = this.#sheet.rows;
    return () => {
      const sheet = this.#sheet;
      this.restore({ ...sheet, rows: rowsBack(section, sheet.rows, before, after) });
    };
  }

  /** @param {Sheet} sheet as the form has it */
  #put(sheet) {
    this.#sheet = sheet;
    this.#onPut();
  }
}
