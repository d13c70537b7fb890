/**
 * The choice between one question at a time and all of them on one page.
 */

import { fill, onPress, part } from "../common/parts.js";

/** @typedef {import("./steps.js").Mode} Mode */

export class ModeChoice {
  #root;
  #steps;
  #keeping;
  #words;
  #onChosen;

  /**
   * @param {object} needs
   * @param {HTMLElement} needs.root
   * @param {import("./steps.js").Steps} needs.steps
   * @param {import("../common/keeping.js").Keeping<import("../contract.js").Response>} needs.keeping
   * @param {import("../common/words.js").Words} needs.words
   * @param {() => void} needs.onChosen
   */
  constructor({ root, steps, keeping, words, onChosen }) {
    this.#root = root;
    this.#steps = steps;
    this.#keeping = keeping;
    this.#words = words;
    this.#onChosen = onChosen;
    part(root, "modes", HTMLElement).addEventListener("change", (event) => {
      const chosen = event.target instanceof HTMLInputElement ? event.target.value : "one";
      this.#choose(chosen === "all" ? "all" : "one");
    });
    onPress(root, "switch-mode", () => this.#choose(steps.mode === "all" ? "one" : "all"));
  }

  /** Take up what was chosen last. */
  begin() {
    this.#set(this.#keeping.settings.mode === "all" ? "all" : "one");
  }

  /** @param {Mode} mode */
  #choose(mode) {
    this.#keeping.set({ mode });
    this.#set(mode);
    this.#onChosen();
  }

  /** @param {Mode} mode */
  #set(mode) {
    this.#steps.setMode(mode);
    const radio = this.#root.querySelector(`input[name="mode"][value="${mode}"]`);
    if (radio instanceof HTMLInputElement) radio.checked = true;
    fill(this.#root, "switch-mode", this.#words.say(mode === "all" ? "assess.to_one" : "assess.to_all"));
  }
}
