import assert from "node:assert/strict";
import { test } from "node:test";

import { FileQueue } from "../../browser/workshop/gather/file_queue.js";

/** A queue whose files are read when the test says so, and what it did. */
function queue() {
  const read = /** @type {string[]} */ ([]);
  const told = /** @type {string[]} */ ([]);
  const state = { held: false, fails: "" };
  const files = new FileQueue({
    read: async ({ name }) => {
      read.push(name);
      if (name === state.fails) throw new Error("a fault of ours");
      if (name === "table.csv") state.held = true;
    },
    isHeld: () => state.held,
    onBegin: () => told.push("begin"),
    onDone: () => told.push("done"),
  });
  return { files, read, told, state };
}

const named = (/** @type {string[]} */ ...names) => names.map((name) => new File([""], name));
const settled = () => new Promise((resolve) => setImmediate(resolve));

test("files that come together are read in order and told once", async () => {
  const { files, read, told } = queue();
  files.add(named("a.json", "b.json"));
  files.add(named("c.json"));
  await settled();
  assert.deepEqual(read, ["a.json", "b.json", "c.json"]);
  assert.deepEqual(told, ["begin", "done"]);
});

test("files wait while a person confirms a table, and are read once it is added", async () => {
  const { files, read, told, state } = queue();
  files.add(named("table.csv", "a.json"));
  await settled();
  files.add(named("b.json"));
  assert.deepEqual([read, files.isBusy], [["table.csv"], true]);
  state.held = false;
  files.goOn();
  files.goOn();
  await settled();
  assert.deepEqual(read, ["table.csv", "a.json", "b.json"]);
  assert.deepEqual(told, ["begin", "done"]);
});

test("after a fault the next files are read", async () => {
  const { files, read, state } = queue();
  state.fails = "a.json";
  state.held = true;
  files.add(named("a.json"));
  state.held = false;
  await assert.rejects(files.goOn(), /a fault of ours/);
  files.add(named("b.json"));
  await settled();
  assert.deepEqual(read, ["a.json", "b.json"]);
});
