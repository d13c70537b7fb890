/**
 * The group for answers that name none.
 */

import { part, show } from "../../common/parts.js";

export class GroupChoice {
  #root;
  #words;

  /**
   * @param {HTMLElement} root
   * @param {import("../../common/words.js").Words} words
   */
  constructor(root, words) {
    this.#root = root;
    this.#words = words;
  }

  /** The chosen one, or empty. @returns {string} */
  get value() {
    return this.#select.value;
  }

  /** @param {string[]} groups to choose from */
  show(groups) {
    const select = this.#select;
    const chosen = select.value;
    const none = new Option(this.#words.say("session.group_none"), "");
    select.replaceChildren(none, ...groups.map((group) => new Option(group, group)));
    select.value = groups.includes(chosen) ? chosen : "";
    show(this.#root, "gather-group-field", groups.length > 0);
  }

  get #select() {
    return part(this.#root, "gather-group", HTMLSelectElement);
  }
}
