/**
 * Keeping a workshop: its file, its exports, and what this browser holds.
 */

import { today } from "../../common/dates.js";
import { picture } from "../../common/handing.js";
import { askToStay } from "../../common/keeping.js";
import { offerUndo } from "../../common/notices.js";
import { fill, onPress, part, show } from "../../common/parts.js";
import { onFileChosen } from "../../engine/opening.js";
import { reason } from "../../engine/reason.js";
import { askBeforeDeleting, KeepSwitch, warnBeforeLeaving } from "../../kept/keep_panel.js";
import { isUntouched } from "../session.js";

/**
 * @typedef {import("../../common/handing.js").Handing} Handing
 * @typedef {import("../../common/notices.js").Notices} Notices
 * @typedef {import("../../common/words.js").Words} Words
 * @typedef {import("../../engine/scorer.js").Scorer<"workshop">} Scorer
 * @typedef {import("../session.js").Session} Session
 * @typedef {import("../session.js").WorkshopKeeping} WorkshopKeeping
 * @typedef {import("../../contract.js").WorkshopExport["kind"]} TextKind what a button's `data-kind` may say, besides workbooks
 * @typedef {"open-workshop" | "merge"} Action
 */

/** Milliseconds: many people's answers take longer than one person's. */
const PATIENCE = 120_000;

export class Filing {
  #root;
  #session;
  #sheets;
  #tables;
  #scorer;
  #words;
  #notices;
  #handing;
  #keepSwitch;
  /** Whether there are changes that neither the browser nor a file holds. */
  #unsaved = false;

  /**
   * @param {object} needs
   * @param {HTMLElement} needs.root
   * @param {Session} needs.session
   * @param {WorkshopKeeping} needs.keeping
   * @param {import("../../kept/sheets.js").Sheets} needs.sheets
   * @param {import("../gather/table/remembered.js").RememberedTables} needs.tables how tables were read
   * @param {Scorer} needs.scorer
   * @param {Words} needs.words
   * @param {Notices} needs.notices
   * @param {Handing} needs.handing
   */
  constructor({ root, session, keeping, sheets, tables, scorer, words, notices, handing }) {
    this.#root = root;
    this.#session = session;
    this.#sheets = sheets;
    this.#tables = tables;
    this.#scorer = scorer;
    this.#words = words;
    this.#notices = notices;
    this.#handing = handing;
    this.#keepSwitch = new KeepSwitch({
      root,
      notices,
      state: () => keeping.state,
      textOf: (state) => words.say(`session.keep_${state}`),
      onSwitch: (wanted) => this.#switchKeeping(keeping, wanted),
    });
    for (const name of ["save-workshop", "delete-copy", "engine-file"]) onPress(root, name, () => this.#save());
    onPress(root, "engine-print", () => print());
    // Also those next to each plot, which come and go.
    root.addEventListener("click", ({ target }) => {
      const button = target instanceof Element ? target.closest('[data-part="export"]') : null;
      if (button instanceof HTMLElement) this.#export(button.dataset);
    });
    const options = { problem: "file-error", withoutPython: "session.engine_needed", words };
    for (const [name, action] of /** @type {const} */ ([
      ["open-file", "open-workshop"],
      ["merge-file", "merge"],
    ])) {
      onFileChosen(root, name, options, (text) => this.#read(text, action));
    }
    askBeforeDeleting(root, () => this.#delete());
    sheets.onElsewhere(() => this.#refresh());
    session.onChange(() => {
      this.#unsaved = true;
      this.#refresh();
    });
    warnBeforeLeaving(() => this.#unsaved && keeping.state !== "on" && !isUntouched(session.workshop));
    this.#refresh();
  }

  /**
   * @param {WorkshopKeeping} keeping
   * @param {boolean} wanted
   */
  #switchKeeping(keeping, wanted) {
    if (wanted) {
      keeping.switchOn();
      this.#session.keep();
    } else {
      keeping.switchOff();
      this.#tables.forget();
      this.#unsaved = true;
    }
  }

  #delete() {
    this.#tables.forget();
    const putBack = this.#session.clear();
    offerUndo(this.#notices, this.#words, this.#words.say("session.deleted"), putBack);
    this.#notices.focus();
  }

  #save() {
    const { workshop } = this.#session;
    const name = [workshop.framework.id, "workshop", workshop.date || today()].join("-");
    const wanted = part(this.#root, "file-sheets", HTMLInputElement).checked;
    const whole = wanted && this.#sheets.all.length > 0;
    this.#handing.saveData(whole ? this.#session.whole : workshop, `${name}.json`);
    askToStay();
    this.#unsaved = false;
  }

  /** @param {{kind?: string, picture?: string, enabler?: string}} what a button's own data */
  async #export({ kind = "", picture: asPicture, enabler }) {
    const { workshop } = this.#session;
    try {
      if (kind === "xlsx" || kind === "people-xlsx") {
        const options = { pack: /** @type {const} */ ("spreadsheet"), timeoutMs: PATIENCE };
        const { shown } = this.#session;
        const made = await this.#scorer.ask("export", { workshop, kind, shown }, options);
        this.#session.shown = made.shown ?? shown;
        this.#handing.save(new Blob([bytesOf(made.base64)], { type: made.media_type }), made.filename);
        return;
      }
      const { shown, by } = this.#session;
      const asked = { workshop, kind: /** @type {TextKind} */ (kind), enabler, by, shown };
      const made = await this.#scorer.ask("export", asked, { timeoutMs: PATIENCE });
      this.#session.shown = made.shown ?? shown;
      const { filename, media_type, text } = made;
      if (asPicture) this.#handing.save(await picture(text), filename.replace(/\.svg$/, ".png"));
      else this.#handing.save(new Blob([text], { type: media_type }), filename);
    } catch (error) {
      this.#notices.show(reason(error, this.#words, "session.export_failed"));
    }
  }

  /**
   * @param {string} text of a file
   * @param {Action} action
   */
  async #read(text, action) {
    const before = this.#session.workshop;
    const sheets = this.#sheets.all;
    const { workshop, notices, counts } = await this.#scorer.ask(action, { workshop: this.#session.whole, text });
    const undo = this.#session.apply(before, workshop);
    const { added = 0, completed = 0, here = 0 } = counts ?? {};
    const values = { added, here: here + completed };
    const merged = this.#words.say("session.file_merged", values);
    const done = action === "merge" ? merged : this.#words.say("session.file_opened");
    const remarks = this.#words.problems(notices);
    const nothingHere = isUntouched(before) && this.#sheets.all === sheets;
    if (nothingHere) this.#notices.show(done, { more: remarks });
    else offerUndo(this.#notices, this.#words, done, undo, remarks);
    this.#notices.focus();
  }

  #refresh() {
    this.#keepSwitch.show();
    const count = this.#sheets.all.length;
    show(this.#root, "file-sheets-part", count > 0);
    fill(this.#root, "file-sheets-label", this.#words.say("session.file_sheets", { count }));
    show(this.#root, "delete", !isUntouched(this.#session.workshop));
  }
}

/** @param {string} base64 */
function bytesOf(base64) {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}
