/**
 * Handing things over: files to save, texts to copy, drawings as pictures.
 */

/**
 * @typedef {import("./notices.js").Notices} Notices
 * @typedef {import("./words.js").Words} Words
 */

/** Pixels of a PNG for each unit of the drawing: sharp on a slide. */
const PNG_SCALE = 2;

export class Handing {
  #words;
  #notices;
  /** The address of the file saved last. */
  #lastFile = "";

  /**
   * @param {Words} words
   * @param {Notices} notices
   */
  constructor(words, notices) {
    this.#words = words;
    this.#notices = notices;
  }

  /**
   * @param {Blob} blob
   * @param {string} name
   */
  save(blob, name) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = name;
    link.click();
    // Some browsers read the file only later, after asking where to put it.
    if (this.#lastFile) URL.revokeObjectURL(this.#lastFile);
    this.#lastFile = link.href;
    this.#notices.say(this.#words.say("page.saved", { name }));
  }

  /**
   * Save JSON data. This needs no Python, so that it always works.
   * @param {object} data
   * @param {string} name
   */
  saveData(data, name) {
    this.save(new Blob([`${JSON.stringify(data, null, 2)}\n`], { type: "application/json" }), name);
  }

  /**
   * @param {HTMLElement} element whose text is copied
   * @param {string} done what to say then
   * @param {string} [text] what is copied instead, where that is more than the element shows
   */
  async copy(element, done, text) {
    const field = element instanceof HTMLInputElement ? element : undefined;
    try {
      await navigator.clipboard.writeText(text ?? field?.value ?? element.textContent ?? "");
      this.#notices.say(done);
    } catch {
      if (field) field.select();
      else getSelection()?.selectAllChildren(element);
      this.#notices.say(this.#words.say("page.copy_by_hand"));
    }
  }
}

/**
 * The drawing as a picture.
 * @param {string} svg a drawing that stands alone, on paper of its own
 * @returns {Promise<Blob>}
 */
export async function picture(svg) {
  const address = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = image.naturalWidth * PNG_SCALE;
    canvas.height = image.naturalHeight * PNG_SCALE;
    const pen = canvas.getContext("2d");
    if (!pen) throw new DOMException("this browser does not draw pictures", "NotSupportedError");
    pen.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) =>
      canvas.toBlob((blob) => {
        if (blob) resolve(blob);
        else reject(new DOMException("the picture is too large", "EncodingError"));
      }, "image/png"),
    );
  } finally {
    URL.revokeObjectURL(address);
  }
}
