/**
 * Files that were chosen or dropped, read one after another.
 */

export class FileQueue {
  /** Files that wait for their turn, or until a table's mapping is confirmed. @type {File[]} */
  #waiting = [];
  #isReading = false;
  #needs;

  /**
   * @param {object} needs
   * @param {(file: File) => Promise<void>} needs.read
   * @param {() => boolean} needs.isHeld whether a person has to confirm something first
   * @param {() => void} needs.onBegin files have come, and none was being read
   * @param {() => void} needs.onDone all have been read
   */
  constructor(needs) {
    this.#needs = needs;
  }

  /** Whether files are being read, or wait for what a person has to confirm. */
  get isBusy() {
    return this.#isReading || this.#needs.isHeld();
  }

  /** @param {File[]} files */
  add(files) {
    this.#waiting.push(...files);
    if (this.isBusy) return;
    this.#needs.onBegin();
    this.goOn();
  }

  /** Read the files that wait, up to one whose columns a person has to confirm. */
  async goOn() {
    if (this.#isReading) return;
    this.#isReading = true;
    try {
      for (let file = this.#waiting.shift(); file; file = this.#waiting.shift()) {
        await this.#needs.read(file);
        if (this.#needs.isHeld()) break;
      }
    } finally {
      this.#isReading = false; // also after a fault of ours, so that the next file is read
    }
    if (!this.#needs.isHeld()) this.#needs.onDone();
  }
}
