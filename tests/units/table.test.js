import assert from "node:assert/strict";
import { test } from "node:test";

import { Keeping } from "../../browser/common/keeping.js";
import {
  canBeChosen,
  columnsAsChosen,
  isToCheck,
  optionOf,
  optionsOfWay,
  readAs,
} from "../../browser/workshop/gather/table/reading.js";
import { isByShape, RememberedTables } from "../../browser/workshop/gather/table/remembered.js";
import { MemoryStorage, provideStorage } from "./memory_storage.js";

/** @typedef {import("../../browser/contract.js").Column} Column */

/** @param {Partial<Column>} [changes] @returns {Column} */
const column = (changes) => ({
  number: 1,
  letter: "A",
  heading: "Q1",
  role: "ignore",
  enabler: null,
  statement: null,
  sure: true,
  samples: [],
  ...changes,
});

test("a personal column is nobody's to choose, nor one that says nothing", () => {
  assert.ok(!canBeChosen(column({ role: "personal" })));
  assert.ok(!canBeChosen(column({ heading: "" })));
  assert.ok(canBeChosen(column({ heading: "", samples: ["4"] })));
});

test("a column is looked at where it holds answers, may hold them, or is damaged", () => {
  assert.ok(!isToCheck(column()));
  for (const changes of /** @type {Partial<Column>[]} */ ([
    { role: "mark" },
    { sure: false },
    { samples: ["4"] },
    { remark: "damaged" },
  ])) {
    assert.ok(isToCheck(column(changes)));
  }
});

test("what was chosen for a column goes before what was proposed, and the others stay", () => {
  const columns = [column(), column({ number: 2, role: "mark", enabler: "trust" })];
  const chosen = columnsAsChosen(columns, new Map([[1, "statement/trust/trust.2"]]));
  assert.deepEqual(chosen[0], { ...columns[0], role: "statement", enabler: "trust", statement: "trust.2" });
  assert.equal(chosen[1], columns[1]);
});

test("a value is read as the option says, and one that nobody has decided about is not sent", () => {
  assert.equal(optionOf(null), "");
  const options = new Map([
    ["Neutral", optionOf({ mark: 3 })],
    ["N/A", optionOf({ state: "does-not-apply" })],
    ["maybe", optionOf(null)],
    ["-", optionOf({ state: "unanswered" })],
  ]);
  assert.deepEqual(readAs(options), {
    Neutral: { mark: 3 },
    "N/A": { state: "does-not-apply" },
    "-": { state: "unanswered" },
  });
});

test("a way to read another scale's numbers names the option of each", () => {
  /** @type {import("../../browser/contract.js").OtherScale} */
  const scale = {
    found: [0, 1],
    proposal: null,
    choices: [{ way: "shift", read_as: { 0: { mark: 1 }, 1: { mark: 2 } } }],
  };
  assert.deepEqual(Object.fromEntries(optionsOfWay(scale, "shift")), { 0: "1", 1: "2" });
  assert.equal(optionsOfWay(scale, "reverse").size, 0);
});

test("the shapes used last are remembered, without cells, as long as the workshop is kept", () => {
  const stored = new MemoryStorage();
  provideStorage(stored);
  let isKept = true;
  const open = () => new RememberedTables(new Keeping("page:tables", isByShape), () => isKept);
  const tables = open();
  /** @type {import("../../browser/contract.js").ColumnMapping} */
  const mapping = { layout: "people", header_row: 1, columns: [column({ samples: ["4"] })] };
  for (let shape = 0; shape < 20; shape++) tables.remember(`shape ${shape}`, { mapping, read_as: {} });
  assert.deepEqual(
    Object.keys(open().all),
    Array.from({ length: 12 }, (_, index) => `shape ${index + 8}`),
  );
  assert.deepEqual(open().all["shape 19"]?.mapping.columns[0]?.samples, []);
  isKept = false;
  tables.remember("another", { mapping, read_as: {} });
  assert.ok(tables.all.another);
  assert.ok(!open().all.another);
  tables.forget();
  assert.deepEqual([tables.all, open().all], [{}, {}]);
  assert.equal(stored.getItem("page:tables:answers"), null);
});
