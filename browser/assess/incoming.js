/**
 * Answers that come from a code, a link or a file: read, shown, and taken only when wanted.
 */

import { countAnswered, countNotes, isEmpty, isOwnResponse, needsReading } from "./answers.js";
import { MOST_RESPONSE_CHARACTERS } from "../contract.js";
import { EngineError } from "../engine/engine.js";
import { copyOf, fill, onPress, part, show } from "../common/parts.js";
import { answerText } from "./result.js";

/**
 * @typedef {import("./answers.js").Framework} Framework
 * @typedef {import("./answers.js").Response} Response
 * @typedef {import("../common/notices.js").Notices} Notices
 * @typedef {import("../engine/scorer.js").Scorer} Scorer
 * @typedef {import("../common/words.js").Words} Words
 *
 * @typedef {import("../contract.js").Match} Match
 * @typedef {import("../contract.js").Notice} Remark
 * @typedef {import("../contract.js").Reading} Reading
 */

/** The part of an address that holds answers. */
const SHARED = /^#[rd]=/;

export class Incoming {
  #root;
  #framework;
  #answers;
  #accept;
  #clearAddress;
  #scorer;
  #words;
  #notices;
  /** @type {Reading | undefined} */
  #waiting;
  /** The answers in the page's address that could not be read without Python. */
  #unread = "";

  /**
   * @param {object} needs
   * @param {HTMLElement} needs.root
   * @param {Framework} needs.framework
   * @param {() => Response} needs.answers what is answered now
   * @param {(response: Response, remarks: string[]) => void} needs.accept puts answers on the page
   * @param {() => void} needs.clearAddress takes the answers out of the page's address
   * @param {Scorer} needs.scorer
   * @param {Words} needs.words
   * @param {Notices} needs.notices
   */
  constructor({ root, framework, answers, accept, clearAddress, scorer, words, notices }) {
    this.#root = root;
    this.#framework = framework;
    this.#answers = answers;
    this.#accept = accept;
    this.#clearAddress = clearAddress;
    this.#scorer = scorer;
    this.#words = words;
    this.#notices = notices;
    onPress(root, "load-button", () => this.#openText());
    part(root, "load-file", HTMLInputElement).addEventListener("change", () => this.#openFile());
    onPress(root, "incoming-yes", () => this.#take());
    onPress(root, "incoming-no", () => this.#leave());
    addEventListener("hashchange", () => this.openAddress());
  }

  /** Show the answers that the page's address holds, if it does, and clear them from it. */
  async openAddress() {
    const fragment = location.hash;
    if (!SHARED.test(fragment)) return;
    this.#clearAddress();
    await this.#openFragment(fragment);
  }

  /** Read what the address held once more, where Python was missing before. */
  async retry() {
    const fragment = this.#unread;
    this.#unread = "";
    if (fragment) await this.#openFragment(fragment);
  }

  /** @param {string} fragment */
  async #openFragment(fragment) {
    this.#notices.announce(this.#words.say("assess.load_waiting"));
    try {
      this.#offer(await this.#read(fragment), "assess.replace_link");
    } catch (error) {
      if (!(error instanceof EngineError && error.kind === "problem")) this.#unread = fragment;
      this.#notices.show(this.#problemText(error, "assess.load_engine"));
    }
  }

  /**
   * Say what there is to know of kept answers, for instance that they are from another version.
   * @param {Response} kept
   */
  async explain(kept) {
    try {
      const reading = await this.#read(JSON.stringify(kept));
      const [first, ...more] = [...this.#otherVersion(reading.match), ...this.#remarks(reading)];
      if (first) this.#notices.show(first, { more });
    } catch (error) {
      if (error instanceof EngineError && error.kind === "problem") {
        this.#notices.show(this.#words.refusal(error));
      }
    }
  }

  async #openText() {
    const field = part(this.#root, "load-code", HTMLTextAreaElement);
    const text = field.value.trim();
    if (!text) return this.#refuse(this.#words.say("assess.load_empty"));
    await this.#open(text, "assess.load_engine");
  }

  async #openFile() {
    const field = part(this.#root, "load-file", HTMLInputElement);
    const file = field.files?.[0];
    if (!file) return;
    let text;
    try {
      text = file.size > MOST_RESPONSE_CHARACTERS ? "" : await file.text();
    } catch {
      return this.#refuse(this.#words.say("assess.load_unreadable"));
    } finally {
      field.value = ""; // so that the same file can be chosen again
    }
    // A code or a link may be looked for in what is typed, never in a file.
    if (!/^[\s\uFEFF]*[[{]/.test(text)) return this.#refuse(this.#words.say("assess.load_other_file"));
    await this.#open(text, "assess.load_engine_file");
  }

  /**
   * @param {string} text
   * @param {string} withoutPython what to say where only Python could read it
   */
  async #open(text, withoutPython) {
    fill(this.#root, "load-error", "");
    show(this.#root, "load-error", false);
    const field = part(this.#root, "load-code", HTMLTextAreaElement);
    field.removeAttribute("aria-invalid");
    field.setAttribute("aria-describedby", "load-text");
    this.#notices.announce(this.#words.say("assess.load_waiting"));
    try {
      const reading = await this.#read(text);
      if (reading.match === null && isEmpty(this.#answers())) this.#accept(reading.response, this.#remarks(reading));
      else this.#offer(reading, "assess.replace_title");
    } catch (error) {
      this.#refuse(this.#problemText(error, withoutPython));
    }
  }

  /**
   * @param {string} text
   * @returns {Promise<Reading>}
   */
  async #read(text) {
    try {
      return await this.#scorer.ask("read", { text });
    } catch (error) {
      if (error instanceof EngineError && error.kind === "problem") throw error;
      // Without Python, a file that this page wrote can still be opened.
      const data = fromJson(text);
      const own = isOwnResponse(data, this.#framework);
      if (own && !needsReading(data, this.#framework)) return { response: data, notices: [], match: null };
      throw error;
    }
  }

  /**
   * Show what would be opened beside what is here.
   * @param {Reading} reading
   * @param {string} title
   */
  #offer(reading, title) {
    this.#waiting = reading;
    const mine = this.#answers();
    const { match } = reading;
    const isOther = match !== null && match.id !== this.#framework.id;
    if (match) title = isOther ? "assess.foreign_title" : "assess.foreign_version_title";
    fill(this.#root, "incoming-title", this.#words.say(title));
    const account = match ? this.#account(match) : [];
    this.#list("incoming-new", [...this.#describe(reading.response), ...account, ...this.#remarks(reading)]);
    this.#list("incoming-old", this.#describe(mine));
    this.#showMatching(reading);
    const replaces = !isEmpty(mine) && !isOther;
    for (const name of ["incoming-old-side", "incoming-warning", "incoming-copy"]) {
      show(this.#root, name, replaces);
    }
    show(this.#root, "incoming-yes", !isOther && match?.comparable.length !== 0);
    fill(this.#root, "incoming-yes", this.#words.say(match ? "assess.foreign_take" : "assess.replace_yes"));
    fill(this.#root, "incoming-no", this.#words.say(match ? "assess.foreign_close" : "assess.replace_no"));
    show(this.#root, "incoming", true);
    this.#notices.announce("");
    part(this.#root, "incoming-title", HTMLElement).focus();
  }

  #take() {
    const reading = this.#waiting;
    if (!reading) return;
    this.#close();
    this.#accept(reading.response, this.#remarks(reading));
  }

  #leave() {
    this.#close();
    this.#notices.say(this.#words.say("assess.replace_kept"));
    part(this.#root, "title", HTMLElement).focus();
  }

  #close() {
    this.#waiting = undefined;
    show(this.#root, "incoming", false);
  }

  /**
   * Say what is wrong, beside the field; what was typed stays.
   * @param {string} text
   */
  #refuse(text) {
    this.#notices.announce("");
    const error = part(this.#root, "load-error", HTMLElement);
    error.textContent = text;
    error.hidden = false;
    const field = part(this.#root, "load-code", HTMLTextAreaElement);
    field.setAttribute("aria-invalid", "true");
    field.setAttribute("aria-describedby", "load-error load-text");
    error.focus();
  }

  /**
   * @param {unknown} error
   * @param {string} withoutPython
   */
  #problemText(error, withoutPython) {
    if (!(error instanceof EngineError)) return this.#words.say("page.unknown_problem");
    if (error.kind !== "problem") return this.#words.say(withoutPython);
    return this.#words.refusal(error);
  }

  /**
   * What of answers to another framework or version fits, to look at.
   * @param {Reading} reading
   */
  #showMatching({ response, match }) {
    const { enablers, scale } = this.#framework;
    const rows = enablers
      .filter(({ id }) => match?.comparable.includes(id))
      .map(({ id, title }) => {
        const { mark = null, state = "unanswered" } = response.answers[id] ?? {};
        const label = mark === null ? null : scale.labels[mark - 1] ?? null;
        const row = copyOf(this.#root, "incoming-row");
        fill(row, "title", title);
        fill(row, "answer", answerText({ state, mark, label }, this.#words));
        return row;
      });
    part(this.#root, "incoming-rows", HTMLElement).replaceChildren(...rows);
    show(this.#root, "incoming-matching", rows.length > 0);
  }

  /**
   * @param {Match} match
   * @returns {string[]} in what it does not fit, in sentences
   */
  #account({ id, version, only_there, only_here, points }) {
    const { enablers, scale, id: ours, version: ourVersion } = this.#framework;
    const missing = enablers.filter(({ id }) => only_here.includes(id)).map(({ title }) => title);
    const say = (/** @type {string} */ key, /** @type {Record<string, unknown>} */ values) =>
      this.#words.say(`assess.foreign_${key}`, values);
    return [
      say("about", { id, version, ours, our_version: ourVersion }),
      points !== null && say("points", { points, ours: scale.points }),
      only_there.length > 0 && say("only_there", { ids: only_there.join(", ") }),
      missing.length > 0 && say("only_here", { titles: missing.join(", ") }),
    ].filter((line) => typeof line === "string");
  }

  /**
   * @param {Match | null} match
   * @returns {string[]} what to know of kept answers that were given to another version
   */
  #otherVersion(match) {
    if (!match) return [];
    const { version, only_there } = match;
    /** @type {Remark[]} */
    const remarks = [{ key: "other-framework-version", values: { version, ours: this.#framework.version } }];
    const ids = only_there.join(", ");
    if (ids) remarks.push({ key: "unknown-enablers", values: { ids } });
    return remarks.map((remark) => this.#words.problem(remark));
  }

  /** @param {Reading} reading */
  #remarks({ notices }) {
    return notices.map((remark) => this.#words.problem(remark));
  }

  /**
   * @param {Response} response
   * @returns {string[]}
   */
  #describe(response) {
    const view = this.#framework.points_of_view.find(({ id }) => id === response.point_of_view);
    const notes = countNotes(response);
    return [
      this.#words.say("assess.replace_count", {
        count: countAnswered(response, this.#framework),
        total: this.#framework.enablers.length,
      }),
      view && `${this.#words.say("assess.answering_for")} ${view.title}`,
      response.group && this.#words.say("assess.replace_group", { group: response.group }),
      response.date && this.#words.say("assess.dated", { date: this.#words.date(response.date) }),
      notes && this.#words.say("assess.replace_notes", { count: notes }),
    ]
      .filter((line) => typeof line === "string")
      .filter(Boolean);
  }

  /**
   * @param {string} name
   * @param {string[]} lines
   */
  #list(name, lines) {
    part(this.#root, name, HTMLElement).replaceChildren(
      ...lines.map((line) => Object.assign(document.createElement("li"), { textContent: line })),
    );
  }
}

/**
 * @param {string} text
 * @returns {unknown} undefined where it is not JSON
 */
function fromJson(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
