/**
 * Answers that come from a code, a link or a file: read, shown, and taken only when wanted.
 */

import { showProblem } from "../../common/notices.js";
import { fill, onPress, part, show } from "../../common/parts.js";
import { takeSharedPart } from "../../common/shared_link.js";
import { MOST_RESPONSE_CHARACTERS } from "../../contract.js";
import { isRefusal, reason } from "../../engine/reason.js";
import { isEmpty } from "../answers.js";
import { Offer } from "./offer.js";
import { readAnswers } from "./reading.js";

/**
 * @typedef {import("../../contract.js").Framework} Framework
 * @typedef {import("../../contract.js").Response} Response
 * @typedef {import("../../common/notices.js").Notices} Notices
 * @typedef {import("../../common/words.js").Words} Words
 * @typedef {import("../../engine/scorer.js").Scorer} Scorer
 * @typedef {import("../../contract.js").Match} Match
 * @typedef {import("../../contract.js").Reading} Reading
 * @typedef {import("../../contract.js").Notice} Notice
 */

export class Incoming {
  #root;
  #framework;
  #answers;
  #accept;
  #clearAddress;
  #scorer;
  #words;
  #notices;
  #offer;
  /** The answers in the page's address that could not be read without Python. */
  #unread = "";

  /**
   * @param {object} needs
   * @param {HTMLElement} needs.root
   * @param {Framework} needs.framework
   * @param {() => Response} needs.answers what is answered now
   * @param {(response: Response, remarks: string[]) => void} needs.accept puts answers on the page
   * @param {() => void} needs.clearAddress has the page's address name the place that is shown
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
    this.#offer = new Offer({
      root,
      framework,
      words,
      onTake: ({ response, notices }) => accept(response, words.problems(notices)),
      onLeave: () => {
        notices.say(words.say("assess.replace_kept"));
        part(root, "title", HTMLElement).focus();
      },
    });
    onPress(root, "load-button", () => this.#openText());
    part(root, "load-file", HTMLInputElement).addEventListener("change", () => this.#openFile());
    addEventListener("hashchange", () => this.openAddress());
  }

  /** Show the answers that the page's address holds, if it does, and clear them from it. */
  async openAddress() {
    const shared = takeSharedPart();
    if (!shared) return;
    this.#clearAddress();
    await this.#openShared(shared);
  }

  /** Read what the address held once more, where Python was missing before. */
  async retry() {
    const shared = this.#unread;
    this.#unread = "";
    if (shared) await this.#openShared(shared);
  }

  /** @param {string} shared */
  async #openShared(shared) {
    this.#notices.announce(this.#words.say("assess.load_waiting"));
    try {
      this.#show(await this.#read(shared), "assess.replace_link");
    } catch (error) {
      if (!isRefusal(error)) this.#unread = shared;
      this.#notices.show(reason(error, this.#words, "assess.load_engine"));
    }
  }

  /**
   * Say what there is to know of kept answers, for instance that they are from another version.
   * @param {Response} kept
   */
  async explain(kept) {
    try {
      const { match, notices } = await this.#read(JSON.stringify(kept));
      const remarks = [...this.#otherVersion(match), ...notices];
      const [first, ...more] = this.#words.problems(remarks);
      if (first) this.#notices.show(first, { more });
    } catch (error) {
      if (isRefusal(error)) this.#notices.show(this.#words.refusal(error));
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
      if (file.size > MOST_RESPONSE_CHARACTERS) return this.#refuse(this.#words.say("assess.load_too_large"));
      text = await file.text();
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
   * @param {string} withoutPython the path of what to say where only Python could read it
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
      const { response, match, notices } = reading;
      if (match === null && isEmpty(this.#answers())) this.#accept(response, this.#words.problems(notices));
      else this.#show(reading, "assess.replace_title");
    } catch (error) {
      this.#refuse(reason(error, this.#words, withoutPython));
    }
  }

  /** @param {string} text */
  #read(text) {
    return readAnswers(text, this.#scorer, this.#framework);
  }

  /**
   * @param {Reading} reading
   * @param {string} title
   */
  #show(reading, title) {
    this.#notices.announce("");
    this.#offer.show(reading, this.#answers(), title);
  }

  /**
   * Say what is wrong, next to the field; what was typed stays.
   * @param {string} text
   */
  #refuse(text) {
    this.#notices.announce("");
    const field = part(this.#root, "load-code", HTMLTextAreaElement);
    field.setAttribute("aria-invalid", "true");
    field.setAttribute("aria-describedby", "load-error load-text");
    showProblem(this.#root, "load-error", text);
  }

  /**
   * @param {Match | null} match
   * @returns {Notice[]} what to know of kept answers that were given to another version
   */
  #otherVersion(match) {
    if (!match) return [];
    const { version, only_there } = match;
    /** @type {Notice[]} */
    const remarks = [{ key: "other-framework-version", values: { version, ours: this.#framework.version } }];
    const ids = only_there.join(", ");
    if (ids) remarks.push({ key: "unknown-enablers", values: { ids } });
    return remarks;
  }
}
