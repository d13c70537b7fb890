/**
 * The start of the scoring page: beginning, going on where one left off, and the invitation.
 */

import { fill, onPress, part, show } from "../../common/parts.js";
import { countAnswered, isChosen, isEmpty } from "../answers.js";

export class Start {
  #root;
  #framework;
  #form;
  #steps;
  #invited;
  #words;

  /**
   * @param {object} needs
   * @param {HTMLElement} needs.root
   * @param {import("../../contract.js").Framework} needs.framework
   * @param {import("../answers/answer_form.js").AnswerForm} needs.form
   * @param {import("../steps.js").Steps} needs.steps
   * @param {import("./invited.js").Invited} needs.invited
   * @param {import("../../engine/scorer.js").Scorer} needs.scorer
   * @param {import("../../common/words.js").Words} needs.words
   */
  constructor({ root, framework, form, steps, invited, scorer, words }) {
    this.#root = root;
    this.#framework = framework;
    this.#form = form;
    this.#steps = steps;
    this.#invited = invited;
    this.#words = words;
    for (const event of ["pointerenter", "focus"]) {
      for (const name of ["begin-button", "continue"]) {
        part(root, name, HTMLElement).addEventListener(event, () => scorer.warm());
      }
    }
    onPress(root, "begin-button", () => {
      invited.preset();
      steps.go(steps.questions[0] ?? "check");
    });
    addEventListener("hashchange", () => this.takeAddress());
    onPress(root, "continue", () => this.#continue());
    onPress(root, "start-check", () => steps.go("check"));
  }

  /** Take the invitation that the address holds, if it does. */
  takeAddress() {
    if (this.#invited.takeAddress()) this.#steps.restoreAddress();
  }

  /** What is shown of the answers here follows them. */
  refresh() {
    const { response } = this.#form;
    const count = countAnswered(response, this.#framework);
    const total = this.#framework.enablers.length;
    this.#invited.refresh();
    show(this.#root, "continue-panel", !isEmpty(response));
    fill(this.#root, "continue-text", this.#words.say("assess.continue_text", { count, total }));
  }

  /** Go on at the first question without an answer. */
  #continue() {
    const { response } = this.#form;
    const open = this.#steps.questions.find((question) => !isChosen(response, question));
    this.#steps.go(open ?? "check");
  }
}
