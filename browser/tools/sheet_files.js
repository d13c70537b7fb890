/**
 * What the sheet's page and the index of tools do alike: the switch for keeping, files out and in.
 */

import { EngineError } from "../engine/engine.js";
import { askToStay } from "../common/keeping.js";
import { offerUndo } from "../common/notices.js";
import { fill, part } from "../common/parts.js";

/**
 * @typedef {import("./sheets.js").Sheet} Sheet
 * @typedef {import("./sheets.js").Site} Site
 *
 * @typedef {object} Needs
 * @property {HTMLElement} root
 * @property {Site} site
 * @property {import("./sheets.js").Sheets} sheets
 * @property {import("../engine/scorer.js").Scorer<"tools">} scorer
 * @property {import("../common/words.js").Words} words
 * @property {import("../common/notices.js").Notices} notices
 * @property {import("../common/handing.js").Handing} handing
 */

export class SheetFiles {
  #needs;
  #onChange;
  /** Whether there is something that neither the browser nor a file holds. */
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
    const { root, sheets } = needs;
    const toggle = part(root, "keep-switch", HTMLInputElement);
    toggle.addEventListener("change", () => {
      sheets.keep(toggle.checked);
      this.changed(...sheets.all.map(({ id }) => id));
      this.show();
      needs.notices.announce(part(root, "keep-state", HTMLElement).textContent ?? "");
    });
    part(root, "open-file", HTMLInputElement).addEventListener("change", () => this.#open());
    addEventListener("beforeunload", (event) => {
      const unsaved = sheets.all.some(({ id }) => this.#unsaved.has(id));
      if (unsaved && sheets.state !== "on") event.preventDefault();
    });
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
    const { root, sheets, words } = this.#needs;
    const { state } = sheets;
    const toggle = part(root, "keep-switch", HTMLInputElement);
    toggle.checked = state === "on" || state === "full";
    toggle.disabled = state === "blocked";
    fill(root, "keep-state", words.say(`sheet.keep_${state}`));
    part(root, "keep", HTMLElement).classList.toggle("is-warning", state === "blocked" || state === "full");
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

  async #open() {
    const { root, site, sheets, scorer, words } = this.#needs;
    const field = part(root, "open-file", HTMLInputElement);
    const file = field.files?.[0];
    if (!file) return;
    try {
      const text = await file.text();
      field.value = "";
      const asked = { text, sheets: sheets.all, tools: Object.keys(site.tools) };
      const answer = await scorer.ask("read", asked);
      this.#showError("");
      this.#take(answer);
    } catch (error) {
      const isProblem = error instanceof EngineError && error.kind === "problem";
      this.#showError(isProblem ? words.refusal(error) : words.say("sheet.engine_needed"));
    }
  }

  /** @param {import("../contract.js").SheetsRead} answer */
  #take({ sheets: all, added: count, notices: told }) {
    const { sheets, words, notices } = this.#needs;
    const before = sheets.all;
    const remarks = told.map((notice) => words.problem(notice));
    if (!count) {
      notices.show(words.say("sheet.opened_none"), { more: remarks });
      return;
    }
    const known = new Set(before.map(({ id }) => id));
    const takeAway = sheets.add(all);
    const added = all.filter(({ id }) => !known.has(id));
    this.changed(...added.map(({ id }) => id));
    this.#onChange(added);
    offerUndo(notices, words, words.say("sheet.opened", { count }), () => {
      takeAway();
      this.#onChange([]);
    }, remarks);
    part(this.#needs.root, "notice-text", HTMLElement).focus();
  }

  /** @param {string} text */
  #showError(text) {
    const error = part(this.#needs.root, "file-error", HTMLElement);
    error.textContent = text;
    error.hidden = text === "";
    if (text) error.focus();
  }
}
