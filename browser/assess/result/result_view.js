/**
 * The view of the result: asks Python for it, and shows the newest.
 */

import { part, show } from "../../common/parts.js";
import { EngineError } from "../../engine/engine.js";
import { isRefusal } from "../../engine/reason.js";
import { showResult } from "./result.js";

/** @typedef {import("../../contract.js").Response} Response */

export class ResultView {
  #root;
  #framework;
  #answers;
  #takeAway;
  #onTag;
  #scorer;
  #words;
  #notices;
  /** Counts the drawings: only the newest is shown. */
  #drawings = 0;

  /**
   * @param {object} needs
   * @param {HTMLElement} needs.root
   * @param {import("../../contract.js").Framework} needs.framework
   * @param {() => Response} needs.answers what is answered now
   * @param {import("./takeaway.js").TakeAway} needs.takeAway
   * @param {(tag: number) => void} needs.onTag the code of the answers has this tag
   * @param {import("../../engine/scorer.js").Scorer} needs.scorer
   * @param {import("../../common/words.js").Words} needs.words
   * @param {import("../../common/notices.js").Notices} needs.notices
   */
  constructor({ root, framework, answers, takeAway, onTag, scorer, words, notices }) {
    this.#root = root;
    this.#framework = framework;
    this.#answers = answers;
    this.#takeAway = takeAway;
    this.#onTag = onTag;
    this.#scorer = scorer;
    this.#words = words;
    this.#notices = notices;
  }

  async draw() {
    const response = this.#answers();
    const drawing = ++this.#drawings;
    const isOld = () => drawing !== this.#drawings; // a newer drawing is on its way
    show(this.#root, "result-body", false);
    this.#notices.announce(this.#words.say("assess.waiting"));
    try {
      const result = await this.#scorer.ask("result", { response });
      if (isOld()) return;
      showResult(this.#root, result, response, this.#framework, this.#words);
      const tag = await this.#takeAway.showShare(response);
      if (isOld()) return;
      if (response === this.#answers() && response.tag !== tag) this.#onTag(tag);
      this.#notices.announce(this.#words.say("assess.result_ready"));
    } catch (error) {
      if (isRefusal(error)) this.#notices.show(this.#words.refusal(error));
      else if (!(error instanceof EngineError)) throw error;
      else if (this.#root.dataset.view === "result") part(this.#root, "engine-title", HTMLElement).focus();
    }
  }
}
