/**
 * A long list of which only what has come near the screen is drawn, a slice at a time.
 */

import { nextTask } from "../../common/slices.js";

/** Rows of a slice: few enough to be drawn within a frame or two. */
const SLICE = 20;
/** How far below the screen the next slice is drawn. */
const AHEAD = "800px";

/** @template T an item of the list */
export class SeenList {
  #place;
  #more;
  #textOf;
  #draw;
  /** @type {T[]} */
  #items = [];
  #drawn = 0;
  /** Counts the lists shown: a newer one ends the drawing of the one before. */
  #turn = 0;

  /**
   * @param {object} needs
   * @param {HTMLElement} needs.place the items are put there
   * @param {HTMLElement} needs.more a button behind the list, for those that are not drawn yet
   * @param {(left: number) => string} needs.textOf what that button says
   * @param {(item: T, index: number) => Node} needs.draw
   */
  constructor({ place, more, textOf, draw }) {
    this.#place = place;
    this.#more = more;
    this.#textOf = textOf;
    this.#draw = draw;
    more.addEventListener("click", () => this.#drawMore());
    const near = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) this.#drawMore();
      },
      { rootMargin: AHEAD },
    );
    near.observe(more);
  }

  /**
   * Show other items in place of those before; whoever had come far down the list stays there.
   * @param {T[]} items
   */
  async show(items) {
    const wanted = Math.min(items.length, this.#drawn);
    const turn = ++this.#turn;
    this.#items = items;
    this.#drawn = 0;
    this.#place.replaceChildren();
    this.#drawSome();
    while (this.#drawn < wanted) {
      await nextTask();
      if (turn !== this.#turn) return;
      this.#drawSome();
    }
  }

  /** Go on while the end of what is drawn is near the screen. */
  async #drawMore() {
    const turn = this.#turn;
    do {
      this.#drawSome();
      await nextTask();
    } while (turn === this.#turn && !this.#more.hidden && this.#isNear());
  }

  #isNear() {
    const { top } = this.#more.getBoundingClientRect();
    return top > 0 && top < 2 * innerHeight;
  }

  #drawSome() {
    const some = this.#items.slice(this.#drawn, this.#drawn + SLICE);
    const first = this.#drawn;
    this.#place.append(...some.map((item, index) => this.#draw(item, first + index)));
    this.#drawn += some.length;
    const left = this.#items.length - this.#drawn;
    this.#more.textContent = this.#textOf(left);
    this.#more.hidden = left === 0;
  }
}
