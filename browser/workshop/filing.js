/**
 * Keeping a workshop: its file, its exports, and what this browser holds.
 */

import { today } from "../common/dates.js";
import { EngineError } from "../engine/engine.js";
import { picture } from "../common/handing.js";
import { askToStay } from "../common/keeping.js";
import { offerUndo } from "../common/notices.js";
import { fill, onPress, part, show } from "../common/parts.js";
import { isUntouched } from "./session.js";

/**
 * @typedef {import("../common/handing.js").Handing} Handing
 * @typedef {import("../common/notices.js").Notices} Notices
 * @typedef {import("../engine/scorer.js").Scorer<"workshop">} Scorer
 * @typedef {import("./session.js").Session} Session
 * @typedef {import("./session.js").Workshop} Workshop
 * @typedef {import("./session.js").WorkshopKeeping} WorkshopKeeping
 * @typedef {import("../common/words.js").Words} Words
 * @typedef {import("../contract.js").WorkshopExport["kind"]} TextKind what a button's `data-kind` may say
 */

/** Milliseconds: many people's answers take longer than one person's. */
const PATIENCE = 120_000;

export class Filing {
  #root;
  #session;
  #keeping;
  #sheets;
  #scorer;
  #words;
  #notices;
  #handing;
  /** Whether there are changes that neither the browser nor a file holds. */
  #unsaved = false;

  /**
   * @param {object} needs
   * @param {HTMLElement} needs.root
   * @param {Session} needs.session
   * @param {WorkshopKeeping} needs.keeping
   * @param {import("../tools/sheets.js").Sheets} needs.sheets
   * @param {Scorer} needs.scorer
   * @param {Words} needs.words
   * @param {Notices} needs.notices
   * @param {Handing} needs.handing
   */
  constructor({ root, session, keeping, sheets, scorer, words, notices, handing }) {
    this.#root = root;
    this.#session = session;
    this.#keeping = keeping;
    this.#sheets = sheets;
    this.#scorer = scorer;
    this.#words = words;
    this.#notices = notices;
    this.#handing = handing;
    for (const name of ["save-workshop", "delete-copy", "engine-file"]) onPress(root, name, () => this.#save());
    onPress(root, "engine-print", () => print());
    // Also those beside each plot, which come and go.
    root.addEventListener("click", ({ target }) => {
      const button = target instanceof Element ? target.closest('[data-part="export"]') : null;
      if (button instanceof HTMLElement) this.#export(button.dataset);
    });
    for (const [name, action] of /** @type {const} */ ([["open-file", "open-workshop"], ["merge-file", "merge"]])) {
      part(root, name, HTMLInputElement).addEventListener("change", () => this.#read(name, action));
    }
    this.#listenToKeeping();
    sheets.onElsewhere(() => this.#refresh());
    session.onChange(() => {
      this.#unsaved = true;
      this.#refresh();
    });
    addEventListener("beforeunload", (event) => {
      const lost = this.#unsaved && keeping.state !== "on";
      if (lost && !isUntouched(session.workshop)) event.preventDefault();
    });
    this.#refresh();
  }

  #listenToKeeping() {
    const root = this.#root;
    const toggle = part(root, "keep-switch", HTMLInputElement);
    toggle.addEventListener("change", () => {
      if (toggle.checked) {
        this.#keeping.switchOn();
        this.#session.keep();
      } else {
        this.#keeping.switchOff();
        this.#unsaved = true;
      }
      this.#refresh();
      this.#notices.announce(part(root, "keep-state", HTMLElement).textContent ?? "");
    });
    onPress(root, "delete", () => this.#askToDelete(true));
    onPress(root, "delete-no", () => {
      this.#askToDelete(false);
      part(root, "delete", HTMLElement).focus();
    });
    onPress(root, "delete-yes", () => {
      this.#askToDelete(false);
      const before = this.#session.workshop;
      this.#session.clear();
      offerUndo(this.#notices, this.#words, this.#words.say("session.deleted"), () => this.#session.put(before));
      part(this.#root, "notice-text", HTMLElement).focus();
    });
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
        const made = await this.#scorer.ask("export", { workshop, kind }, options);
        this.#handing.save(new Blob([bytesOf(made.base64)], { type: made.media_type }), made.filename);
        return;
      }
      const asked = { workshop, kind: /** @type {TextKind} */ (kind), enabler };
      const { filename, media_type, text } = await this.#scorer.ask("export", asked, { timeoutMs: PATIENCE });
      if (asPicture) this.#handing.save(await picture(text), filename.replace(/\.svg$/, ".png"));
      else this.#handing.save(new Blob([text], { type: media_type }), filename);
    } catch (error) {
      const isProblem = error instanceof EngineError && error.kind === "problem";
      this.#notices.show(isProblem ? this.#words.refusal(error) : this.#words.say("session.export_failed"));
    }
  }

  /**
   * @param {string} name the file field
   * @param {"open-workshop" | "merge"} action
   */
  async #read(name, action) {
    const field = part(this.#root, name, HTMLInputElement);
    const file = field.files?.[0];
    if (!file) return;
    const before = this.#session.workshop;
    const sheets = this.#sheets.all;
    try {
      const text = await file.text();
      field.value = "";
      const { workshop, notices } = await this.#scorer.ask(action, { workshop: this.#session.whole, text });
      this.#showError("");
      const undo = this.#session.apply(before, workshop);
      const done = action === "merge" ? "session.file_merged" : "session.file_opened";
      const remarks = notices.map((notice) => this.#words.problem(notice));
      const nothingHere = isUntouched(before) && this.#sheets.all === sheets;
      if (nothingHere) this.#notices.show(this.#words.say(done), { more: remarks });
      else offerUndo(this.#notices, this.#words, this.#words.say(done), undo, remarks);
      part(this.#root, "notice-text", HTMLElement).focus();
    } catch (error) {
      const isProblem = error instanceof EngineError && error.kind === "problem";
      this.#showError(isProblem ? this.#words.refusal(error) : this.#words.say("session.engine_needed"));
    }
  }

  /** @param {string} text */
  #showError(text) {
    const error = part(this.#root, "file-error", HTMLElement);
    error.textContent = text;
    error.hidden = text === "";
    if (text) error.focus();
  }

  /** @param {boolean} asked */
  #askToDelete(asked) {
    show(this.#root, "delete-panel", asked);
    part(this.#root, "delete", HTMLElement).setAttribute("aria-expanded", String(asked));
    if (asked) part(this.#root, "delete-title", HTMLElement).focus();
  }

  #refresh() {
    const { state } = this.#keeping;
    const toggle = part(this.#root, "keep-switch", HTMLInputElement);
    toggle.checked = state === "on" || state === "full";
    toggle.disabled = state === "blocked";
    fill(this.#root, "keep-state", this.#words.say(`session.keep_${state}`));
    part(this.#root, "keep", HTMLElement).classList.toggle("is-warning", state === "blocked" || state === "full");
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
