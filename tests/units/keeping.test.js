import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

import { Keeping, keptAs } from "../../browser/common/keeping.js";
import { MemoryStorage, provideStorage } from "./memory_storage.js";

/** @typedef {{marks: number[]}} Data */

const KEY = "site:page";
const DATA = `${KEY}:answers`;
const UNREAD = `${DATA}:unread`;

/**
 * @param {unknown} data
 * @returns {data is Data}
 */
const isOurs = (data) => typeof data === "object" && data !== null && "marks" in data;

/** A tab that opens the page. */
const tab = () => new Keeping(KEY, isOurs);

let storage = new MemoryStorage();

beforeEach(() => {
  storage = new MemoryStorage();
  provideStorage(storage);
});

test("what one visit keeps, the next one reads", () => {
  tab().write({ marks: [1, 2] });
  const next = tab();
  assert.equal(next.state, "on");
  assert.deepEqual(next.read(), { marks: [1, 2] });
  next.forget();
  assert.equal(tab().read(), null);
});

test("two pages of one site keep apart", () => {
  tab().write({ marks: [1] });
  assert.equal(new Keeping("site:other", isOurs).read(), null);
});

test("what an earlier version kept under another name is taken over, and deleted with the rest", () => {
  storage.setItem("page:answers", JSON.stringify({ marks: [4] }));
  storage.setItem("page:settings", JSON.stringify({ mode: "all" }));
  const first = new Keeping(KEY, isOurs, "page");
  assert.deepEqual([first.read(), first.settings.mode], [{ marks: [4] }, "all"]);
  assert.equal(storage.getItem("page:answers"), null);
  storage.setItem("page:answers", JSON.stringify({ marks: [5] }));
  const next = new Keeping(KEY, isOurs, "page");
  assert.deepEqual(next.read(), { marks: [4] }, "what is here stays");
  next.forget();
  assert.equal(storage.getItem("page:answers"), null);
});

test("each copy of the site has names of its own for what it keeps", () => {
  assert.match(keptAs("m2m", "person"), /^mainstream:\/.*\/:m2m:person$/);
});

test("a setting is remembered, also beside one that another tab has changed since", () => {
  const [first, second] = [tab(), tab()];
  first.set({ mode: "all" });
  second.set({ keep: "on" });
  assert.deepEqual(second.settings, { mode: "all", keep: "on" });
  assert.deepEqual(tab().settings, { mode: "all", keep: "on" });
});

test("settings that anyone has spoilt are as if there were none", () => {
  for (const text of ["{", "null", '"text"', "7"]) {
    storage.setItem(`${KEY}:settings`, text);
    assert.deepEqual(tab().settings, {});
  }
});

test("switched off, everything kept goes and nothing more is kept, also at the next visit", () => {
  const first = tab();
  first.write({ marks: [1] });
  first.switchOff();
  first.write({ marks: [2] });
  assert.equal(storage.getItem(DATA), null);
  const next = tab();
  assert.equal(next.state, "off");
  next.switchOn();
  next.write({ marks: [3] });
  assert.deepEqual(tab().read(), { marks: [3] });
});

test("where the browser refuses storage the page goes on and says so", () => {
  provideStorage(undefined);
  const refused = tab();
  assert.equal(refused.state, "blocked");
  refused.write({ marks: [1] });
  refused.set({ mode: "all" });
  refused.switchOff();
  refused.switchOn();
  assert.equal(refused.read(), null);
  assert.equal(refused.unread(), "");
  assert.equal(refused.state, "blocked");
  assert.deepEqual(refused.settings, { mode: "all" });
});

test("where there is no room it says so, and keeps again when there is", () => {
  const opened = tab();
  storage.room = 20;
  opened.write({ marks: [1, 2, 3, 4, 5, 6, 7, 8, 9] });
  assert.equal(opened.state, "full");
  assert.equal(opened.readNew(), undefined);
  opened.write({ marks: [1] });
  assert.equal(opened.state, "on");
  assert.deepEqual(opened.read(), { marks: [1] });
});

test("a storage that is full from the start is told at once", () => {
  storage.room = 1;
  assert.equal(tab().state, "full");
});

test("what another tab has kept is new once", () => {
  const [first, second] = [tab(), tab()];
  first.write({ marks: [1] });
  assert.deepEqual(second.readNew(), { marks: [1] });
  assert.equal(second.readNew(), undefined);
  assert.equal(first.readNew(), undefined, "its own is not new to it");
});

test("that another tab has deleted is told apart from nothing new", () => {
  const first = tab();
  first.write({ marks: [1] });
  const second = tab();
  second.read();
  first.forget();
  assert.equal(second.readNew(), null);
  assert.equal(second.readNew(), undefined);
});

test("another tab that switches keeping off leaves this one what it has", () => {
  const [first, second] = [tab(), tab()];
  second.write({ marks: [1] });
  first.switchOff();
  assert.equal(second.readNew(), undefined);
  assert.equal(second.state, "off");
});

test("what this page cannot read is put aside, and nothing overwrites it", () => {
  const newer = '{"format_version":99}';
  storage.setItem(DATA, newer);
  const opened = tab();
  assert.equal(opened.read(), null);
  assert.equal(opened.unread(), newer);
  opened.write({ marks: [1] });
  assert.equal(storage.getItem(UNREAD), newer);
  assert.equal(tab().unread(), newer, "also at the next visit");
  assert.deepEqual(tab().read(), { marks: [1] });
  opened.forgetUnread();
  assert.equal(tab().unread(), "");
});

test("the page hears of a change to its own, or to everything, by another tab", () => {
  const events = new EventTarget();
  Object.assign(globalThis, { addEventListener: events.addEventListener.bind(events) });
  let heard = 0;
  tab().onElsewhere(() => heard++);
  for (const key of [DATA, `${KEY}:settings`, "another page's", null]) {
    events.dispatchEvent(Object.assign(new Event("storage"), { key }));
  }
  assert.equal(heard, 2);
});
