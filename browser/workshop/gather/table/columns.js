/**
 * What each column of a table holds, for a person to say.
 */

import { copyOf, fill, onPress, part, show } from "../../../common/parts.js";
import { SeenList } from "../seen_list.js";
import { canBeChosen, columnsAsChosen, isToCheck, meaningOf } from "./reading.js";

/**
 * @typedef {import("../../../common/words.js").Words} Words
 * @typedef {import("../../../contract.js").Column} Column
 * @typedef {import("../../../contract.js").Enabler} Enabler
 * @typedef {import("../../../contract.js").ProposedMapping} ProposedMapping
 */

/** Headings of columns that are left out; of more nobody reads the names. */
const MOST_NAMED = 12;

export class Columns {
  #root;
  #enablers;
  #words;
  #checked;
  #others;
  /** @type {Column[]} */
  #columns = [];
  /** @type {Column[] | null} */
  #inOrder = null;
  /** What was chosen, by the column's number. @type {Map<number, string>} */
  #meanings = new Map();
  /** Everything that a column can hold: made once, and copied for each. @type {DocumentFragment | undefined} */
  #options;

  /**
   * @param {object} needs
   * @param {HTMLElement} needs.root
   * @param {Enabler[]} needs.enablers
   * @param {Words} needs.words
   */
  constructor({ root, enablers, words }) {
    this.#root = root;
    this.#enablers = enablers;
    this.#words = words;
    const list = (/** @type {string} */ rows, /** @type {string} */ more) =>
      new SeenList({
        place: part(root, rows, HTMLElement),
        more: part(root, more, HTMLElement),
        textOf: (count) => words.say("session.more_rows", { count }),
        draw: (/** @type {Column} */ column) => this.#row(column),
      });
    this.#checked = list("mapping-rows", "mapping-more");
    this.#others = list("other-rows", "other-more");
    onPress(root, "in-order", () => this.#takeInOrder());
  }

  /** @param {ProposedMapping} table */
  show({ columns, in_order }) {
    this.#columns = columns;
    this.#inOrder = in_order;
    this.#meanings = new Map();
    show(this.#root, "in-order-part", in_order !== null);
    this.#showRows();
    this.#showTitle();
  }

  /** Whoever has nothing to check there need not see it. */
  #showTitle() {
    const held = this.#columns.filter((column) => canBeChosen(column) && isToCheck(column));
    const isClear = held.every(({ role, sure, remark }) => sure && !remark && role !== "ignore");
    const title = isClear ? "session.columns_clear" : "session.columns";
    fill(this.#root, "columns-title", this.#words.say(title, { count: held.length }));
    part(this.#root, "columns-part", HTMLDetailsElement).open = !isClear;
  }

  /** @returns {Column[]} with what was chosen */
  get chosen() {
    return columnsAsChosen(this.#columns, this.#meanings);
  }

  /** The enablers, or their statements, one column after another. */
  #takeInOrder() {
    for (const column of this.#inOrder ?? []) this.#meanings.set(column.number, meaningOf(column));
    this.#showRows();
  }

  #showRows() {
    const possible = this.#columns.filter(canBeChosen);
    const [toCheck, others] = [possible.filter(isToCheck), possible.filter((column) => !isToCheck(column))];
    const dropped = this.#columns.filter((column) => !canBeChosen(column));
    const names = dropped.map(({ heading, letter }) => heading || this.#words.say("session.column", { letter }));
    const headings = names.slice(0, MOST_NAMED).join("; ") + (names.length > MOST_NAMED ? " …" : "");
    const told = { count: dropped.length, headings };
    fill(this.#root, "mapping-personal", this.#words.say("session.mapping_dropped", told));
    show(this.#root, "mapping-personal", dropped.length > 0);
    show(this.#root, "columns-part", toCheck.length > 0);
    show(this.#root, "other-part", others.length > 0);
    fill(this.#root, "other-title", this.#words.say("session.other_columns", { count: others.length }));
    this.#checked.show(toCheck);
    this.#others.show(others);
  }

  /** @param {Column} column */
  #row(column) {
    const row = copyOf(this.#root, "mapping-row");
    const header = column.heading || this.#words.say("session.column", { letter: column.letter });
    fill(row, "header", header);
    fill(row, "letter", column.heading ? column.letter : "");
    fill(row, "sample", column.samples.join(", "));
    const remark = column.remark ?? (column.sure ? "" : "unsure");
    fill(row, "unsure", remark && this.#words.say(`session.column_${remark}`));
    const select = part(row, "role", HTMLSelectElement);
    select.setAttribute("aria-label", this.#words.say("session.mapping_label", { header }));
    this.#options ??= fragmentOf(this.#meaningsToChoose());
    select.replaceChildren(this.#options.cloneNode(true));
    select.value = this.#meanings.get(column.number) ?? meaningOf(column);
    select.classList.toggle("is-unsure", !column.sure);
    select.addEventListener("change", () => this.#meanings.set(column.number, select.value));
    return row;
  }

  /** Everything that a column can hold, to choose from. @returns {HTMLElement[]} */
  #meaningsToChoose() {
    const say = (/** @type {string} */ key) => this.#words.say(`session.means_${key}`);
    const enablers = this.#enablers.map(({ id, number, title, statements }) => {
      const group = document.createElement("optgroup");
      group.label = `${number} ${title}`;
      group.replaceChildren(
        new Option(`${number} ${title}: ${say("mark")}`, `mark/${id}`),
        ...statements.map(({ id: statement, text }) => new Option(`${number} ${text}`, `statement/${id}/${statement}`)),
        new Option(`${number} ${title}: ${say("note")}`, `note/${id}`),
      );
      return group;
    });
    const others = ["group", "point-of-view", "date"].map((role) => new Option(say(role), role));
    return [new Option(say("ignore"), "ignore"), ...enablers, ...others];
  }
}

/** @param {Node[]} nodes */
function fragmentOf(nodes) {
  const fragment = document.createDocumentFragment();
  fragment.append(...nodes);
  return fragment;
}
