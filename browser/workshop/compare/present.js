/**
 * Presenting on a projector: one enabler a screen, in the order in which to talk.
 */

import { drawing } from "../../common/drawing.js";
import { items } from "../../common/elements.js";
import { fill, onPress, part } from "../../common/parts.js";
import { showWord } from "../agreement.js";
import { rowsToTalkAbout } from "./comparison.js";

/**
 * @typedef {import("./compare.js").Compare} Compare
 * @typedef {import("../../contract.js").ComparisonRow} Row
 * @typedef {import("../../common/words.js").Words} Words
 * @typedef {import("../../contract.js").Enabler} Enabler
 */

/** As many as fit on a projector beside the statements; the enabler's page has the others. */
const MOST_QUESTIONS = 3;

export class Present {
  #root;
  #compare;
  #enablers;
  #words;
  #dialog;
  /** @type {Row[]} */
  #rows = [];
  #place = 0;

  /**
   * @param {object} needs
   * @param {HTMLElement} needs.root
   * @param {Compare} needs.compare
   * @param {Enabler[]} needs.enablers
   * @param {Words} needs.words
   */
  constructor({ root, compare, enablers, words }) {
    this.#root = root;
    this.#compare = compare;
    this.#enablers = enablers;
    this.#words = words;
    this.#dialog = part(root, "present-dialog", HTMLDialogElement);
    onPress(root, "present", () => this.#open());
    onPress(root, "present-next", () => this.#go(1));
    onPress(root, "present-back", () => this.#go(-1));
    onPress(root, "present-close", () => this.#dialog.close());
    this.#dialog.addEventListener("keydown", (event) => {
      const step = { ArrowRight: 1, PageDown: 1, ArrowLeft: -1, PageUp: -1 }[event.key];
      if (step) {
        event.preventDefault();
        this.#go(step);
      }
    });
    this.#dialog.addEventListener("close", () => part(root, "present", HTMLElement).focus());
  }

  async #open() {
    const comparison = await this.#compare.current();
    if (comparison?.showing !== "all") return;
    this.#rows = rowsToTalkAbout(comparison);
    this.#place = 0;
    this.#dialog.showModal();
    this.#show();
  }

  /** @param {number} step */
  #go(step) {
    const place = this.#place + step;
    if (place < 0 || place >= this.#rows.length) return;
    this.#place = place;
    this.#show();
  }

  #show() {
    const row = this.#rows[this.#place];
    if (!row) return;
    const values = { number: this.#place + 1, count: this.#rows.length };
    fill(this.#root, "present-place", this.#words.say("session.present_place", values));
    fill(this.#root, "present-title", row.title);
    showWord(this.#dialog, row.word, this.#words);
    const middle = this.#words.say("session.middle_is", { middle: row.median_text });
    fill(this.#root, "present-about", row.marked ? middle : this.#words.say("session.no_marks"));
    const plot = drawing(row.plot);
    for (const element of plot.querySelectorAll("[id]")) element.id = `present-${element.id}`;
    const names = plot.getAttribute("aria-labelledby") ?? "";
    plot.setAttribute(
      "aria-labelledby",
      names
        .split(" ")
        .map((id) => `present-${id}`)
        .join(" "),
    );
    part(this.#root, "present-drawing", HTMLElement).replaceChildren(plot);
    const enabler = this.#enablers.find(({ id }) => id === row.enabler);
    this.#list(
      "present-statements",
      (enabler?.statements ?? []).map(({ text }) => text),
    );
    this.#list("present-questions", (enabler?.questions ?? []).slice(0, MOST_QUESTIONS));
    part(this.#root, "present-back", HTMLButtonElement).disabled = this.#place === 0;
    part(this.#root, "present-next", HTMLButtonElement).disabled = this.#place === this.#rows.length - 1;
    part(this.#root, "present-title", HTMLElement).focus();
  }

  /**
   * @param {string} name
   * @param {string[]} texts
   */
  #list(name, texts) {
    part(this.#root, name, HTMLElement).replaceChildren(...items(texts));
  }
}
