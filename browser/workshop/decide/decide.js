/**
 * Deciding: votes, one to three priorities, the shifts of each, and the plan that they make.
 */

import { onPress } from "../../common/parts.js";
import { printOnly } from "../../common/printing.js";
import { PlanPage } from "./plan_page.js";
import { Priorities } from "./priorities.js";
import { enablerOf } from "./shift.js";
import { Shifts } from "./shifts.js";

/**
 * @typedef {import("../compare/compare.js").Compare} Compare
 * @typedef {import("./shift.js").Enabler} Enabler
 * @typedef {import("../session.js").Session} Session
 */

export class Decide {
  #session;
  #enablers;
  #compare;
  #priorities;
  #shifts;
  #planPage;
  /** @type {Awaited<ReturnType<Compare["current"]>>} */
  #comparison;

  /**
   * @param {object} needs
   * @param {HTMLElement} needs.root
   * @param {Session} needs.session
   * @param {import("../../contract.js").Framework} needs.framework
   * @param {Enabler[]} needs.enablers
   * @param {Compare} needs.compare
   * @param {import("../../common/words.js").Words} needs.words
   * @param {import("../../common/notices.js").Notices} needs.notices
   */
  constructor({ root, session, framework, enablers, compare, words, notices }) {
    this.#session = session;
    this.#enablers = enablers;
    this.#compare = compare;
    const page = { root, session, enablers, words, notices };
    this.#priorities = new Priorities(page);
    this.#shifts = new Shifts(page);
    this.#planPage = new PlanPage({ root, framework, enablers, words });
    onPress(root, "print-plan", () => printOnly(root, "plan"));
    session.onChange((_, cause) => {
      if (cause !== "decide") this.#showForms();
      this.#showPlan();
      if (!root.querySelector("#decide[hidden]")) this.#refreshFigures();
    });
    this.#showForms();
    this.#showPlan();
  }

  /** Show the figures next to the enablers, once they are there. */
  async draw() {
    this.#showForms();
    this.#showPlan();
    await this.#refreshFigures();
    this.#showForms();
  }

  /** The diagram follows the priorities. */
  async #refreshFigures() {
    this.#comparison = await this.#compare.current();
    this.#showPlan();
  }

  /** The comparison where it may be shown. */
  get #shown() {
    return this.#comparison?.showing === "all" ? this.#comparison : undefined;
  }

  #showForms() {
    const { priorities } = this.#session.workshop;
    const chosen = priorities.map(({ enabler }) => enablerOf(this.#enablers, enabler));
    this.#priorities.show(chosen, this.#shown);
    this.#shifts.show(priorities);
  }

  #showPlan() {
    this.#planPage.show(this.#session.workshop, this.#shown);
  }
}
