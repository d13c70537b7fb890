/**
 * What the page tells the person: one live region for what happens, one notice with a way back.
 */

import { items } from "./elements.js";
import { fill, onPress, part, show } from "./parts.js";

export class Notices {
  #root;
  #status;
  /** @type {(() => void) | undefined} */
  #undo;

  /** @param {HTMLElement} root */
  constructor(root) {
    this.#root = root;
    this.#status = part(root, "status", HTMLElement);
    for (const event of ["pointerdown", "keydown"]) {
      addEventListener(event, () => this.#status.classList.add("is-quiet"), { capture: true });
    }
    onPress(root, "notice-undo", () => {
      const undo = this.#undo;
      this.close();
      undo?.();
    });
    onPress(root, "notice-close", () => {
      this.close();
      part(root, "title", HTMLElement).focus();
    });
  }

  /**
   * Show what has just been done, and have it read out, until the person does something else.
   * @param {string} text
   */
  say(text) {
    this.#status.classList.remove("is-quiet");
    this.#status.textContent = text;
  }

  /**
   * Have something read out that the page shows elsewhere.
   * @param {string} text
   */
  announce(text) {
    this.#status.classList.add("is-quiet");
    this.#status.textContent = text;
  }

  /**
   * Show a notice that stays until it is closed.
   * @param {string} text
   * @param {object} [options]
   * @param {string[]} [options.more] further points
   * @param {() => void} [options.undo] what its undo button does
   */
  show(text, { more = [], undo } = {}) {
    this.#undo = undo;
    fill(this.#root, "notice-text", text);
    const list = part(this.#root, "notice-more", HTMLElement);
    list.replaceChildren(...items(more));
    list.hidden = more.length === 0;
    show(this.#root, "notice-undo", undo !== undefined);
    show(this.#root, "notice", true);
    this.announce([text, ...more].join(" "));
  }

  /**
   * @param {string} text
   * @returns {boolean} whether that notice is shown now
   */
  isShowing(text) {
    const shown = part(this.#root, "notice-text", HTMLElement).textContent === text;
    return shown && !part(this.#root, "notice", HTMLElement).hidden;
  }

  /** Take the person to the notice, away from what is no longer there. */
  focus() {
    part(this.#root, "notice-text", HTMLElement).focus();
  }

  /** The person has moved on, and so has the page: what could be undone is let go. */
  moveOn() {
    this.close();
  }

  close() {
    this.#undo = undefined;
    show(this.#root, "notice", false);
    this.announce("");
  }
}

/**
 * Say what was done, with a way back.
 * @param {Notices} notices
 * @param {import("./words.js").Words} words
 * @param {string} text
 * @param {() => void} undo
 * @param {string[]} [more] further points
 */
export function offerUndo(notices, words, text, undo, more = []) {
  notices.show(text, {
    more,
    undo: () => {
      undo();
      notices.say(words.say("page.undone"));
    },
  });
}

/**
 * Say next to a field what is wrong, and take the person there.
 * @param {ParentNode} root
 * @param {string} name the part that says it
 * @param {string} text empty where nothing is wrong
 */
export function showProblem(root, name, text) {
  const problem = part(root, name, HTMLElement);
  problem.textContent = text;
  problem.hidden = text === "";
  if (text) problem.focus();
}
