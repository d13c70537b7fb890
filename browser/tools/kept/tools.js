/**
 * The index of tools: the sheets that this browser keeps, of whichever tool.
 */

import { today } from "../../common/dates.js";
import { Handing } from "../../common/handing.js";
import { Notices, offerUndo } from "../../common/notices.js";
import { copyOf, embedded, fill, onPress, part, show } from "../../common/parts.js";
import { Words } from "../../common/words.js";
import { Scorer } from "../../engine/scorer.js";
import { askBeforeDeleting } from "../../kept/keep_panel.js";
import { nameOf, Sheets } from "../../kept/sheets.js";
import { SheetFiles } from "../sheet_files.js";

/**
 * @typedef {import("../../kept/sheets.js").Sheet} Sheet
 * @typedef {import("../../kept/sheets.js").Site} Site
 */

class KeptSheets {
  #root;
  #site;
  #sheets;
  #words;
  #notices;
  #files;

  /** @param {HTMLElement} root */
  constructor(root) {
    const site = embedded("sheet-site");
    const words = new Words(embedded("sheet-words"), root.dataset.locale ?? "en-GB");
    const notices = new Notices(root);
    const scorer = new Scorer(root, { tool: null, words: words.areas("tool") }, words, notices, {
      pack: "tools",
      area: "sheet",
    });
    this.#root = root;
    this.#site = site;
    this.#words = words;
    this.#notices = notices;
    this.#sheets = new Sheets(site);
    const needs = { root, site, sheets: this.#sheets, scorer, words, notices, handing: new Handing(words, notices) };
    this.#files = new SheetFiles(needs, () => this.#draw());
    scorer.onRetry(() => scorer.warm());
    this.#sheets.onElsewhere(() => this.#draw());
    for (const name of ["save", "delete-copy", "engine-file"]) {
      onPress(root, name, () => this.#files.save(this.#sheets.all, `tool-sheets-${today()}.json`));
    }
    onPress(root, "engine-print", () => print());
    askBeforeDeleting(root, () => this.#delete());
  }

  begin() {
    this.#root.classList.add("is-scripted");
    if (this.#sheets.hasUnread) this.#notices.show(this.#words.say("sheet.kept_unread"));
    this.#draw();
  }

  #draw() {
    const sheets = [...this.#sheets.all].reverse();
    const items = sheets.map((sheet) => this.#item(sheet));
    part(this.#root, "list", HTMLElement).replaceChildren(...items);
    show(this.#root, "list", items.length > 0);
    show(this.#root, "some", items.length > 0 || this.#sheets.hasUnread);
    show(this.#root, "none", items.length === 0);
    this.#files.show();
  }

  /** @param {Sheet} sheet */
  #item(sheet) {
    const copy = copyOf(this.#root, "item");
    const tool = this.#site.tools[sheet.tool];
    const link = part(copy, "link", HTMLAnchorElement);
    link.textContent = nameOf(sheet, this.#words);
    if (tool) link.href = tool.url.replace(/#.*$/, `#sheet-${sheet.id}`);
    fill(copy, "of", [tool?.title ?? sheet.tool, this.#words.date(sheet.date)].filter(Boolean).join(", "));
    return copy;
  }

  #delete() {
    const putBack = this.#sheets.clear();
    this.#draw();
    offerUndo(this.#notices, this.#words, this.#words.say("sheet.deleted"), () => {
      putBack();
      this.#draw();
    });
    this.#notices.focus();
  }
}

const root = document.getElementById("sheets");
if (root) new KeptSheets(root).begin();
