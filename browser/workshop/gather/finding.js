/**
 * Finding a person in the list: by group, by the day they answered, by what they noted, by their code.
 */

/**
 * @typedef {import("../../contract.js").Person} Person
 * @typedef {{person: Person, index: number}} Placed a person, with their place in the workshop
 */

/**
 * @param {Person[]} people
 * @param {string} sought words, each of which must be found
 * @param {(person: Person) => string} textOf all that a person can be found by
 * @returns {Placed[]} those who match, in the workshop's order
 */
export function peopleWith(people, sought, textOf) {
  const words = plain(sought).split(/\s+/).filter(Boolean);
  return people.flatMap((person, index) => {
    const text = words.length ? plain(textOf(person)) : "";
    return words.every((word) => text.includes(word)) ? [{ person, index }] : [];
  });
}

/**
 * @param {Person[]} people
 * @param {Person} one as their code or link says
 * @returns {Placed[]} those who gave the same answers; a code holds neither notes nor a group
 */
export function peopleLike(people, one) {
  const sought = said(one);
  return people.flatMap((person, index) => (said(person) === sought ? [{ person, index }] : []));
}

/**
 * @param {Person} person
 * @returns {string[]} what they noted
 */
export function notesOf({ answers }) {
  return Object.values(answers).flatMap(({ note }) => (note ? [note] : []));
}

/** @param {Person} person @returns {string} what a code says of them */
function said({ point_of_view, tag, answers }) {
  const each = Object.entries(answers)
    .map(([id, answer]) => [id, "mark" in answer ? answer.mark : answer.state])
    .filter(([, choice]) => choice !== "unanswered")
    .sort(([one], [other]) => (String(one) < String(other) ? -1 : 1));
  return JSON.stringify([point_of_view, tag ?? null, each]);
}

/** @param {string} text @returns {string} without case and accents */
function plain(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}
