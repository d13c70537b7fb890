/**
 * What the sheet's page and the index of tools do alike: the switch for keeping, files out and in.
 */

import { askToStay } from "../common/keeping.js";
import { offerUndo } from "../common/notices.js";
import { onFileChosen } from "../engine/opening.js";
import { KeepSwitch, warnBeforeLeaving } from "../kept/keep_panel.js";

/**
 * @typedef {import("../kept/sheets.js").Sheet} Sheet
 * @typedef {import("../kept/sheets.js").Site} Site
 *
 * @typedef {object} Needs
 * @property {HTMLElement} root
 * @property {Site} site
 * @property {import("../kept/sheets.js").Sheets} sheets
 * @property {import("../engine/scorer.js").Scorer<"tools">} scorer
 * @property {import("../common/words.js").Words} words
 * @property {import("../common/notices.js").Notices} notices
 * @property {import("../common/handing.js").Handing} handing
 */

export class SheetFiles {
  #needs;
  #onChange;
  #keepSwitch;
  /** The sheets that no file holds as they are now. @type {Set<string>} */
  #unsaved = new Set();

  /**
   * @param {Needs} needs
   * @param {(added: Sheet[]) => void} onChange shows the sheets as they are now, with those that a
   *   file has brought
   */
  constructor(needs, onChange) {
    this.#needs = needs;
    this.#onChange = onChange;
    const { root, sheets, words, notices } = needs;
    this.#keepSwitch = new KeepSwitch({
      root,
      notices,
      state: () => sheets.state,
      textOf: (state) => words.say(`sheet.keep_${state}`),
      onSwitch: (wanted) => {
        sheets.keep(wanted);
        this.changed(...sheets.all.map(({ id }) => id));
      },
    });
    const options = { problem: "file-error", withoutPython: "sheet.engine_needed", words };
    onFileChosen(root, "open-file", options, (text) => this.#open(text));
    warnBeforeLeaving(() => sheets.state !== "on" && sheets.all.some(({ id }) => this.#unsaved.has(id)));
    this.show();
  }

  /**
   * Something was entered, or came from a file.
   * @param {string[]} ids of the sheets
   */
  changed(...ids) {
    for (const id of ids) this.#unsaved.add(id);
  }

  /** Say what this browser keeps. */
  show() {
    this.#keepSwitch.show();
  }

  /**
   * Save sheets as a file that the workshop's page opens too. This needs no Python.
   * @param {Sheet[]} sheets
   * @param {string} name
   */
  save(sheets, name) {
    const { handing, site } = this.#needs;
    handing.saveData({ ...site.file, tool_records: sheets }, name);
    askToStay();
    for (const { id } of sheets) this.#unsaved.delete(id);
  }

  /** @param {string} text of a file */
  async #open(text) {
    const { site, sheets, scorer, words, notices } = this.#needs;
    const asked = { text, sheets: sheets.all, tools: Object.keys(site.tools) };
    const answer = await scorer.ask("read", asked);
    const remarks = words.problems(answer.notices);
    if (!answer.added) return notices.show(words.say("sheet.opened_none"), { more: remarks });
    const known = new Set(sheets.all.map(({ id }) => id));
    const takeAway = sheets.add(answer.sheets);
    const added = answer.sheets.filter(({ id }) => !known.has(id));
    this.changed(...added.map(({ id }) => id));
    this.#onChange(added);
    const undo = () => {
      takeAway();
      this.#onChange([]);
    };
    offerUndo(notices, words, words.say("sheet.opened", { count: answer.added }), undo, remarks);
    notices.focus();
  }
}
