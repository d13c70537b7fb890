/**
 * A case study's tool: joins the sheet's form, its result, and what is kept.
 */

import { today } from "../common/dates.js";
import { EngineError } from "../engine/engine.js";
import { drawBlocks } from "./finished_page.js";
import { Handing } from "../common/handing.js";
import { Notices, offerUndo } from "../common/notices.js";
import { embedded, fill, onPress, part, parts, show } from "../common/parts.js";
import { printOnly } from "../common/printing.js";
import { Scorer } from "../engine/scorer.js";
import { SheetFiles } from "./sheet_files.js";
import { SheetForm, sectionOf } from "./sheet_form.js";
import { Sheets, nameOf, newId, newSheet } from "./sheets.js";
import { Words } from "../common/words.js";

/**
 * @typedef {import("./finished_page.js").Block} Block
 * @typedef {import("./sheet_form.js").Entered} Entered
 * @typedef {import("./sheets.js").Row} Row
 * @typedef {import("./sheets.js").Sheet} Sheet
 * @typedef {import("./sheets.js").Site} Site
 * @typedef {import("../contract.js").Tool} Tool
 */

class ToolPage {
  #root;
  #tool;
  #words;
  #notices;
  #sheets;
  #scorer;
  #handing;
  #files;
  #form;
  /** @type {Sheet} */
  #sheet;
  /** What the form holds before anything is entered. */
  #untouched;
  /** What was entered before the scripts were there. @type {Entered} */
  #early;
  /** Whether a result is being worked out, and whether another is wanted by then. */
  #working = { now: false, again: false };
  #verdict = "";
  /** Puts back what was entered, while a blank form stands in its place. @type {(() => void) | undefined} */
  #blank;

  /** @param {HTMLElement} root */
  constructor(root) {
    const site = /** @type {Site} */ (embedded("sheet-site"));
    const tool = /** @type {Tool} */ (embedded("sheet-tool"));
    const data = /** @type {import("../common/words.js").WordData} */ (embedded("sheet-words"));
    const words = new Words(data, root.dataset.locale ?? "en-GB");
    const notices = new Notices(root);
    const scorer = new Scorer(root, { tool, words: words.areas("tool") }, words, notices, {
      pack: "tools",
      area: "sheet",
    });
    const handing = new Handing(words, notices);
    this.#root = root;
    this.#tool = tool;
    this.#words = words;
    this.#notices = notices;
    this.#sheets = new Sheets(site);
    this.#scorer = scorer;
    this.#handing = handing;
    const form = part(root, "form", HTMLElement);
    this.#form = new SheetForm(form, defaultRows(tool), words, (removed) => this.#entered(removed));
    this.#sheet = newSheet(tool.id);
    this.#early = this.#form.read();
    this.#form.fill(this.#sheet);
    this.#untouched = JSON.stringify({ ...this.#form.read(), date: "" });
    const needs = { root, site, sheets: this.#sheets, scorer, words, notices, handing };
    this.#files = new SheetFiles(needs, (added) => this.#opened(added));
    this.#listen(form);
  }

  begin() {
    this.#root.classList.add("is-scripted");
    if (JSON.stringify({ ...this.#early, date: "" }) !== this.#untouched) {
      this.#form.fill(this.#early);
      this.#entered();
    } else {
      this.#show(this.#named() ?? this.#sheets.of(this.#tool.id).at(-1) ?? newSheet(this.#tool.id));
    }
    if (this.#sheets.hasUnread) this.#notices.show(this.#words.say("sheet.kept_unread"));
    addEventListener("hashchange", () => {
      const named = this.#named();
      if (named) this.#show(named);
    });
    // What was kept is worked out again only once somebody looks at it.
    const seen = new IntersectionObserver((entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      seen.disconnect();
      if (!this.#isUntouched) this.#draw();
    });
    seen.observe(part(this.#root, "form", HTMLElement));
  }

  /** @param {HTMLElement} form */
  #listen(form) {
    const root = this.#root;
    this.#sheets.onElsewhere(() => this.#takeFromElsewhere());
    this.#scorer.onRetry(() => this.#draw());
    form.addEventListener("focusin", () => this.#scorer.warm(), { once: true });
    part(root, "which", HTMLSelectElement).addEventListener("change", () => {
      const wanted = part(root, "which", HTMLSelectElement).value;
      const sheet = this.#sheets.all.find(({ id }) => id === wanted);
      if (sheet) this.#show(sheet);
    });
    onPress(root, "new", () => {
      this.#show(newSheet(this.#tool.id));
      part(root, "about", HTMLElement).focus();
    });
    for (const name of ["save", "engine-file"]) onPress(root, name, () => this.#save());
    onPress(root, "clear", () => this.#clear());
    onPress(root, "print", () => printOnly(root, "page"));
    onPress(root, "engine-print", () => printOnly(root, "form"));
    onPress(root, "print-blank", () => this.#printBlank());
    onPress(root, "copy", () => {
      this.#handing.copy(part(root, "page-text", HTMLElement), this.#words.say("sheet.copied"));
    });
    for (const button of parts(root, "sort")) {
      button.addEventListener("click", () => this.#sortRows(button.dataset));
    }
    for (const button of parts(root, "table-out")) {
      button.addEventListener("click", () => this.#saveTable(button.dataset.section ?? ""));
    }
    for (const field of parts(root, "table-in")) {
      if (field instanceof HTMLInputElement) field.addEventListener("change", () => this.#readTable(field));
    }
  }

  get #isUntouched() {
    return JSON.stringify({ ...this.#form.read(), date: "" }) === this.#untouched;
  }

  /** The sheet that the address names. */
  #named() {
    const id = /^#sheet-(.+)$/.exec(location.hash)?.[1];
    const sheet = this.#sheets.of(this.#tool.id).find((each) => each.id === id);
    if (sheet) {
      history.replaceState(null, "", "#sheet");
      this.#root.scrollIntoView({ block: "start", behavior: "instant" });
    }
    return sheet;
  }

  /** @param {import("./sheet_form.js").Removed} [removed] */
  #entered(removed) {
    this.#endBlank();
    const date = part(this.#root, "date", HTMLInputElement);
    // A date that is being typed has no value yet; it is not ours to fill in.
    if (!this.#isUntouched && !date.value && document.activeElement !== date) date.value = today();
    this.#put({ ...this.#sheet, ...this.#form.read() });
    if (removed) {
      const { section, rows, text } = removed;
      const after = this.#sheet.rows;
      offerUndo(this.#notices, this.#words, text, () => this.#restoreRows(section, rows, after));
    }
  }

  /** @param {Sheet} sheet as the form has it */
  #put(sheet) {
    this.#sheet = sheet;
    if (this.#isUntouched) this.#sheets.remove(sheet.id);
    else this.#sheets.put(sheet);
    this.#files.changed(sheet.id);
    this.#files.show();
    this.#showChoice();
    this.#draw();
  }

  /** @param {Sheet} sheet */
  #restore(sheet) {
    this.#form.fill(sheet);
    this.#put(sheet);
  }

  /**
   * Undo a change of one section's rows, and nothing else: what was entered since stays.
   * @param {string} section
   * @param {Record<string, Row[]>} before
   * @param {Record<string, Row[]>} after what the change made of them
   */
  #restoreRows(section, before, after) {
    const lists = Object.keys({ ...before, ...after }).filter((list) => sectionOf(list) === section);
    const rows = { ...this.#sheet.rows };
    for (const list of lists) rows[list] = undone(rows[list] ?? [], before[list] ?? [], after[list] ?? []);
    this.#restore({ ...this.#sheet, rows });
  }

  /** @param {Sheet} sheet */
  #show(sheet) {
    this.#notices.moveOn();
    this.#sheet = sheet;
    this.#form.fill(sheet);
    this.#verdict = "";
    this.#showChoice();
    this.#showPage(undefined);
    if (!this.#isUntouched && this.#root.classList.contains("is-answered")) this.#draw();
  }

  #showChoice() {
    const sheets = this.#sheets.of(this.#tool.id);
    const untouched = this.#isUntouched;
    const listed = sheets.some(({ id }) => id === this.#sheet.id) ? sheets : [...sheets, this.#sheet];
    const which = part(this.#root, "which", HTMLSelectElement);
    which.replaceChildren(
      ...listed.map((sheet) => new Option(nameOf(sheet, this.#words), sheet.id, false, sheet.id === this.#sheet.id)),
    );
    show(this.#root, "which-part", listed.length > 1);
    show(this.#root, "new", !untouched);
    part(this.#root, "clear", HTMLButtonElement).hidden = untouched;
    part(this.#root, "save", HTMLButtonElement).hidden = untouched;
  }

  /** Work out the result; while that lasts, what is entered meanwhile waits for the next turn. */
  async #draw() {
    if (this.#working.now) {
      this.#working.again = true;
      return;
    }
    this.#working.now = true;
    try {
      do {
        this.#working.again = false;
        await this.#drawOnce();
      } while (this.#working.again);
    } catch (error) {
      // A result of earlier entries would be taken for that of these.
      this.#showPage(undefined);
      if (error instanceof EngineError && error.kind === "problem") this.#notices.show(this.#words.refusal(error));
    } finally {
      this.#working.now = false;
    }
  }

  async #drawOnce() {
    if (this.#isUntouched) return this.#showPage(undefined);
    const sheet = this.#sheet;
    const answer = await this.#scorer.ask("result", { sheet });
    this.#root.classList.add("is-answered");
    if (sheet.id === this.#sheet.id) this.#showPage(answer);
  }

  /** @param {{blocks: Block[], text: string} | undefined} answer */
  #showPage(answer) {
    const root = this.#root;
    show(root, "result-waits", !answer);
    show(root, "page", Boolean(answer));
    show(root, "result-actions", Boolean(answer));
    const verdicts = (answer?.blocks ?? []).flatMap((block) => (block.type === "verdict" ? [block.title] : []));
    show(root, "now", verdicts.length > 0);
    fill(root, "now-text", verdicts.join(" · "));
    if (!answer) return;
    const { title, date } = this.#sheet;
    fill(root, "page-title", title || this.#tool.title);
    const about = { tool: this.#tool.title, date: this.#words.date(date || today()) };
    fill(root, "page-about", this.#words.say("sheet.result_about", about));
    fill(root, "page-text", answer.text);
    const merge = (/** @type {string} */ section, /** @type {number[]} */ rows) => {
      const merging = (/** @type {Sheet} */ sheet) => this.#scorer.ask("merge-rows", { sheet, section, rows });
      this.#changeRows(section, merging, () => ({ text: this.#words.say("sheet.merged") }));
    };
    const focused = root.querySelector('[data-part="blocks"]')?.contains(document.activeElement);
    part(root, "blocks", HTMLElement).replaceChildren(...drawBlocks(answer.blocks, merge));
    if (focused) document.getElementById("result-title")?.focus();
    if (this.#verdict && this.#verdict !== verdicts.join()) this.#notices.announce(verdicts.join(". "));
    this.#verdict = verdicts.join();
  }

  /**
   * Have the rows of a section changed, with a way back.
   * @template {import("../contract.js").Rows} T
   * @param {string} section
   * @param {(sheet: Sheet) => Promise<T>} asking of Python
   * @param {(answer: T) => {text: string, more?: string[]}} tell what to say then
   */
  async #changeRows(section, asking, tell) {
    let before = this.#sheet;
    try {
      let answer = await asking(before);
      // What was entered while Python worked is in the next answer.
      while (before.id === this.#sheet.id && !same(before.rows[section], this.#sheet.rows[section])) {
        before = this.#sheet;
        answer = await asking(before);
      }
      if (before.id !== this.#sheet.id) return;
      this.#restore({ ...this.#sheet, rows: { ...this.#sheet.rows, [section]: answer.rows } });
      const after = this.#sheet.rows;
      const said = tell(answer);
      const undo = () => this.#restoreRows(section, before.rows, after);
      offerUndo(this.#notices, this.#words, said.text, undo, said.more);
      part(this.#root, "notice-text", HTMLElement).focus();
    } catch (error) {
      this.#showRefusal(error);
    }
  }

  /** @param {string} section */
  async #saveTable(section) {
    try {
      const made = await this.#scorer.ask("export-rows", { sheet: this.#sheet, section });
      this.#handing.save(new Blob([made.text], { type: made.media_type }), made.filename);
    } catch (error) {
      this.#showRefusal(error);
    }
  }

  /** @param {HTMLInputElement} field */
  async #readTable(field) {
    const file = field.files?.[0];
    if (!file) return;
    const text = await file.text().catch(() => "");
    field.value = "";
    const { section = "" } = field.dataset;
    const importing = (/** @type {Sheet} */ sheet) => this.#scorer.ask("import-rows", { sheet, section, text });
    await this.#changeRows(section, importing, ({ added, notices }) => ({
      text: this.#words.say("sheet.table_added", { count: added }),
      more: notices.map((notice) => this.#words.problem(notice)),
    }));
  }

  /** @param {DOMStringMap} what a button's own data */
  async #sortRows({ section = "", by }) {
    const order = by === "effect" ? "effect" : "count";
    const sorting = (/** @type {Sheet} */ sheet) => this.#scorer.ask("sort-rows", { sheet, section, by: order });
    await this.#changeRows(section, sorting, () => ({ text: this.#words.say("sheet.sorted") }));
  }

  /** @param {unknown} error */
  #showRefusal(error) {
    const isProblem = error instanceof EngineError && error.kind === "problem";
    this.#notices.show(isProblem ? this.#words.refusal(error) : this.#words.say("sheet.engine_needed"));
    part(this.#root, "notice-text", HTMLElement).focus();
  }

  #save() {
    this.#files.save([this.#sheet], `${this.#tool.id}-${this.#sheet.date || today()}.json`);
  }

  #clear() {
    const before = this.#sheet;
    const { id } = before;
    this.#restore({ ...newSheet(this.#tool.id), id });
    offerUndo(this.#notices, this.#words, this.#words.say("sheet.cleared"), () => {
      // What has been entered since is a sheet of its own.
      if (!this.#isUntouched) this.#sheets.put({ ...this.#sheet, id: newId() });
      this.#restore(before);
    });
    part(this.#root, "notice-text", HTMLElement).focus();
  }

  /** The sheet as it comes from the site, and then what was entered again. */
  #printBlank() {
    const { scrollX, scrollY } = window;
    this.#form.fill(newSheet(this.#tool.id));
    this.#blank = () => {
      this.#form.fill(this.#sheet);
      scrollTo(scrollX, scrollY);
    };
    // Some browsers never say that they have printed, and some cannot print.
    for (const event of ["afterprint", "focus", "pointerdown"]) {
      addEventListener(event, () => this.#endBlank(), { once: true });
    }
    try {
      printOnly(this.#root, "form");
    } catch {
      this.#endBlank();
    }
  }

  /** Put what was entered back where the blank form stands. */
  #endBlank() {
    const back = this.#blank;
    this.#blank = undefined;
    back?.();
  }

  /** @param {Sheet[]} added by a file */
  #opened(added) {
    const own = added.find(({ tool }) => tool === this.#tool.id);
    const current = this.#sheets.all.find(({ id }) => id === this.#sheet.id);
    this.#show(own ?? current ?? newSheet(this.#tool.id));
    this.#draw();
  }

  /** Another tab has changed or deleted what is kept: show the same here, with a way back. */
  #takeFromElsewhere() {
    const before = this.#sheet;
    const theirs = this.#sheets.all.find(({ id }) => id === before.id);
    const { title, date, fields, rows } = before;
    const ours = JSON.stringify({ title, date, fields, rows });
    const same = theirs && ours === JSON.stringify({ title: theirs.title, date: theirs.date, fields: theirs.fields, rows: theirs.rows });
    this.#showChoice();
    if (same || (!theirs && this.#isUntouched)) return;
    this.#show(theirs ?? newSheet(this.#tool.id));
    const text = this.#words.say("sheet.other_tab");
    offerUndo(this.#notices, this.#words, text, () => this.#restore(before));
  }
}

/**
 * @param {unknown} one
 * @param {unknown} other
 */
function same(one, other) {
  return JSON.stringify(one ?? []) === JSON.stringify(other ?? []);
}

/**
 * Rows without what a change made of them, and with what they were; others stay where they are.
 * @param {Row[]} now
 * @param {Row[]} before
 * @param {Row[]} after
 * @returns {Row[]}
 */
function undone(now, before, after) {
  if (same(now, after)) return before;
  const texts = (/** @type {Row[]} */ rows) => rows.map((row) => JSON.stringify(row));
  const lost = without(texts(before), texts(after));
  const made = without(texts(after), texts(before));
  return [...without(texts(now), made), ...lost].map((text) => JSON.parse(text));
}

/**
 * @param {string[]} texts
 * @param {string[]} gone each of them taken away once
 */
function without(texts, gone) {
  const left = [...gone];
  return texts.filter((text) => {
    const place = left.indexOf(text);
    if (place >= 0) left.splice(place, 1);
    return place < 0;
  });
}

/**
 * @param {Tool} tool
 * @returns {Record<string, Row[]>} the rows that its lists begin with
 */
function defaultRows({ sections }) {
  /** @type {Record<string, Row[]>} */
  const rows = {};
  for (const section of sections) {
    if (section.kind === "register") rows[section.id] = section.starts_with;
    if (section.kind === "lens") rows[`${section.id}.elements`] = section.elements.map((element) => ({ ...element }));
  }
  return rows;
}

const root = document.getElementById("sheet");
if (root) new ToolPage(root).begin();
