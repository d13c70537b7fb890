/**
 * How tables were read, by their shape, for the next file of the same shape. It is kept with the
 * workshop, and goes with it.
 */

/**
 * @typedef {import("../../../contract.js").Remembered} Remembered
 * @typedef {Record<string, Remembered>} ByShape
 */

/** The shapes that are remembered: those used last. */
const MOST = 12;

export class RememberedTables {
  #keeping;
  #isKept;
  /** @type {ByShape} */
  #tables;

  /**
   * @param {import("../../../common/keeping.js").Keeping<ByShape>} keeping
   * @param {() => boolean} isKept whether the browser keeps the workshop
   */
  constructor(keeping, isKept) {
    this.#keeping = keeping;
    this.#isKept = isKept;
    this.#tables = keeping.read() ?? {};
  }

  /** @returns {ByShape} */
  get all() {
    return this.#tables;
  }

  /**
   * @param {string} shape
   * @param {Remembered} remembered
   */
  remember(shape, { mapping, read_as }) {
    // Cells are not part of how a table is read.
    const columns = mapping.columns.map((column) => ({ ...column, samples: [] }));
    const { [shape]: _, ...others } = this.#tables;
    const newest = Object.entries({ ...others, [shape]: { mapping: { ...mapping, columns }, read_as } });
    this.#tables = Object.fromEntries(newest.slice(-MOST));
    if (this.#isKept()) this.#keeping.write(this.#tables);
  }

  forget() {
    this.#tables = {};
    this.#keeping.forget();
  }
}

/**
 * @param {unknown} data
 * @returns {data is ByShape}
 */
export function isByShape(data) {
  return Object.values(/** @type {Record<string, Partial<Remembered>>} */ (data)).every(
    (each) => Array.isArray(each?.mapping?.columns) && typeof each.read_as === "object",
  );
}
