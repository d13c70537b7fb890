/**
 * Where views agree and where they differ, as Python works it out.
 */

import { drawing } from "../common/drawing.js";
import { EngineError } from "../engine/engine.js";
import { countLine } from "./gather.js";
import { copyOf, fill, onPress, part, parts, show } from "../common/parts.js";
import { showToolLinks } from "../common/tool_links.js";
import { MOST_GROUPS_DRAWN } from "../contract.js";
import { printOnly } from "../common/printing.js";

/**
 * @typedef {import("../assess/answers.js").Framework} Framework
 * @typedef {import("../common/notices.js").Notices} Notices
 * @typedef {import("../engine/scorer.js").Scorer<"workshop">} Scorer
 * @typedef {import("./session.js").Session} Session
 * @typedef {import("./session.js").Workshop} Workshop
 * @typedef {import("./session.js").Counts} Counts
 * @typedef {import("../common/words.js").Words} Words
 *
 * @typedef {import("../contract.js").Brief} Brief
 * @typedef {import("../contract.js").Comparison} Comparison
 * @typedef {import("../contract.js").ComparisonRow} Row
 * @typedef {import("../contract.js").NotShown} NotShown
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
      this.draw({ again: true });
    });
    onPress(root, "print-pack", () => printOnly(root, "pack"));
    onPress(root, "own-set", () => this.#setOwn());
    onPress(root, "own-clear", () => {
      this.#showsOwn = false;
      session.change({ own: null });
    });
    part(root, "earlier-file", HTMLInputElement).addEventListener("change", () => this.#setEarlier());
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

  /**
   * Show the comparison, if the one that is shown is no longer true.
   * @param {{again?: boolean}} [options]
   */
  async draw({ again = false } = {}) {
    const { workshop } = this.#session;
    this.#showOwnState(workshop);
    fill(this.#root, "compare-count", countLine(workshop, this.#words));
    const { people, counted } = workshop;
    if (!again && isSame(figuresOf(workshop), this.#madeFrom)) return;
    const drawing = ++this.#drawings;
    const empty = people.length + counted.length === 0;
    show(this.#root, "compare-none", empty);
    if (empty) {
      this.#comparison = undefined;
      this.#madeFrom = figuresOf(workshop);
      show(this.#root, "few", false);
      return show(this.#root, "comparison", false);
    }
    this.#notices.announce(this.#words.say("session.comparing"));
    try {
      const asked = { workshop, own: this.#showsOwn };
      const comparison = await this.#scorer.ask("compare", asked, { timeoutMs: 120_000 });
      if (drawing !== this.#drawings) return; // a newer drawing is on its way
      this.#comparison = comparison;
      this.#madeFrom = figuresOf(workshop);
      this.#showAll(comparison, workshop);
      this.#notices.announce(this.#words.say("session.compared"));
    } catch (error) {
      if (!(error instanceof EngineError)) throw error;
      const text = error.kind === "problem" ? this.#words.refusal(error) : this.#words.say("session.engine_needed");
      this.#notices.show(text);
    }
  }

  /**
   * @param {Comparison | NotShown} comparison
   * @param {Workshop} workshop
   */
  #showAll(comparison, workshop) {
    const { showing, people, least } = comparison;
    show(this.#root, "few", comparison.showing !== "all" || people < comparison.freely);
    const text = showing === "nothing" ? "session.few_nothing" : "session.few_ask";
    fill(this.#root, "few-text", this.#words.say(text, { count: people, least }));
    show(this.#root, "consent-choice", showing !== "nothing");
    part(this.#root, "consent", HTMLInputElement).checked = workshop.consent;
    show(this.#root, "comparison", showing === "all");
    if (comparison.showing !== "all") return;
    const rows = new Map(comparison.rows.map((row) => [row.enabler, row]));
    this.#showOrder(comparison, rows);
    part(this.#root, "group-radar-wide", HTMLElement).replaceChildren(drawing(comparison.radar.wide));
    part(this.#root, "group-radar-narrow", HTMLElement).replaceChildren(drawing(comparison.radar.narrow));
    this.#showTable(comparison.rows);
    this.#showPlots(comparison, rows);
    this.#showGroups(comparison);
    this.#showEarlier(comparison);
  }

  /**
   * @param {Comparison} comparison
   * @param {Map<string, Row>} rows
   */
  #showOrder({ talking_order }, rows) {
    part(this.#root, "order", HTMLElement).replaceChildren(
      ...talking_order.flatMap((id) => {
        const row = rows.get(id);
        if (!row) return [];
        const item = copyOf(this.#root, "order-item");
        const link = part(item, "link", HTMLAnchorElement);
        link.textContent = `${row.number} ${row.title}`;
        link.href = "#compare"; // the views' own links stay within the page
        link.addEventListener("click", (event) => {
          event.preventDefault();
          const title = document.getElementById(`plot-${id}`);
          title?.scrollIntoView({ block: "start" });
          title?.focus({ preventScroll: true });
        });
        showWord(item, row.word, this.#words);
        fill(item, "why", this.#aboutLine(row));
        return [item];
      }),
    );
  }

  /** @param {Row} row @returns {string} */
  #aboutLine({ marked, median_text, counts }) {
    const say = (/** @type {string} */ key, /** @type {object} */ values) =>
      this.#words.say(`session.${key}`, { ...values });
    return [
      marked > 0 && say("middle_is", { middle: median_text }),
      say("marks_count", { count: marked }),
      counts.not_sure > 0 && say("not_sure_count", { count: counts.not_sure }),
      counts.does_not_apply > 0 && say("does_not_apply_count", { count: counts.does_not_apply }),
      counts.unanswered > 0 && say("unanswered_count", { count: counts.unanswered }),
    ]
      .filter(Boolean)
      .join(" · ");
  }

  /** @param {Row[]} rows */
  #showTable(rows) {
    for (const level of parts(this.#root, "compare-level")) {
      const [heading] = level.children;
      const lines = rows
        .filter((row) => row.level === level.dataset.level)
        .map((row) => {
          const line = copyOf(this.#root, "compare-row");
          fill(line, "number", String(row.number));
          const link = part(line, "link", HTMLAnchorElement);
          link.textContent = row.title;
          link.href = row.url;
          fill(line, "middle", row.marked ? row.median_text : this.#words.say("session.no_marks"));
          fill(line, "range", this.#rangeText(row));
          showWord(line, row.word, this.#words);
          return line;
        });
      level.replaceChildren(...(heading ? [heading] : []), ...lines);
    }
  }

  /** @param {Row} row */
  #rangeText({ lowest, highest }) {
    if (lowest === null || highest === null) return "";
    if (lowest === highest) return this.#words.say("session.range_one", { lowest });
    return this.#words.say("session.range_text", { lowest, highest });
  }

  /**
   * @param {Comparison} comparison
   * @param {Map<string, Row>} rows
   */
  #showPlots({ talking_order, own }, rows) {
    part(this.#root, "plots", HTMLElement).replaceChildren(
      ...talking_order.flatMap((id) => {
        const row = rows.get(id);
        if (!row) return [];
        const plot = copyOf(this.#root, "plot");
        const title = part(plot, "plot-title", HTMLElement);
        title.id = `plot-${id}`;
        title.textContent = `${row.number} ${row.title}`;
        showWord(plot, row.word, this.#words);
        fill(plot, "about", this.#aboutLine(row));
        part(plot, "drawing", HTMLElement).replaceChildren(drawing(row.plot));
        const mine = own?.[id];
        show(plot, "own", mine !== undefined);
        if (mine) fill(plot, "own", this.#words.say("session.own_is", { answer: mine }));
        showToolLinks(plot, row.tools);
        this.#showDistribution(plot, row);
        return [plot];
      }),
    );
  }

  /**
   * @param {ParentNode} plot
   * @param {Row} row
   */
  #showDistribution(plot, row) {
    const { counts, agreement } = row;
    part(plot, "distribution-box", HTMLElement).setAttribute("aria-label", row.title);
    fill(plot, "distribution-caption", this.#words.say("session.distribution", { title: row.title }));
    const heads = [...this.#framework.scale.labels.map((label, index) => `${index + 1} ${label}`),
      this.#words.say("assess.not_sure"), this.#words.say("assess.does_not_apply"), this.#words.say("assess.not_answered")];
    part(plot, "distribution-head", HTMLElement).replaceChildren(...heads.map((text) => cell("th", text)));
    const values = [...counts.marks, counts.not_sure, counts.does_not_apply, counts.unanswered];
    const line = document.createElement("tr");
    line.replaceChildren(...values.map((value) => cell("td", String(value))));
    part(plot, "distribution", HTMLElement).replaceChildren(line);
    for (const button of parts(plot, "export")) {
      button.dataset.enabler = row.enabler;
      button.setAttribute("aria-label", `${button.textContent}: ${row.title}`);
    }
    fill(plot, "agreement", agreement === null ? "" : this.#words.say("session.agreement", { value: this.#words.number(agreement) }));
  }

  /** @param {Comparison} comparison */
  #showGroups({ groups, rows }) {
    show(this.#root, "groups", groups !== null);
    if (!groups) return;
    const hidden = groups.hidden.length;
    const text = hidden ? this.#words.say("session.groups_hidden", { count: hidden, names: groups.hidden.join(", ") }) : "";
    const drawn = Math.min(groups.names.length, MOST_GROUPS_DRAWN);
    const first = groups.names.length > drawn ? this.#words.say("session.groups_first", { count: drawn }) : "";
    const texts = [this.#words.say("session.groups_text"), text, first];
    fill(this.#root, "groups-text", texts.filter(Boolean).join(" "));
    for (const layout of /** @type {const} */ (["wide", "narrow"])) {
      const place = part(this.#root, `groups-radar-${layout}`, HTMLElement);
      place.replaceChildren(...(groups.radar ? [drawing(groups.radar[layout])] : []));
    }
    show(this.#root, "groups-save", groups.radar !== null);
    const heads = groups.names.map((name, index) =>
      this.#words.say("session.group_head", { name, count: groups.people[index] }),
    );
    part(this.#root, "groups-head", HTMLElement).replaceChildren(
      ...[this.#words.say("assess.check_enabler"), ...heads].map((head) => cell("th", head)),
    );
    part(this.#root, "groups-rows", HTMLElement).replaceChildren(
      ...rows.map(({ enabler, number, title }) =>
        lineOf(`${number} ${title}`, (groups.rows[enabler] ?? []).map((brief) => this.#briefText(brief))),
      ),
    );
  }

  /** @param {Comparison} comparison */
  #showEarlier({ earlier, rows, people }) {
    show(this.#root, "earlier", earlier !== null);
    if (!earlier) return;
    const isEmpty = Object.keys(earlier.rows).length === 0;
    show(this.#root, "earlier-why", isEmpty || !earlier.whole);
    fill(this.#root, "earlier-why", this.#words.say(isEmpty ? "session.earlier_few" : "session.earlier_close"));
    const { workshop } = this.#session;
    const about = (/** @type {{title: string, date: string}} */ { title, date }) =>
      [title, date && this.#words.date(date)].filter(Boolean).join(", ") || this.#words.say("session.untitled");
    fill(this.#root, "earlier-about", this.#words.say("session.earlier_about", { before: earlier.people, now: people }));
    const heads = [
      this.#words.say("assess.check_enabler"),
      this.#words.say("session.group_head", { name: about(earlier), count: earlier.people }),
      this.#words.say("session.group_head", { name: about(workshop), count: people }),
    ];
    part(this.#root, "earlier-head", HTMLElement).replaceChildren(...heads.map((head) => cell("th", head)));
    part(this.#root, "earlier-rows", HTMLElement).replaceChildren(
      ...rows.map((row) => {
        const before = earlier.rows[row.enabler];
        const now = earlier.whole ? row : { ...row, counts: undefined };
        const texts = [before ? this.#bothText(before) : "", this.#bothText(now)];
        return lineOf(`${row.number} ${row.title}`, texts);
      }),
    );
  }

  /** @param {Brief} brief */
  #briefText({ marked, median_text, word }) {
    if (!marked) return this.#words.say("session.no_marks");
    return [median_text, word && this.#words.say(`session.word_${word}`)].filter(Boolean).join(" · ");
  }

  /** The middle and the whole distribution, so that neither stands alone. @param {Brief} brief */
  #bothText(brief) {
    const each = (brief.counts?.marks ?? [])
      .map((count, index) => count > 0 && this.#words.say("session.times", { mark: index + 1, count }))
      .filter(Boolean);
    return [this.#briefText(brief), each.join(", ")].filter(Boolean).join(" — ");
  }

  async #setOwn() {
    const field = part(this.#root, "own-code", HTMLInputElement);
    try {
      const { response } = await this.#scorer.ask("read", { text: field.value });
      const { format, format_version, framework, ...own } = response;
      field.value = "";
      this.#showError("own-error", "");
      this.#showsOwn = false;
      this.#session.change({ own });
      part(this.#root, "show-own", HTMLElement).focus();
    } catch (error) {
      if (!(error instanceof EngineError)) throw error;
      const text = error.kind === "problem" ? this.#words.refusal(error) : this.#words.say("session.engine_needed");
      this.#showError("own-error", text);
    }
  }

  async #setEarlier() {
    const field = part(this.#root, "earlier-file", HTMLInputElement);
    const file = field.files?.[0];
    if (!file) return;
    try {
      const text = await file.text();
      field.value = "";
      const { earlier, match } = await this.#scorer.ask("read-earlier", { text });
      this.#showError("earlier-error", "");
      this.#session.change({ earlier });
      if (match) {
        const ids = [...match.only_there, ...match.only_here].join(", ");
        const values = { ...match, ids: ids || this.#words.say("session.earlier_match_none") };
        this.#notices.show(this.#words.say("session.earlier_match", values));
      }
    } catch (error) {
      const isProblem = error instanceof EngineError && error.kind === "problem";
      this.#showError("earlier-error", isProblem ? this.#words.refusal(error) : this.#words.say("session.engine_needed"));
    }
  }

  /**
   * @param {string} name
   * @param {string} text
   */
  #showError(name, text) {
    const error = part(this.#root, name, HTMLElement);
    error.textContent = text;
    error.hidden = text === "";
    if (text) error.focus();
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

/**
 * @param {ParentNode} place that holds a part `word`
 * @param {string | null} word the name of how far views agree
 * @param {Words} words
 */
export function showWord(place, word, words) {
  const element = part(place, "word", HTMLElement);
  element.textContent = word ? words.say(`session.word_${word}`) : "";
  element.hidden = !word;
  element.dataset.word = word ?? "";
}

/**
 * @param {"th" | "td"} kind
 * @param {string} text
 */
function cell(kind, text) {
  const element = document.createElement(kind);
  if (kind === "th") element.setAttribute("scope", "col");
  element.textContent = text;
  return element;
}

/**
 * @param {string} title
 * @param {string[]} texts
 */
function lineOf(title, texts) {
  const line = document.createElement("tr");
  const head = cell("th", title);
  head.setAttribute("scope", "row");
  line.replaceChildren(head, ...texts.map((text) => cell("td", text)));
  return line;
}
