/**
 * A worksheet's form: what stands in its fields and rows, and the buttons that change them.
 *
 * A field carries its place in the sheet in `data-field`. What follows from the entries is worked
 * out elsewhere.
 */

import { controls, setValue, valueIn } from "../../common/fields.js";
import { part, parts } from "../../common/parts.js";
import { sectionOf } from "../sections.js";
import { SheetRows, unlisted } from "./sheet_rows.js";

/**
 * @typedef {import("../../kept/sheets.js").Row} Row
 * @typedef {Pick<import("../../kept/sheets.js").Sheet, "title" | "date" | "fields" | "rows">} Entered
 *
 * @typedef {object} Removed
 * @property {string} text says what was removed
 * @property {string} section of the rows that it was among
 * @property {Record<string, Row[]>} rows of all lists, as they were
 */

/** Where a person enters what a sheet holds. */
const ENTERED = '[data-field], [data-cell], [data-part="about"], [data-part="date"]';

export class SheetForm {
  #form;
  #rows;
  #words;
  #onChange;
  /** The fields that no control shows, as from another version of the tool. @type {Record<string, string>} */
  #unshown = {};

  /**
   * @param {HTMLElement} form
   * @param {Record<string, Row[]>} defaults the rows that each list begins with
   * @param {import("../../common/words.js").Words} words
   * @param {(removed?: Removed) => void} onChange with what was removed, if something was
   */
  constructor(form, defaults, words, onChange) {
    this.#form = form;
    this.#rows = new SheetRows(form, defaults, words);
    this.#words = words;
    this.#onChange = onChange;
    form.addEventListener("input", ({ target }) => {
      // Not the choice of a sheet, nor a file: those are not part of what a sheet holds.
      if (!(target instanceof Element) || !target.matches(ENTERED)) return;
      this.#rows.follow(target);
      this.#changed();
    });
    form.addEventListener("click", ({ target }) => {
      const button = target instanceof Element ? target.closest("button") : null;
      if (button) this.#press(button);
    });
    form.addEventListener("submit", (event) => event.preventDefault());
  }

  /** @returns {Entered} what stands in the form; empty rows at the end are left out */
  read() {
    const fields = { ...this.#unshown };
    for (const control of controls(this.#form, "[data-field]")) {
      const value = valueIn(control);
      if (value) fields[control.dataset.field ?? ""] = value;
    }
    return {
      title: part(this.#form, "about", HTMLTextAreaElement).value,
      date: part(this.#form, "date", HTMLInputElement).value,
      fields,
      rows: this.#rows.read(),
    };
  }

  /** @param {Entered} entered */
  fill({ title, date, fields, rows }) {
    part(this.#form, "about", HTMLTextAreaElement).value = title;
    part(this.#form, "date", HTMLInputElement).value = date;
    const all = controls(this.#form, "[data-field]");
    for (const control of all) setValue(control, fields[control.dataset.field ?? ""] ?? "");
    this.#unshown = unlisted(fields, new Set(all.filter(valueIn).map(({ dataset }) => dataset.field ?? "")));
    this.#rows.fill(rows);
    this.#showClearing();
  }

  #changed() {
    this.#showClearing();
    this.#onChange();
  }

  /** @param {HTMLButtonElement} button */
  #press(button) {
    const row = button.closest('[data-part="row-fields"]');
    switch (button.dataset.part) {
      case "clear-answer":
        this.#clearAnswer(button.dataset.clears ?? "");
        return this.#changed();
      case "row-add":
        this.#rows.add(button.dataset.rows ?? "");
        return this.#changed();
      case "row-remove":
        if (row instanceof HTMLElement) this.#removeRow(row);
        return;
      case "count-up":
        if (row instanceof HTMLElement) countUp(row);
        return this.#changed();
      case "elements-back":
        return this.#resetElements(button.dataset.rows ?? "");
    }
  }

  /** @param {string} name of a field */
  #clearAnswer(name) {
    const radios = controls(this.#form, `[data-field="${name}"]`);
    for (const control of radios) setValue(control, "");
    delete this.#unshown[name];
    radios[0]?.focus();
  }

  /** @param {HTMLElement} row */
  #removeRow(row) {
    const { rows } = this.read();
    const removed = this.#rows.remove(row);
    if (!removed) return;
    const { list, name, wasEmpty } = removed;
    const text = this.#words.say("sheet.row_removed", { row: name });
    this.#showClearing();
    this.#onChange(wasEmpty ? undefined : { text, section: sectionOf(list), rows });
  }

  /** @param {string} list */
  #resetElements(list) {
    const { rows } = this.read();
    this.#rows.resetElements(list);
    this.#onChange({ text: this.#words.say("sheet.elements_are_back"), section: sectionOf(list), rows });
  }

  /** An answer can be cleared once there is one. */
  #showClearing() {
    for (const button of parts(this.#form, "clear-answer")) {
      const radios = controls(this.#form, `[data-field="${button.dataset.clears}"]`);
      button.hidden = !radios.some((control) => valueIn(control));
    }
  }
}

/** @param {HTMLElement} row */
function countUp(row) {
  const field = row.querySelector('[data-cell="count"]');
  if (field instanceof HTMLInputElement) field.value = String((Number.parseInt(field.value, 10) || 0) + 1);
}
