/**
 * Ids for what a person begins on this device.
 */

/** @returns {string} an id that nothing else has */
export function newId() {
  return [...crypto.getRandomValues(new Uint32Array(2))].map((number) => number.toString(36)).join("");
}
