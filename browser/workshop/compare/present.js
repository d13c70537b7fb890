/**
 * Presenting on a projector: the whole picture, then one enabler after another, in the order in
 * which to talk. Each screen fits without scrolling.
 */

import { drawing } from "../../common/drawing.js";
import { element, items } from "../../common/elements.js";
import { fill, onPress, part, show } from "../../common/parts.js";
import { showWord } from "../agreement.js";
import { rowsToTalkAbout } from "./comparison.js";
import { aboutLine } from "./plots.js";
import { Clock, nameOf, screensOf } from "./screens.js";

/**
 * @typedef {import("./compare.js").Compare} Compare
 * @typedef {import("./screens.js").Screen} Screen
 * @typedef {import("../../contract.js").Comparison} Comparison
 * @typedef {import("../../common/words.js").Words} Words
 * @typedef {import("../../contract.js").Enabler} Enabler
 * @typedef {import("../session.js").WorkshopKeeping} WorkshopKeeping
 */

/** As many as a group talks about; the enabler's page has the others. */
const MOST_QUESTIONS = 3;
/** Milliseconds between two looks at the clock, which shows minutes. */
const TICK = 10_000;
const MINUTE = 60_000;
/** The smallest letters, as a share of the usual ones; whatever does not fit then can be scrolled. */
const SMALLEST = 0.5;

export class Present {
  #root;
  #compare;
  #enablers;
  #words;
  #keeping;
  #dialog;
  /** @type {Screen[]} */
  #screens = [];
  /** @type {Comparison | undefined} */
  #comparison;
  #place = 0;
  #clock = new Clock();
  /** Enablers whose marks were shown although they wait. @type {Set<string>} */
  #revealed = new Set();

  /**
   * @param {object} needs
   * @param {HTMLElement} needs.root
   * @param {Compare} needs.compare
   * @param {Enabler[]} needs.enablers
   * @param {Words} needs.words
   * @param {WorkshopKeeping} needs.keeping
   */
  constructor({ root, compare, enablers, words, keeping }) {
    this.#root = root;
    this.#compare = compare;
    this.#enablers = enablers;
    this.#words = words;
    this.#keeping = keeping;
    this.#dialog = part(root, "present-dialog", HTMLDialogElement);
    onPress(root, "present", () => this.#open());
    onPress(root, "present-next", () => this.#go(1));
    onPress(root, "present-back", () => this.#go(-1));
    onPress(root, "present-close", () => this.#dialog.close());
    onPress(root, "present-hide", () => {
      keeping.set({ hides: keeping.settings.hides ? undefined : "marks" });
      this.#revealed.clear();
      this.#show();
      part(root, "present-hide", HTMLElement).focus();
    });
    onPress(root, "present-reveal", () => {
      this.#revealed.add(this.#screen?.row?.enabler ?? "");
      this.#show();
    });
    this.#dialog.addEventListener("keydown", (event) => {
      const step = { ArrowRight: 1, PageDown: 1, ArrowLeft: -1, PageUp: -1 }[event.key];
      if (step) {
        event.preventDefault();
        this.#go(step);
      }
    });
    this.#dialog.addEventListener("close", () => {
      this.#clock.turnTo("", Date.now());
      part(root, "present", HTMLElement).focus();
    });
    addEventListener("resize", () => {
      if (this.#dialog.open) this.#fit();
    });
    setInterval(() => {
      if (this.#dialog.open) this.#showClock();
    }, TICK);
  }

  async #open() {
    const comparison = await this.#compare.current();
    if (comparison?.showing !== "all") return;
    this.#comparison = comparison;
    this.#screens = screensOf(comparison);
    const place = this.#screens.findIndex((screen) => nameOf(screen) === this.#keeping.settings.presented);
    this.#place = Math.max(0, place);
    this.#dialog.showModal();
    this.#show();
  }

  /** @param {number} step */
  #go(step) {
    const place = this.#place + step;
    if (place < 0 || place >= this.#screens.length) return;
    this.#place = place;
    this.#show();
  }

  /** What is on the screen. */
  get #screen() {
    return this.#screens[this.#place];
  }

  #show() {
    const screen = this.#screen;
    const comparison = this.#comparison;
    if (!screen || !comparison) return;
    this.#keeping.set({ presented: nameOf(screen) });
    this.#clock.turnTo(screen.row?.enabler ?? "", Date.now());
    this.#showClock();
    const waits = screen.kind === "marks" && this.#waits(screen);
    show(this.#root, "present-whole", screen.kind === "whole");
    show(this.#root, "present-drawing", screen.kind === "marks" && !waits);
    show(this.#root, "present-hidden", waits);
    show(this.#root, "present-texts", screen.kind === "texts");
    show(this.#root, "present-noted", screen.kind === "notes");
    show(this.#root, "present-about-line", !this.#waits(screen));
    if (screen.row) this.#showEnabler(screen, comparison);
    else this.#showWhole(comparison);
    const hide = part(this.#root, "present-hide", HTMLElement);
    hide.setAttribute("aria-pressed", String(this.#keeping.settings.hides === "marks"));
    part(this.#root, "present-back", HTMLButtonElement).disabled = this.#place === 0;
    part(this.#root, "present-next", HTMLButtonElement).disabled = this.#place === this.#screens.length - 1;
    this.#fit();
    part(this.#root, waits ? "present-reveal" : "present-title", HTMLElement).focus();
  }

  /**
   * @param {Screen} screen
   * @returns {boolean} whether its marks wait until somebody shows them
   */
  #waits({ row }) {
    return row !== undefined && this.#keeping.settings.hides === "marks" && !this.#revealed.has(row.enabler);
  }

  /** @param {Comparison} comparison */
  #showWhole(comparison) {
    const { people, radar } = comparison;
    fill(this.#root, "present-place", "");
    fill(this.#root, "present-title", this.#words.say("session.together"));
    showWord(this.#dialog, null, this.#words);
    fill(this.#root, "present-about", this.#words.say("session.people_count", { count: people }));
    part(this.#root, "present-radar", HTMLElement).replaceChildren(drawnAgain(radar.wide));
    part(this.#root, "present-order", HTMLElement).replaceChildren(
      ...rowsToTalkAbout(comparison).map(({ enabler, title, word }) => {
        const item = element("li", `${title} `);
        // The number that the diagram has, so that "number 3" means one thing in the room.
        item.setAttribute("value", String(this.#enablers.find(({ id }) => id === enabler)?.number ?? ""));
        if (word) {
          const said = element("span", this.#words.say(`session.word_${word}`), "workshop-word");
          said.dataset.word = word;
          item.append(said);
        }
        return item;
      }),
    );
  }

  /**
   * @param {Screen} screen
   * @param {Comparison} comparison
   */
  #showEnabler({ row, number }, { talking_order }) {
    if (!row) return;
    const values = { number, count: talking_order.length };
    fill(this.#root, "present-place", this.#words.say("session.present_place", values));
    fill(this.#root, "present-title", row.title);
    showWord(this.#dialog, row.word, this.#words);
    fill(this.#root, "present-about", aboutLine(row, this.#words));
    part(this.#root, "present-drawing", HTMLElement).replaceChildren(drawnAgain(row.plot));
    const enabler = this.#enablers.find(({ id }) => id === row.enabler);
    const statements = (enabler?.statements ?? []).map(({ text }) => text);
    this.#list("present-statements", statements);
    this.#list("present-questions", (enabler?.questions ?? []).slice(0, MOST_QUESTIONS));
    this.#list("present-notes", row.notes ?? []);
  }

  /**
   * @param {string} name
   * @param {string[]} texts
   */
  #list(name, texts) {
    part(this.#root, name, HTMLElement).replaceChildren(...items(texts));
  }

  /** A quiet clock: minutes, and nothing is read out or moves. */
  #showClock() {
    const enabler = this.#screen?.row?.enabler;
    const minutes = enabler ? Math.floor(this.#clock.milliseconds(enabler, Date.now()) / MINUTE) : 0;
    fill(this.#root, "present-clock", minutes ? this.#words.say("session.present_clock", { count: minutes }) : "");
  }

  /** Make the letters as small as it takes for the screen to fit. */
  #fit() {
    const content = part(this.#root, "present-content", HTMLElement);
    for (let size = 1; size >= SMALLEST; size -= 0.05) {
      this.#dialog.style.setProperty("--present-size", size.toFixed(2));
      const isWhole = content.scrollHeight <= content.clientHeight && content.scrollWidth <= content.clientWidth;
      if (isWhole) return;
    }
  }
}

/**
 * A drawing that is on the page already, with names of its own.
 * @param {string} svg
 */
function drawnAgain(svg) {
  const plot = drawing(svg);
  const renamed = (/** @type {string} */ names) =>
    names
      .split(" ")
      .map((id) => `present-${id}`)
      .join(" ");
  for (const each of plot.querySelectorAll("[id]")) each.id = renamed(each.id);
  plot.setAttribute("aria-labelledby", renamed(plot.getAttribute("aria-labelledby") ?? ""));
  return plot;
}
