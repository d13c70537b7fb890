import assert from "node:assert/strict";
import { test } from "node:test";

import { Words } from "../../browser/common/words.js";
import { Batch } from "../../browser/workshop/gather/batch.js";
import { decoded, isWorkbook } from "../../browser/workshop/gather/files.js";
import { holding, meaningOf } from "../../browser/workshop/gather/table/reading.js";

/** @typedef {import("../../browser/contract.js").Gathered} Gathered */

const words = new Words(
  {
    session: {
      verdict_added: { one: "Added one.", other: "Added {count}." },
      verdict_problem: { one: "One unreadable.", other: "{count} unreadable." },
      verdict_none: "Nothing to add.",
      verdicts_more: "And {count} more.",
      where_line: "Line {number}, {shown}:",
      said_here: "It is here.",
    },
    problem: { "bad-code": "The code is damaged.", remark: "Some are left out." },
  },
  "en-GB",
);

/** @param {Partial<Gathered>} [gathered] @returns {Pick<Gathered, "verdicts" | "counts" | "notices">} */
const gathered = (gathered) => ({ verdicts: [], counts: {}, notices: [], ...gathered });

/** @param {number} number @param {string} [shown] @returns {Gathered["verdicts"][number]} */
const damaged = (number, shown = "") => ({
  where: "line",
  number,
  shown,
  verdict: "problem",
  problem: { key: "bad-code", values: {} },
});

test("counts of several files add up, in one order", () => {
  const batch = new Batch(words);
  batch.add(gathered({ counts: { problem: 1, added: 2 } }), "one.csv");
  batch.add(gathered({ counts: { added: 3 } }), "two.csv");
  assert.deepEqual(batch.told(), { title: "Added 5. One unreadable.", lines: [] });
});

test("a line names its file, its place and what is wrong with it", () => {
  const batch = new Batch(words);
  const here = /** @type {const} */ ({ where: "line", number: 2, shown: "ABCD", verdict: "here" });
  batch.add(gathered({ verdicts: [here], notices: [{ key: "remark", values: {} }] }), "one.csv");
  batch.add(gathered({ verdicts: [damaged(3)] }), "");
  assert.deepEqual(batch.told().lines, [
    { where: "one.csv · Line 2, ABCD:", said: "It is here." },
    { where: "one.csv", said: "Some are left out." },
    { where: "Line 3:", said: "The code is damaged." },
  ]);
});

test("one refusal alone is the heading; among others it is a line", () => {
  const batch = new Batch(words);
  batch.refuse("It is too large.", "big.xlsx");
  assert.deepEqual(batch.told(), { title: "big.xlsx: It is too large.", lines: [] });
  batch.add(gathered({ counts: { added: 1 } }), "one.csv");
  assert.deepEqual(batch.told(), { title: "Added one.", lines: [{ where: "big.xlsx:", said: "It is too large." }] });
});

test("an empty batch says so", () => {
  assert.deepEqual(new Batch(words).told(), { title: "Nothing to add.", lines: [] });
});

test("a hundred lines are shown and the rest counted", () => {
  const batch = new Batch(words);
  batch.add(gathered({ verdicts: Array.from({ length: 103 }, (_, index) => damaged(index + 1)) }), "");
  const { lines } = batch.told();
  assert.equal(lines.length, 101);
  assert.deepEqual(lines.at(-1), { where: "", said: "And 3 more." });
});

test("undo goes through all changes once, the last first", () => {
  const batch = new Batch(words);
  /** @type {number[]} */
  const undone = [];
  assert.ok(!batch.canUndo);
  for (const number of [1, 2, 3]) batch.canBeUndone(() => undone.push(number));
  assert.ok(batch.canUndo);
  batch.undo();
  batch.undo();
  assert.deepEqual(undone, [3, 2, 1]);
});

test("a column's meaning is read back as it was offered", () => {
  for (const column of /** @type {import("../../browser/workshop/gather/table/reading.js").Holding[]} */ ([
    { role: "mark", enabler: "trust", statement: null },
    { role: "statement", enabler: "trust", statement: "trust.2" },
    { role: "group", enabler: null, statement: null },
  ])) {
    assert.deepEqual(holding(meaningOf(column)), column);
  }
  assert.equal(holding(undefined).role, "ignore");
});

test("files are read as UTF-8, or as older spreadsheets write them", () => {
  const text = "Größe €";
  assert.equal(decoded(new TextEncoder().encode(text)), text);
  assert.equal(decoded(Uint8Array.of(0xff, 0xfe, 0x41, 0)), "A");
  assert.equal(decoded(Uint8Array.of(0xfe, 0xff, 0, 0x41)), "A");
  assert.equal(decoded(Uint8Array.of(0x47, 0xf6)), "Gö");
  assert.equal(decoded(Uint8Array.of()), "");
});

test("workbooks are known by their names", () => {
  for (const name of ["a.xlsx", "b.XLS", "c.ods", "d.xlsm", "e.xlsb"]) assert.ok(isWorkbook({ name }), name);
  for (const name of ["a.csv", "xlsx", "a.xlsx.txt", ""]) assert.ok(!isWorkbook({ name }), name);
});

test("what a person has not decided yet is told again with what comes next", () => {
  const first = new Batch(words);
  const person = { format: "mainstream.response", format_version: 1, answers: {} };
  const offer = /** @type {any} */ ({ number: 1, here: person, came: person, choices: ["replace", "both"] });
  first.add(gathered({ counts: { update: 1, added: 2 }, verdicts: [{ ...damaged(2), verdict: "update", offer }] }), "");
  const next = new Batch(words, first.undecided);
  assert.deepEqual(next.offers, [offer]);
  next.settle([offer]);
  assert.deepEqual(next.undecided, []);
});
