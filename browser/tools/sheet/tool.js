/**
 * A case study's tool: joins the sheet's form, its result, and what is kept.
 */

import { today } from "../../common/dates.js";
import { Handing } from "../../common/handing.js";
import { newId } from "../../common/ids.js";
import { Notices, offerUndo } from "../../common/notices.js";
import { embedded, onPress, part } from "../../common/parts.js";
import { printOnly } from "../../common/printing.js";
import { Words } from "../../common/words.js";
import { Scorer } from "../../engine/scorer.js";
import { newSheet, Sheets } from "../../kept/sheets.js";
import { same } from "../../kept/undo.js";
import { SheetForm } from "../form/sheet_form.js";
import { defaultRows } from "../sections.js";
import { SheetFiles } from "../sheet_files.js";
import { BlankPrint } from "./blank.js";
import { SheetChoice } from "./choice.js";
import { OpenSheet } from "./open_sheet.js";
import { SheetResult } from "./result.js";
import { RowActions } from "./row_actions.js";

/**
 * @typedef {import("../form/sheet_form.js").Entered} Entered
 * @typedef {import("../../kept/sheets.js").Sheet} Sheet
 * @typedef {import("../../kept/sheets.js").Site} Site
 * @typedef {import("../../contract.js").Tool} Tool
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
  #result;
  #rowActions;
  #blank;
  #choice;
  #open;

  /** @param {HTMLElement} root */
  constructor(root) {
    const site = embedded("sheet-site");
    const tool = embedded("sheet-tool");
    const words = new Words(embedded("sheet-words"), root.dataset.locale ?? "en-GB");
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
    this.#blank = new BlankPrint(root);
    this.#choice = new SheetChoice(root, words, (id) => this.#choose(id));
    const form = part(root, "form", HTMLElement);
    this.#form = new SheetForm(form, defaultRows(tool.sections), words, (removed) => this.#entered(removed));
    this.#open = new OpenSheet(this.#form, tool.id, () => this.#keep());
    const shared = { root, scorer, words, notices, handing };
    this.#files = new SheetFiles({ ...shared, site, sheets: this.#sheets }, (added) => this.#opened(added));
    this.#result = new SheetResult({
      ...shared,
      title: tool.title,
      sheet: () => (this.#open.isUntouched ? undefined : this.#open.sheet),
      onMerge: (section, rows) => this.#rowActions.merge(section, rows),
    });
    this.#rowActions = new RowActions({
      ...shared,
      sheet: () => this.#open.sheet,
      changeRows: (section, rows) => this.#open.changeRows(section, rows),
    });
    this.#listen(form);
  }

  begin() {
    this.#root.classList.add("is-scripted");
    const { early } = this.#open;
    if (this.#open.isUntouchedBy(early)) {
      this.#show(this.#named() ?? this.#sheets.of(this.#tool.id).at(-1) ?? newSheet(this.#tool.id));
    } else {
      this.#form.fill(early);
      this.#entered();
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
      if (!this.#open.isUntouched) this.#result.draw();
    });
    seen.observe(part(this.#root, "form", HTMLElement));
  }

  /** @param {HTMLElement} form */
  #listen(form) {
    const root = this.#root;
    this.#sheets.onElsewhere(() => this.#takeFromElsewhere());
    this.#scorer.onRetry(() => this.#result.draw());
    form.addEventListener("focusin", () => this.#scorer.warm(), { once: true });
    onPress(root, "new", () => {
      this.#show(newSheet(this.#tool.id));
      part(root, "about", HTMLElement).focus();
    });
    for (const name of ["save", "engine-file"]) onPress(root, name, () => this.#save());
    onPress(root, "clear", () => this.#clear());
    onPress(root, "print", () => printOnly(root, "page"));
    onPress(root, "engine-print", () => printOnly(root, "form"));
    onPress(root, "print-blank", () =>
      this.#blank.print(
        () => this.#form.fill(newSheet(this.#tool.id)),
        () => this.#form.fill(this.#open.sheet),
      ),
    );
    onPress(root, "copy", () => {
      this.#handing.copy(part(root, "page-text", HTMLElement), this.#words.say("sheet.copied"));
    });
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

  /** @param {string} id */
  #choose(id) {
    const sheet = this.#sheets.all.find((each) => each.id === id);
    if (sheet) this.#show(sheet);
  }

  /** @param {import("../form/sheet_form.js").Removed} [removed] */
  #entered(removed) {
    this.#blank.end();
    const date = part(this.#root, "date", HTMLInputElement);
    // A date that is being typed has no value yet; it is not ours to fill in.
    if (!this.#open.isUntouched && !date.value && document.activeElement !== date) date.value = today();
    this.#open.take();
    if (removed) {
      const { section, rows, text } = removed;
      offerUndo(this.#notices, this.#words, text, this.#open.backFrom(section, rows));
    }
  }

  /** Keep what is entered; what nothing is entered in is not kept. */
  #keep() {
    const { sheet, isUntouched } = this.#open;
    if (isUntouched) this.#sheets.remove(sheet.id);
    else this.#sheets.put(sheet);
    this.#files.changed(sheet.id);
    this.#files.show();
    this.#showChoice();
    this.#result.draw();
  }

  /** @param {Sheet} sheet */
  #show(sheet) {
    this.#notices.moveOn();
    this.#open.show(sheet);
    this.#showChoice();
    this.#result.clear();
    if (!this.#open.isUntouched && this.#root.classList.contains("is-answered")) this.#result.draw();
  }

  #showChoice() {
    this.#choice.show(this.#sheets.of(this.#tool.id), this.#open.sheet, this.#open.isUntouched);
  }

  #save() {
    this.#files.save([this.#open.sheet], `${this.#tool.id}-${this.#open.sheet.date || today()}.json`);
  }

  #clear() {
    const before = this.#open.sheet;
    const { id } = before;
    this.#open.restore({ ...newSheet(this.#tool.id), id });
    offerUndo(this.#notices, this.#words, this.#words.say("sheet.cleared"), () => {
      // What has been entered since is a sheet of its own.
      if (!this.#open.isUntouched) this.#sheets.put({ ...this.#open.sheet, id: newId() });
      this.#open.restore(before);
    });
    this.#notices.focus();
  }

  /** @param {Sheet[]} added by a file */
  #opened(added) {
    const own = added.find(({ tool }) => tool === this.#tool.id);
    const current = this.#sheets.all.find(({ id }) => id === this.#open.sheet.id);
    this.#show(own ?? current ?? newSheet(this.#tool.id));
    this.#result.draw();
  }

  /** Another tab has changed or deleted what is kept: show the same here, with a way back. */
  #takeFromElsewhere() {
    const before = this.#open.sheet;
    const theirs = this.#sheets.all.find(({ id }) => id === before.id);
    this.#showChoice();
    if (theirs ? same(enteredIn(theirs), enteredIn(before)) : this.#open.isUntouched) return;
    this.#show(theirs ?? newSheet(this.#tool.id));
    const text = this.#words.say("sheet.other_tab");
    offerUndo(this.#notices, this.#words, text, () => this.#open.restore(before));
  }
}

/** @param {Sheet} sheet @returns {Entered} */
function enteredIn({ title, date, fields, rows }) {
  return { title, date, fields, rows };
}

const root = document.getElementById("sheet");
if (root) new ToolPage(root).begin();
