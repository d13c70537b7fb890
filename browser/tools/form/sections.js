/**
 * How a sheet's lists of rows are named after the sections of its tool.
 */

/**
 * @typedef {import("../../kept/sheets.js").Row} Row
 * @typedef {{id: string, starts_with?: Row[], elements?: Row[]}} Section
 */

/**
 * @param {string} list
 * @returns {string} the section that a list of rows belongs to
 */
export function sectionOf(list) {
  return list.split(".")[0] ?? "";
}

/**
 * @param {Section[]} sections
 * @returns {Record<string, Row[]>} the rows that each list begins with
 */
export function defaultRows(sections) {
  /** @type {Record<string, Row[]>} */
  const rows = {};
  for (const { id, starts_with, elements } of sections) {
    if (starts_with) rows[id] = starts_with;
    if (elements) rows[`${id}.elements`] = elements;
  }
  return rows;
}
