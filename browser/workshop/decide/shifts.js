/**
 * The shifts of each priority, as a form.
 */

import { controls } from "../../common/fields.js";
import { offerUndo } from "../../common/notices.js";
import { copyOf, fill, onPress, part, show } from "../../common/parts.js";
import { showToolLinks } from "../../common/tool_links.js";
import { SHIFT_FIELDS } from "../../contract.js";
import { listBack } from "../../kept/undo.js";
import { enablerOf, isUnwritten, nameOf, newShift } from "./shift.js";

/**
 * @typedef {import("./shift.js").Enabler} Enabler
 * @typedef {import("../../contract.js").Priority} Priority
 * @typedef {import("../../contract.js").Shift} Shift
 */

export class Shifts {
  #page;

  /** @param {import("./shift.js").DecidePage} page */
  constructor(page) {
    this.#page = page;
  }

  /** @param {Priority[]} priorities */
  show(priorities) {
    show(this.#page.root, "shifts-none", priorities.length === 0);
    part(this.#page.root, "shifts", HTMLElement).replaceChildren(
      ...priorities.map((priority) => this.#priorityPart(priority, enablerOf(this.#page.enablers, priority.enabler))),
    );
  }

  /**
   * @param {Priority} priority
   * @param {Enabler} enabler
   */
  #priorityPart(priority, enabler) {
    const place = copyOf(this.#page.root, "shifts-of");
    const title = part(place, "priority-title", HTMLElement);
    title.id = `shifts-of-${enabler.id}`;
    title.textContent = nameOf(enabler);
    part(place, "priority-link", HTMLAnchorElement).href = enabler.url;
    showToolLinks(place, enabler.tools);
    part(place, "shift-list", HTMLElement).replaceChildren(
      ...priority.shifts.map((shift, index) => this.#shiftPart(shift, index, enabler)),
    );
    const addButton = part(place, "shift-add", HTMLElement);
    addButton.setAttribute("aria-describedby", title.id);
    addButton.addEventListener("click", () => this.#add(enabler, newShift(enabler)));
    show(place, "examples-box", enabler.shifts.length > 0);
    part(place, "examples", HTMLElement).replaceChildren(
      ...enabler.shifts.map(({ from, to }) => {
        const item = copyOf(this.#page.root, "example");
        fill(item, "from", from);
        fill(item, "to", to);
        onPress(item, "use", () => this.#useExample(enabler, { from, to }));
        return item;
      }),
    );
    return place;
  }

  /**
   * @param {Shift} shift
   * @param {number} index
   * @param {Enabler} enabler
   */
  #shiftPart(shift, index, enabler) {
    const place = copyOf(this.#page.root, "shift");
    fill(place, "shift-title", this.#page.words.say("session.shift_title", { number: index + 1 }));
    for (const field of controls(place, "[data-field]")) {
      const name = SHIFT_FIELDS.find((each) => each === field.dataset.field);
      if (!name) continue;
      field.value = shift[name] ?? "";
      field.addEventListener("input", () => this.#write(enabler.id, index, name, field.value));
    }
    const others = [shift.local, shift.regional, shift.national].some(Boolean);
    part(place, "others", HTMLDetailsElement).open = others;
    onPress(place, "shift-remove", () => this.#remove(enabler, index));
    return place;
  }

  /**
   * @param {string} enabler
   * @param {number} index
   * @param {keyof Shift} name
   * @param {string} value
   */
  #write(enabler, index, name, value) {
    this.#change(
      enabler,
      (shifts) => shifts.map((shift, other) => (other === index ? { ...shift, [name]: value } : shift)),
      "decide",
    );
  }

  /**
   * @param {Enabler} enabler
   * @param {Shift} shift
   */
  #add(enabler, shift) {
    this.#change(enabler.id, (shifts) => [...shifts, shift]);
    const { priorities } = this.#page.session.workshop;
    const index = priorities.findIndex((each) => each.enabler === enabler.id);
    const place = part(this.#page.root, "shifts", HTMLElement).children[index];
    if (place) controls(place, '[data-field="from"]').at(-1)?.focus();
  }

  /**
   * @param {Enabler} enabler
   * @param {number} index
   */
  #remove({ id, title }, index) {
    const before = this.#of(id);
    const after = before.filter((_, other) => other !== index);
    this.#change(id, () => after);
    const said = this.#page.words.say("session.shift_removed", { number: index + 1, title });
    offerUndo(this.#page.notices, this.#page.words, said, () =>
      this.#change(id, (now) => listBack(now, before, after)),
    );
  }

  /**
   * An example takes the place of a shift that is still empty, or comes after the others.
   * @param {Enabler} enabler
   * @param {import("../../contract.js").ShiftExample} example
   */
  #useExample(enabler, { from, to }) {
    const last = this.#of(enabler.id).at(-1);
    if (last && isUnwritten(last)) this.#change(enabler.id, (shifts) => shifts.slice(0, -1));
    this.#add(enabler, { ...newShift(enabler), from, to });
  }

  /** @param {string} enabler @returns {Shift[]} */
  #of(enabler) {
    return this.#page.session.workshop.priorities.find((each) => each.enabler === enabler)?.shifts ?? [];
  }

  /**
   * @param {string} enabler
   * @param {(shifts: Shift[]) => Shift[]} change
   * @param {string} [cause]
   */
  #change(enabler, change, cause) {
    const priorities = this.#page.session.workshop.priorities.map((each) =>
      each.enabler === enabler ? { ...each, shifts: change(each.shifts) } : each,
    );
    this.#page.session.change({ priorities }, cause);
  }
}
