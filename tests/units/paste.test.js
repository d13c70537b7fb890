import assert from "node:assert/strict";
import { test } from "node:test";

import { beginnings, unread } from "../../browser/workshop/gather/paste.js";

/** @typedef {import("../../browser/contract.js").Verdict} Verdict */

const problem = { key: "code-check", values: {} };

/** @param {number} number @param {number} [last_line] @returns {Verdict} */
const damaged = (number, last_line = number) => ({
  where: "line",
  number,
  last_line,
  shown: "",
  verdict: "problem",
  problem,
});

test("only the lines that could not be read stay, and their reasons know their new numbers", () => {
  const left = unread("good\nbad one\nhello\nbad two\n", [
    damaged(2),
    { where: "line", number: 1, shown: "", verdict: "here" },
    damaged(4),
  ]);
  assert.equal(left.text, "bad one\nbad two\n");
  assert.deepEqual(
    left.verdicts.map(({ number }) => number),
    [1, 2],
  );
});

test("a link that was broken over lines stays whole, and two reasons of one line are both told", () => {
  const left = unread("first\nhttps://there/#d=ab\r\ncd\u2028last", [damaged(2, 3), damaged(2), damaged(4)]);
  assert.equal(left.text, "https://there/#d=ab\ncd\nlast\n");
  assert.deepEqual(
    left.verdicts.map(({ number }) => number),
    [1, 1, 3],
  );
});

test("where all was read nothing stays", () => {
  assert.deepEqual(unread("good\nhello\n", []), { text: "", verdicts: [] });
});

test("of a line without a code the beginning is shown", () => {
  const [short, long] = beginnings(` hello \n${"x".repeat(500)}`, [1, 2]);
  assert.equal(short, "hello");
  assert.equal(long?.length, 120);
});
