/**
 * A show of hands: how many chose each answer, counted in the room.
 */

import { showProblem } from "../../common/notices.js";
import { part, parts } from "../../common/parts.js";
import { reason } from "../../engine/reason.js";
import { countIn } from "../count_field.js";

/**
 * @typedef {import("../../contract.js").Framework} Framework
 * @typedef {import("../../contract.js").Hands} Hands
 * @typedef {import("../../common/words.js").Words} Words
 * @typedef {import("../../contract.js").Tally} Tally
 */

export class HandsForm {
  #root;
  #framework;
  #words;
  #count;
  #onCounted;
  #isCounting = false;

  /**
   * @param {object} needs
   * @param {HTMLElement} needs.root
   * @param {Framework} needs.framework
   * @param {Words} needs.words
   * @param {(hands: Record<string, Hands>) => Promise<Tally>} needs.count of Python, by enabler
   * @param {(tally: Tally) => void} needs.onCounted
   */
  constructor({ root, framework, words, count, onCounted }) {
    this.#root = root;
    this.#framework = framework;
    this.#words = words;
    this.#count = count;
    this.#onCounted = onCounted;
    const form = part(root, "hands", HTMLFormElement);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#submit(form);
    });
    part(root, "hands-box", HTMLDetailsElement).open = false;
  }

  /** @param {HTMLFormElement} form */
  async #submit(form) {
    if (this.#isCounting) return; // a second click would add the same hands again
    this.#isCounting = true;
    try {
      const read = this.#read();
      const counted = typeof read === "string" ? read : await this.#counted(read);
      showProblem(this.#root, "hands-error", typeof counted === "string" ? counted : "");
      if (typeof counted === "string") return;
      form.reset();
      this.#onCounted(counted);
    } finally {
      this.#isCounting = false;
    }
  }

  /**
   * @param {Record<string, Hands>} hands by enabler
   * @returns {Promise<Tally | string>} what they add up to, or why they cannot be added
   */
  async #counted(hands) {
    try {
      const tally = await this.#count(hands);
      return tally.people ? tally : this.#words.say("session.hands_empty");
    } catch (error) {
      return reason(error, this.#words, "session.engine_needed");
    }
  }

  /** @returns {Record<string, Hands> | string} the counts by enabler, or what is wrong with them */
  #read() {
    /** @type {Record<string, Hands>} */
    const hands = {};
    for (const row of parts(this.#root, "hands-row")) {
      const marks = this.#framework.scale.labels.map(() => 0);
      const given = { marks, not_sure: 0, does_not_apply: 0 };
      for (const input of row.querySelectorAll("input")) {
        const count = countIn(input);
        if (count === null) {
          const values = { text: input.value.trim(), where: input.getAttribute("aria-label") };
          return this.#words.say("session.hands_wrong", values);
        }
        const key = input.dataset.count ?? "";
        if (key === "not_sure" || key === "does_not_apply") given[key] = count;
        else marks[Number(key) - 1] = count;
      }
      hands[row.dataset.enabler ?? ""] = given;
    }
    return hands;
  }
}
