/**
 * Links that hold answers, as far as a page must know one: what they say is Python's to read.
 */

/** `#r=` or `#d=`, also where mail has encoded it, once or more than once. */
const HOLDS_ANSWERS = /(?:#|%(?:25)*23)[rd](?:=|%(?:25)*3d)/i;

/**
 * @param {string} address an address, or a part of one
 * @returns {boolean} whether it may hold answers
 */
export function holdsAnswers(address) {
  return HOLDS_ANSWERS.test(address);
}

/**
 * The part of the page's own address that holds answers; that part is cleared from it. What is read
 * at once is still in the page, and what is kept in the address would stay in the browser's history.
 * @returns {string} empty where there are none
 */
export function takeSharedPart() {
  const shared = location.search + location.hash;
  if (!holdsAnswers(shared)) return "";
  const search = holdsAnswers(location.search) ? "" : location.search;
  history.replaceState(history.state, "", location.pathname + search);
  return shared;
}
