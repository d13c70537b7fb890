/**
 * The votes, and the choice of one to three priorities.
 */

import { offerUndo } from "../../common/notices.js";
import { copyOf, fill, part } from "../../common/parts.js";
import { MOST_PRIORITIES } from "../../contract.js";
import { showWord } from "../agreement.js";
import { countIn } from "../count_field.js";
import { nameOf, newShift } from "./shift.js";

/**
 * @typedef {import("../../contract.js").Comparison} Comparison
 * @typedef {import("./shift.js").Enabler} Enabler
 */

export class Priorities {
  #page;

  /** @param {import("./shift.js").DecidePage} page */
  constructor(page) {
    this.#page = page;
  }

  /**
   * @param {Enabler[]} chosen the priorities, also those that this framework does not have
   * @param {Comparison | undefined} comparison where it may be shown
   */
  show(chosen, comparison) {
    const body = part(this.#page.root, "priority-rows", HTMLElement);
    // Somebody is on one of the rows: nothing is put in another place beneath them.
    if (body.contains(document.activeElement)) return this.#refresh();
    const place = new Map((comparison?.talking_order ?? []).map((id, index) => [id, index]));
    const others = chosen.filter((enabler) => !this.#page.enablers.includes(enabler));
    const enablers = [...this.#page.enablers, ...others].sort(
      (a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0),
    );
    const figures = new Map((comparison?.rows ?? []).map((row) => [row.enabler, row]));
    body.replaceChildren(...enablers.map((enabler) => this.#row(enabler, figures.get(enabler.id))));
  }

  #refresh() {
    const { priorities, votes } = this.#page.session.workshop;
    for (const { id } of this.#page.enablers) {
      const box = document.getElementById(`priority-${id}`);
      if (box instanceof HTMLInputElement) box.checked = priorities.some(({ enabler }) => enabler === id);
      const field = document.getElementById(`votes-${id}`);
      const isElsewhere = field !== document.activeElement;
      if (field instanceof HTMLInputElement && isElsewhere) field.value = String(votes[id] ?? "");
    }
  }

  /**
   * @param {Enabler} enabler
   * @param {import("../../contract.js").ComparisonRow | undefined} figures
   */
  #row(enabler, figures) {
    const { id, title } = enabler;
    const { priorities, votes } = this.#page.session.workshop;
    const row = copyOf(this.#page.root, "priority-row");
    const box = part(row, "chosen", HTMLInputElement);
    box.id = `priority-${id}`;
    box.checked = priorities.some((each) => each.enabler === id);
    box.addEventListener("change", () => this.#choose(enabler, box));
    const label = part(row, "label", HTMLLabelElement);
    label.htmlFor = box.id;
    label.textContent = nameOf(enabler);
    fill(row, "middle", figures?.marked ? figures.median_text : "");
    showWord(row, figures?.word ?? null, this.#page.words);
    const field = part(row, "votes", HTMLInputElement);
    field.id = `votes-${id}`;
    field.value = String(votes[id] ?? "");
    field.setAttribute("aria-label", this.#page.words.say("session.votes_label", { title }));
    field.addEventListener("input", () => this.#vote(id, field));
    return row;
  }

  /**
   * @param {Enabler} enabler
   * @param {HTMLInputElement} box
   */
  #choose(enabler, box) {
    const before = this.#page.session.workshop;
    const { priorities } = before;
    const tooMany = box.checked && priorities.length >= MOST_PRIORITIES;
    const error = part(this.#page.root, "priorities-error", HTMLElement);
    error.hidden = !tooMany;
    error.textContent = tooMany ? this.#page.words.say("session.priorities_most", { count: MOST_PRIORITIES }) : "";
    if (tooMany) {
      box.checked = false;
    } else if (box.checked) {
      this.#page.session.change({ priorities: [...priorities, { enabler: enabler.id, shifts: [newShift(enabler)] }] });
    } else {
      const left = priorities.filter((each) => each.enabler !== enabler.id);
      const undo = this.#page.session.apply(before, { ...before, priorities: left });
      const said = this.#page.words.say("session.priority_removed", { title: enabler.title });
      offerUndo(this.#page.notices, this.#page.words, said, undo);
    }
  }

  /**
   * @param {string} id
   * @param {HTMLInputElement} field
   */
  #vote(id, field) {
    const count = countIn(field);
    if (count === null) return;
    const { [id]: _, ...votes } = this.#page.session.workshop.votes;
    if (field.value.trim()) votes[id] = count;
    this.#page.session.change({ votes }, "decide");
  }
}
