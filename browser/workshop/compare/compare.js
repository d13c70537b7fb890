/**
 * Where views agree and where they differ, as Python works it out.
 */

import { drawing } from "../../common/drawing.js";
import { showProblem } from "../../common/notices.js";
import { fill, onPress, part, show } from "../../common/parts.js";
import { printOnly } from "../../common/printing.js";
import { LAYOUTS } from "../../contract.js";
import { onFileChosen } from "../../engine/opening.js";
import { reason } from "../../engine/reason.js";
import { countPeople } from "../session.js";
import { viewsText } from "../views.js";
import { showOrder, showPlots } from "./plots.js";
import { showEarlier, showGroups, showTable } from "./tables.js";

/**
 * @typedef {import("../../contract.js").Framework} Framework
 * @typedef {import("../../common/notices.js").Notices} Notices
 * @typedef {import("../../common/words.js").Words} Words
 * @typedef {import("../../engine/scorer.js").Scorer<"workshop">} Scorer
 * @typedef {import("../../contract.js").Comparison} Comparison
 * @typedef {import("../../contract.js").NotShown} NotShown
 * @typedef {import("../session.js").Session} Session
 * @typedef {import("../../contract.js").Workshop} Workshop
 */

export class Compare {
  #root;
  #session;
  #framework;
  #scorer;
  #words;
  #notices;
  /** @type {Comparison | NotShown | undefined} */
  #comparison;
  /** What the comparison shown was made from. @type {unknown[]} */
  #madeFrom = [];
  #showsOwn = false;
  #showsNotes = false;
  /** Counts the drawings: only the newest is shown. */
  #drawings = 0;

  /**
   * @param {object} needs
   * @param {HTMLElement} needs.root
   * @param {Session} needs.session
   * @param {Framework} needs.framework
   * @param {Scorer} needs.scorer
   * @param {Words} needs.words
   * @param {Notices} needs.notices
   */
  constructor({ root, session, framework, scorer, words, notices }) {
    this.#root = root;
    this.#session = session;
    this.#framework = framework;
    this.#scorer = scorer;
    this.#words = words;
    this.#notices = notices;
    part(root, "consent", HTMLInputElement).addEventListener("change", ({ target }) => {
      if (target instanceof HTMLInputElement) session.change({ consent: target.checked });
    });
    onPress(root, "show-own", () => {
      this.#showsOwn = !this.#showsOwn;
      this.#madeFrom = []; // the same figures, drawn in another way
      this.draw();
    });
    onPress(root, "show-notes", () => {
      this.#showsNotes = !this.#showsNotes;
      this.#madeFrom = [];
      this.draw();
    });
    onPress(root, "views-split", () => {
      session.by = session.by === "group" ? "point-of-view" : "group";
      this.#madeFrom = [];
      this.draw();
    });
    onPress(root, "print-pack", () => printOnly(root, "pack"));
    onPress(root, "own-set", () => this.#setOwn());
    onPress(root, "own-clear", () => {
      this.#showsOwn = false;
      session.change({ own: null });
    });
    const options = { problem: "earlier-error", withoutPython: "session.engine_needed", words };
    onFileChosen(root, "earlier-file", options, (text) => this.#setEarlier(text));
    onPress(root, "earlier-remove", () => session.change({ earlier: null }));
    session.onChange(() => {
      if (!root.querySelector("#compare[hidden]")) this.draw();
    });
  }

  /** The comparison of the workshop as it is now. @returns {Promise<Comparison | NotShown | undefined>} */
  async current() {
    await this.draw();
    return this.#comparison;
  }

  /** Show the comparison, if the one that is shown is no longer true. */
  async draw() {
    const { workshop } = this.#session;
    this.#showOwnState(workshop);
    const count = countPeople(workshop);
    fill(this.#root, "compare-count", this.#words.say("session.people_count", { count }));
    if (isSame(figuresOf(workshop), this.#madeFrom)) return;
    const drawing = ++this.#drawings;
    const empty = workshop.people.length + workshop.counted.length === 0;
    show(this.#root, "compare-none", empty);
    if (empty) {
      this.#comparison = undefined;
      this.#madeFrom = figuresOf(workshop);
      show(this.#root, "few", false);
      return show(this.#root, "comparison", false);
    }
    this.#notices.announce(this.#words.say("session.comparing"));
    try {
      const { by, shown } = this.#session;
      const asked = { workshop, own: this.#showsOwn, notes: this.#showsNotes, by, shown };
      const comparison = await this.#scorer.ask("compare", asked, { timeoutMs: 120_000 });
      if (drawing !== this.#drawings) return; // a newer drawing is on its way
      if (comparison.showing === "all") this.#session.shown = comparison.shown ?? shown;
      this.#comparison = comparison;
      this.#madeFrom = figuresOf(workshop);
      this.#showAll(comparison, workshop);
      this.#notices.announce(this.#words.say("session.compared"));
    } catch (error) {
      this.#notices.show(reason(error, this.#words, "session.engine_needed"));
    }
  }

  /**
   * @param {Comparison | NotShown} comparison
   * @param {Workshop} workshop
   */
  #showAll(comparison, workshop) {
    const { showing, people, least } = comparison;
    const waiting = comparison.showing === "all" ? this.#waitingText(comparison) : "";
    show(this.#root, "few", comparison.showing !== "all" || people < comparison.freely || waiting !== "");
    const text = showing === "nothing" ? "session.few_nothing" : "session.few_ask";
    fill(this.#root, "few-text", waiting || this.#words.say(text, { count: people, least }));
    show(this.#root, "consent-choice", showing !== "nothing");
    part(this.#root, "consent", HTMLInputElement).checked = workshop.consent;
    show(this.#root, "comparison", showing === "all");
    show(this.#root, "views", false);
    if (comparison.showing !== "all") return;
    this.#showViews(comparison);
    this.#showNotesState(comparison);
    showOrder(this.#root, comparison, this.#words);
    for (const layout of LAYOUTS) {
      part(this.#root, `group-radar-${layout}`, HTMLElement).replaceChildren(drawing(comparison.radar[layout]));
    }
    showTable(this.#root, comparison.rows, this.#words);
    showPlots(this.#root, comparison, this.#framework, this.#words);
    showGroups(this.#root, comparison, this.#words);
    showEarlier(this.#root, comparison, workshop, this.#words);
  }

  /** @param {Comparison} comparison */
  #showViews({ points_of_view }) {
    const text = viewsText(points_of_view ?? [], this.#words);
    show(this.#root, "views", text !== "");
    fill(this.#root, "views-text", text);
    const isSplit = this.#session.by === "point-of-view";
    part(this.#root, "views-split", HTMLElement).setAttribute("aria-pressed", String(isSplit));
  }

  /** What people noted is shown on the facilitator's word, where it may be. @param {Comparison} comparison */
  #showNotesState({ notes = "none", noted }) {
    const button = part(this.#root, "show-notes", HTMLElement);
    button.hidden = notes !== "hidden" && notes !== "shown";
    button.setAttribute("aria-pressed", String(notes === "shown"));
    const why = this.#words.say(`session.notes_${notes}`, { count: noted });
    show(this.#root, "notes-why", why !== "");
    fill(this.#root, "notes-why", why);
  }

  /**
   * @param {Comparison} comparison
   * @returns {string} who is not in the picture yet, or still in it
   */
  #waitingText({ waiting }) {
    if (!waiting) return "";
    const { joined, left, least } = waiting;
    const said = [
      joined > 0 && this.#words.say("session.waiting_joined", { count: joined }),
      left > 0 && this.#words.say("session.waiting_left", { count: left }),
      this.#words.say("session.waiting_until", { least }),
    ];
    return said.filter(Boolean).join(" ");
  }

  async #setOwn() {
    const field = part(this.#root, "own-code", HTMLInputElement);
    try {
      const { response } = await this.#scorer.ask("read", { text: field.value });
      const { format, format_version, framework, ...own } = response;
      field.value = "";
      showProblem(this.#root, "own-error", "");
      this.#showsOwn = false;
      this.#session.change({ own });
      part(this.#root, "show-own", HTMLElement).focus();
    } catch (error) {
      showProblem(this.#root, "own-error", reason(error, this.#words, "session.engine_needed"));
    }
  }

  /** @param {string} text of a file */
  async #setEarlier(text) {
    const { earlier, match } = await this.#scorer.ask("read-earlier", { text });
    this.#session.change({ earlier });
    if (!match) return;
    const ids = [...match.only_there, ...match.only_here].join(", ");
    const values = { ...match, ids: ids || this.#words.say("session.earlier_match_none") };
    this.#notices.show(this.#words.say("session.earlier_match", values));
  }

  /** @param {Workshop} workshop */
  #showOwnState({ own }) {
    const button = part(this.#root, "show-own", HTMLElement);
    button.hidden = own === null;
    button.setAttribute("aria-pressed", String(this.#showsOwn && own !== null));
    show(this.#root, "own-clear", own !== null);
    fill(this.#root, "own-state", this.#words.say(own ? "session.own_there" : "session.own_none"));
  }
}

/**
 * All of a workshop that its figures and drawings depend on.
 * @param {Workshop} workshop
 * @returns {unknown[]}
 */
function figuresOf({ people, counted, own, consent, earlier, groups, priorities }) {
  return [people, counted, own, consent, earlier, groups, priorities.map(({ enabler }) => enabler).join()];
}

/**
 * @param {unknown[]} some
 * @param {unknown[]} others
 */
function isSame(some, others) {
  return some.every((value, place) => value === others[place]);
}
