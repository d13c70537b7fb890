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
  people,
  counted,
  own,
  priorities,
  earlier,
  votes,
}) {
  const lists = [groups, people, counted, priorities, Object.keys(votes)];
  return !title && !date && !purpose && !point_of_view && !own && !earlier && lists.every((list) => !list.length);
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
  return {
    ...fieldsBack(now, before, after),
    groups: listBack(now.groups, before.groups, after.groups),
    people: listBack(now.people, before.people, after.people),
    counted: listBack(now.counted, before.counted, after.counted),
    votes: recordBack(now.votes, before.votes, after.votes),
    priorities: listBack(now.priorities, before.priorities, after.priorities),
  };
}

export class Session {
  #framework;
  #keeping;
  #sheets;
  #workshop;
  #listeners = /** @type {((workshop: Workshop, cause: string) => void)[]} */ ([]);

  /**
   * @param {Framework} framework
   * @param {WorkshopKeeping} keeping
   * @param {import("../kept/sheets.js").Sheets} sheets of case studies' tools, kept beside the workshop
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
   * Replace the workshop, keep it, and tell everyone.
   * @param {Workshop} workshop
   * @param {string} [cause] which view made the change and already shows it
   */
  put(workshop, cause = "") {
    this.#workshop = workshop;
    this.keep();
    this.#tell(cause);
  }

  /**
   * @param {Partial<Workshop>} changes
   * @param {string} [cause]
   */
  change(changes, cause = "") {
    this.put({ ...this.#workshop, ...changes }, cause);
  }

  /**
   * Take over what a change that took a while has made, and nothing else: meanwhile more may have
   * been entered. Whoever agreed to be shown did so for the people that were here.
   * @param {Workshop} before what the change began with
   * @param {Workshop & Partial<WholeWorkshop>} made what it made of it
   * @returns {() => void} takes the same back
   */
  apply(before, { tool_records = [], ...made }) {
    const takeSheetsAway = this.#sheets.add(tool_records);
    const names = /** @type {(keyof Workshop)[]} */ (Object.keys(made));
    const changed = names.filter((name) => !same(made[name], before[name]));
    const consent = changed.includes("people") || changed.includes("counted") ? { consent: false } : {};
    const here = this.#workshop;
    const after = { ...here, ...Object.fromEntries(changed.map((name) => [name, made[name]])), ...consent };
    this.put(after);
    return () => {
      takeSheetsAway();
      this.put({ ...workshopBack(this.#workshop, here, after), ...consent });
    };
  }

  /**
   * Begin afresh.
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
   * @returns {Workshop | undefined} what was here before
   */
  takeFromElsewhere() {
    const theirs = this.#keeping.readNew();
    if (theirs === undefined) return undefined;
    const before = this.#workshop;
    this.#workshop = theirs ?? newWorkshop(this.#framework);
    this.#tell("");
    return before;
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
