/**
 * What a person takes along: the code, the link, files, a copy.
 */

import { today } from "./answers.js";
import { askToStay } from "./keeping.js";
import { fill, onPress, part, show } from "./parts.js";

/**
 * @typedef {import("./answers.js").Response} Response
 * @typedef {import("./notices.js").Notices} Notices
 * @typedef {import("./scorer.js").Scorer} Scorer
 * @typedef {import("./words.js").Words} Words
 * @typedef {{filename: string, media_type: string, text: string}} Export
 */

/** Pixels of a PNG for each unit of the drawing: sharp on a slide. */
const PNG_SCALE = 2;

export class TakeAway {
  #root;
  #answers;
  #saved;
  #scorer;
  #words;
  #notices;
  /** The address of the file saved last. */
  #lastFile = "";

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
    for (const name of ["save_json", "keep-file", "delete-copy", "engine-file", "incoming-copy"]) {
      onPress(root, name, () => this.saveAnswers());
    }
    onPress(root, "save_csv", () => this.#saveExport("csv"));
    onPress(root, "save_svg", () => this.#saveExport("svg"));
    onPress(root, "save_png", () => this.#savePicture());
    for (const name of ["print", "print-paper", "engine-print"]) onPress(root, name, () => print());
    onPress(root, "copy-code", () => this.#copy(part(root, "code", HTMLElement), "copied_code"));
    onPress(root, "copy-link", () => this.#copy(part(root, "share-link", HTMLInputElement), "copied_link"));
  }

  /**
   * Show the code and the link of some answers.
   * @param {Response} response
   * @returns {Promise<number>} the tag that the code has
   */
  async showShare(response) {
    const { code, fragment, notes_left_out, tag } = await this.#scorer.ask("share", { response });
    show(this.#root, "code-some", code !== null);
    show(this.#root, "code-none", code === null);
    show(this.#root, "code-notes", notes_left_out);
    fill(this.#root, "code", code ?? "");
    const link = new URL(fragment, location.href).href;
    part(this.#root, "share-link", HTMLInputElement).value = link;
    return tag;
  }

  /** Save the answers as a file. This needs no Python, so that it always works. */
  saveAnswers() {
    const response = this.#answers();
    const text = `${JSON.stringify(response, null, 2)}\n`;
    const name = `${response.framework.id}-answers-${response.date ?? today()}.json`;
    this.#save(new Blob([text], { type: "application/json" }), name);
    askToStay();
    this.#saved();
  }

  /** @param {"csv" | "svg"} kind */
  async #saveExport(kind) {
    try {
      const { filename, media_type, text } = await this.#export(kind);
      this.#save(new Blob([text], { type: media_type }), filename);
    } catch {
      this.#notices.show(this.#words.say("assess.save_failed"));
    }
  }

  async #savePicture() {
    try {
      const { filename, text } = await this.#export("svg");
      this.#save(await picture(text), filename.replace(/\.svg$/, ".png"));
    } catch {
      this.#notices.show(this.#words.say("assess.save_failed"));
    }
  }

  /**
   * @param {"csv" | "svg"} kind
   * @returns {Promise<Export>}
   */
  #export(kind) {
    return this.#scorer.ask("export", { response: this.#answers(), kind });
  }

  /**
   * @param {Blob} blob
   * @param {string} name
   */
  #save(blob, name) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = name;
    link.click();
    // Some browsers read the file only later, after asking where to put it.
    if (this.#lastFile) URL.revokeObjectURL(this.#lastFile);
    this.#lastFile = link.href;
    this.#notices.say(this.#words.say("assess.saved", { name }));
  }

  /**
   * @param {HTMLElement} element whose text is copied
   * @param {string} done what to say then
   */
  async #copy(element, done) {
    const field = element instanceof HTMLInputElement ? element : undefined;
    try {
      await navigator.clipboard.writeText(field ? field.value : element.textContent ?? "");
      this.#notices.say(this.#words.say(`assess.${done}`));
    } catch {
      if (field) field.select();
      else getSelection()?.selectAllChildren(element);
      this.#notices.say(this.#words.say("assess.copy_by_hand"));
    }
  }
}

/**
 * The drawing as a picture.
 * @param {string} svg a drawing that stands alone, on paper of its own
 * @returns {Promise<Blob>}
 */
async function picture(svg) {
  const address = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = image.naturalWidth * PNG_SCALE;
    canvas.height = image.naturalHeight * PNG_SCALE;
    const pen = canvas.getContext("2d");
    if (!pen) throw new Error("this browser does not draw pictures");
    pen.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) =>
      canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("no picture"))), "image/png"),
    );
  } finally {
    URL.revokeObjectURL(address);
  }
}
