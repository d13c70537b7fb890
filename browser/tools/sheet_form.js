/**
 * A worksheet's form: what stands in its fields and rows, and the buttons that change them.
 *
 * A field carries its place in the sheet in `data-field`, a cell of a row in `data-cell`. Rows are
 * made from the template of their list. What follows from the entries is worked out elsewhere.
 */

import { copyOf, fill, part, parts } from "../common/parts.js";
import { newId } from "./sheets.js";

/**
 * @typedef {import("./sheets.js").Row} Row
 * @typedef {Pick<import("./sheets.js").Sheet, "title" | "date" | "fields" | "rows">} Entered
 * @typedef {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} Control
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
  #words;
  /** The rows that a list begins with. @type {Record<string, Row[]>} */
  #defaults;
  /** The list of elements that another list's rows are seen through. @type {Set<string>} */
  #elements;
  #onChange;
  /** What no control shows, as from another version of the tool; it is kept. */
  #unshown = { fields: /** @type {Record<string, string>} */ ({}), rows: /** @type {Record<string, Row[]>} */ ({}) };

  /**
   * @param {HTMLElement} form
   * @param {Record<string, Row[]>} defaults
   * @param {import("../common/words.js").Words} words
   * @param {(removed?: Removed) => void} onChange with what was removed, if something was
   */
  constructor(form, defaults, words, onChange) {
    this.#form = form;
    this.#defaults = defaults;
    this.#words = words;
    this.#onChange = onChange;
    this.#elements = new Set(parts(form, "through").map((box) => box.dataset.elements ?? ""));
    for (const template of form.querySelectorAll('template[data-part="row"]')) {
      const inside = template instanceof HTMLTemplateElement && template.content.querySelector('[data-part="through"]');
      if (inside instanceof HTMLElement) this.#elements.add(inside.dataset.elements ?? "");
    }
    form.addEventListener("input", ({ target }) => {
      // Not the choice of a sheet, nor a file: those are no part of what a sheet holds.
      if (!(target instanceof Element) || !target.matches(ENTERED)) return;
      const list = target.closest('[data-part="rows"]');
      if (list instanceof HTMLElement && this.#elements.has(list.dataset.rows ?? "")) this.#redrawElements();
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
    /** @type {Record<string, string>} */
    const fields = { ...this.#unshown.fields };
    for (const control of controls(this.#form, "[data-field]")) {
      const value = valueOf(control);
      if (value) fields[control.dataset.field ?? ""] = value;
    }
    /** @type {Record<string, Row[]>} */
    const rows = { ...this.#unshown.rows };
    for (const list of parts(this.#form, "rows")) {
      const found = parts(list, "row-fields").map(readRow);
      while (found.length && isEmpty(found.at(-1))) found.pop();
      const name = list.dataset.rows ?? "";
      // Without elements of one's own, and before scripts have drawn any, the declared ones hold.
      rows[name] = !found.length && this.#elements.has(name) ? this.#defaults[name] ?? [] : found;
    }
    const title = part(this.#form, "about", HTMLTextAreaElement).value;
    return { title, date: part(this.#form, "date", HTMLInputElement).value, fields, rows };
  }

  /** @param {Entered} entered */
  fill({ title, date, fields, rows }) {
    part(this.#form, "about", HTMLTextAreaElement).value = title;
    part(this.#form, "date", HTMLInputElement).value = date;
    for (const control of controls(this.#form, "[data-field]")) setValue(control, fields[control.dataset.field ?? ""] ?? "");
    const lists = parts(this.#form, "rows");
    const shownFields = new Set(controls(this.#form, "[data-field]").filter(valueOf).map(({ dataset }) => dataset.field ?? ""));
    const shownLists = new Set(lists.map(({ dataset }) => dataset.rows ?? ""));
    this.#unshown = { fields: unlisted(fields, shownFields), rows: unlisted(rows, shownLists) };
    // Elements first: other rows are seen through them.
    lists.sort((a, b) => Number(this.#elements.has(b.dataset.rows ?? "")) - Number(this.#elements.has(a.dataset.rows ?? "")));
    for (const list of lists) {
      const name = list.dataset.rows ?? "";
      const given = rows[name] ?? this.#defaults[name] ?? [];
      const blank = this.#elements.has(name) || (rows[name]?.length ?? 0) > 0 ? [] : [{}];
      list.replaceChildren(...[...given, ...blank].map((row) => this.#newRow(name, row)));
      this.#number(list);
    }
    this.#showClearing();
  }

  /** Put the elements back as they were declared. @param {string} name */
  #resetElements(name) {
    const list = this.#list(name);
    list.replaceChildren(...(this.#defaults[name] ?? []).map((row) => this.#newRow(name, row)));
    this.#number(list);
    this.#redrawElements();
  }

  #changed() {
    this.#showClearing();
    this.#onChange();
  }

  /** @param {HTMLButtonElement} button */
  #press(button) {
    const row = button.closest('[data-part="row-fields"]');
    switch (button.dataset.part) {
      case "clear-answer": {
        const named = `[data-field="${button.dataset.clears}"]`;
        const radios = controls(this.#form, named);
        for (const control of radios) setValue(control, "");
        delete this.#unshown.fields[button.dataset.clears ?? ""];
        radios[0]?.focus();
        return this.#changed();
      }
      case "row-add":
        return this.#addRow(button.dataset.rows ?? "");
      case "row-remove":
        if (row instanceof HTMLElement) this.#removeRow(row);
        return;
      case "count-up":
        if (row instanceof HTMLElement) countUp(row);
        return this.#changed();
      case "elements-back": {
        const { rows } = this.read();
        const name = button.dataset.rows ?? "";
        this.#resetElements(name);
        return this.#onChange({ text: this.#words.say("sheet.elements_are_back"), section: sectionOf(name), rows });
      }
    }
  }

  /** @param {string} name */
  #addRow(name) {
    const list = this.#list(name);
    list.append(this.#newRow(name, {}));
    this.#number(list);
    if (this.#elements.has(name)) this.#redrawElements();
    const added = parts(list, "row-fields").at(-1);
    if (added) controls(added, "[data-cell]")[0]?.focus();
    this.#changed();
  }

  /** @param {HTMLElement} row */
  #removeRow(row) {
    const { rows } = this.read();
    const list = row.closest('[data-part="rows"]');
    if (!(list instanceof HTMLElement)) return;
    const text = this.#words.say("sheet.row_removed", { row: part(row, "row-name", HTMLElement).textContent ?? "" });
    const next = row.nextElementSibling ?? row.previousElementSibling;
    row.remove();
    this.#number(list);
    const name = list.dataset.rows ?? "";
    if (this.#elements.has(name)) this.#redrawElements();
    if (next instanceof HTMLElement) part(next, "row-name", HTMLElement).focus();
    else parts(this.#form, "row-add").find(({ dataset }) => dataset.rows === name)?.focus();
    this.#showClearing();
    this.#onChange(isEmpty(readRow(row)) ? undefined : { text, section: sectionOf(name), rows });
  }

  /**
   * @param {string} name of a list
   * @param {Row} given
   * @returns {DocumentFragment}
   */
  #newRow(name, given) {
    const template = this.#form.querySelector(`template[data-part="row"][data-rows="${name}"]`);
    if (!(template instanceof HTMLTemplateElement)) throw new Error(`there is no row for ${name}`);
    const copy = /** @type {DocumentFragment} */ (template.content.cloneNode(true));
    const row = part(copy, "row-fields", HTMLElement);
    if (this.#elements.has(name)) row.dataset.id = given.id ?? `own-${newId()}`;
    const through = copy.querySelector('[data-part="through"]');
    if (through instanceof HTMLElement) this.#drawElements(through);
    for (const control of controls(copy, "[data-cell]")) setValue(control, given[control.dataset.cell ?? ""] ?? "");
    const shown = new Set(["id", ...controls(copy, "[data-cell]").map(({ dataset }) => dataset.cell ?? "")]);
    row.dataset.unshown = JSON.stringify(unlisted(given, shown));
    return copy;
  }

  /** The rows' names say which they are. @param {HTMLElement} list */
  #number(list) {
    for (const [index, row] of parts(list, "row-fields").entries()) {
      const name = this.#words.say("sheet.row", { row: list.dataset.name, number: index + 1 });
      fill(row, "row-name", name);
      const remove = part(row, "row-remove", HTMLElement);
      remove.setAttribute("aria-label", `${remove.textContent} ${name}`);
      const up = row.querySelector('[data-part="count-up"]');
      up?.setAttribute("aria-label", this.#words.say("sheet.count_up_label", { row: name }));
    }
  }

  #redrawElements() {
    for (const box of parts(this.#form, "through")) this.#drawElements(box);
  }

  /** Ask about each element, keeping what was answered. @param {HTMLElement} box */
  #drawElements(box) {
    /** @type {Row} */
    const before = {};
    for (const control of controls(box, "[data-cell]")) {
      const value = valueOf(control);
      if (value) before[control.dataset.cell ?? ""] = value;
    }
    const rows = parts(this.#list(box.dataset.elements ?? ""), "row-fields");
    const drawn = rows.map((row, index) => {
      const { title = "", question = "" } = readRow(row);
      const copy = copyOf(this.#form, "element");
      fill(copy, "element-title", title || `${this.#words.say("sheet.element")} ${index + 1}`);
      fill(copy, "element-question", question);
      const group = newId();
      for (const control of controls(copy, "[data-about]")) {
        control.dataset.cell = `${row.dataset.id}.${control.dataset.about}`;
        if (control.type === "radio") control.name = group;
        setValue(control, before[control.dataset.cell] ?? "");
      }
      return copy;
    });
    box.replaceChildren(...drawn);
  }

  /** An answer can be cleared once there is one. */
  #showClearing() {
    for (const button of parts(this.#form, "clear-answer")) {
      const radios = controls(this.#form, `[data-field="${button.dataset.clears}"]`);
      button.hidden = !radios.some((control) => valueOf(control));
    }
  }

  /** @param {string} name */
  #list(name) {
    const list = this.#form.querySelector(`[data-part="rows"][data-rows="${name}"]`);
    if (list instanceof HTMLElement) return list;
    throw new Error(`there are no rows of ${name}`);
  }
}

/**
 * @template T
 * @param {Record<string, T>} all
 * @param {Set<string>} listed
 * @returns {Record<string, T>} what no control shows, as from another version of the tool
 */
function unlisted(all, listed) {
  return Object.fromEntries(Object.entries(all).filter(([name]) => !listed.has(name)));
}

/**
 * @param {string} list
 * @returns {string} the section that a list of rows belongs to
 */
export function sectionOf(list) {
  return list.split(".")[0] ?? "";
}

/**
 * @param {ParentNode} root
 * @param {string} selector
 * @returns {Control[]}
 */
function controls(root, selector) {
  return /** @type {Control[]} */ ([...root.querySelectorAll(selector)]);
}

/** @param {Control} control */
function valueOf(control) {
  const unticked = control instanceof HTMLInputElement && ["radio", "checkbox"].includes(control.type) && !control.checked;
  return unticked ? "" : control.value;
}

/**
 * @param {Control} control
 * @param {string} value
 */
function setValue(control, value) {
  if (control instanceof HTMLInputElement && ["radio", "checkbox"].includes(control.type)) {
    control.checked = control.value === value;
  } else {
    const isUnknown = control instanceof HTMLSelectElement && ![...control.options].some((option) => option.value === value);
    if (isUnknown) control.append(new Option(value, value)); // of another version of the tool: it stays
    control.value = value;
  }
}

/**
 * @param {HTMLElement} row
 * @returns {Row}
 */
function readRow(row) {
  /** @type {Row} */
  const found = JSON.parse(row.dataset.unshown ?? "{}");
  if (row.dataset.id) found.id = row.dataset.id;
  for (const control of controls(row, "[data-cell]")) {
    const value = valueOf(control);
    if (value) found[control.dataset.cell ?? ""] = value;
  }
  return found;
}

/** @param {Row | undefined} row */
function isEmpty(row) {
  return Object.entries(row ?? {}).every(([name, text]) => name === "id" || !text.trim());
}

/** @param {HTMLElement} row */
function countUp(row) {
  const field = row.querySelector('[data-cell="count"]');
  if (field instanceof HTMLInputElement) field.value = String((Number.parseInt(field.value, 10) || 0) + 1);
}
