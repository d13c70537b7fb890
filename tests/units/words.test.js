import assert from "node:assert/strict";
import { test } from "node:test";

import { Words } from "../../browser/common/words.js";

const DATA = {
  page: {
    hello: "Hello {name}, {name} and {other}",
    unknown_problem: "Something is wrong.",
    nothing_changed: "Nothing has changed.",
  },
  count: {
    people: { one: "one person", other: "{count} people" },
    welsh: { zero: "dim", two: "dau", other: "{count} o bobl" },
    singular: { one: "only one" },
  },
  problem: { "too-short": "Line {line} is too short." },
};
const words = new Words(DATA, "en-GB");

test("gaps are filled by name, each time they stand there; others stay to be seen", () => {
  assert.equal(words.say("page.hello", { name: "Ann" }), "Hello Ann, Ann and {other}");
});

test("a value is text, whatever it looks like", () => {
  assert.equal(words.say("page.hello", { name: "$&", other: 0 }), "Hello $&, $& and 0");
});

test("the count picks the plural that the language has for it", () => {
  assert.equal(words.say("count.people", { count: 1 }), "one person");
  assert.equal(words.say("count.people", { count: 0 }), "0 people");
  const welsh = new Words(DATA, "cy");
  assert.deepEqual(
    [0, 2, 4].map((count) => welsh.say("count.welsh", { count })),
    ["dim", "dau", "4 o bobl"],
  );
});

test("a plural without the form that is needed says nothing rather than something wrong", () => {
  assert.equal(words.say("count.singular", { count: 2 }), "");
});

test("what is not among the words is empty, and is known not to be there", () => {
  for (const path of ["page.gone", "gone.hello", "page", ""]) {
    assert.equal(words.say(path), "");
    assert.equal(words.has(path), false);
  }
  assert.equal(words.has("page.hello"), true);
});

test("a problem is told in its own words, or in those for a problem nobody knows", () => {
  const short = { key: "too-short", values: { line: 3 } };
  assert.equal(words.problem(short), "Line 3 is too short.");
  assert.equal(words.refusal(short), "Line 3 is too short. Nothing has changed.");
  assert.equal(words.problem({ key: "new", values: {} }), "Something is wrong.");
});

test("areas are handed over as one, and are empty where there are none", () => {
  assert.deepEqual(words.areas("problem"), DATA.problem);
  assert.deepEqual(words.areas("page", "problem"), { ...DATA.page, ...DATA.problem });
  assert.deepEqual(words.areas("gone"), {});
});

test("numbers are written as the language does, with two digits after the point", () => {
  assert.equal(words.number(1234.567), "1,234.57");
  assert.equal(new Words(DATA, "de").number(1234.5), "1.234,5");
});

test("a date is said in words, the same day whatever the time zone; other text stays as it is", () => {
  assert.equal(words.date("2026-11-23"), "23 November 2026");
  assert.equal(words.date("soon"), "soon");
  assert.equal(words.date(""), "");
});
