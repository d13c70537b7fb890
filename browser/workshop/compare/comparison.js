/**
 * A comparison as Python gives it.
 */

/**
 * @typedef {import("../session.js").Counts} Counts
 *
 * @typedef {object} Row
 * @property {string} enabler
 * @property {number} number
 * @property {string} title
 * @property {string} url
 * @property {string} level
 * @property {Counts} counts
 * @property {number} marked
 * @property {string} median_text
 * @property {number | null} lowest
 * @property {number | null} highest
 * @property {string | null} word
 * @property {number | null} agreement
 * @property {string} plot
 * @property {import("../../common/tool_links.js").ToolLink[]} tools where the group sees little of it, or sees it differently
 *
 * @typedef {{median_text: string, word: string | null, marked: number, counts?: Counts}} Brief
 *
 * @typedef {object} Comparison
 * @property {number} people
 * @property {"nothing" | "ask" | "all"} showing
 * @property {number} least people, for anything to be shown
 * @property {number} freely people, for all to be shown without asking
 * @property {Row[]} rows
 * @property {string[]} talking_order
 * @property {{wide: string, narrow: string}} radar
 * @property {string} plan_radar the diagram with the priorities numbered
 * @property {{names: string[], people: number[], hidden: string[], rows: Record<string, Brief[]>,
 *   radar: {wide: string, narrow: string} | null} | null} groups
 * @property {Record<string, string> | null} own what the facilitator says of each enabler, in words
 * @property {{people: number, title: string, date: string, whole: boolean,
 *   rows: Record<string, Brief>} | null} earlier
 */

/**
 * @param {Comparison} comparison
 * @returns {Row[]} in the order in which to talk about them
 */
export function rowsToTalkAbout({ rows, talking_order }) {
  const byEnabler = new Map(rows.map((row) => [row.enabler, row]));
  return talking_order.flatMap((id) => byEnabler.get(id) ?? []);
}
