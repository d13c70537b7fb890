/**
 * What became of what was brought in, on the page: a title, lines, and a way back.
 */

import { copyOf, fill, onPress, part, show } from "../../common/parts.js";

/** @typedef {import("./batch.js").Line} Line */

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
   * @param {{title: string, lines: Line[]}} told
   * @param {boolean} canUndo
   */
  show({ title, lines }, canUndo) {
    fill(this.#root, "verdicts-title", title);
    part(this.#root, "verdicts-list", HTMLElement).replaceChildren(
      ...lines.map(({ where, said }) => {
        const line = copyOf(this.#root, "verdict");
        fill(line, "where", where);
        fill(line, "said", said);
        return line;
      }),
    );
    show(this.#root, "verdicts-undo", canUndo);
    show(this.#root, "verdicts", true);
    part(this.#root, "verdicts-title", HTMLElement).focus();
  }

  hide() {
    show(this.#root, "verdicts", false);
  }
}
