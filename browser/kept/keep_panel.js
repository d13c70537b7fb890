/**
 * The panel of what this browser keeps: the switch for it, the way to delete it, and a warning to
 * whoever leaves while nothing holds what they entered.
 */

import { fill, onPress, part, show } from "../common/parts.js";

/** @typedef {import("../common/keeping.js").State} State */

export class KeepSwitch {
  #root;
  #state;
  #textOf;

  /**
   * @param {object} needs
   * @param {HTMLElement} needs.root
   * @param {() => State} needs.state what becomes of what is entered, at present
   * @param {(state: State) => string} needs.textOf says so
   * @param {(wanted: boolean) => void} needs.onSwitch the person wants it kept, or not
   * @param {import("../common/notices.js").Notices} needs.notices
   */
  constructor({ root, state, textOf, onSwitch, notices }) {
    this.#root = root;
    this.#state = state;
    this.#textOf = textOf;
    const toggle = part(root, "keep-switch", HTMLInputElement);
    toggle.addEventListener("change", () => {
      onSwitch(toggle.checked);
      this.show();
      notices.announce(part(root, "keep-state", HTMLElement).textContent ?? "");
    });
  }

  /** Say what this browser keeps. */
  show() {
    const state = this.#state();
    const toggle = part(this.#root, "keep-switch", HTMLInputElement);
    toggle.checked = state === "on" || state === "full";
    toggle.disabled = state === "blocked";
    fill(this.#root, "keep-state", this.#textOf(state));
    part(this.#root, "keep", HTMLElement).classList.toggle("is-warning", state === "blocked" || state === "full");
  }
}

/**
 * Delete only after the person has been asked.
 * @param {HTMLElement} root
 * @param {() => void} remove
 */
export function askBeforeDeleting(root, remove) {
  const ask = (/** @type {boolean} */ asked) => {
    show(root, "delete-panel", asked);
    part(root, "delete", HTMLElement).setAttribute("aria-expanded", String(asked));
    if (asked) part(root, "delete-title", HTMLElement).focus();
  };
  onPress(root, "delete", () => ask(true));
  onPress(root, "delete-no", () => {
    ask(false);
    part(root, "delete", HTMLElement).focus();
  });
  onPress(root, "delete-yes", () => {
    ask(false);
    remove();
  });
}

/** @param {() => boolean} isLost whether leaving now would lose something */
export function warnBeforeLeaving(isLost) {
  addEventListener("beforeunload", (event) => {
    if (isLost()) event.preventDefault();
  });
}
