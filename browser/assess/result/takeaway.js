/**
 * What a person takes along: the code, the link, files, a copy.
 */

import { today } from "../../common/dates.js";
import { Handing, picture } from "../../common/handing.js";
import { askToStay } from "../../common/keeping.js";
import { fill, onPress, part, show } from "../../common/parts.js";

/**
 * @typedef {import("../../contract.js").Response} Response
 * @typedef {import("../../common/notices.js").Notices} Notices
 * @typedef {import("../../engine/scorer.js").Scorer} Scorer
 * @typedef {import("../../common/words.js").Words} Words
 * @typedef {import("../../contract.js").TextFile} TextFile
 */

export class TakeAway {
  #root;
  #answers;
  #saved;
  #scorer;
  #words;
  #notices;
  #handing;
  /** The link and the code, each on a line of its own. */
  #message = "";

  /**
   * @param {object} needs
   * @param {HTMLElement} needs.root
   * @param {() => Response} needs.answers what is answered now
   * @param {() => void} needs.saved called when the answers are saved as a file
   * @param {Scorer} needs.scorer
   * @param {Words} needs.words
   * @param {Notices} needs.notices
   */
  constructor({ root, answers, saved, scorer, words, notices }) {
    this.#root = root;
    this.#answers = answers;
    this.#saved = saved;
    this.#scorer = scorer;
    this.#words = words;
    this.#notices = notices;
    this.#handing = new Handing(words, notices);
    for (const name of ["save_json", "keep-file", "delete-copy", "engine-file", "incoming-copy"]) {
      onPress(root, name, () => this.saveAnswers());
    }
    onPress(root, "save_csv", () => this.#saveExport("csv"));
    onPress(root, "save_svg", () => this.#saveExport("svg"));
    onPress(root, "save_png", () => this.#savePicture());
    for (const name of ["print", "print-paper", "engine-print"]) onPress(root, name, () => print());
    onPress(root, "copy-code", () =>
      this.#handing.copy(part(root, "code", HTMLElement), words.say("assess.copied_code")),
    );
    onPress(root, "copy-link", () => this.#copyMessage());
  }

  /**
   * Show the code and the link of some answers.
   * @param {Response} response
   * @returns {Promise<number>} the tag that the code has
   */
  async showShare(response) {
    const asked = { response, address: location.href };
    const { code, fragment, message, notes_left_out, tag } = await this.#scorer.ask("share", asked);
    show(this.#root, "code-some", code !== null);
    show(this.#root, "code-none", code === null);
    show(this.#root, "code-notes", notes_left_out);
    fill(this.#root, "code", code ?? "");
    const link = new URL(fragment, location.href).href;
    part(this.#root, "share-link", HTMLInputElement).value = link;
    this.#message = message ?? link;
    return tag;
  }

  #copyMessage() {
    const done = this.#message.includes("\n") ? "copied_both" : "copied_link";
    this.#handing.copy(part(this.#root, "share-link", HTMLElement), this.#words.say(`assess.${done}`), this.#message);
  }

  /** Save the answers as a file. This needs no Python, so that it always works. */
  saveAnswers() {
    const response = this.#answers();
    this.#handing.saveData(response, `${response.framework.id}-answers-${response.date ?? today()}.json`);
    askToStay();
    this.#saved();
  }

  /** @param {"csv" | "svg"} kind */
  async #saveExport(kind) {
    try {
      const { filename, media_type, text } = await this.#export(kind);
      this.#handing.save(new Blob([text], { type: media_type }), filename);
    } catch {
      this.#notices.show(this.#words.say("assess.save_failed"));
    }
  }

  async #savePicture() {
    try {
      const { filename, text } = await this.#export("svg");
      this.#handing.save(await picture(text), filename.replace(/\.svg$/, ".png"));
    } catch {
      this.#notices.show(this.#words.say("assess.save_failed"));
    }
  }

  /**
   * @param {"csv" | "svg"} kind
   * @returns {Promise<TextFile>}
   */
  #export(kind) {
    return this.#scorer.ask("export", { response: this.#answers(), kind });
  }
}
