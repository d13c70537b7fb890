/**
 * Shifts "from … to …", and the enablers that they are for.
 */

import { SHIFT_FIELDS } from "../../contract.js";

/**
 * @typedef {import("../../contract.js").Shift} Shift
 * @typedef {Pick<import("../../contract.js").Enabler, "id" | "number" | "title" | "url" | "level" | "shifts" | "tools">} Enabler
 *
 * What the forms of this step work on.
 * @typedef {object} DecidePage
 * @property {HTMLElement} root
 * @property {import("../session.js").Session} session
 * @property {Enabler[]} enablers
 * @property {import("../../common/words.js").Words} words
 * @property {import("../../common/notices.js").Notices} notices
 */

/** The fields of a shift that the plan lists under it, in order; the others have places of their own. */
export const LISTED = SHIFT_FIELDS.filter((name) => !["level", "from", "to", "review_date"].includes(name));

/**
 * @param {Enabler} enabler
 * @returns {Shift} nothing written yet
 */
export function newShift({ level }) {
  return { ...Object.fromEntries(SHIFT_FIELDS.map((name) => [name, ""])), level };
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
