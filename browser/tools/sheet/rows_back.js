/**
 * Undoing a change of a sheet's rows.
 */

import { listBack } from "../../kept/undo.js";
import { sectionOf } from "../sections.js";

/** @typedef {Record<string, import("../../kept/sheets.js").Row[]>} Rows by list */

/**
 * @param {string} section whose lists the change was to
 * @param {Rows} now
 * @param {Rows} before
 * @param {Rows} after what the change made of them
 * @returns {Rows} in which that change is undone; the lists of other sections are as they are now
 */
export function rowsBack(section, now, before, after) {
  const rows = { ...now };
  for (const list of Object.keys({ ...before, ...after })) {
    if (sectionOf(list) === section) rows[list] = listBack(now[list] ?? [], before[list] ?? [], after[list] ?? []);
  }
  return rows;
}
