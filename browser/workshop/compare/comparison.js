/**
 * The order of a comparison.
 */

/**
 * @typedef {import("../../contract.js").Comparison} Comparison
 * @typedef {import("../../contract.js").ComparisonRow} Row
 */

/**
 * @param {Comparison} comparison
 * @returns {Row[]} in the order in which to talk about them
 */
export function rowsToTalkAbout({ rows, talking_order }) {
  const byEnabler = new Map(rows.map((row) => [row.enabler, row]));
  return talking_order.flatMap((id) => byEnabler.get(id) ?? []);
}
