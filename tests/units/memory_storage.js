/**
 * A browser's storage for tests outside a browser: kept in memory, refused or full when told so.
 */

export class MemoryStorage {
  /** @type {Map<string, string>} */
  #items = new Map();
  /** How many characters of values there is room for. */
  room = Infinity;

  /** @param {string} key */
  getItem(key) {
    return this.#items.get(key) ?? null;
  }

  /**
   * @param {string} key
   * @param {string} value
   */
  setItem(key, value) {
    const others = [...this.#items].filter(([name]) => name !== key);
    const taken = others.reduce((sum, [, text]) => sum + text.length, 0);
    if (taken + value.length > this.room) throw new DOMException("full", "QuotaExceededError");
    this.#items.set(key, value);
  }

  /** @param {string} key */
  removeItem(key) {
    this.#items.delete(key);
  }
}

/**
 * Make it the storage that the modules find.
 * @param {MemoryStorage | undefined} storage undefined: the browser refuses any
 */
export function provideStorage(storage) {
  Object.defineProperty(globalThis, "localStorage", {
    configurable: true,
    get() {
      if (storage) return storage;
      throw new DOMException("refused", "SecurityError");
    },
  });
}
