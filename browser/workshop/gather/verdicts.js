/**
 * What became of what was brought in, on the page: a title, lines, and a way back.
 */

import { items } from "../../common/elements.js";
import { copyOf, fill, onPress, part, show } from "../../common/parts.js";

/**
 * @typedef {import("../../common/words.js").Words} Words
 * @typedef {import("../../contract.js").Offer} Offer
 * @typedef {import("../../contract.js").OfferChoice} OfferChoice
 * @typedef {import("./batch.js").Line} Line
 */

/** Lines without a code that are shown; nobody reads more. */
const MOST_WITHOUT = 200;

export class Verdicts {
  #root;
  #words;
  #onSettle;

  /**
   * @param {object} needs
   * @param {HTMLElement} needs.root
   * @param {Words} needs.words
   * @param {(offers: Offer[], choice: OfferChoice) => void} needs.onSettle
   * @param {() => void} needs.onUndo
   * @param {() => void} needs.onClose
   */
  constructor({ root, words, onSettle, onUndo, onClose }) {
    this.#root = root;
    this.#words = words;
    this.#onSettle = onSettle;
    onPress(root, "verdicts-undo", onUndo);
    onPress(root, "verdicts-close", onClose);
  }

  /**
   * Show them, and take the focus there.
   * @param {{title: string, lines: Line[], without?: string[]}} told `without` are the lines of a text
   *   that hold no code: they are on the screen alone
   * @param {boolean} canUndo
   * @param {Offer[]} [offers] all that a person may decide, also of lines that are not shown
   */
  show({ title, lines, without = [] }, canUndo, offers = []) {
    fill(this.#root, "verdicts-title", title);
    part(this.#root, "verdicts-list", HTMLElement).replaceChildren(
      ...lines.map(({ where, said, offer }) => {
        const line = copyOf(this.#root, "verdict");
        fill(line, "where", where);
        fill(line, "said", said);
        if (offer) part(line, "choices", HTMLElement).replaceChildren(...this.#choices([offer], where));
        return line;
      }),
    );
    const all = offers.length > 1 ? this.#choices(offers, "") : [];
    part(this.#root, "all-choices", HTMLElement).replaceChildren(...all);
    show(this.#root, "all-choices", all.length > 0);
    part(this.#root, "without-list", HTMLElement).replaceChildren(...items(without.slice(0, MOST_WITHOUT)));
    part(this.#root, "without", HTMLDetailsElement).open = false;
    show(this.#root, "without", without.length > 0);
    show(this.#root, "verdicts-undo", canUndo);
    show(this.#root, "verdicts", true);
    part(this.#root, "verdicts-title", HTMLElement).focus();
  }

  /**
   * A button for each choice that there is.
   * @param {Offer[]} offers
   * @param {string} where
   */
  #choices(offers, where) {
    return /** @type {const} */ (["replace", "both"]).flatMap((choice) => {
      const some = offers.filter(({ choices }) => choices.includes(choice));
      if (!some.length) return [];
      const button = document.createElement("button");
      button.type = "button";
      button.className = "link-button";
      const name = where ? `session.offer_${choice}` : `session.offer_all_${choice}`;
      button.textContent = this.#words.say(name, { count: some.length });
      if (where) button.setAttribute("aria-label", `${where} ${button.textContent}`);
      button.addEventListener("click", () => this.#onSettle(some, choice));
      return [button];
    });
  }

  hide() {
    part(this.#root, "without-list", HTMLElement).replaceChildren();
    show(this.#root, "verdicts", false);
  }
}
