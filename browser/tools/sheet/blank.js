/**
 * Printing the sheet as it comes from the site, to be filled in by hand.
 */

import { printOnly } from "../../common/printing.js";

export class BlankPrint {
  #root;
  /** Puts back what was entered, while a blank form stands in its place. @type {(() => void) | undefined} */
  #back;

  /** @param {HTMLElement} root */
  constructor(root) {
    this.#root = root;
  }

  /**
   * @param {() => void} empty the form
   * @param {() => void} refill the form as it was
   */
  print(empty, refill) {
    const { scrollX, scrollY } = window;
    empty();
    this.#back = () => {
      refill();
      scrollTo(scrollX, scrollY);
    };
    // Some browsers never say that they have printed, and some cannot print.
    for (const event of ["afterprint", "focus", "pointerdown"]) {
      addEventListener(event, () => this.end(), { once: true });
    }
    try {
      printOnly(this.#root, "form");
    } catch {
      this.end();
    }
  }

  /** Put what was entered back where the blank form stands, if it does. */
  end() {
    const back = this.#back;
    this.#back = undefined;
    back?.();
  }
}
