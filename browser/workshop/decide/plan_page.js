/**
 * The plan on one page, as it prints.
 */

import { drawing } from "../../common/drawing.js";
import { element, items } from "../../common/elements.js";
import { sessionLine } from "../../common/framework.js";
import { fill, part, show } from "../../common/parts.js";
import { enablerOf, LISTED } from "./shift.js";

/**
 * @typedef {import("../../contract.js").Comparison} Comparison
 * @typedef {import("./shift.js").Enabler} Enabler
 * @typedef {import("../../contract.js").Framework} Framework
 * @typedef {import("../../contract.js").Priority} Priority
 * @typedef {import("../../contract.js").Shift} Shift
 * @typedef {import("../../contract.js").Workshop} Workshop
 */

export class PlanPage {
  #root;
  #framework;
  #enablers;
  #words;

  /**
   * @param {object} needs
   * @param {HTMLElement} needs.root
   * @param {Framework} needs.framework
   * @param {Enabler[]} needs.enablers
   * @param {import("../../common/words.js").Words} needs.words
   */
  constructor({ root, framework, enablers, words }) {
    this.#root = root;
    this.#framework = framework;
    this.#enablers = enablers;
    this.#words = words;
  }

  /**
   * @param {Workshop} workshop
   * @param {Comparison | undefined} comparison where it may be shown
   */
  show(workshop, comparison) {
    fill(this.#root, "sheet-title", workshop.title || this.#words.say("session.untitled"));
    const about = sessionLine(workshop, this.#framework, this.#words);
    fill(this.#root, "sheet-about", [about, workshop.purpose].filter(Boolean).join(" · "));
    const radar = comparison ? [drawing(comparison.plan_radar)] : [];
    part(this.#root, "sheet-radar", HTMLElement).replaceChildren(...radar);
    part(this.#root, "sheet-shifts", HTMLElement).replaceChildren(
      ...workshop.priorities.flatMap((priority, index) => this.#priority(priority, index + 1, comparison)),
    );
    show(this.#root, "plan-page", workshop.priorities.length > 0);
  }

  /**
   * @param {Priority} priority
   * @param {number} number as the diagram shows it
   * @param {Comparison | undefined} comparison
   * @returns {Node[]}
   */
  #priority(priority, number, comparison) {
    const { id, title } = enablerOf(this.#enablers, priority.enabler);
    const figures = comparison?.rows.find(({ enabler }) => enabler === id);
    const middle = figures?.marked ? this.#words.say("session.middle_is", { middle: figures.median_text }) : "";
    const name = this.#words.say("session.sheet_priority", { number, title });
    const heading = element("h4", [name, middle].filter(Boolean).join(" · "));
    return [heading, ...priority.shifts.flatMap((shift) => this.#shift(shift))];
  }

  /** @param {Shift} shift @returns {Node[]} */
  #shift(shift) {
    const level = this.#framework.levels.find(({ id }) => id === shift.level);
    const values = { from: shift.from || "…", to: shift.to || "…" };
    const pair = element("p", this.#words.say("session.sheet_shift", values), "workshop-plan__shift");
    const lines = LISTED.filter((name) => shift[name]).map(
      (name) => `${this.#words.say(`session.shift_${name}`)}: ${shift[name]}`,
    );
    if (level) lines.unshift(`${this.#words.say("session.shift_level")}: ${level.title}`);
    if (shift.review_date)
      lines.push(`${this.#words.say("session.shift_review")}: ${this.#words.date(shift.review_date)}`);
    if (!lines.length) return [pair];
    const list = element("ul");
    list.replaceChildren(...items(lines));
    return [pair, list];
  }
}
