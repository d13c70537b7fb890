/**
 * Requests that go one after another: each begins with what the one before it has made.
 */

export class Turns {
  /** @type {Promise<unknown>} */
  #last = Promise.resolve();

  /**
   * @template T
   * @param {() => Promise<T>} ask
   * @returns {Promise<T>} what it gives, once its turn has come
   */
  take(ask) {
    const asked = this.#last.then(ask);
    this.#last = asked.catch(() => {}); // the next has its turn all the same
    return asked;
  }
}
