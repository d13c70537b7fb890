import assert from "node:assert/strict";
import { test } from "node:test";

import { readInvitation, writeInvitation } from "../../browser/common/invitation.js";

const WHOLE = {
  title: "What would help & last? 50% = ½ #1",
  date: "2026-11-30",
  purpose: "Ynys Môn + “東京”",
  point_of_view: "service",
  groups: ["Front line", "Managers & co."],
  reply_to: "facilitator+pilot@council.example",
};
const EMPTY = { title: "", date: "", purpose: "", point_of_view: "", groups: [], reply_to: "" };

test("what is written is read again, whatever its letters", () => {
  assert.deepEqual(readInvitation(writeInvitation(WHOLE)), WHOLE);
  assert.deepEqual(readInvitation(writeInvitation(EMPTY)), EMPTY);
});

test("the link holds only what was planned, in letters that an address may have", () => {
  assert.equal(writeInvitation(EMPTY), "#invite&");
  assert.equal(writeInvitation({ ...EMPTY, title: "Us" }), "#invite&t=Us");
  assert.match(writeInvitation(WHOLE), /^#invite&[\w.*+%&=-]+$/);
});

test("an address that would be more than one is none", () => {
  for (const address of ["nobody", "a@b?cc=c@d", "a@b,c@d", "<a@b>", "a@b@c", "a b@c"]) {
    assert.equal(readInvitation(`#invite&m=${encodeURIComponent(address)}`)?.reply_to, "");
  }
});

test("another part of an address is no invitation", () => {
  for (const fragment of ["", "#", "#plan", "#invite", "#r=6D8V-64K4-0ES3", "invite&t=Us"]) {
    assert.equal(readInvitation(fragment), null);
  }
});

test("a date that is none is left out", () => {
  for (const date of ["tomorrow", "30.11.2026", "2026-11-30T10:00", "2026-11"]) {
    assert.equal(readInvitation(`#invite&d=${date}`)?.date, "");
  }
});

test("each text is one line without blanks around it, and an empty group is none", () => {
  const read = readInvitation("#invite&t=+One%0A%09two+&g=+&g=A%0D%0Agroup&x=unknown");
  assert.deepEqual(read, { ...EMPTY, title: "One two", groups: ["A group"] });
});
