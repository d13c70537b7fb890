import assert from "node:assert/strict";
import { test } from "node:test";

import { Clock, nameOf, screensOf } from "../../browser/workshop/compare/screens.js";

/** @typedef {import("../../browser/contract.js").Comparison} Comparison */

const rows = [{ enabler: "trust" }, { enabler: "risk", notes: ["A note"] }];
const comparison = /** @type {Comparison} */ (/** @type {unknown} */ ({ rows, talking_order: ["risk", "trust"] }));

test("the whole picture comes first, then each enabler in the order in which to talk", () => {
  assert.deepEqual(screensOf(comparison).map(nameOf), [
    "whole",
    "risk/marks",
    "risk/texts",
    "risk/notes",
    "trust/marks",
    "trust/texts",
  ]);
  assert.deepEqual(
    screensOf(comparison).map(({ number }) => number),
    [0, 1, 1, 1, 2, 2],
  );
});

test("the clock adds up all visits to an enabler, and stops when presenting stops", () => {
  const clock = new Clock();
  clock.turnTo("trust", 0);
  clock.turnTo("risk", 60);
  clock.turnTo("trust", 100);
  assert.equal(clock.milliseconds("trust", 105), 65);
  clock.turnTo("", 110);
  assert.equal(clock.milliseconds("trust", 900), 70);
  assert.equal(clock.milliseconds("risk", 900), 40);
  assert.equal(clock.milliseconds("skills", 900), 0);
});
