/**
 * Days, as files and fields have them.
 */

/** @returns {string} today's date where the person is, such as 2026-11-23 */
export function today() {
  const now = new Date();
  const pad = (/** @type {number} */ number) => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;
}
