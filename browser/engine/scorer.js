/**
 * Python as a page uses it: opened with its framework or tool, with its progress on the page.
 */

import { fill, onPress, part, show } from "../common/parts.js";
import { Engine, EngineError } from "./engine.js";

/**
 * @import { Action, AnswerOf, Door, RequestOf } from "../contract.js"
 *
 * @typedef {import("../common/notices.js").Notices} Notices
 * @typedef {import("../common/words.js").Words} Words
 */

const MEGABYTE = 1_000_000;

/** @template {"person" | "workshop" | "tools"} [D="person"] the door that answers */
export class Scorer {
  #engine;
  #area;
  #root;
  #opening;
  #words;
  #notices;
  /** @type {Promise<void> | undefined} */
  #opened;
  #failed = false;
  /** Whether Python has opened what the page is about; after a crash the engine opens it again. */
  #isOpen = false;

  /**
   * @param {HTMLElement} root
   * @param {RequestOf<D, "open">} opening what Python opens with
   * @param {Words} words
   * @param {Notices} notices
   * @param {{pack?: D, area?: string, prefetch?: string[]}} [options] the pack that answers, the
   *   page's own area of words, and the packs that are fetched at once
   */
  constructor(root, opening, words, notices, { pack, area = "assess", prefetch } = {}) {
    this.#area = area;
    this.#engine = new Engine({ pack, prefetch });
    this.#root = root;
    this.#opening = opening;
    this.#words = words;
    this.#notices = notices;
    this.#engine.onProgress((loaded, total) => this.#showBytes(loaded, total));
  }

  /** Start Python in good time, without waiting for it; after a failure only the person tries again. */
  warm() {
    if (!this.#failed) this.#open().catch(() => {}); // the page says so; answering goes on
  }

  /**
   * What to do when the person asks to try once more.
   * @param {() => void} action
   */
  onRetry(action) {
    onPress(this.#root, "engine-retry", () => {
      this.#failed = false;
      action();
    });
  }

  /**
   * Ask the scoring room for something.
   * @template {Action<P>} A
   * @template {Door} [P=D]
   * @param {A} action
   * @param {RequestOf<P, A>} payload
   * @param {{pack?: P, timeoutMs?: number}} [options] as for `Engine.call`
   * @returns {Promise<AnswerOf<P, A>>} rejects with `EngineError`; where a pack is missing the rest goes on
   */
  async ask(action, payload, options = {}) {
    await this.#open();
    try {
      return await this.#engine.call(action, payload, options);
    } catch (error) {
      const goesOn = error instanceof EngineError && ["problem", "unavailable"].includes(error.kind);
      if (!goesOn) {
        this.#opened = undefined; // the next request starts Python again, and shows that it does
        this.#showFailure(error);
      }
      throw error;
    }
  }

  #open() {
    this.#opened ??= this.#start().catch((error) => {
      this.#opened = undefined; // the next request tries again
      this.#showFailure(error);
      throw error;
    });
    return this.#opened;
  }

  async #start() {
    show(this.#root, "engine", true);
    show(this.#root, "engine-failed", false);
    show(this.#root, "engine-loading", true);
    fill(this.#root, "engine-bytes", "");
    await this.#engine.start();
    if (!this.#isOpen) await this.#engine.call("open", this.#opening);
    this.#isOpen = true;
    this.#failed = false;
    show(this.#root, "engine", false);
    show(this.#root, "engine-loading", false);
  }

  /**
   * @param {number} loaded
   * @param {number} total
   */
  #showBytes(loaded, total) {
    const bar = part(this.#root, "engine-progress", HTMLProgressElement);
    bar.max = total;
    bar.value = loaded;
    const megabytes = (/** @type {number} */ bytes) => (bytes / MEGABYTE).toFixed(1);
    const text =
      loaded < total
        ? this.#words.say("page.engine_bytes", {
            loaded: megabytes(loaded),
            total: megabytes(total),
          })
        : this.#words.say("page.engine_starting");
    fill(this.#root, "engine-bytes", text);
  }

  /** @param {unknown} error */
  #showFailure(error) {
    this.#failed = true;
    const key = error instanceof EngineError ? `engine.${error.key}` : "";
    const reason = this.#words.has(key) ? this.#words.say(key) : "";
    fill(this.#root, "engine-reason", reason);
    show(this.#root, "engine-loading", false);
    show(this.#root, "engine-failed", true);
    show(this.#root, "engine", true);
    this.#notices.announce([this.#words.say(`${this.#area}.engine_title`), reason].join(". "));
  }
}
