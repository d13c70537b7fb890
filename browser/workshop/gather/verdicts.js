/**
 * What became of what was brought in, on the page: a title, lines, and a way back.
 */

import { items } from "../../common/elements.js";
import { copyOf, fill, onPress, part, show } from "../../common/parts.js";

/** @typedef {import("./batch.js").Line} Line */

/** Lines without a code that are shown; nobody reads more. */
const MOST_WITHOUT = 200;

export class Verdicts {
  #root;

  /**
   * @param {object} needs
   * @param {HTMLElement} needs.root
   * @param {() => void} needs.onUndo
   * @param {() => void} needs.onClose
   */
  constructor({ root, onUndo, onClose }) {
    this.#root = root;
    onPress(root, "verdicts-undo", onUndo);
    onPress(root, "verdicts-close", onClose);
  }

  /**
   * Show them, and take the focus there.
   * @param {{title: string, lines: Line[], without?: string[]}} told `without` are the lines of a text
   *   that hold no code: they are on the screen alone
   * @param {boolean} canUndo
   */
  show({ title, lines, without = [] }, canUndo) {
    fill(this.#root, "verdicts-title", title);
    part(this.#root, "verdicts-list", HTMLElement).replaceChildren(
      ...lines.map(({ where, said }) => {
        const line = copyOf(this.#root, "verdict");
        fill(line, "where", where);
        fill(line, "said", said);
        return line;
      }),
    );
    part(this.#root, "without-list", HTMLElement).replaceChildren(...items(without.slice(0, MOST_WITHOUT)));
    part(this.#root, "without", HTMLDetailsElement).open = false;
    show(this.#root, "without", without.length > 0);
    show(this.#root, "verdicts-undo", canUndo);
    show(this.#root, "verdicts", true);
    part(this.#root, "verdicts-title", HTMLElement).focus();
  }

  hide() {
    part(this.#root, "without-list", HTMLElement).replaceChildren();
    show(this.#root, "verdicts", false);
  }
}
