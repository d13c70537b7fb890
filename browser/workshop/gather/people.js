/**
 * Who has answered: the list of people and of counted hands, each of which can be taken out again.
 */

import { choiceOf } from "../../common/answer.js";
import { offerUndo } from "../../common/notices.js";
import { copyOf, fill, onPress, part, show } from "../../common/parts.js";
import { countPeople } from "../session.js";

/**
 * @typedef {import("../../common/notices.js").Notices} Notices
 * @typedef {import("../../contract.js").Counted} Counted
 * @typedef {import("../session.js").Session} Session
 * @typedef {import("../../contract.js").Workshop} Workshop
 * @typedef {import("../../common/words.js").Words} Words
 */

export class PeopleList {
  #root;
  #session;
  #words;
  #notices;
  /** What is shown: the list may be long, and is not drawn at each letter that is typed somewhere else. */
  #shown = /** @type {Partial<Pick<Workshop, "people" | "counted">>} */ ({});

  /**
   * @param {object} needs
   * @param {HTMLElement} needs.root
   * @param {Session} needs.session
   * @param {Words} needs.words
   * @param {Notices} needs.notices
   */
  constructor({ root, session, words, notices }) {
    this.#root = root;
    this.#session = session;
    this.#words = words;
    this.#notices = notices;
  }

  /** @param {Workshop} workshop */
  show(workshop) {
    fill(this.#root, "people-count", this.#words.say("session.people_count", { count: countPeople(workshop) }));
    const { people, counted } = workshop;
    if (this.#shown.people !== people) this.#showPeople(people);
    if (this.#shown.counted !== counted) this.#showCounted(counted);
    this.#shown = { people, counted };
  }

  /** @param {Workshop["people"]} people */
  #showPeople(people) {
    show(this.#root, "people-box", people.length > 0);
    const rows = people.map((person, index) => this.#personRow(person, index));
    part(this.#root, "people", HTMLElement).replaceChildren(...rows);
  }

  /**
   * @param {Workshop["people"][number]} person
   * @param {number} index
   */
  #personRow(person, index) {
    const row = copyOf(this.#root, "person");
    const number = index + 1;
    fill(row, "number", this.#words.say("session.person", { number }));
    fill(row, "group", person.group ?? "");
    const given = Object.values(person.answers).filter((answer) => choiceOf(answer) !== "");
    fill(row, "answers", this.#words.say("session.person_answers", { count: given.length }));
    part(row, "remove", HTMLElement).setAttribute("aria-label", this.#words.say("session.remove_person", { number }));
    onPress(row, "remove", () => {
      const people = this.#session.workshop.people.filter((_, other) => other !== index);
      this.#remove({ people }, this.#words.say("session.removed_person", { number }));
    });
    return row;
  }

  /** @param {Counted[]} counted */
  #showCounted(counted) {
    show(this.#root, "counted-box", counted.length > 0);
    part(this.#root, "counted", HTMLElement).replaceChildren(...counted.map((each) => this.#countedItem(each)));
  }

  /** @param {Counted} each */
  #countedItem(each) {
    const item = copyOf(this.#root, "counted-item");
    const about = [each.title, each.group, each.date && this.#words.date(each.date)].filter(Boolean).join(" · ");
    fill(item, "text", this.#words.say("session.counted_item", { about, count: each.people }));
    part(item, "remove", HTMLElement).setAttribute("aria-label", this.#words.say("session.remove_counted", { about }));
    onPress(item, "remove", () => {
      const counted = this.#session.workshop.counted.filter(({ id }) => id !== each.id);
      this.#remove({ counted }, this.#words.say("session.removed_counted", { about }));
    });
    return item;
  }

  /**
   * @param {Partial<Workshop>} changes
   * @param {string} text
   */
  #remove(changes, text) {
    const before = this.#session.workshop;
    const undo = this.#session.apply(before, { ...before, ...changes });
    offerUndo(this.#notices, this.#words, text, undo);
    this.#notices.focus();
  }
}
