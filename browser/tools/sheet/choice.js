/**
 * Which of the tool's sheets is shown: the list to choose from, and what can be done with this one.
 */

import { part, show } from "../../common/parts.js";
import { nameOf } from "../../kept/sheets.js";

/** @typedef {import("../../kept/sheets.js").Sheet} Sheet */

export class SheetChoice {
  #root;
  #words;

  /**
   * @param {HTMLElement} root
   * @param {import("../../common/words.js").Words} words
   * @param {(id: string) => void} onChosen
   */
  constructor(root, words, onChosen) {
    this.#root = root;
    this.#words = words;
    const which = part(root, "which", HTMLSelectElement);
    which.addEventListener("change", () => onChosen(which.value));
  }

  /**
   * @param {Sheet[]} kept the sheets of this tool that are kept
   * @param {Sheet} current
   * @param {boolean} isUntouched whether nothing has been entered in that one
   */
  show(kept, current, isUntouched) {
    const listed = kept.some(({ id }) => id === current.id) ? kept : [...kept, current];
    part(this.#root, "which", HTMLSelectElement).replaceChildren(
      ...listed.map((sheet) => new Option(nameOf(sheet, this.#words), sheet.id, false, sheet.id === current.id)),
    );
    show(this.#root, "which-part", listed.length > 1);
    show(this.#root, "new", !isUntouched);
    part(this.#root, "clear", HTMLButtonElement).hidden = isUntouched;
    part(this.#root, "save", HTMLButtonElement).hidden = isUntouched;
  }
}
