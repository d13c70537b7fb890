/**
 * A table that a person has to look at before it is read: its sheets, columns, values and rows.
 */

import { showProblem } from "../../../common/notices.js";
import { fill, onPress, part, show } from "../../../common/parts.js";
import { Columns } from "./columns.js";
import { PartsOfFile } from "./parts_of_file.js";
import { Values } from "./values.js";

/**
 * @typedef {import("../../../common/words.js").Words} Words
 * @typedef {import("../../../contract.js").GatherTable} GatherTable
 * @typedef {import("../../../contract.js").ProposedMapping} ProposedMapping
 * @typedef {Omit<GatherTable, "workshop" | "group">} Decision how the table is to be read
 */

/** Layouts that are not what a person expects of a table. */
const TOLD = ["turned", "long", "counts", "codes"];

export class TableForm {
  #root;
  #words;
  #columns;
  #values;
  #parts;
  /** What waits to be confirmed. @type {ProposedMapping | undefined} */
  #table;
  #source = "";

  /**
   * @param {object} needs
   * @param {HTMLElement} needs.root
   * @param {import("../../../contract.js").Framework} needs.framework
   * @param {import("../../../contract.js").Enabler[]} needs.enablers
   * @param {Words} needs.words
   * @param {(decision: Decision, shape: string, source: string) => void} needs.onConfirm
   * @param {() => void} needs.onLeave
   */
  constructor({ root, framework, enablers, words, onConfirm, onLeave }) {
    this.#root = root;
    this.#words = words;
    this.#columns = new Columns({ root, enablers, words });
    this.#values = new Values({ root, framework, words });
    this.#parts = new PartsOfFile({ root, words });
    onPress(root, "mapping-yes", () => {
      const table = this.#table;
      if (!table) return;
      const problem = this.#problem();
      showProblem(root, "mapping-error", problem && words.say(`session.${problem}`));
      if (problem) return;
      show(root, "mapping", false);
      onConfirm(this.#decision(table), table.shape, this.#source);
    });
    onPress(root, "mapping-no", () => {
      show(root, "mapping", false);
      onLeave();
    });
  }

  /** @returns {boolean} whether it waits for a person */
  get isOpen() {
    return !part(this.#root, "mapping", HTMLElement).hidden;
  }

  /**
   * @param {ProposedMapping} table
   * @param {string} source the file's name, or empty
   */
  ask(table, source) {
    this.#table = table;
    this.#source = source;
    fill(this.#root, "mapping-title", this.#words.say("session.mapping", { name: source }));
    const told = [
      table.remembered && this.#words.say("session.mapping_remembered"),
      TOLD.includes(table.layout) && this.#words.say(`session.layout_${table.layout}`),
      this.#howMany(table),
    ];
    fill(this.#root, "mapping-about", told.filter(Boolean).join(" "));
    showProblem(this.#root, "mapping-error", "");
    this.#columns.show(table);
    this.#values.show(table);
    this.#parts.show(table);
    show(this.#root, "mapping", true);
    part(this.#root, "mapping-title", HTMLElement).focus();
  }

  /** Show it as it was left, to be corrected. */
  reopen() {
    show(this.#root, "mapping", true);
  }

  /** @param {ProposedMapping} table */
  #howMany({ rows, counts, sheets }) {
    if (counts) {
      const fewer = counts.fewer.join("; ");
      return [
        this.#words.say("session.mapping_counts", { count: counts.people }),
        fewer && this.#words.say("session.mapping_fewer", { titles: fewer }),
      ]
        .filter(Boolean)
        .join(" ");
    }
    return sheets.length ? "" : this.#words.say("session.mapping_people", { count: rows });
  }

  /** @returns {string} the words for what is still missing */
  #problem() {
    if (this.#parts.sheets?.length === 0) return "sheets_none";
    if (this.#lacksAnswers()) return "columns_none";
    return this.#values.isOpen ? "scale_open" : "";
  }

  /** @returns {boolean} whether no column of people's answers is read as one */
  #lacksAnswers() {
    const isOfPeople = ["people", "turned"].includes(this.#table?.layout ?? "");
    return isOfPeople && !this.#columns.chosen.some(({ role }) => role === "mark" || role === "statement");
  }

  /** @param {ProposedMapping} table @returns {Decision} */
  #decision({ layout, header_row }) {
    const { sheets } = this.#parts;
    return {
      mapping: { layout, header_row, columns: this.#columns.chosen },
      read_as: this.#values.chosen,
      keep_rows: this.#parts.kept,
      ...(sheets ? { sheets } : {}),
    };
  }
}
