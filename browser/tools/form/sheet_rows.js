/**
 * The lists of rows in a worksheet's form, and the elements that other rows are seen through.
 *
 * Rows are made from the template of their list; a cell of a row carries its name in `data-cell`.
 */

import { controls, setValue, valueIn } from "../../common/fields.js";
import { newId } from "../../common/ids.js";
import { copyOf, fill, part, parts } from "../../common/parts.js";

/** @typedef {import("../../kept/sheets.js").Row} Row */

export class SheetRows {
  #form;
  #words;
  /** The rows that a list begins with. @type {Record<string, Row[]>} */
  #defaults;
  /** The lists of elements that other lists' rows are seen through. @type {Set<string>} */
  #elements;
  /** The lists that the form does not show, as from another version of the tool. @type {Record<string, Row[]>} */
  #unshown = {};

  /**
   * @param {HTMLElement} form
   * @param {Record<string, Row[]>} defaults
   * @param {import("../../common/words.js").Words} words
   */
  constructor(form, defaults, words) {
    this.#form = form;
    this.#defaults = defaults;
    this.#words = words;
    this.#elements = new Set(parts(form, "through").map((box) => box.dataset.elements ?? ""));
    for (const template of form.querySelectorAll('template[data-part="row"]')) {
      const inside = template instanceof HTMLTemplateElement && template.content.querySelector('[data-part="through"]');
      if (inside instanceof HTMLElement) this.#elements.add(inside.dataset.elements ?? "");
    }
  }

  /** @returns {Record<string, Row[]>} what stands in each list; empty rows at the end are left out */
  read() {
    const rows = { ...this.#unshown };
    for (const list of parts(this.#form, "rows")) {
      const found = parts(list, "row-fields").map(readRow);
      while (found.length && isEmpty(found.at(-1))) found.pop();
      const name = list.dataset.rows ?? "";
      // Without elements of one's own, and before scripts have drawn any, the declared ones hold.
      rows[name] = !found.length && this.#elements.has(name) ? (this.#defaults[name] ?? []) : found;
    }
    return rows;
  }

  /** @param {Record<string, Row[]>} rows */
  fill(rows) {
    const lists = parts(this.#form, "rows");
    this.#unshown = unlisted(rows, new Set(lists.map(({ dataset }) => dataset.rows ?? "")));
    // Elements first: other rows are seen through them.
    lists.sort(
      (a, b) => Number(this.#elements.has(b.dataset.rows ?? "")) - Number(this.#elements.has(a.dataset.rows ?? "")),
    );
    for (const list of lists) {
      const name = list.dataset.rows ?? "";
      const given = rows[name] ?? this.#defaults[name] ?? [];
      const blank = this.#elements.has(name) || (rows[name]?.length ?? 0) > 0 ? [] : [{}];
      this.#draw(list, [...given, ...blank]);
    }
  }

  /**
   * Something was entered in a control: other rows may be seen through it.
   * @param {Element} control
   */
  follow(control) {
    const list = control.closest('[data-part="rows"]');
    if (list instanceof HTMLElement) this.#followList(list.dataset.rows ?? "");
  }

  /** @param {string} name of a list that gets an empty row */
  add(name) {
    const list = this.#list(name);
    list.append(this.#newRow(name, {}));
    this.#number(list);
    this.#followList(name);
    const added = parts(list, "row-fields").at(-1);
    if (added) controls(added, "[data-cell]")[0]?.focus();
  }

  /**
   * @param {HTMLElement} row
   * @returns {{list: string, name: string, wasEmpty: boolean} | undefined} where it was, what it
   *   was called, and whether nothing stood in it
   */
  remove(row) {
    const list = row.closest('[data-part="rows"]');
    if (!(list instanceof HTMLElement)) return undefined;
    const called = part(row, "row-name", HTMLElement).textContent ?? "";
    const next = row.nextElementSibling ?? row.previousElementSibling;
    row.remove();
    this.#number(list);
    const name = list.dataset.rows ?? "";
    this.#followList(name);
    if (next instanceof HTMLElement) part(next, "row-name", HTMLElement).focus();
    else
      parts(this.#form, "row-add")
        .find(({ dataset }) => dataset.rows === name)
        ?.focus();
    return { list: name, name: called, wasEmpty: isEmpty(readRow(row)) };
  }

  /** Put the elements of a list back as they were declared. @param {string} name */
  resetElements(name) {
    this.#draw(this.#list(name), this.#defaults[name] ?? []);
    this.#redrawElements();
  }

  /**
   * @param {HTMLElement} list
   * @param {Row[]} rows
   */
  #draw(list, rows) {
    list.replaceChildren(...rows.map((row) => this.#newRow(list.dataset.rows ?? "", row)));
    this.#number(list);
  }

  /**
   * @param {string} name of a list
   * @param {Row} given
   * @returns {DocumentFragment}
   */
  #newRow(name, given) {
    const copy = copyOf(this.#form, "row", `[data-rows="${name}"]`);
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

  /** @param {string} name of a list that has changed */
  #followList(name) {
    if (this.#elements.has(name)) this.#redrawElements();
  }

  #redrawElements() {
    for (const box of parts(this.#form, "through")) this.#drawElements(box);
  }

  /** Ask about each element, keeping what was answered. @param {HTMLElement} box */
  #drawElements(box) {
    /** @type {Row} */
    const before = {};
    for (const control of controls(box, "[data-cell]")) {
      const value = valueIn(control);
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
export function unlisted(all, listed) {
  return Object.fromEntries(Object.entries(all).filter(([name]) => !listed.has(name)));
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
    const value = valueIn(control);
    if (value) found[control.dataset.cell ?? ""] = value;
  }
  return found;
}

/** @param {Row | undefined} row */
function isEmpty(row) {
  return Object.entries(row ?? {}).every(([name, text]) => name === "id" || !text.trim());
}
