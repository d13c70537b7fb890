/**
 * The answers on the page and in this browser's storage: kept at each change, and followed where
 * another tab changes them.
 */

import { part, show } from "../../common/parts.js";
import { KeepSwitch, warnBeforeLeaving } from "../../kept/keep_panel.js";
import { isEmpty, noAnswers, withChange } from "../answers.js";

/**
 * @typedef {import("../answers/answer_form.js").AnswerForm} AnswerForm
 * @typedef {import("../../contract.js").Framework} Framework
 * @typedef {import("../../contract.js").Response} Response
 * @typedef {import("../../common/keeping.js").Keeping<Response>} ResponseKeeping
 */

export class KeptAnswers {
  #root;
  #form;
  #framework;
  #keeping;
  #words;
  #notices;
  #onReplaced;
  #keepSwitch;
  /** Whether there are changes that neither the browser nor a file holds. */
  #unsaved = false;

  /**
   * @param {object} needs
   * @param {HTMLElement} needs.root
   * @param {AnswerForm} needs.form
   * @param {Framework} needs.framework
   * @param {ResponseKeeping} needs.keeping
   * @param {import("../../common/words.js").Words} needs.words
   * @param {import("../../common/notices.js").Notices} needs.notices
   * @param {() => void} needs.onReplaced other answers are in the form than before
   */
  constructor({ root, form, framework, keeping, words, notices, onReplaced }) {
    this.#root = root;
    this.#form = form;
    this.#framework = framework;
    this.#keeping = keeping;
    this.#words = words;
    this.#notices = notices;
    this.#onReplaced = onReplaced;
    this.#keepSwitch = new KeepSwitch({
      root,
      notices,
      state: () => keeping.state,
      textOf: (state) => words.say(state === "blocked" ? "assess.keep_failed" : `assess.keep_${state}`),
      onSwitch: (wanted) => this.#switch(wanted),
    });
    keeping.onElsewhere(() => this.#takeFromElsewhere());
    warnBeforeLeaving(() => this.#unsaved && keeping.state !== "on" && !isEmpty(form.response));
  }

  /** @returns {Response | null} what is kept, which is in the form from now on */
  begin() {
    const kept = this.#keeping.read();
    if (kept) this.#form.show(kept);
    return kept;
  }

  /**
   * The person has changed an answer: keep it, alongside what another tab has changed.
   * @param {string} question
   */
  changed(question) {
    const mine = this.#form.response;
    const theirs = this.#keeping.readNew();
    if (theirs !== undefined) {
      this.#form.show(withChange(theirs ?? noAnswers(this.#framework), mine, question));
      this.#tellOfElsewhere(theirs, mine);
    }
    this.#keep();
  }

  /** A file holds the answers as they are now. */
  saved() {
    this.#unsaved = false;
  }

  /**
   * Let the answers keep the tag that their code has.
   * @param {number} tag
   */
  setTag(tag) {
    this.#form.setTag(tag);
    this.#keeping.write(this.#form.response);
  }

  /**
   * Put other answers in place of these, with a way back.
   * @param {Response} response
   * @param {string} text what has happened
   * @param {string[]} [more]
   */
  replace(response, text, more = []) {
    const before = this.#form.response;
    this.#put(response);
    this.#showNotice(text, before, more);
  }

  /** Show what this browser keeps. */
  show() {
    this.#keepSwitch.show();
    for (const name of ["keep-file", "delete"]) show(this.#root, name, !isEmpty(this.#form.response));
  }

  /** @param {boolean} wanted */
  #switch(wanted) {
    if (wanted) {
      this.#keeping.switchOn();
      this.#keep();
    } else {
      this.#keeping.switchOff();
      this.#unsaved = !isEmpty(this.#form.response);
    }
  }

  /** Another tab has changed or deleted the kept answers: show the same here, with a way back. */
  #takeFromElsewhere() {
    const theirs = this.#keeping.readNew();
    if (theirs !== undefined) {
      const mine = this.#form.response;
      this.#form.show(theirs ?? noAnswers(this.#framework));
      this.#tellOfElsewhere(theirs, mine);
    }
    this.#onReplaced();
  }

  /**
   * @param {Response | null} theirs
   * @param {Response} mine what was here before
   */
  #tellOfElsewhere(theirs, mine) {
    const text = this.#words.say(theirs ? "assess.other_tab" : "assess.other_tab_deleted");
    // While someone types in the other tab, the way back leads to before the first letter.
    if (!this.#notices.isShowing(text)) this.#showNotice(text, mine);
  }

  /**
   * @param {string} text what has happened
   * @param {Response} before
   * @param {string[]} [more]
   */
  #showNotice(text, before, more = []) {
    this.#notices.show(text, { more, undo: isEmpty(before) ? undefined : () => this.#putBack(before) });
  }

  /** @param {Response} response */
  #putBack(response) {
    this.#put(response);
    part(this.#root, "title", HTMLElement).focus();
    this.#notices.say(this.#words.say("assess.undone"));
  }

  /** @param {Response} response */
  #put(response) {
    this.#form.show(response);
    this.#keep();
    this.#onReplaced();
  }

  #keep() {
    const { response } = this.#form;
    if (isEmpty(response)) this.#keeping.forget();
    else this.#keeping.write(response);
    this.#unsaved = true;
  }
}
