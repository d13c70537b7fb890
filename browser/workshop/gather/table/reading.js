/**
 * How a table is read, as a form's options say it and as Python takes it.
 */

/**
 * @typedef {import("../../../contract.js").Column} Column
 * @typedef {import("../../../contract.js").CellReading} CellReading
 * @typedef {import("../../../contract.js").OtherScale} OtherScale
 * @typedef {import("../../../contract.js").ReadAs} ReadAs
 * @typedef {import("../../../contract.js").StateWithoutMark} StateWithoutMark
 * @typedef {Pick<Column, "role" | "enabler" | "statement">} Holding what a column holds
 */

/** Roles of tables in other shapes, which stay as Python found them. */
const NOT_CHOSEN = ["personal", "person", "question", "answer", "count", "tag"];

/** The option of a value that nobody has decided about: its cells count as not answered, and are named. */
export const UNDECIDED = "";

/**
 * @param {Column} column
 * @returns {boolean} whether a person can say what it holds
 */
export function canBeChosen({ role, heading, samples }) {
  return !NOT_CHOSEN.includes(role) && (heading !== "" || samples.length > 0);
}

/**
 * @param {Column} column
 * @returns {boolean} whether somebody has to look at it: it holds something, or may
 */
export function isToCheck({ role, sure, samples, remark }) {
  return role !== "ignore" || !sure || samples.length > 0 || remark !== undefined;
}

/**
 * @param {Holding} column
 * @returns {string} the value of the option that stands for what it holds
 */
export function meaningOf({ role, enabler, statement }) {
  return [role, enabler, statement].filter(Boolean).join("/");
}

/**
 * @param {string} [meaning] the value of an option
 * @returns {Holding} what it stands for
 */
export function holding(meaning = "ignore") {
  const [role = "ignore", enabler = null, statement = null] = meaning.split("/");
  return { role: /** @type {Column["role"]} */ (role), enabler, statement };
}

/**
 * @param {Column[]} columns as they were proposed
 * @param {Map<number, string>} meanings that were chosen, by the column's number
 * @returns {Column[]}
 */
export function columnsAsChosen(columns, meanings) {
  return columns.map((column) => {
    const meaning = meanings.get(column.number);
    return meaning === undefined || meaning === meaningOf(column) ? column : { ...column, ...holding(meaning) };
  });
}

/**
 * @param {CellReading | null} reading
 * @returns {string} the value of the option that stands for it
 */
export function optionOf(reading) {
  if (!reading) return UNDECIDED;
  return "mark" in reading ? String(reading.mark) : reading.state;
}

/**
 * @param {string} option
 * @returns {CellReading} what the option stands for
 */
export function readingOf(option) {
  const mark = Number(option);
  return Number.isInteger(mark) ? { mark } : { state: /** @type {StateWithoutMark} */ (option) };
}

/**
 * @param {Map<string, string>} options that were chosen, by the text of the value
 * @returns {ReadAs} of those that were decided
 */
export function readAs(options) {
  const decided = [...options].filter(([, option]) => option !== UNDECIDED);
  return Object.fromEntries(decided.map(([text, option]) => [text, readingOf(option)]));
}

/**
 * @param {OtherScale} scale
 * @param {string} way that was chosen
 * @returns {Map<string, string>} the option of each number
 */
export function optionsOfWay({ choices }, way) {
  const chosen = choices.find((choice) => choice.way === way);
  return new Map(Object.entries(chosen?.read_as ?? {}).map(([text, reading]) => [text, optionOf(reading)]));
}
