/**
 * Who has answered: the list of people and of counted hands, each of which can be taken out again.
 */

import { choiceOf } from "../../common/answer.js";
import { items } from "../../common/elements.js";
import { offerUndo } from "../../common/notices.js";
import { copyOf, fill, onPress, part, show } from "../../common/parts.js";
import { nextTask } from "../../common/slices.js";
import { countPeople } from "../session.js";
import { notesOf, peopleLike, peopleWith } from "./finding.js";
import { SeenList } from "./seen_list.js";

/**
 * @typedef {import("../../common/notices.js").Notices} Notices
 * @typedef {import("../../contract.js").Counted} Counted
 * @typedef {import("../../contract.js").Person} Person
 * @typedef {import("./finding.js").Placed} Placed
 * @typedef {import("../session.js").Session} Session
 * @typedef {import("../../contract.js").Workshop} Workshop
 * @typedef {import("../../common/words.js").Words} Words
 */

/** People looked at between two frames. */
const SLICE = 200;
/** People who come in one piece and are still noted one by one; those of a larger table all came at once. */
const MOST_NOTED = 1000;

/** What may be a code or a link: none of the words that a person is found by has as many figures. */
const MAY_BE_CODE = /[0-9A-Z]{4}[- ][0-9A-Z]{4}|#[rd]=/i;

export class PeopleList {
  #root;
  #session;
  #words;
  #notices;
  #read;
  #list;
  /** What is shown: the list may be long, and is not drawn at each letter that is typed somewhere else. */
  #shown = /** @type {Partial<Pick<Workshop, "people" | "counted">>} */ ({});
  /** When those who came during this visit were added, by their answers. @type {Map<string, string>} */
  #added = new Map();
  /** Counts the searches: only the newest is shown. */
  #searches = 0;

  /**
   * @param {object} needs
   * @param {HTMLElement} needs.root
   * @param {Session} needs.session
   * @param {Words} needs.words
   * @param {Notices} needs.notices
   * @param {(text: string) => Promise<Person>} needs.read a code or a link, by Python
   */
  constructor({ root, session, words, notices, read }) {
    this.#root = root;
    this.#session = session;
    this.#words = words;
    this.#notices = notices;
    this.#read = read;
    this.#list = new SeenList({
      place: part(root, "people", HTMLElement),
      more: part(root, "people-more", HTMLElement),
      textOf: (count) => words.say("session.more_rows", { count }),
      draw: (/** @type {Placed} */ placed) => this.#personRow(placed),
    });
    part(root, "people-find", HTMLInputElement).addEventListener("input", () => this.#find());
  }

  /** @param {Workshop} workshop */
  show(workshop) {
    const { people, counted, invited = 0 } = workshop;
    const values = { count: countPeople(workshop), invited };
    const told = [this.#words.say(`session.people_count${invited ? "_of" : ""}`, values)];
    if (invited && values.count > invited) told.push(this.#words.say("session.people_more"));
    fill(this.#root, "people-count", told.join(" "));
    if (this.#shown.people !== people) this.#showPeople(people);
    if (this.#shown.counted !== counted) this.#showCounted(counted);
    this.#shown = { people, counted };
  }

  /** @param {Workshop["people"]} people */
  #showPeople(people) {
    show(this.#root, "people-box", people.length > 0);
    const before = this.#shown.people;
    const added = before ? people.length - before.length : 0;
    if (before && added > 0 && added <= MOST_NOTED) {
      const time = this.#words.time(new Date());
      for (const person of people.slice(before.length)) this.#added.set(JSON.stringify(person), time);
    }
    this.#find(people);
  }

  /** Show those who are sought, or everyone. */
  async #find(people = this.#session.workshop.people) {
    const search = ++this.#searches;
    const sought = part(this.#root, "people-find", HTMLInputElement).value.trim();
    /** @type {Placed[]} */
    const found = (await this.#withCode(people, sought)) ?? [];
    if (search !== this.#searches) return;
    if (!found.length) {
      for (let first = 0; first < people.length; first += SLICE) {
        const some = peopleWith(people.slice(first, first + SLICE), sought, (one) => this.#textOf(one));
        found.push(...some.map(({ person, index }) => ({ person, index: first + index })));
        if (first + SLICE < people.length) await nextTask();
        if (search !== this.#searches) return; // more has been typed
      }
    }
    fill(this.#root, "people-found", sought && this.#words.say("session.people_found", { count: found.length }));
    this.#list.show(found);
  }

  /**
   * @param {Person[]} people
   * @param {string} sought
   * @returns {Promise<Placed[] | undefined>} those whose code it is, where it is one
   */
  async #withCode(people, sought) {
    if (!MAY_BE_CODE.test(sought)) return undefined;
    try {
      return peopleLike(people, await this.#read(sought));
    } catch {
      return undefined; // none, or not yet whole
    }
  }

  /** @param {Person} person @returns {string} all that they can be found by */
  #textOf(person) {
    return [person.group, this.#whenOf(person), person.date, ...notesOf(person)].filter(Boolean).join(" ");
  }

  /** @param {Person} person @returns {string} when they came, or answered */
  #whenOf(person) {
    const added = this.#added.size > 0 && this.#added.get(JSON.stringify(person));
    const answered = person.date ? this.#words.date(person.date) : "";
    return [added && this.#words.say("session.person_added", { time: added }), answered].filter(Boolean).join(" · ");
  }

  /** @param {Placed} placed */
  #personRow({ person, index }) {
    const row = copyOf(this.#root, "person");
    const number = index + 1;
    fill(row, "number", this.#words.say("session.person", { number }));
    fill(row, "group", person.group ?? "");
    fill(row, "when", this.#whenOf(person));
    const given = Object.values(person.answers).filter((answer) => choiceOf(answer) !== "");
    fill(row, "answers", this.#words.say("session.person_answers", { count: given.length }));
    part(row, "notes", HTMLElement).replaceChildren(...items(notesOf(person)));
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
