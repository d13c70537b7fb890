/**
 * What this browser keeps: what a person has entered, and how they like to work.
 *
 * Storage may be refused, full, cleared by the browser, or written by another tab at any moment;
 * nothing here throws for that.
 */

/**
 * @typedef {"on" | "off" | "blocked" | "full"} State
 *   on: kept at each change; off: the person does not want it; blocked: the browser refuses;
 *   full: there is no room
 *
 * @typedef {object} Settings
 * @property {string} [mode]
 * @property {string} [keep]
 * @property {import("./invitation.js").Invitation} [invitation]
 * @property {string} [presented] the screen on which presenting was left
 * @property {string} [hides] what presenting hides until it is asked for
 */

/** Where this copy of the site is published. All of its pages, in each language, keep there. */
const SITE = new URL("../../../", import.meta.url).pathname;

/**
 * @param {...string} names of what is kept
 * @returns {string} the key for it, of this copy of the site
 */
export function keptAs(...names) {
  return ["mainstream", SITE, ...names].join(":");
}

/** @template T what is kept */
export class Keeping {
  #dataKey;
  #settingsKey;
  #formerKey;
  #isOurs;
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
   * @param {string} key of `keptAs`
   * @param {(data: unknown) => data is T} isOurs
   * @param {string} [formerKey] under which an earlier version of the page kept it
   */
  constructor(key, isOurs, formerKey) {
    this.#dataKey = `${key}:answers`;
    this.#settingsKey = `${key}:settings`;
    this.#formerKey = formerKey;
    this.#isOurs = isOurs;
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

  /** @returns {T | null} what is kept, if this page can read it */
  read() {
    this.#seen = this.#get(this.#dataKey);
    return this.#parse(this.#seen);
  }

  /**
   * What is kept and this page cannot read itself. From now on it stands next to what the page
   * keeps, so that nothing overwrites it.
   * @returns {string} empty where there is nothing such
   */
  unread() {
    const text = this.#get(this.#dataKey) ?? "";
    if (!text || this.#parse(text)) return this.#get(`${this.#dataKey}:unread`) ?? "";
    this.#put(`${this.#dataKey}:unread`, text);
    this.#remove(this.#dataKey);
    return text;
  }

  /** What could not be read has been, and is kept as the page's own. */
  forgetUnread() {
    this.#remove(`${this.#dataKey}:unread`);
  }

  /**
   * What another tab has kept and this one has not seen. Where this tab's own is not kept there is
   * nothing to compare, and nothing of it may be replaced.
   * @returns {T | null | undefined} null: it deleted them; undefined: there is nothing new
   */
  readNew() {
    if (this.#state === "on" && this.#storedSettings().keep === "off") this.#state = "off";
    if (this.#state !== "on") return undefined;
    return this.#get(this.#dataKey) === this.#seen ? undefined : this.read();
  }

  /**
   * Keep it, if the person wants that and the browser allows it.
   * @param {T} data
   */
  write(data) {
    if (this.#state === "off" || this.#state === "blocked") return;
    const text = JSON.stringify(data);
    this.#state = this.#put(this.#dataKey, text) ? "on" : "full";
    if (this.#state === "on") this.#seen = text;
  }

  /** Delete what is kept. The settings stay: they say nothing of what a person entered. */
  forget() {
    this.#remove(this.#dataKey);
    if (this.#formerKey) this.#remove(`${this.#formerKey}:answers`);
    this.#seen = null;
  }

  /** The person wants it kept. */
  switchOn() {
    if (this.#state === "blocked") return;
    this.#state = "on";
    this.set({ keep: "on" });
  }

  /** The person wants nothing kept: what is kept is deleted. */
  switchOff() {
    if (this.#state === "blocked") return;
    this.#state = "off";
    this.set({ keep: "off" }); // first, so that another tab knows why it goes
    this.forget();
  }

  /**
   * Hear when another tab has kept or deleted something, or may have.
   * @param {() => void} listener
   */
  onElsewhere(listener) {
    addEventListener("storage", (event) => {
      // A null key: everything of this site was cleared.
      if (event.key === this.#dataKey || event.key === null) listener();
    });
    // A page that slept in the browser's memory heard nothing of other tabs.
    addEventListener("pageshow", ({ persisted }) => {
      if (persisted) listener();
    });
  }

  #open() {
    try {
      this.#storage = localStorage;
    } catch {
      this.#storage = undefined; // refused by the browser's settings
    }
    for (const part of ["answers", "answers:unread", "settings"]) this.#takeFormer(part);
    const settings = this.#storedSettings();
    this.#settings = settings;
    if (settings.keep === "off") this.#state = "off";
    else if (!this.#storage) this.#state = "blocked";
    else if (!this.#put(this.#settingsKey, JSON.stringify(settings))) this.#state = "full";
    this.#settingsKept = this.#state === "on" || this.#state === "off";
  }

  /** @param {string} part what an earlier version kept; it goes to its new place if that is empty */
  #takeFormer(part) {
    const key = this.#dataKey.replace(/answers$/, part);
    const former = this.#formerKey ? this.#get(`${this.#formerKey}:${part}`) : null;
    if (former === null || this.#get(key) !== null) return;
    if (this.#put(key, former)) this.#remove(`${this.#formerKey}:${part}`);
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
   * @returns {T | null}
   */
  #parse(text) {
    const data = parsed(text);
    return this.#isOurs(data) ? data : null;
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
