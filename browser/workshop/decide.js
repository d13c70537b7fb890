/**
 * Deciding: votes, one to three priorities, and the shifts of each.
 */

import { drawing } from "../common/drawing.js";
import { MOST_PRIORITIES, SHIFT_FIELDS } from "../contract.js";
import { showWord } from "./compare.js";
import { offerUndo } from "../common/notices.js";
import { copyOf, fill, onPress, part, show } from "../common/parts.js";
import { aboutLine } from "./plan.js";
import { printOnly } from "../common/printing.js";
import { showToolLinks } from "../common/tool_links.js";

/**
 * @typedef {import("../assess/answers.js").Framework} Framework
 * @typedef {import("./compare.js").Compare} Compare
 * @typedef {import("./compare.js").Comparison} Comparison
 * @typedef {import("./compare.js").NotShown} NotShown
 * @typedef {import("../common/notices.js").Notices} Notices
 * @typedef {import("./session.js").Priority} Priority
 * @typedef {import("./session.js").Session} Session
 * @typedef {import("./session.js").Shift} Shift
 * @typedef {import("./session.js").Workshop} Workshop
 * @typedef {import("../common/words.js").Words} Words
 * @typedef {Pick<import("../contract.js").Enabler, "id" | "number" | "title" | "url" | "level" | "shifts" | "tools">} Enabler
 */

/** The fields of a shift that the plan lists under it, in order; the others have places of their own. */
const LISTED = SHIFT_FIELDS.filter((name) => !["level", "from", "to", "review_date"].includes(name));

export class Decide {
  #root;
  #session;
  #framework;
  #enablers;
  #compare;
  #words;
  #notices;
  /** @type {Comparison | NotShown | undefined} */
  #comparison;

  /**
   * @param {object} needs
   * @param {HTMLElement} needs.root
   * @param {Session} needs.session
   * @param {Framework} needs.framework
   * @param {Enabler[]} needs.enablers
   * @param {Compare} needs.compare
   * @param {Words} needs.words
   * @param {Notices} needs.notices
   */
  constructor({ root, session, framework, enablers, compare, words, notices }) {
    this.#root = root;
    this.#session = session;
    this.#framework = framework;
    this.#enablers = enablers;
    this.#compare = compare;
    this.#words = words;
    this.#notices = notices;
    onPress(root, "print-plan", () => printOnly(root, "plan"));
    session.onChange((_, cause) => {
      if (cause !== "decide") this.#showAll();
      this.#showSheet();
      if (!root.querySelector("#decide[hidden]")) this.#refreshFigures();
    });
    this.#showAll();
    this.#showSheet();
  }

  /** Show the figures beside the enablers, once they are there. */
  async draw() {
    this.#showAll();
    this.#showSheet();
    await this.#refreshFigures();
    this.#showAll();
  }

  /** The diagram follows the priorities. */
  async #refreshFigures() {
    this.#comparison = await this.#compare.current();
    this.#showSheet();
  }

  /** Rows only where the comparison may be shown. */
  get #rows() {
    const shown = this.#comparison?.showing === "all" ? this.#comparison.rows : [];
    return new Map(shown.map((row) => [row.enabler, row]));
  }

  #showAll() {
    const { workshop } = this.#session;
    this.#showPriorities(workshop);
    this.#showShifts(workshop);
  }

  /** @param {Workshop} workshop */
  #showPriorities(workshop) {
    const order = this.#comparison?.showing === "all" ? this.#comparison.talking_order : [];
    const place = new Map(order.map((id, index) => [id, index]));
    const chosen = workshop.priorities.map((each) => this.#enabler(each.enabler));
    const others = chosen.filter((enabler) => !this.#enablers.includes(enabler));
    const enablers = [...this.#enablers, ...others].sort((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0));
    const body = part(this.#root, "priority-rows", HTMLElement);
    if (body.contains(document.activeElement)) return this.#refreshPriorities(workshop);
    body.replaceChildren(...enablers.map((enabler) => this.#priorityRow(enabler, workshop)));
  }

  /** Somebody is on one of the rows: nothing is put in another place beneath them. @param {Workshop} workshop */
  #refreshPriorities({ priorities, votes }) {
    for (const enabler of this.#enablers) {
      const box = document.getElementById(`priority-${enabler.id}`);
      if (box instanceof HTMLInputElement) box.checked = priorities.some((each) => each.enabler === enabler.id);
      const field = document.getElementById(`votes-${enabler.id}`);
      if (field instanceof HTMLInputElement && field !== document.activeElement) field.value = String(votes[enabler.id] ?? "");
    }
  }

  /**
   * @param {Enabler} enabler
   * @param {Workshop} workshop
   */
  #priorityRow(enabler, { priorities, votes }) {
    const row = copyOf(this.#root, "priority-row");
    const figures = this.#rows.get(enabler.id);
    const box = part(row, "chosen", HTMLInputElement);
    box.id = `priority-${enabler.id}`;
    box.checked = priorities.some((each) => each.enabler === enabler.id);
    box.addEventListener("change", () => this.#choose(enabler, box));
    const label = part(row, "label", HTMLLabelElement);
    label.htmlFor = box.id;
    label.textContent = nameOf(enabler);
    fill(row, "middle", figures?.marked ? figures.median_text : "");
    showWord(row, figures?.word ?? null, this.#words);
    const field = part(row, "votes", HTMLInputElement);
    field.id = `votes-${enabler.id}`;
    field.value = String(votes[enabler.id] ?? "");
    field.setAttribute("aria-label", this.#words.say("session.votes_label", { title: enabler.title }));
    field.addEventListener("input", () => this.#vote(enabler.id, field));
    return row;
  }

  /**
   * @param {Enabler} enabler
   * @param {HTMLInputElement} box
   */
  #choose(enabler, box) {
    const { priorities } = this.#session.workshop;
    const tooMany = box.checked && priorities.length >= MOST_PRIORITIES;
    const error = part(this.#root, "priorities-error", HTMLElement);
    error.hidden = !tooMany;
    error.textContent = tooMany ? this.#words.say("session.priorities_most", { count: MOST_PRIORITIES }) : "";
    if (tooMany) {
      box.checked = false;
      return;
    }
    if (box.checked) {
      this.#session.change({ priorities: [...priorities, { enabler: enabler.id, shifts: [newShift(enabler)] }] });
      return;
    }
    const before = priorities;
    this.#session.change({ priorities: priorities.filter((each) => each.enabler !== enabler.id) });
    this.#offerUndo("session.priority_removed", { title: enabler.title }, before);
  }

  /**
   * @param {string} id
   * @param {HTMLInputElement} field
   */
  #vote(id, field) {
    const text = field.value.trim();
    const isCount = /^\d{0,4}$/.test(text);
    field.setAttribute("aria-invalid", String(!isCount));
    if (!isCount) return;
    const { [id]: _, ...votes } = this.#session.workshop.votes;
    if (text) votes[id] = Number(text);
    this.#session.change({ votes }, "decide");
  }

  /** @param {Workshop} workshop */
  #showShifts({ priorities }) {
    show(this.#root, "shifts-none", priorities.length === 0);
    const place = part(this.#root, "shifts", HTMLElement);
    place.replaceChildren(
      ...priorities.map((priority) => this.#priorityPart(priority, this.#enabler(priority.enabler))),
    );
  }

  /**
   * @param {Priority} priority
   * @param {Enabler} enabler
   */
  #priorityPart(priority, enabler) {
    const place = copyOf(this.#root, "shifts-of");
    const title = part(place, "priority-title", HTMLElement);
    title.id = `shifts-of-${enabler.id}`;
    title.textContent = nameOf(enabler);
    const link = part(place, "priority-link", HTMLAnchorElement);
    link.href = enabler.url;
    showToolLinks(place, enabler.tools);
    part(place, "shift-list", HTMLElement).replaceChildren(
      ...priority.shifts.map((shift, index) => this.#shiftPart(shift, index, enabler)),
    );
    const addButton = part(place, "shift-add", HTMLElement);
    addButton.setAttribute("aria-describedby", title.id);
    addButton.addEventListener("click", () => this.#addShift(enabler, newShift(enabler)));
    show(place, "examples-box", enabler.shifts.length > 0);
    part(place, "examples", HTMLElement).replaceChildren(
      ...enabler.shifts.map(({ from, to }) => {
        const item = copyOf(this.#root, "example");
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
    const place = copyOf(this.#root, "shift");
    const number = index + 1;
    fill(place, "shift-title", this.#words.say("session.shift_title", { number }));
    for (const field of fieldsIn(place)) {
      const name = /** @type {keyof Shift} */ (field.dataset.field ?? "");
      field.value = shift[name] ?? "";
      field.addEventListener("input", () => this.#setField(enabler.id, index, name, field.value));
    }
    const others = [shift.local, shift.regional, shift.national].some(Boolean);
    part(place, "others", HTMLDetailsElement).open = others;
    onPress(place, "shift-remove", () => {
      const before = this.#session.workshop.priorities;
      this.#changeShifts(enabler.id, (shifts) => shifts.filter((_, other) => other !== index));
      this.#offerUndo("session.shift_removed", { number, title: enabler.title }, before);
    });
    return place;
  }

  /**
   * @param {string} enabler
   * @param {number} index
   * @param {string} name
   * @param {string} value
   */
  #setField(enabler, index, name, value) {
    this.#changeShifts(
      enabler,
      (shifts) => shifts.map((shift, other) => (other === index ? { ...shift, [name]: value } : shift)),
      "decide",
    );
  }

  /**
   * @param {Enabler} enabler
   * @param {Shift} shift
   */
  #addShift(enabler, shift) {
    this.#changeShifts(enabler.id, (shifts) => [...shifts, shift]);
    const { priorities } = this.#session.workshop;
    const place = part(this.#root, "shifts", HTMLElement).children[priorities.findIndex((each) => each.enabler === enabler.id)];
    const all = [...(place?.querySelectorAll('[data-field="from"]') ?? [])];
    const last = all.at(-1);
    if (last instanceof HTMLElement) last.focus();
  }

  /**
   * An example takes the place of a shift that is still empty, or comes after the others.
   * @param {Enabler} enabler
   * @param {{from: string, to: string}} example
   */
  #useExample(enabler, { from, to }) {
    const filled = { ...newShift(enabler), from, to };
    const priority = this.#session.workshop.priorities.find((each) => each.enabler === enabler.id);
    const last = priority?.shifts.at(-1);
    const isEmpty = last && Object.entries(last).every(([name, value]) => name === "level" || !value);
    if (isEmpty) this.#changeShifts(enabler.id, (shifts) => shifts.slice(0, -1));
    this.#addShift(enabler, filled);
  }

  /**
   * @param {string} enabler
   * @param {(shifts: Shift[]) => Shift[]} change
   * @param {string} [cause]
   */
  #changeShifts(enabler, change, cause) {
    const priorities = this.#session.workshop.priorities.map((each) =>
      each.enabler === enabler ? { ...each, shifts: change(each.shifts) } : each,
    );
    this.#session.change({ priorities }, cause);
  }

  /**
   * @param {string} text
   * @param {object} values
   * @param {Priority[]} before the priorities
   */
  #offerUndo(text, values, before) {
    const said = this.#words.say(text, { ...values });
    offerUndo(this.#notices, this.#words, said, () => this.#session.change({ priorities: before }));
  }

  /** An enabler by its id; of one that this framework does not have there is only the id. @param {string} id @returns {Enabler} */
  #enabler(id) {
    const known = this.#enablers.find((each) => each.id === id);
    return known ?? { id, number: 0, title: id, url: "#decide", level: "", shifts: [], tools: [] };
  }

  /** The plan on one page, as it prints. */
  #showSheet() {
    const { workshop } = this.#session;
    fill(this.#root, "sheet-title", workshop.title || this.#words.say("session.untitled"));
    const about = aboutLine(workshop, this.#framework, this.#words);
    fill(this.#root, "sheet-about", [about, workshop.purpose].filter(Boolean).join(" · "));
    const shown = this.#comparison?.showing === "all" ? [drawing(this.#comparison.plan_radar)] : [];
    part(this.#root, "sheet-radar", HTMLElement).replaceChildren(...shown);
    part(this.#root, "sheet-shifts", HTMLElement).replaceChildren(
      ...workshop.priorities.flatMap((priority, index) => this.#sheetPart(priority, index + 1)),
    );
    show(this.#root, "plan-page", workshop.priorities.length > 0);
  }

  /**
   * @param {Priority} priority
   * @param {number} number as the diagram shows it
   * @returns {Node[]}
   */
  #sheetPart(priority, number) {
    const enabler = this.#enabler(priority.enabler);
    const figures = this.#rows.get(enabler.id);
    const middle = figures?.marked ? this.#words.say("session.middle_is", { middle: figures.median_text }) : "";
    const name = this.#words.say("session.sheet_priority", { number, title: enabler.title });
    const title = textElement("h4", [name, middle].filter(Boolean).join(" · "));
    return [title, ...priority.shifts.flatMap((shift) => this.#sheetShift(shift))];
  }

  /** @param {Shift} shift @returns {Node[]} */
  #sheetShift(shift) {
    const level = this.#framework.levels.find(({ id }) => id === shift.level);
    const pair = textElement(
      "p",
      this.#words.say("session.sheet_shift", { from: shift.from || "…", to: shift.to || "…" }),
    );
    pair.className = "workshop-plan__shift";
    const list = document.createElement("ul");
    const lines = LISTED.filter((name) => shift[name]).map((name) => `${this.#words.say(`session.shift_${name}`)}: ${shift[name]}`);
    if (level) lines.unshift(`${this.#words.say("session.shift_level")}: ${level.title}`);
    if (shift.review_date) lines.push(`${this.#words.say("session.shift_review")}: ${this.#words.date(shift.review_date)}`);
    list.replaceChildren(...lines.map((line) => textElement("li", line)));
    return lines.length ? [pair, list] : [pair];
  }
}

/** @param {Enabler} enabler */
function nameOf({ number, title }) {
  return number ? `${number} ${title}` : title;
}

/** @param {Enabler} enabler @returns {Shift} */
function newShift({ level }) {
  return { ...Object.fromEntries(SHIFT_FIELDS.map((name) => [name, ""])), level };
}

/** @param {ParentNode} place */
function fieldsIn(place) {
  const found = place.querySelectorAll("[data-field]");
  return /** @type {(HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement)[]} */ ([...found]);
}

/**
 * @param {string} tag
 * @param {string} text
 */
function textElement(tag, text) {
  return Object.assign(document.createElement(tag), { textContent: text });
}
