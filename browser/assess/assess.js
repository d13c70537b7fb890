/**
 * The scoring page: joins the form, its keeping, the steps, Python, the result and the ways out.
 */

import {
  AnswerForm,
  countAnswered,
  isEmpty,
  isOwnResponse,
  needsReading,
  noAnswers,
  withChange,
} from "./answers.js";
import { EngineError } from "../engine/engine.js";
import { Incoming } from "./incoming.js";
import { Invited } from "./invited.js";
import { Keeping } from "../common/keeping.js";
import { Notices } from "../common/notices.js";
import { isChosen, showCheck, showProgress } from "./overview.js";
import { embedded, fill, onPress, part, parts, show } from "../common/parts.js";
import { showResult } from "./result.js";
import { Scorer } from "../engine/scorer.js";
import { Steps } from "./steps.js";
import { TakeAway } from "./takeaway.js";
import { Words } from "../common/words.js";

/**
 * @typedef {import("./answers.js").Framework} Framework
 * @typedef {import("./answers.js").Response} Response
 * @typedef {import("./steps.js").Place} Place
 */

/** Where the list of enablers stands beside the questions; `assess.css` says the same. */
const WIDE = "(min-width: 60em)";

class ScoringPage {
  #root;
  #framework = /** @type {Framework} */ (embedded("assess-framework"));
  #words;
  #form;
  #keeping;
  #steps;
  #notices;
  #scorer;
  #takeAway;
  #incoming;
  #invited;
  /** Whether there are changes that neither the browser nor a file holds. */
  #unsaved = false;
  /** Counts the drawings of the result: only the newest is shown. */
  #drawings = 0;

  /** @param {HTMLElement} root */
  constructor(root) {
    const framework = this.#framework;
    const data = /** @type {import("../common/words.js").WordData} */ (embedded("assess-words"));
    this.#root = root;
    this.#words = new Words(data, root.dataset.locale ?? "en-GB");
    this.#form = new AnswerForm(part(root, "form", HTMLFormElement), framework);
    this.#keeping = new Keeping(
      `mainstream:${location.pathname.replace(/index\.html$/, "")}:${framework.id}`,
      /** @returns {data is Response} */ (data) => isOwnResponse(data, framework),
    );
    this.#steps = new Steps(root);
    this.#notices = new Notices(root);
    this.#scorer = new Scorer(
      root,
      { framework, words: this.#words.areas("result") },
      this.#words,
      this.#notices,
    );
    const shared = {
      root,
      answers: () => this.#form.response,
      scorer: this.#scorer,
      words: this.#words,
      notices: this.#notices,
    };
    this.#invited = new Invited({ ...shared, form: this.#form, framework, keeping: this.#keeping });
    this.#takeAway = new TakeAway({ ...shared, saved: () => (this.#unsaved = false) });
    this.#incoming = new Incoming({
      ...shared,
      framework,
      accept: (response, remarks) => this.#accept(response, remarks),
      clearAddress: () => this.#steps.restoreAddress(),
    });
  }

  begin() {
    const kept = this.#keeping.read();
    if (kept) this.#form.show(kept);
    for (const name of ["begin", "progress", "moves", "keep"]) show(this.#root, name, true);
    this.#root.classList.add("is-scripted");
    this.#listenToStart();
    this.#listenToForm();
    this.#listenToMoves();
    this.#listenToKeeping();
    this.#listenToPage();
    if (this.#invited.takeAddress()) this.#steps.restoreAddress();
    this.#incoming.openAddress();
    this.#setMode(this.#keeping.settings.mode === "all" ? "all" : "one");
    this.#refresh();
    this.#steps.begin((place) => this.#arrive(place));
    if (kept && needsReading(kept, this.#framework)) this.#incoming.explain(kept);
  }

  #listenToStart() {
    const root = this.#root;
    for (const event of ["pointerenter", "focus"]) {
      for (const name of ["begin-button", "continue"]) {
        part(root, name, HTMLElement).addEventListener(event, () => this.#scorer.warm());
      }
    }
    onPress(root, "begin-button", () => {
      this.#invited.preset();
      this.#steps.go(this.#steps.questions[0] ?? "check");
    });
    addEventListener("hashchange", () => {
      if (this.#invited.takeAddress()) this.#steps.restoreAddress();
    });
    onPress(root, "continue", () => this.#continue());
    onPress(root, "start-check", () => this.#steps.go("check"));
    part(root, "modes", HTMLElement).addEventListener("change", (event) => {
      const chosen = event.target instanceof HTMLInputElement ? event.target.value : "one";
      this.#chooseMode(chosen === "all" ? "all" : "one");
    });
  }

  #listenToForm() {
    const form = part(this.#root, "form", HTMLFormElement);
    form.addEventListener("input", ({ target }) => {
      const question = this.#form.take(target);
      if (question) this.#changed(question);
    });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (this.#steps.mode === "all") this.#steps.go("check");
      else this.#steps.move(1);
    });
    for (const section of parts(form, "step")) {
      onPress(section, "clear", () => {
        const question = section.dataset.step ?? "";
        this.#form.clear(question);
        this.#changed(question);
        section.querySelector("input")?.focus();
        const title = part(section, "heading", HTMLElement).textContent;
        this.#notices.say(this.#words.say("assess.cleared", { title }));
      });
    }
  }

  #listenToMoves() {
    const root = this.#root;
    onPress(root, "skip", () => this.#steps.move(1));
    onPress(root, "back", () => this.#steps.move(-1));
    onPress(root, "to-check", () => this.#steps.go("check"));
    onPress(root, "switch-mode", () => this.#chooseMode(this.#steps.mode === "all" ? "one" : "all"));
    onPress(root, "check-back", () => this.#steps.go(this.#steps.questions.at(-1) ?? ""));
    onPress(root, "see-result", () => this.#seeResult());
    onPress(root, "change-answers", () => this.#steps.go("check"));
    onPress(root, "errors-link", (event) => {
      event.preventDefault();
      const first = this.#framework.enablers[0]?.id ?? "";
      this.#steps.go(first);
      document.getElementById(first)?.querySelector("input")?.focus();
    });
    this.#scorer.onRetry(() => {
      if (this.#steps.place.view === "result") this.#drawResult();
      else this.#scorer.warm();
      this.#incoming.retry();
    });
    const wide = matchMedia(WIDE);
    const box = part(root, "progress-box", HTMLDetailsElement);
    const fit = () => (box.open = wide.matches);
    wide.addEventListener("change", fit);
    fit();
  }

  #listenToKeeping() {
    const root = this.#root;
    const toggle = part(root, "keep-switch", HTMLInputElement);
    toggle.addEventListener("change", () => {
      if (toggle.checked) {
        this.#keeping.switchOn();
        this.#keep();
      } else {
        this.#keeping.switchOff();
        this.#unsaved = !isEmpty(this.#form.response);
      }
      this.#refresh();
      this.#notices.announce(part(root, "keep-state", HTMLElement).textContent ?? "");
    });
    onPress(root, "delete", () => this.#askToDelete(true));
    onPress(root, "delete-no", () => {
      this.#askToDelete(false);
      part(root, "delete", HTMLElement).focus();
    });
    onPress(root, "delete-yes", () => {
      this.#askToDelete(false);
      this.#steps.go("");
      this.#replace(noAnswers(this.#framework), this.#words.say("assess.deleted"));
      this.#invited.forget();
    });
    this.#keeping.onElsewhere(() => this.#takeFromElsewhere());
  }

  #listenToPage() {
    addEventListener("beforeunload", (event) => {
      const lost = this.#unsaved && this.#keeping.state !== "on";
      if (lost && !isEmpty(this.#form.response)) event.preventDefault();
    });
    // A page that slept in the browser's memory heard nothing of other tabs.
    addEventListener("pageshow", ({ persisted }) => {
      if (persisted) this.#takeFromElsewhere();
    });
  }

  /** @param {string} question */
  #changed(question) {
    const mine = this.#form.response;
    const theirs = this.#keeping.readNew();
    if (theirs !== undefined) {
      const before = theirs ?? noAnswers(this.#framework);
      this.#form.show(withChange(before, mine, question));
      const text = theirs ? "assess.other_tab" : "assess.other_tab_deleted";
      this.#tellOfElsewhere(this.#words.say(text), mine);
    }
    this.#keep();
    this.#steps.stayAt(question);
    this.#refresh();
    this.#scorer.warm();
  }

  /** Another tab has changed or deleted the kept answers: show the same here, with a way back. */
  #takeFromElsewhere() {
    const theirs = this.#keeping.readNew();
    if (theirs !== undefined) {
      const mine = this.#form.response;
      this.#form.show(theirs ?? noAnswers(this.#framework));
      const text = theirs ? "assess.other_tab" : "assess.other_tab_deleted";
      this.#tellOfElsewhere(this.#words.say(text), mine);
    }
    this.#refresh();
    this.#redraw();
  }

  /**
   * @param {string} text
   * @param {Response} mine what was here before
   */
  #tellOfElsewhere(text, mine) {
    // While someone types in the other tab, the way back leads to before the first letter.
    if (this.#notices.isShowing(text)) return;
    this.#notices.show(text, { undo: isEmpty(mine) ? undefined : () => this.#putBack(mine) });
  }

  /**
   * @param {Response} response
   * @param {string[]} remarks
   */
  #accept(response, remarks) {
    const total = this.#framework.enablers.length;
    const count = countAnswered(response, this.#framework);
    this.#steps.go("check");
    this.#replace(response, this.#words.say("assess.loaded", { count, total }), remarks);
  }

  /**
   * Put other answers in place of these, with a way back.
   * @param {Response} response
   * @param {string} text what has happened
   * @param {string[]} [more]
   */
  #replace(response, text, more = []) {
    const before = this.#form.response;
    this.#put(response);
    const undo = isEmpty(before) ? undefined : () => this.#putBack(before);
    this.#notices.show(text, { more, undo });
  }

  /** @param {Response} response */
  #putBack(response) {
    this.#put(response);
    this.#redraw();
    part(this.#root, "title", HTMLElement).focus();
    this.#notices.say(this.#words.say("assess.undone"));
  }

  /** @param {Response} response */
  #put(response) {
    this.#form.show(response);
    this.#keep();
    this.#refresh();
  }

  #keep() {
    const { response } = this.#form;
    if (isEmpty(response)) this.#keeping.forget();
    else this.#keeping.write(response);
    this.#unsaved = true;
  }

  /** @param {boolean} asked */
  #askToDelete(asked) {
    show(this.#root, "delete-panel", asked);
    part(this.#root, "delete", HTMLElement).setAttribute("aria-expanded", String(asked));
    if (asked) part(this.#root, "delete-title", HTMLElement).focus();
  }

  /** Go on at the first question without an answer. */
  #continue() {
    const { response } = this.#form;
    const open = this.#steps.questions.find((question) => !isChosen(response, question));
    this.#steps.go(open ?? "check");
  }

  #seeResult() {
    if (countAnswered(this.#form.response, this.#framework) > 0) return this.#steps.go("result");
    show(this.#root, "errors", true);
    part(this.#root, "errors", HTMLElement).focus();
  }

  /** @param {import("./steps.js").Mode} mode */
  #chooseMode(mode) {
    this.#keeping.set({ mode });
    this.#setMode(mode);
    this.#refresh();
  }

  /** @param {import("./steps.js").Mode} mode */
  #setMode(mode) {
    this.#steps.setMode(mode);
    const radio = this.#root.querySelector(`input[name="mode"][value="${mode}"]`);
    if (radio instanceof HTMLInputElement) radio.checked = true;
    fill(this.#root, "switch-mode", this.#words.say(mode === "all" ? "assess.to_one" : "assess.to_all"));
  }

  /** @param {Place} place */
  #arrive({ view }) {
    this.#notices.moveOn();
    show(this.#root, "errors", false);
    this.#refresh();
    if (view === "check") this.#scorer.warm();
    if (view !== "result") return;
    if (countAnswered(this.#form.response, this.#framework) > 0) this.#drawResult();
    else this.#steps.redirect("check");
  }

  /** What is shown of the answers anywhere follows them. */
  #refresh() {
    const { response } = this.#form;
    const { place, mode, questions } = this.#steps;
    showProgress(this.#root, response, this.#framework, this.#words);
    showCheck(this.#root, response, this.#framework, this.#words);
    for (const section of parts(this.#root, "step")) {
      show(section, "clear", isChosen(response, section.dataset.step ?? ""));
    }
    const last = mode === "all" || place.returning || place.question === questions.at(-1);
    fill(this.#root, "next", this.#words.say(last ? "assess.to_check" : "assess.next"));
    const chosen = isChosen(response, place.question ?? "");
    show(this.#root, "skip", mode === "one" && !chosen && !last);
    show(this.#root, "back", mode === "one");
    this.#invited.refresh();
    this.#refreshStart(response);
    this.#refreshKeeping(response);
  }

  /** @param {Response} response */
  #refreshStart(response) {
    const count = countAnswered(response, this.#framework);
    const total = this.#framework.enablers.length;
    show(this.#root, "continue-panel", !isEmpty(response));
    fill(this.#root, "continue-text", this.#words.say("assess.continue_text", { count, total }));
  }

  /** @param {Response} response */
  #refreshKeeping(response) {
    const { state } = this.#keeping;
    const text = state === "blocked" ? "assess.keep_failed" : `assess.keep_${state}`;
    fill(this.#root, "keep-state", this.#words.say(text));
    const toggle = part(this.#root, "keep-switch", HTMLInputElement);
    toggle.checked = state === "on" || state === "full";
    toggle.disabled = state === "blocked";
    part(this.#root, "keep", HTMLElement).classList.toggle("is-warning", state === "blocked" || state === "full");
    for (const name of ["keep-file", "delete"]) show(this.#root, name, !isEmpty(response));
  }

  #redraw() {
    if (this.#steps.place.view !== "result") return;
    if (countAnswered(this.#form.response, this.#framework) > 0) this.#drawResult();
    else this.#steps.redirect("check");
  }

  async #drawResult() {
    const { response } = this.#form;
    const drawing = ++this.#drawings;
    show(this.#root, "result-body", false);
    this.#notices.announce(this.#words.say("assess.waiting"));
    try {
      const result = await this.#scorer.ask("result", { response });
      if (drawing !== this.#drawings) return; // a newer drawing is on its way
      showResult(this.#root, result, response, this.#framework, this.#words);
      const tag = await this.#takeAway.showShare(response);
      if (drawing !== this.#drawings) return;
      if (response === this.#form.response && response.tag !== tag) {
        this.#form.setTag(tag);
        this.#keeping.write(this.#form.response);
      }
      this.#notices.announce(this.#words.say("assess.result_ready"));
    } catch (error) {
      if (!(error instanceof EngineError)) throw error;
      if (error.kind === "problem") this.#notices.show(this.#words.refusal(error));
      else if (this.#steps.place.view === "result") part(this.#root, "engine-title", HTMLElement).focus();
    }
  }
}

const root = document.getElementById("assess");
if (root) new ScoringPage(root).begin();
