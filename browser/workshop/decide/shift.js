/**
 * Shifts "from … to …", and the enablers that they are for.
 */

/**
 * @typedef {import("../session.js").Shift} Shift
 * @typedef {{id: string, number: number, title: string, url: string, level: string,
 *   shifts: {from: string, to: string}[], tools: import("../../common/tool_links.js").ToolLink[]}} Enabler
 */

/** The fields of a shift that the plan lists under it, in order. */
export const LISTED = ["why", "start", "stop", "first_step", "owner", "local", "regional", "national"];

/**
 * @param {Enabler} enabler
 * @returns {Shift} nothing written yet
 */
export function newShift({ level }) {
  const names = ["from", "to", ...LISTED, "review_date"];
  return { level, ...Object.fromEntries(names.map((name) => [name, ""])) };
}

/**
 * @param {Shift} shift
 * @returns {boolean} whether nobody has written anything in it
 */
export function isUnwritten(shift) {
  return Object.entries(shift).every(([name, value]) => name === "level" || !value);
}

/**
 * @param {Enabler[]} enablers
 * @param {string} id
 * @returns {Enabler} of one that this framework does not have there is only the id
 */
export function enablerOf(enablers, id) {
  const known = enablers.find((each) => each.id === id);
  return known ?? { id, number: 0, title: id, url: "#decide", level: "", shifts: [], tools: [] };
}

/** @param {Enabler} enabler @returns {string} */
export function nameOf({ number, title }) {
  return number ? `${number} ${title}` : title;
}
