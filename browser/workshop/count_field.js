/**
 * Fields that take a count of people.
 */

/**
 * What a field counts; one that does not hold a count is marked as wrong.
 * @param {HTMLInputElement} field
 * @returns {number | null} null where it holds no count; 0 where it is empty
 */
export function countIn(field) {
  const text = field.value.trim();
  const isCount = /^\d{0,4}$/.test(text);
  field.setAttribute("aria-invalid", String(!isCount));
  return isCount ? Number(text) : null;
}
