/**
 * What follows from a sheet, as Python works it out: its verdict while it is filled in, and its
 * finished page.
 */

import { today } from "../../common/dates.js";
import { fill, part, show } from "../../common/parts.js";
import { isRefusal } from "../../engine/reason.js";
import { drawBlocks } from "./finished_page.js";

/**
 * @typedef {import("../../kept/sheets.js").Sheet} Sheet
 * @typedef {import("../../contract.js").FinishedPage} FinishedPage
 */

export class SheetResult {
  #root;
  #title;
  #sheet;
  #scorer;
  #words;
  #notices;
  #onMerge;
  /** Whether a result is being worked out, and whether another is wanted by then. */
  #working = { now: false, again: false };
  #verdict = "";

  /**
   * @param {object} needs
   * @param {HTMLElement} needs.root
   * @param {string} needs.title the tool's
   * @param {() => Sheet | undefined} needs.sheet what is entered now; undefined where nothing is
   * @param {import("../../engine/scorer.js").Scorer<"tools">} needs.scorer
   * @param {import("../../common/words.js").Words} needs.words
   * @param {import("../../common/notices.js").Notices} needs.notices
   * @param {import("./finished_page.js").OnMerge} needs.onMerge
   */
  constructor({ root, title, sheet, scorer, words, notices, onMerge }) {
    this.#root = root;
    this.#title = title;
    this.#sheet = sheet;
    this.#scorer = scorer;
    this.#words = words;
    this.#notices = notices;
    this.#onMerge = onMerge;
  }

  /** Another sheet is here: what followed from the one before says nothing of it. */
  clear() {
    this.#verdict = "";
    this.#show(undefined);
  }

  /** Work out the result; while that lasts, what is entered meanwhile waits for the next turn. */
  async draw() {
    if (this.#working.now) {
      this.#working.again = true;
      return;
    }
    this.#working.now = true;
    try {
      do {
        this.#working.again = false;
        await this.#drawOnce();
      } while (this.#working.again);
    } catch (error) {
      // A result of earlier entries would be taken for that of these.
      this.#show(undefined);
      if (isRefusal(error)) this.#notices.show(this.#words.refusal(error));
    } finally {
      this.#working.now = false;
    }
  }

  async #drawOnce() {
    const sheet = this.#sheet();
    if (!sheet) return this.#show(undefined);
    const finished = await this.#scorer.ask("result", { sheet });
    this.#root.classList.add("is-answered");
    const here = this.#sheet();
    if (here?.id === sheet.id) this.#show({ ...finished, sheet: here });
  }

  /** @param {(FinishedPage & {sheet: Sheet}) | undefined} result */
  #show(result) {
    const root = this.#root;
    show(root, "result-waits", !result);
    show(root, "page", Boolean(result));
    show(root, "result-actions", Boolean(result));
    const verdicts = (result?.blocks ?? []).flatMap((block) => (block.type === "verdict" ? [block.title] : []));
    show(root, "now", verdicts.length > 0);
    fill(root, "now-text", verdicts.join(" · "));
    if (!result) return;
    const { title, date } = result.sheet;
    fill(root, "page-title", title || this.#title);
    const about = { tool: this.#title, date: this.#words.date(date || today()) };
    fill(root, "page-about", this.#words.say("sheet.result_about", about));
    fill(root, "page-text", result.text);
    const blocks = part(root, "blocks", HTMLElement);
    const focused = blocks.contains(document.activeElement);
    blocks.replaceChildren(...drawBlocks(result.blocks, this.#onMerge));
    if (focused) document.getElementById("result-title")?.focus();
    if (this.#verdict && this.#verdict !== verdicts.join()) this.#notices.announce(verdicts.join(". "));
    this.#verdict = verdicts.join();
  }
}
