/**
 * Answers that come from a code, a link or a file: read, shown, and taken only when wanted.
 */

import { countAnswered, countNotes, isEmpty, isOwnResponse } from "./answers.js";
import { EngineError } from "./engine.js";
import { fill, onPress, part, show } from "./parts.js";

/**
 * @typedef {import("./answers.js").Framework} Framework
 * @typedef {import("./answers.js").Response} Response
 * @typedef {import("./notices.js").Notices} Notices
 * @typedef {import("./scorer.js").Scorer} Scorer
 * @typedef {import("./words.js").Words} Words
 *
 * @typedef {{key: string, values: Record<string, unknown>}} Remark something to know about answers that were read
 * @typedef {{response: Response, notices: Remark[]}} Reading
 */

/** The part of an address that holds answers. */
const SHARED = /^#[rd]=/;

export class Incoming {
  #root;
  #framework;
  #answers;
  #accept;
  #scorer;
  #words;
  #notices;
  /** @type {Reading | undefined} */
  #waiting;

  /**
   * @param {object} needs
   * @param {HTMLElement} needs.root
   * @param {Framework} needs.framework
   * @param {() => Response} needs.answers what is answered now
   * @param {(response: Response, remarks: string[]) => void} needs.accept puts answers on the page
   * @param {Scorer} needs.scorer
   * @param {Words} needs.words
   * @param {Notices} needs.notices
   */
  constructor({ root, framework, answers, accept, scorer, words, notices }) {
    this.#root = root;
    this.#framework = framework;
    this.#answers = answers;
    this.#accept = accept;
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
    history.replaceState(null, "", location.pathname + location.search);
    this.#notices.announce(this.#words.say("assess.load_waiting"));
    try {
      this.#offer(await this.#read(fragment), "assess.replace_link");
    } catch (error) {
      this.#notices.show(this.#problemText(error));
    }
  }

  async #openText() {
    const field = part(this.#root, "load-code", HTMLTextAreaElement);
    const text = field.value.trim();
    if (!text) return this.#refuse(this.#words.say("assess.load_empty"));
    await this.#open(text);
  }

  async #openFile() {
    const field = part(this.#root, "load-file", HTMLInputElement);
    const file = field.files?.[0];
    if (!file) return;
    let text;
    try {
      text = await file.text();
    } catch {
      return this.#refuse(this.#words.say("assess.load_unreadable"));
    } finally {
      field.value = ""; // so that the same file can be chosen again
    }
    await this.#open(text);
  }

  /** @param {string} text */
  async #open(text) {
    show(this.#root, "load-error", false);
    part(this.#root, "load-code", HTMLTextAreaElement).removeAttribute("aria-invalid");
    this.#notices.announce(this.#words.say("assess.load_waiting"));
    try {
      const reading = await this.#read(text);
      if (isEmpty(this.#answers())) this.#accept(reading.response, this.#remarks(reading));
      else this.#offer(reading, "assess.replace_title");
    } catch (error) {
      this.#refuse(this.#problemText(error));
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
      if (isOwnResponse(data, this.#framework)) return { response: data, notices: [] };
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
    fill(this.#root, "incoming-title", this.#words.say(title));
    this.#list("incoming-new", [...this.#describe(reading.response), ...this.#remarks(reading)]);
    this.#list("incoming-old", this.#describe(mine));
    for (const name of ["incoming-old-side", "incoming-warning", "incoming-copy"]) {
      show(this.#root, name, !isEmpty(mine));
    }
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

  /** @param {unknown} error */
  #problemText(error) {
    if (!(error instanceof EngineError)) return this.#words.say("assess.unknown_problem");
    if (error.kind !== "problem") return this.#words.say("assess.load_engine");
    return this.#words.problem(error);
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
