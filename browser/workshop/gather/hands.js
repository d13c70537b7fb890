/**
 * A show of hands: how many chose each answer, counted in the room.
 */

import { showProblem } from "../../common/notices.js";
import { part, parts } from "../../common/parts.js";
import { countIn } from "../count_field.js";

/**
 * @typedef {import("../../contract.js").Framework} Framework
 * @typedef {import("../../contract.js").Counts} Counts
 * @typedef {import("../../common/words.js").Words} Words
 * @typedef {import("../../contract.js").Tally} Tally
 */

export class HandsForm {
  #root;
  #framework;
  #words;

  /**
   * @param {object} needs
   * @param {HTMLElement} needs.root
   * @param {Framework} needs.framework
   * @param {Words} needs.words
   * @param {(tally: Tally) => void} needs.onCounted
   */
  constructor({ root, framework, words, onCounted }) {
    this.#root = root;
    this.#framework = framework;
    this.#words = words;
    const form = part(root, "hands", HTMLFormElement);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const read = this.#read();
      showProblem(root, "hands-error", typeof read === "string" ? read : "");
      if (typeof read === "string") return;
      form.reset();
      onCounted(tallyOf(read));
    });
    part(root, "hands-box", HTMLDetailsElement).open = false;
  }

  /** @returns {Record<string, Counts> | string} the counts by enabler, or what is wrong with them */
  #read() {
    /** @type {Record<string, Counts>} */
    const counts = {};
    for (const row of parts(this.#root, "hands-row")) {
      const marks = this.#framework.scale.labels.map(() => 0);
      const given = { marks, not_sure: 0, does_not_apply: 0, unanswered: 0 };
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
      counts[row.dataset.enabler ?? ""] = given;
    }
    const nothing = Object.values(counts).every((each) => sumOf(each) === 0);
    return nothing ? this.#words.say("session.hands_empty") : counts;
  }
}

/**
 * @param {Record<string, Counts>} counts by enabler
 * @returns {Tally} as many people as there were hands for one enabler; whoever raised none has not answered
 */
export function tallyOf(counts) {
  const people = Math.max(...Object.values(counts).map(sumOf));
  const whole = Object.entries(counts).map(([id, each]) => [id, { ...each, unanswered: people - sumOf(each) }]);
  return { people, counts: Object.fromEntries(whole) };
}

/** @param {Counts} counts */
function sumOf({ marks, not_sure, does_not_apply }) {
  return marks.reduce((sum, count) => sum + count, 0) + not_sure + does_not_apply;
}
