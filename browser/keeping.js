/**
 * What this browser keeps: the answers and how the person likes to answer.
 *
 * Storage may be refused, full, cleared by the browser, or written by another tab at any moment;
 * nothing here throws for that.
 */

/**
 * @typedef {import("./answers.js").Response} Response
 *
 * @typedef {"on" | "off" | "blocked" | "full"} State
 *   on: kept at each change; off: the person does not want it; blocked: the browser refuses;
 *   full: there is no room
 *
 * @typedef {{mode?: string, keep?: string}} Settings
 */

export class Keeping {
  #answersKey;
  #settingsKey;
  #isResponse;
  /** @type {Storage | undefined} */
  #storage;
  /** What stood in the storage when this tab last looked. @type {string | null} */
  #seen = null;
  /** @type {Settings} */
  #settings = {};
  /** Whether the storage holds the settings as they are here. */
  #settingsKept = false;
  /** @type {State} */
  #state = "on";

  /**
   * @param {string} key a name of its own for each published copy of the page
   * @param {(data: unknown) => data is Response} isResponse
   */
  constructor(key, isResponse) {
    this.#answersKey = `${key}:answers`;
    this.#settingsKey = `${key}:settings`;
    this.#isResponse = isResponse;
    this.#open();
  }

  /** @returns {State} */
  get state() {
    return this.#state;
  }

  /** @returns {Settings} */
  get settings() {
    return this.#settings;
  }

  /**
   * Remember a setting; where that is refused it holds until the page is left.
   * @param {Settings} changes
   */
  set(changes) {
    // Another tab may have changed its own since; those stand.
    const before = this.#settingsKept ? this.#storedSettings() : this.#settings;
    this.#settings = { ...before, ...changes };
    this.#settingsKept = this.#put(this.#settingsKey, JSON.stringify(this.#settings));
  }

  /** @returns {Response | null} the kept answers, if there are any that this page can read */
  read() {
    this.#seen = this.#get(this.#answersKey);
    return this.#parse(this.#seen);
  }

  /**
   * Answers that another tab has kept and this one has not seen. Where this tab's own answers are
   * not kept there is nothing to compare, and nothing of them may be replaced.
   * @returns {Response | null | undefined} null: it deleted them; undefined: there is nothing new
   */
  readNew() {
    if (this.#state === "on" && this.#storedSettings().keep === "off") this.#state = "off";
    if (this.#state !== "on") return undefined;
    const before = this.#seen;
    const response = this.read();
    return before === this.#seen ? undefined : response;
  }

  /**
   * Keep the answers, if the person wants that and the browser allows it.
   * @param {Response} response
   */
  write(response) {
    if (this.#state === "off" || this.#state === "blocked") return;
    const text = JSON.stringify(response);
    this.#state = this.#put(this.#answersKey, text) ? "on" : "full";
    if (this.#state === "on") this.#seen = text;
  }

  /** Delete the kept answers. The settings stay: they say nothing about the person's answers. */
  forget() {
    this.#remove(this.#answersKey);
    this.#seen = null;
  }

  /** The person wants answers kept. */
  switchOn() {
    if (this.#state === "blocked") return;
    this.#state = "on";
    this.set({ keep: "on" });
  }

  /** The person wants nothing kept: what is kept is deleted. */
  switchOff() {
    if (this.#state === "blocked") return;
    this.#state = "off";
    this.set({ keep: "off" }); // first, so that another tab knows why the answers go
    this.forget();
  }

  /**
   * Hear when another tab has kept or deleted answers.
   * @param {() => void} listener
   */
  onElsewhere(listener) {
    addEventListener("storage", (event) => {
      // A null key: everything of this site was cleared.
      if (event.key === this.#answersKey || event.key === null) listener();
    });
  }

  #open() {
    try {
      this.#storage = localStorage;
    } catch {
      this.#storage = undefined; // refused by the browser's settings
    }
    const settings = this.#storedSettings();
    this.#settings = settings;
    if (settings.keep === "off") this.#state = "off";
    else if (!this.#storage) this.#state = "blocked";
    else if (!this.#put(this.#settingsKey, JSON.stringify(settings))) this.#state = "full";
    this.#settingsKept = this.#state === "on" || this.#state === "off";
  }

  /** @returns {Settings} */
  #storedSettings() {
    return parsed(this.#get(this.#settingsKey));
  }

  /** @param {string} key */
  #get(key) {
    try {
      return this.#storage?.getItem(key) ?? null;
    } catch {
      return null;
    }
  }

  /**
   * @param {string} key
   * @param {string} value
   * @returns {boolean} whether it is kept
   */
  #put(key, value) {
    try {
      this.#storage?.setItem(key, value);
      return this.#storage !== undefined;
    } catch {
      return false;
    }
  }

  /** @param {string} key */
  #remove(key) {
    try {
      this.#storage?.removeItem(key);
    } catch {
      this.#state = "blocked";
    }
  }

  /**
   * @param {string | null} text
   * @returns {Response | null}
   */
  #parse(text) {
    const data = parsed(text);
    return this.#isResponse(data) ? data : null;
  }
}

/** Ask the browser not to clear this site's storage when room is short; it may decline. */
export function askToStay() {
  navigator.storage?.persist?.().catch(() => false);
}

/**
 * @param {string | null} text what the storage holds; anyone may have changed it
 * @returns {object}
 */
function parsed(text) {
  try {
    const data = JSON.parse(text ?? "{}");
    return typeof data === "object" && data !== null ? data : {};
  } catch {
    return {};
  }
}
