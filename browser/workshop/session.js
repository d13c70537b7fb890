/**
 * The workshop as the page holds it: one piece of data, kept at each change, with ways back.
 */

import { named } from "../common/framework.js";
import { newId } from "../common/ids.js";
import { WORKSHOP_FORMAT, WORKSHOP_VERSION } from "../contract.js";
import { fieldsBack, listBack, recordBack, same } from "../kept/undo.js";

/**
 * @typedef {import("../contract.js").Framework} Framework
 * @typedef {import("../common/keeping.js").Keeping<Workshop>} WorkshopKeeping
 *
 * @typedef {import("../contract.js").Workshop} Workshop
 * @typedef {import("../contract.js").WholeWorkshop} WholeWorkshop
 */

/**
 * @param {Framework} framework
 * @returns {Workshop} nothing planned yet
 */
export function newWorkshop(framework) {
  return {
    format: WORKSHOP_FORMAT,
    format_version: WORKSHOP_VERSION,
    framework: named(framework),
    id: newId(),
    title: "",
    date: "",
    purpose: "",
    point_of_view: "",
    groups: [],
    people: [],
    counted: [],
    own: null,
    consent: false,
    votes: {},
    priorities: [],
    earlier: null,
  };
}

/**
 * Whether data is what this page itself writes. Anything else is for Python to read.
 * @param {unknown} data
 * @param {Framework} framework
 * @returns {data is Workshop}
 */
export function isOwnWorkshop(data, framework) {
  if (typeof data !== "object" || data === null) return false;
  const workshop = /** @type {Partial<Workshop>} */ (data);
  return (
    workshop.format === WORKSHOP_FORMAT &&
    workshop.format_version === WORKSHOP_VERSION &&
    workshop.framework?.id === framework.id &&
    [workshop.people, workshop.counted, workshop.groups, workshop.priorities].every(Array.isArray) &&
    typeof workshop.votes === "object" &&
    workshop.votes !== null
  );
}

/** @param {Workshop} workshop */
export function isUntouched({
  title,
  date,
  purpose,
  point_of_view,
  groups,
  invited,
  reply_to,
  people,
  counted,
  own,
  priorities,
  earlier,
  votes,
}) {
  const lists = [groups, people, counted, priorities, Object.keys(votes)];
  const planned = [title, date, purpose, point_of_view, invited, reply_to];
  return !planned.some(Boolean) && !own && !earlier && lists.every((list) => !list.length);
}

/**
 * @param {Workshop} workshop
 * @returns {number} how many have answered, each by themselves or by a show of hands
 */
export function countPeople({ people, counted }) {
  return people.length + counted.reduce((sum, each) => sum + each.people, 0);
}

/**
 * A workshop in which a change is undone, and nothing else.
 * @param {Workshop} now
 * @param {Workshop} before
 * @param {Workshop} after what the change made of it
 * @returns {Workshop}
 */
export function workshopBack(now, before, after) {
  if (now === after) return before;
  return {
    ...fieldsBack(now, before, after),
    groups: listBack(now.groups, before.groups, after.groups),
    people: listBack(now.people, before.people, after.people),
    counted: listBack(now.counted, before.counted, after.counted),
    votes: recordBack(now.votes, before.votes, after.votes),
    priorities: listBack(now.priorities, before.priorities, after.priorities),
  };
}

/**
 * A workshop to which a change is made that began with another state of it: what others have
 * entered since stays, and what they have taken away does not come back.
 * @param {Workshop} now
 * @param {Workshop} before what the change began with
 * @param {Workshop} after what the change made of that
 * @returns {Workshop}
 */
export function workshopChanged(now, before, after) {
  return workshopBack(now, after, before);
}

export class Session {
  #framework;
  #keeping;
  #sheets;
  #workshop;
  /**
   * What has been shown of workshops since the page was opened, for Python to tell what may be shown
   * next to it. @type {import("../contract.js").Shown | undefined}
   */
  shown;
  /** What stands side by side. @type {import("../contract.js").SplitBy} */
  by = "group";
  #listeners = /** @type {((workshop: Workshop, cause: string) => void)[]} */ ([]);

  /**
   * @param {Framework} framework
   * @param {WorkshopKeeping} keeping
   * @param {import("../kept/sheets.js").Sheets} sheets of case studies' tools, kept next to the workshop
   */
  constructor(framework, keeping, sheets) {
    this.#framework = framework;
    this.#keeping = keeping;
    this.#sheets = sheets;
    this.#workshop = keeping.read() ?? newWorkshop(framework);
  }

  /** @returns {Workshop} never changed in place */
  get workshop() {
    return this.#workshop;
  }

  /** @returns {WholeWorkshop} the workshop as its file has it, with the tools' sheets */
  get whole() {
    return { ...this.#workshop, tool_records: this.#sheets.all };
  }

  /**
   * Replace the workshop, keep it, and tell everyone. What another tab has kept a moment ago, before
   * this one heard of it, stays.
   * @param {Workshop} workshop
   * @param {string} [cause] which view made the change and already shows it
   */
  put(workshop, cause = "") {
    const theirs = this.#keeping.readNew();
    if (theirs === undefined) this.#workshop = workshop;
    else this.#workshop = workshopChanged(theirs ?? newWorkshop(this.#framework), this.#workshop, workshop);
    this.keep();
    this.#tell(theirs === undefined ? cause : "");
  }

  /**
   * @param {Partial<Workshop>} changes
   * @param {string} [cause]
   */
  change(changes, cause = "") {
    this.put({ ...this.#workshop, ...changes }, cause);
  }

  /**
   * Make a change that took a while to the workshop as it is by now: meanwhile more may have been
   * entered, here or in another tab. Whoever agreed to be shown did so for the people that were here.
   * @param {Workshop} before what the change began with
   * @param {Workshop & Partial<WholeWorkshop>} made what it made of it
   * @returns {() => void} undoes this change and nothing else
   */
  apply(before, { tool_records = [], ...made }) {
    const takeSheetsAway = this.#sheets.add(tool_records);
    const here = this.#workshop;
    const after = this.#consented(here, workshopChanged(here, before, made));
    this.put(after);
    return () => {
      takeSheetsAway();
      const now = this.#workshop;
      this.put(this.#consented(now, workshopBack(now, here, after)));
    };
  }

  /**
   * @param {Workshop} before
   * @param {Workshop} after
   * @returns {Workshop} without a consent that others have given
   */
  #consented(before, after) {
    if (!after.consent) return after;
    const areOfThem = same(before.people, after.people) && same(before.counted, after.counted);
    return areOfThem ? after : { ...after, consent: false };
  }

  /**
   * Start over.
   * @returns {() => void} puts back what was here
   */
  clear() {
    const before = this.#workshop;
    const after = newWorkshop(this.#framework);
    this.put(after);
    return () => this.put(workshopBack(this.#workshop, before, after));
  }

  /** Keep it in the browser, where that is wanted and allowed. */
  keep() {
    if (isUntouched(this.#workshop)) this.#keeping.forget();
    else this.#keeping.write(this.#workshop);
  }

  /**
   * Take over what another tab has kept, if there is something new.
   * @returns {(() => void) | undefined} puts back what that took and takes away what it brought
   */
  takeFromElsewhere() {
    const theirs = this.#keeping.readNew();
    if (theirs === undefined) return undefined;
    const before = this.#workshop;
    const after = theirs ?? newWorkshop(this.#framework);
    this.#workshop = after;
    this.#tell("");
    return () => this.put(workshopBack(this.#workshop, before, after));
  }

  /** @param {(workshop: Workshop, cause: string) => void} listener */
  onChange(listener) {
    this.#listeners.push(listener);
  }

  /** @param {string} cause */
  #tell(cause) {
    for (const listener of this.#listeners) listener(this.#workshop, cause);
  }
}
