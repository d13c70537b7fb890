/**
 * What Python does to the rows of a section: sorting, merging, and tables out and in.
 */

import { offerUndo } from "../../common/notices.js";
import { parts } from "../../common/parts.js";
import { reason } from "../../engine/reason.js";
import { same } from "../../kept/undo.js";

/**
 * @typedef {import("../../kept/sheets.js").Row} Row
 * @typedef {import("../../kept/sheets.js").Sheet} Sheet
 */

export class RowActions {
  #sheet;
  #changeRows;
  #scorer;
  #words;
  #notices;
  #handing;

  /**
   * @param {object} needs
   * @param {HTMLElement} needs.root
   * @param {() => Sheet} needs.sheet as it is now
   * @param {(section: string, rows: Row[]) => (() => void)} needs.changeRows puts other rows in a
   *   section; what it returns undoes that
   * @param {import("../../engine/scorer.js").Scorer<"tools">} needs.scorer
   * @param {import("../../common/words.js").Words} needs.words
   * @param {import("../../common/notices.js").Notices} needs.notices
   * @param {import("../../common/handing.js").Handing} needs.handing
   */
  constructor({ root, sheet, changeRows, scorer, words, notices, handing }) {
    this.#sheet = sheet;
    this.#changeRows = changeRows;
    this.#scorer = scorer;
    this.#words = words;
    this.#notices = notices;
    this.#handing = handing;
    for (const button of parts(root, "sort")) {
      button.addEventListener("click", () => this.#sort(button.dataset));
    }
    for (const button of parts(root, "table-out")) {
      button.addEventListener("click", () => this.#saveTable(button.dataset.section ?? ""));
    }
    for (const field of parts(root, "table-in")) {
      if (field instanceof HTMLInputElement) field.addEventListener("change", () => this.#readTable(field));
    }
  }

  /**
   * Make several rows one.
   * @param {string} section
   * @param {number[]} rows
   */
  merge(section, rows) {
    const merging = (/** @type {Sheet} */ sheet) => this.#scorer.ask("merge-rows", { sheet, section, rows });
    return this.#change(section, merging, () => ({ text: this.#words.say("sheet.merged") }));
  }

  /** @param {DOMStringMap} what a button's own data */
  #sort({ section = "", by }) {
    const order = by === "effect" ? "effect" : "count";
    const sorting = (/** @type {Sheet} */ sheet) => this.#scorer.ask("sort-rows", { sheet, section, by: order });
    return this.#change(section, sorting, () => ({ text: this.#words.say("sheet.sorted") }));
  }

  /** @param {HTMLInputElement} field */
  async #readTable(field) {
    const file = field.files?.[0];
    if (!file) return;
    const { section = "" } = field.dataset;
    const text = await file.text().catch(() => "");
    field.value = "";
    const importing = (/** @type {Sheet} */ sheet) => this.#scorer.ask("import-rows", { sheet, section, text });
    await this.#change(section, importing, ({ added, notices }) => ({
      text: this.#words.say("sheet.table_added", { count: added }),
      more: this.#words.problems(notices),
    }));
  }

  /**
   * Have the rows of a section changed, with a way back.
   * @template {import("../../contract.js").Rows} T
   * @param {string} section
   * @param {(sheet: Sheet) => Promise<T>} asking of Python
   * @param {(changed: T) => {text: string, more?: string[]}} tell says what was done
   */
  async #change(section, asking, tell) {
    let before = this.#sheet();
    try {
      let changed = await asking(before);
      // What was entered while Python worked is in the next answer.
      while (this.#hasChanged(before, section)) {
        before = this.#sheet();
        changed = await asking(before);
      }
      if (before.id !== this.#sheet().id) return;
      const undo = this.#changeRows(section, changed.rows);
      const said = tell(changed);
      offerUndo(this.#notices, this.#words, said.text, undo, said.more);
      this.#notices.focus();
    } catch (error) {
      this.#refuse(error);
    }
  }

  /**
   * @param {Sheet} before
   * @param {string} section
   */
  #hasChanged(before, section) {
    const now = this.#sheet();
    return before.id === now.id && !same(before.rows[section] ?? [], now.rows[section] ?? []);
  }

  /** @param {string} section */
  async #saveTable(section) {
    try {
      const made = await this.#scorer.ask("export-rows", { sheet: this.#sheet(), section });
      this.#handing.save(new Blob([made.text], { type: made.media_type }), made.filename);
    } catch (error) {
      this.#refuse(error);
    }
  }

  /** @param {unknown} error */
  #refuse(error) {
    this.#notices.show(reason(error, this.#words, "sheet.engine_needed"));
    this.#notices.focus();
  }
}
