/**
 * How a sheet's lists of rows are named after the sections of its tool.
 */

/**
 * @typedef {import("../kept/sheets.js").Row} Row
 * @typedef {import("../contract.js").Section} Section
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
  for (const section of sections) {
    if (section.kind === "register") rows[section.id] = section.starts_with;
    if (section.kind === "lens") rows[`${section.id}.elements`] = section.elements.map((element) => ({ ...element }));
  }
  return rows;
}
