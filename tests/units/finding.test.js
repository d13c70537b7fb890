import assert from "node:assert/strict";
import { test } from "node:test";

import { notesOf, peopleLike, peopleWith } from "../../browser/workshop/gather/finding.js";

/** @typedef {import("../../browser/contract.js").Person} Person */

/** @type {Person[]} */
const people = [
  { point_of_view: "service", date: null, group: "Front line", tag: 1, answers: { trust: { mark: 2 } } },
  {
    point_of_view: null,
    date: null,
    tag: 2,
    answers: { trust: { mark: 2, note: "Ein Café hilft" }, risk: { state: "not-sure" } },
  },
];

const places = (/** @type {{index: number}[]} */ found) => found.map(({ index }) => index);
const textOf = (/** @type {Person} */ person) => [person.group, ...notesOf(person)].join(" ");

test("people are found by every word, without case and accents", () => {
  assert.deepEqual(places(peopleWith(people, "front", textOf)), [0]);
  assert.deepEqual(places(peopleWith(people, "hilft CAFE", textOf)), [1]);
  assert.deepEqual(places(peopleWith(people, "front cafe", textOf)), []);
  assert.deepEqual(places(peopleWith(people, " ", textOf)), [0, 1]);
});

test("a code finds who gave those answers, whatever else is known of them", () => {
  const code = {
    point_of_view: null,
    date: null,
    tag: 2,
    answers: { risk: { state: "not-sure" }, trust: { mark: 2 } },
  };
  assert.deepEqual(places(peopleLike(people, /** @type {Person} */ (code))), [1]);
  assert.deepEqual(places(peopleLike(people, /** @type {Person} */ ({ ...code, tag: 3 }))), []);
});
