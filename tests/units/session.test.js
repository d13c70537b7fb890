import assert from "node:assert/strict";
import { test } from "node:test";

import { Keeping } from "../../browser/common/keeping.js";
import { newSheet, Sheets } from "../../browser/kept/sheets.js";
import { countPeople, isOwnWorkshop, isUntouched, newWorkshop, Session } from "../../browser/workshop/session.js";
import { MemoryStorage, provideStorage } from "./memory_storage.js";

/**
 * @typedef {import("../../browser/contract.js").Person} Person
 * @typedef {import("../../browser/contract.js").Workshop} Workshop
 */

// Most of what is tested here needs no storage: not even asking for it is allowed then.
provideStorage(undefined);

/** @type {import("../../browser/contract.js").Framework} */
const framework = {
  id: "frame",
  version: "1",
  title: "A framework",
  scale: { points: 5, labels: ["one", "two", "three", "four", "five"] },
  points_of_view: [],
  levels: [],
  enablers: [],
  retired: {},
  small_groups: { least: 3, freely: 5, split_out: 5 },
};

/** @param {number} mark @returns {Person} */
const person = (mark) => ({ point_of_view: null, date: null, answers: { trust: { mark } } });

const [ann, ben, cleo, dan] = [person(1), person(2), person(3), person(4)];

/** @param {Partial<Workshop>} [changes] */
function begun(changes = {}) {
  const sheets = new Sheets({ file: { framework } });
  const keeping = new Keeping("page", /** @returns {data is Workshop} */ (data) => isOwnWorkshop(data, framework));
  const session = new Session(framework, keeping, sheets);
  session.change(changes);
  return { session, sheets };
}

test("a session begins with nothing planned, and says when that is over", () => {
  const { session } = begun();
  assert.ok(isUntouched(session.workshop));
  session.change({ title: "Pilot" });
  assert.ok(!isUntouched(session.workshop));
  assert.ok(isOwnWorkshop(session.workshop, framework));
  assert.notEqual(newWorkshop(framework).id, newWorkshop(framework).id);
});

test("everyone hears of a change, with its cause", () => {
  const { session } = begun();
  /** @type {string[]} */
  const heard = [];
  session.onChange(({ title }, cause) => heard.push(`${cause}: ${title}`));
  session.change({ title: "Pilot" }, "plan");
  session.put({ ...session.workshop, title: "Our pilot" });
  assert.deepEqual(heard, ["plan: Pilot", ": Our pilot"]);
});

test("a change that took a while leaves alone what was entered meanwhile", () => {
  const { session } = begun({ people: [ann] });
  const before = session.workshop;
  session.change({ title: "Entered meanwhile" });
  session.apply(before, { ...before, people: [ann, ben] });
  assert.equal(session.workshop.title, "Entered meanwhile");
  assert.deepEqual(session.workshop.people, [ann, ben]);
});

test("who agreed to be shown did so for the people who were here then", () => {
  const { session } = begun({ people: [ann], consent: true });
  const before = session.workshop;
  session.apply(before, { ...before, title: "Pilot" });
  assert.ok(session.workshop.consent, "nobody came or went");
  const undo = session.apply(before, { ...before, people: [ann, ben] });
  assert.ok(!session.workshop.consent);
  undo();
  assert.ok(!session.workshop.consent, "nor does a way back agree for them");
});

test("what another tab added or removed while a file was read stays as it did", () => {
  const { session } = begun({ people: [ann, ben] });
  const before = session.workshop;
  session.change({ people: [ben, cleo], votes: { trust: 2 } });
  const undo = session.apply(before, { ...before, people: [ann, ben, dan], groups: ["Front line"] });
  assert.deepEqual(session.workshop.people, [ben, cleo, dan]);
  assert.deepEqual(session.workshop.votes, { trust: 2 });
  assert.deepEqual(session.workshop.groups, ["Front line"]);
  undo();
  assert.deepEqual(session.workshop.people, [ben, cleo]);
  assert.deepEqual(session.workshop.groups, []);
});

test("two tabs that add at the same moment lose nobody, and the same person is one", () => {
  const storage = new MemoryStorage();
  provideStorage(storage);
  const [one, other] = [begun().session, begun().session];
  one.change({ people: [ann] });
  other.change({ people: [...other.workshop.people, ann, ben], title: "Pilot" }); // before it heard of the first
  assert.deepEqual(other.workshop.people, [ann, ben]);
  one.change({ date: "2026-11-30" });
  assert.deepEqual(one.workshop.people, [ann, ben]);
  assert.equal(one.workshop.title, "Pilot");
  provideStorage(undefined);
});

test("going back from what another tab brought leaves what was entered since", () => {
  const storage = new MemoryStorage();
  provideStorage(storage);
  const [one, other] = [begun({ people: [ann] }).session, begun().session];
  other.change({ people: [ann, ben] });
  const goBack = one.takeFromElsewhere();
  one.change({ people: [ann, ben, cleo], title: "Entered since" });
  goBack?.();
  assert.deepEqual(one.workshop.people, [ann, cleo]);
  assert.equal(one.workshop.title, "Entered since");
  provideStorage(undefined);
});

test("undoing what came from one file leaves what came from the next", () => {
  const { session } = begun({ people: [ann] });
  const undo = session.apply(session.workshop, { ...session.workshop, people: [ann, ben] });
  session.apply(session.workshop, { ...session.workshop, people: [ann, ben, cleo], title: "Pilot" });
  undo();
  assert.deepEqual(session.workshop.people, [ann, cleo]);
  assert.equal(session.workshop.title, "Pilot");
});

test("undoing a removed priority keeps what was written in another since", () => {
  const [first, second] = [
    { enabler: "trust", shifts: [] },
    { enabler: "skills", shifts: [] },
  ];
  const { session } = begun({ priorities: [first, second] });
  const undo = session.apply(session.workshop, { ...session.workshop, priorities: [second] });
  const written = { enabler: "skills", shifts: [{ from: "one person" }] };
  session.change({ priorities: [written] });
  undo();
  assert.deepEqual(session.workshop.priorities, [written, first]);
});

test("sheets of tools come with a file, and go with its undo unless they were changed", () => {
  const { session, sheets } = begun();
  const [one, other] = [newSheet("ladder"), newSheet("log")];
  const undo = session.apply(session.workshop, { ...session.workshop, title: "Pilot", tool_records: [one, other] });
  assert.deepEqual(session.whole.tool_records, [one, other]);
  const mended = { ...other, title: "Mended" };
  sheets.put(mended);
  undo();
  assert.deepEqual(sheets.all, [mended]);
  assert.equal(session.workshop.title, "");
});

test("a deleted workshop comes back whole", () => {
  const { session } = begun({ title: "Pilot", people: [ann], consent: true, votes: { trust: 2 } });
  const before = session.workshop;
  const putBack = session.clear();
  assert.ok(isUntouched(session.workshop));
  putBack();
  assert.deepEqual(session.workshop, before);
});

test("people who raised hands count like those who answered by themselves", () => {
  const counted = { id: "hands", title: "", date: "", group: "", people: 7, counts: {} };
  assert.equal(countPeople({ ...newWorkshop(framework), people: [ann, ben], counted: [counted] }), 9);
});

test("what another version or another framework wrote is not the page's own", () => {
  const own = newWorkshop(framework);
  assert.ok(isOwnWorkshop(own, framework));
  for (const other of [
    null,
    [],
    "text",
    { ...own, format_version: 2 },
    { ...own, framework: { id: "other" } },
    { ...own, people: {} },
    { ...own, votes: null },
  ]) {
    assert.ok(!isOwnWorkshop(other, framework));
  }
});
