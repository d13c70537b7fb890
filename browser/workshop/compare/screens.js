/**
 * The screens that are presented, one after another, and how long each enabler was on them.
 */

import { rowsToTalkAbout } from "./comparison.js";

/**
 * @typedef {import("../../contract.js").Comparison} Comparison
 * @typedef {import("../../contract.js").ComparisonRow} Row
 *
 * @typedef {"whole" | "marks" | "texts" | "notes"} Kind the whole picture, or of an enabler: its
 *   marks, its statements and questions, what people noted
 * @typedef {{kind: Kind, row?: Row, number: number}} Screen the enabler's number in the order
 */

/**
 * @param {Comparison} comparison
 * @returns {Screen[]} in the order in which to talk
 */
export function screensOf(comparison) {
  const each = rowsToTalkAbout(comparison).flatMap((row, index) => {
    const kinds = /** @type {Kind[]} */ (["marks", "texts", ...(row.notes?.length ? ["notes"] : [])]);
    return kinds.map((kind) => ({ kind, row, number: index + 1 }));
  });
  return [{ kind: "whole", number: 0 }, ...each];
}

/**
 * @param {Screen} screen
 * @returns {string} what it is remembered by, also where the order has changed since
 */
export function nameOf({ kind, row }) {
  return row ? `${row.enabler}/${kind}` : kind;
}

/** How long each enabler has been on the screen, all visits together. */
export class Clock {
  /** @type {Map<string, number>} */
  #spent = new Map();
  /** @type {{name: string, since: number} | undefined} */
  #running;

  /**
   * @param {string} name what is on the screen from now on; empty for nothing
   * @param {number} now in milliseconds
   */
  turnTo(name, now) {
    if (this.#running) this.#spent.set(this.#running.name, this.milliseconds(this.#running.name, now));
    this.#running = name ? { name, since: now } : undefined;
  }

  /**
   * @param {string} name
   * @param {number} now
   * @returns {number} how long it was on the screen
   */
  milliseconds(name, now) {
    const before = this.#spent.get(name) ?? 0;
    return this.#running?.name === name ? before + now - this.#running.since : before;
  }
}
