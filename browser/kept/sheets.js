/**
 * The sheets of all tools that this browser keeps, shared by every page of the site.
 */

import { newId } from "../common/ids.js";
import { Keeping, keptAs } from "../common/keeping.js";
import { listBack } from "./undo.js";

/**
 * @typedef {import("../contract.js").Row} Row
 * @typedef {import("../contract.js").Sheet} Sheet
 *
 * @typedef {{title: string, url: string}} ToolLink
 * @typedef {object} Site what a page knows of all tools
 * @property {{format: string, format_version: number, framework: {id: string}}} file what begins a file
 * @property {Record<string, ToolLink>} tools by id
 *
 * @typedef {{version: 1, sheets: Sheet[]}} Kept
 */

export class Sheets {
  /** @type {Keeping<Kept>} */
  #keeping;
  /** @type {Sheet[]} */
  #sheets;

  /** @param {{file: {framework: {id: string}}}} site */
  constructor({ file }) {
    this.#keeping = new Keeping(keptAs(file.framework.id, "tools"), isOurs);
    /** Whether there is something that cannot be read; it stays next to what is kept from now on. */
    this.hasUnread = this.#keeping.unread() !== "";
    this.#sheets = this.#keeping.read()?.sheets ?? [];
  }

  /** @returns {import("../common/keeping.js").State} */
  get state() {
    return this.#keeping.state;
  }

  /** @returns {Sheet[]} never changed in place */
  get all() {
    return this.#sheets;
  }

  /**
   * @param {string} tool
   * @returns {Sheet[]} the tool's sheets, the one changed last at the end
   */
  of(tool) {
    return this.#sheets.filter((sheet) => sheet.tool === tool);
  }

  /** @param {Sheet} sheet kept in place of the one with its id, as the last */
  put(sheet) {
    this.#takeNew();
    this.#set([...this.#sheets.filter(({ id }) => id !== sheet.id), sheet]);
  }

  /** @param {string} id */
  remove(id) {
    this.#takeNew();
    if (this.#sheets.some((sheet) => sheet.id === id)) this.#set(this.#sheets.filter((sheet) => sheet.id !== id));
  }

  /**
   * Keep sheets that came from elsewhere next to those here.
   * @param {Sheet[]} sheets of which those whose id is here already are left alone
   * @returns {() => void} takes the new ones away again
   */
  add(sheets) {
    this.#takeNew();
    const before = this.#sheets;
    const known = new Set(before.map(({ id }) => id));
    const after = [...before, ...sheets.filter(({ id }) => !known.has(id))];
    if (after.length === before.length) return () => {};
    this.#set(after);
    return () => {
      this.#takeNew();
      this.#set(listBack(this.#sheets, before, after));
    };
  }

  /**
   * Delete every sheet, also what could not be read.
   * @returns {() => void} puts the sheets back
   */
  clear() {
    const before = this.#sheets;
    this.#keeping.forgetUnread();
    this.hasUnread = false;
    this.#set([]);
    return () => {
      this.add(before);
    };
  }

  /** @param {boolean} wanted whether this browser is to keep sheets */
  keep(wanted) {
    if (wanted) {
      this.#keeping.switchOn();
      this.#set(this.#sheets);
    } else {
      this.#keeping.forgetUnread();
      this.#keeping.switchOff();
    }
  }

  /**
   * Hear when another tab has changed the sheets; they are up to date by then.
   * @param {() => void} listener
   */
  onElsewhere(listener) {
    this.#keeping.onElsewhere(() => {
      if (this.#takeNew()) listener();
    });
  }

  /** @returns {boolean} whether another tab had changed something */
  #takeNew() {
    const theirs = this.#keeping.readNew();
    if (theirs === undefined) return false;
    this.#sheets = theirs?.sheets ?? [];
    return true;
  }

  /** @param {Sheet[]} sheets */
  #set(sheets) {
    this.#sheets = sheets;
    if (sheets.length) this.#keeping.write({ version: 1, sheets });
    else this.#keeping.forget();
  }
}

/**
 * @param {string} tool
 * @returns {Sheet} nothing entered yet
 */
export function newSheet(tool) {
  return { id: newId(), tool, title: "", date: "", fields: {}, rows: {} };
}

/**
 * @param {Sheet} sheet
 * @param {import("../common/words.js").Words} words
 * @returns {string} what the sheet is called in a list
 */
export function nameOf({ title, date }, words) {
  const line = title.split("\n")[0]?.trim();
  if (line) return line.length > 60 ? `${line.slice(0, 59)}…` : line;
  return date ? words.say("sheet.untitled", { date: words.date(date) }) : words.say("sheet.untitled_new");
}

/**
 * @param {unknown} data
 * @returns {data is Kept}
 */
function isOurs(data) {
  const kept = /** @type {Partial<Kept>} */ (data);
  return kept.version === 1 && Array.isArray(kept.sheets) && kept.sheets.every(isSheet);
}

/** @param {Partial<Sheet>} sheet */
function isSheet(sheet) {
  const texts = [sheet?.id, sheet?.tool, sheet?.title, sheet?.date].every((text) => typeof text === "string");
  return texts && typeof sheet.fields === "object" && typeof sheet.rows === "object";
}
