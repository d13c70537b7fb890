import assert from "node:assert/strict";
import { test } from "node:test";

import { fieldsBack, listBack, recordBack, same } from "../../browser/kept/undo.js";

test("with nothing changed since, a list is as it was before", () => {
  assert.deepEqual(listBack(["a", "c"], ["a", "b", "c"], ["a", "c"]), ["a", "b", "c"]);
  assert.deepEqual(listBack(["b", "a"], ["a", "b"], ["b", "a"]), ["a", "b"], "also its order");
});

test("what a change took comes back behind what was entered since, which stays where it is", () => {
  assert.deepEqual(listBack(["a", "c", "new"], ["a", "b", "c"], ["a", "c"]), ["a", "c", "new", "b"]);
  assert.deepEqual(listBack(["a", "c (mended)"], ["a", "b", "c"], ["a", "c"]), ["a", "c (mended)", "b"]);
});

test("what a change made goes, unless somebody has worked on it since", () => {
  assert.deepEqual(listBack(["a", "made", "new"], ["a"], ["a", "made"]), ["a", "new"]);
  assert.deepEqual(listBack(["a", "made, and mended"], ["a"], ["a", "made"]), ["a", "made, and mended"]);
});

test("of equal items only as many go and come as the change made and took", () => {
  assert.deepEqual(listBack(["a", "a", "b"], ["a"], ["a", "a"]), ["a", "b"]);
  assert.deepEqual(listBack(["a", "b"], ["a", "a"], ["a"]), ["a", "b", "a"]);
});

test("what somebody has put back by hand is not put back twice", () => {
  assert.deepEqual(listBack(["a", "b", "new"], ["a", "b"], ["a"]), ["a", "b", "new"]);
});

test("two changes undone in the other order leave the list as it was", () => {
  const [first, second, third] = [["a"], ["a", "b"], ["a", "b", "c"]];
  const withoutFirst = listBack(third, first, second);
  assert.deepEqual(withoutFirst, ["a", "c"]);
  assert.deepEqual(listBack(withoutFirst, second, third), ["a"]);
});

test("items are told apart by all that they hold", () => {
  const [one, other] = [
    { text: "x", count: "1" },
    { text: "x", count: "2" },
  ];
  assert.deepEqual(listBack([other], [one, other], [other]), [one, other]);
});

test("a record gets back the entries of the change, and keeps those of others", () => {
  const [before, after] = [
    { kept: 1, taken: 2, altered: 3 },
    { kept: 1, altered: 4, made: 5 },
  ];
  assert.deepEqual(recordBack({ ...after, later: 6 }, before, after), { ...before, later: 6 });
  assert.deepEqual(recordBack({ ...after, altered: 9 }, before, after), { ...before, altered: 9 });
});

test("a field that was written in since is left alone", () => {
  const [before, after] = [
    { title: "", date: "2026-11-23" },
    { title: "Pilot", date: "" },
  ];
  assert.deepEqual(fieldsBack(after, before, after), before);
  assert.deepEqual(fieldsBack({ ...after, title: "Our pilot" }, before, after), { ...before, title: "Our pilot" });
});

test("a field that a change brought goes again, and one that it took comes back", () => {
  const [before, after] = [
    { kept: 1, taken: 2 },
    { kept: 1, brought: 3 },
  ];
  assert.deepEqual(fieldsBack(/** @type {Record<string, number>} */ (after), before, after), before);
});

test("the same is what writes the same JSON", () => {
  assert.ok(same({ a: [1] }, { a: [1] }));
  assert.ok(!same({ a: 1, b: 2 }, { b: 2, a: 1 }));
  assert.ok(!same([], undefined));
});
