/**
 * Answers that were read, shown next to those that are here, to be taken or left.
 */

import { items } from "../../common/elements.js";
import { answeringFor } from "../../common/framework.js";
import { copyOf, fill, onPress, part, show } from "../../common/parts.js";
import { textOf } from "../answer_text.js";
import { countAnswered, countNotes, isEmpty } from "../answers.js";

/**
 * @typedef {import("../../contract.js").Framework} Framework
 * @typedef {import("../../contract.js").Response} Response
 * @typedef {import("../../contract.js").Match} Match
 * @typedef {import("../../contract.js").Reading} Reading
 * @typedef {import("../../common/words.js").Words} Words
 */

export class Offer {
  #root;
  #framework;
  #words;
  /** What waits for the person's choice. @type {Reading | undefined} */
  #waiting;

  /**
   * @param {object} needs
   * @param {HTMLElement} needs.root
   * @param {Framework} needs.framework
   * @param {Words} needs.words
   * @param {(reading: Reading) => void} needs.onTake
   * @param {() => void} needs.onLeave
   */
  constructor({ root, framework, words, onTake, onLeave }) {
    this.#root = root;
    this.#framework = framework;
    this.#words = words;
    onPress(root, "incoming-yes", () => {
      const reading = this.#waiting;
      if (!reading) return;
      this.#close();
      onTake(reading);
    });
    onPress(root, "incoming-no", () => {
      this.#close();
      onLeave();
    });
  }

  /**
   * Show what would be opened next to what is here.
   * @param {Reading} reading
   * @param {Response} mine
   * @param {string} title the path of what to say of answers to this very framework
   */
  show(reading, mine, title) {
    this.#waiting = reading;
    const { response, match, notices } = reading;
    const isOther = match !== null && match.id !== this.#framework.id;
    const otherTitle = isOther ? "assess.foreign_title" : "assess.foreign_version_title";
    fill(this.#root, "incoming-title", this.#words.say(match ? otherTitle : title));
    const account = match ? this.#account(match) : [];
    this.#list("incoming-new", [...this.#describe(response), ...account, ...this.#words.problems(notices)]);
    this.#list("incoming-old", this.#describe(mine));
    this.#showMatching(response, match);
    const replaces = !isEmpty(mine) && !isOther;
    for (const name of ["incoming-old-side", "incoming-warning", "incoming-copy"]) {
      show(this.#root, name, replaces);
    }
    show(this.#root, "incoming-yes", !isOther && match?.comparable.length !== 0);
    fill(this.#root, "incoming-yes", this.#words.say(match ? "assess.foreign_take" : "assess.replace_yes"));
    fill(this.#root, "incoming-no", this.#words.say(match ? "assess.foreign_close" : "assess.replace_no"));
    show(this.#root, "incoming", true);
    part(this.#root, "incoming-title", HTMLElement).focus();
  }

  #close() {
    this.#waiting = undefined;
    show(this.#root, "incoming", false);
  }

  /**
   * What of answers to another framework or version fits, to look at.
   * @param {Response} response
   * @param {Match | null} match
   */
  #showMatching(response, match) {
    const rows = this.#framework.enablers
      .filter(({ id }) => match?.comparable.includes(id))
      .map(({ id, title }) => {
        const row = copyOf(this.#root, "incoming-row");
        fill(row, "title", title);
        fill(row, "answer", textOf(response.answers[id], this.#framework, this.#words));
        return row;
      });
    part(this.#root, "incoming-rows", HTMLElement).replaceChildren(...rows);
    show(this.#root, "incoming-matching", rows.length > 0);
  }

  /**
   * @param {Match} match
   * @returns {string[]} in what it does not fit, in sentences
   */
  #account({ id, version, only_there, only_here, points }) {
    const { enablers, scale, id: ours, version: ourVersion } = this.#framework;
    const missing = enablers.filter(({ id }) => only_here.includes(id)).map(({ title }) => title);
    const say = (/** @type {string} */ key, /** @type {Record<string, unknown>} */ values) =>
      this.#words.say(`assess.foreign_${key}`, values);
    return [
      say("about", { id, version, ours, our_version: ourVersion }),
      points !== null && say("points", { points, ours: scale.points }),
      only_there.length > 0 && say("only_there", { ids: only_there.join(", ") }),
      missing.length > 0 && say("only_here", { titles: missing.join(", ") }),
    ].filter((line) => typeof line === "string");
  }

  /**
   * @param {Response} response
   * @returns {string[]}
   */
  #describe(response) {
    const notes = countNotes(response);
    return [
      this.#words.say("assess.replace_count", {
        count: countAnswered(response, this.#framework),
        total: this.#framework.enablers.length,
      }),
      answeringFor(this.#framework, response.point_of_view, this.#words),
      response.group && this.#words.say("assess.replace_group", { group: response.group }),
      response.date && this.#words.say("assess.dated", { date: this.#words.date(response.date) }),
      notes > 0 && this.#words.say("assess.replace_notes", { count: notes }),
    ]
      .filter((line) => typeof line === "string")
      .filter(Boolean);
  }

  /**
   * @param {string} name
   * @param {string[]} lines
   */
  #list(name, lines) {
    part(this.#root, name, HTMLElement).replaceChildren(...items(lines));
  }
}
