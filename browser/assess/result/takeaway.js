/**
 * What a person takes along: the code, the link, files, a copy.
 */

import { today } from "../../common/dates.js";
import { drawing } from "../../common/drawing.js";
import { Handing, picture } from "../../common/handing.js";
import { askToStay } from "../../common/keeping.js";
import { fill, onPress, part, show } from "../../common/parts.js";
import { MOST_QR_CHARACTERS } from "../../contract.js";
import { reason } from "../../engine/reason.js";
import { Send } from "./send.js";

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
  #invitation;
  #send;
  /** What the QR code holds, and for what it was drawn. */
  #qr = { text: "", drawn: "" };
  /** The link and the code, each on a line of its own. */
  #message = "";

  /**
   * @param {object} needs
   * @param {HTMLElement} needs.root
   * @param {() => Response} needs.answers what is answered now
   * @param {() => import("../../common/invitation.js").Invitation | undefined} needs.invitation
   * @param {() => void} needs.saved called when the answers are saved as a file
   * @param {Scorer} needs.scorer
   * @param {Words} needs.words
   * @param {Notices} needs.notices
   */
  constructor({ root, answers, invitation, saved, scorer, words, notices }) {
    this.#root = root;
    this.#answers = answers;
    this.#invitation = invitation;
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
    onPress(root, "copy-link", () => this.#copyMessage(part(root, "share-link", HTMLElement), this.#message));
    this.#send = new Send({ root, words, copy: (element, text) => this.#copyMessage(element, text) });
    part(root, "qr-box", HTMLDetailsElement).addEventListener("toggle", () => this.#drawQr());
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
    show(this.#root, "code-group", code !== null && Boolean(response.group));
    fill(this.#root, "code", code ?? "");
    const link = new URL(fragment, location.href).href;
    part(this.#root, "share-link", HTMLInputElement).value = link;
    this.#message = message ?? link;
    this.#send.show(this.#invitation(), this.#message);
    // A link opens the page; one with long notes is more than a phone's camera reads.
    this.#qr.text = link.length > MOST_QR_CHARACTERS && code ? code : link;
    this.#drawQr();
    return tag;
  }

  /** Draw the QR code, once somebody wants to see it. */
  async #drawQr() {
    const { text, drawn } = this.#qr;
    if (text === drawn || !text || !part(this.#root, "qr-box", HTMLDetailsElement).open) return;
    this.#qr.drawn = text;
    const place = part(this.#root, "qr", HTMLElement);
    place.replaceChildren();
    fill(this.#root, "qr-text", this.#words.say("assess.qr_waiting"));
    try {
      const title = this.#words.say("assess.qr_title");
      const { svg } = await this.#scorer.ask("qr", { text, title }, { pack: "qr" });
      if (text !== this.#qr.text) return;
      place.replaceChildren(drawing(svg));
      fill(this.#root, "qr-text", this.#words.say("assess.qr_text"));
    } catch (error) {
      if (text !== this.#qr.text) return;
      this.#qr.drawn = "";
      fill(this.#root, "qr-text", reason(error, this.#words, "assess.qr_failed"));
    }
  }

  /**
   * @param {HTMLElement} element
   * @param {string} text
   */
  #copyMessage(element, text) {
    const done = text.includes("\n") ? "copied_both" : "copied_link";
    this.#handing.copy(element, this.#words.say(`assess.${done}`), text);
  }

  /** Save the answers as a file. This needs no Python, so that it always works. */
  saveAnswers() {
    const response = this.#answers();
    this.#handing.saveData(response, `${response.framework.id}-answers-${response.date ?? today()}.json`);
    askToStay();
    this.#saved();
  }

  /** @param {"csv" | "svg"} kind */
  #saveExport(kind) {
    return this.#save(kind, ({ text, media_type }) => new Blob([text], { type: media_type }));
  }

  #savePicture() {
    return this.#save("svg", ({ text }) => picture(text), "png");
  }

  /**
   * @param {"csv" | "svg"} kind
   * @param {(file: TextFile) => Blob | Promise<Blob>} blobOf what is saved of it
   * @param {string} [ending] of the file's name, where it is another kind's
   */
  async #save(kind, blobOf, ending = kind) {
    try {
      const file = await this.#export(kind);
      this.#handing.save(await blobOf(file), file.filename.replace(/\.\w+$/, `.${ending}`));
    } catch (error) {
      this.#notices.show(reason(error, this.#words, "assess.save_failed"));
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
