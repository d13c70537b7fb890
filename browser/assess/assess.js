/**
 * The scoring page: joins the form, its keeping, the steps, Python, the result and the ways out.
 */

import { Keeping, keptAs } from "../common/keeping.js";
import { Notices } from "../common/notices.js";
import { embedded, fill, onPress, part, parts, show } from "../common/parts.js";
import { Words } from "../common/words.js";
import { Scorer } from "../engine/scorer.js";
import { askBeforeDeleting } from "../kept/keep_panel.js";
import { AnswerForm } from "./answers/answer_form.js";
import { countAnswered, isChosen, isOwnResponse, needsReading, noAnswers } from "./answers.js";
import { Incoming } from "./incoming/incoming.js";
import { KeptAnswers } from "./kept/kept_answers.js";
import { ModeChoice } from "./mode_choice.js";
import { foldProgress, showCheck, showProgress } from "./overview/overview.js";
import { ResultView } from "./result/result_view.js";
import { TakeAway } from "./result/takeaway.js";
import { Invited } from "./start/invited.js";
import { Start } from "./start/start.js";
import { Steps } from "./steps.js";

/**
 * @typedef {import("../contract.js").Framework} Framework
 * @typedef {import("../contract.js").Response} Response
 * @typedef {import("./steps.js").Place} Place
 */

class ScoringPage {
  #root;
  #framework = embedded("assess-framework");
  #words;
  #form;
  #steps;
  #notices;
  #scorer;
  #kept;
  #result;
  #incoming;
  #invited;
  #start;
  #modes;

  /** @param {HTMLElement} root */
  constructor(root) {
    const framework = this.#framework;
    this.#root = root;
    this.#words = new Words(embedded("assess-words"), root.dataset.locale ?? "en-GB");
    this.#form = new AnswerForm(part(root, "form", HTMLFormElement), framework);
    const keeping = new Keeping(
      keptAs(framework.id, "person"),
      /** @returns {data is Response} */ (data) => isOwnResponse(data, framework),
      `mainstream:${location.pathname.replace(/index\.html$/, "")}:${framework.id}`,
    );
    this.#steps = new Steps(root);
    this.#notices = new Notices(root);
    this.#scorer = new Scorer(root, { framework, words: this.#words.areas("result") }, this.#words, this.#notices);
    const shared = {
      root,
      framework,
      form: this.#form,
      keeping,
      answers: () => this.#form.response,
      scorer: this.#scorer,
      words: this.#words,
      notices: this.#notices,
    };
    this.#invited = new Invited(shared);
    this.#start = new Start({ ...shared, steps: this.#steps, invited: this.#invited });
    this.#modes = new ModeChoice({ ...shared, steps: this.#steps, onChosen: () => this.#refresh() });
    this.#kept = new KeptAnswers({ ...shared, onReplaced: () => this.#redraw() });
    const takeAway = new TakeAway({
      ...shared,
      invitation: () => this.#invited.invitation,
      saved: () => this.#kept.saved(),
    });
    this.#result = new ResultView({ ...shared, takeAway, onTag: (tag) => this.#kept.setTag(tag) });
    this.#incoming = new Incoming({
      ...shared,
      accept: (response, remarks) => this.#accept(response, remarks),
      clearAddress: () => this.#steps.restoreAddress(),
    });
  }

  begin() {
    const kept = this.#kept.begin();
    for (const name of ["begin", "progress", "moves", "keep"]) show(this.#root, name, true);
    this.#root.classList.add("is-scripted");
    this.#listenToForm();
    this.#listenToMoves();
    askBeforeDeleting(this.#root, () => this.#delete());
    this.#start.takeAddress();
    this.#incoming.openAddress();
    this.#modes.begin();
    this.#refresh();
    this.#steps.begin((place) => this.#arrive(place));
    if (kept && needsReading(kept, this.#framework)) this.#incoming.explain(kept);
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
      if (this.#steps.place.view === "result") this.#result.draw();
      else this.#scorer.warm();
      this.#incoming.retry();
    });
    foldProgress(root);
  }

  /** @param {string} question */
  #changed(question) {
    this.#kept.changed(question);
    this.#steps.stayAt(question);
    this.#refresh();
    this.#scorer.warm();
  }

  /**
   * @param {Response} response
   * @param {string[]} remarks
   */
  #accept(response, remarks) {
    const total = this.#framework.enablers.length;
    const count = countAnswered(response, this.#framework);
    this.#steps.go("check");
    this.#kept.replace(response, this.#words.say("assess.loaded", { count, total }), remarks);
  }

  #delete() {
    this.#steps.go("");
    this.#kept.replace(noAnswers(this.#framework), this.#words.say("assess.deleted"));
    this.#invited.forget();
  }

  #seeResult() {
    if (this.#hasAnswers) return this.#steps.go("result");
    show(this.#root, "errors", true);
    part(this.#root, "errors", HTMLElement).focus();
  }

  /** @param {Place} place */
  #arrive({ view }) {
    this.#notices.moveOn();
    show(this.#root, "errors", false);
    this.#refresh();
    if (view === "check") this.#scorer.warm();
    this.#drawResult();
  }

  get #hasAnswers() {
    return countAnswered(this.#form.response, this.#framework) > 0;
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
    this.#start.refresh();
    this.#kept.show();
  }

  /** Other answers are here: whatever is shown of them follows. */
  #redraw() {
    this.#refresh();
    this.#drawResult();
  }

  /** Show the result to whoever is there; without an answer there is none. */
  #drawResult() {
    if (this.#steps.place.view !== "result") return;
    if (this.#hasAnswers) this.#result.draw();
    else this.#steps.redirect("check");
  }
}

const root = document.getElementById("assess");
if (root) new ScoringPage(root).begin();
