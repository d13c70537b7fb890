import assert from "node:assert/strict";
import { test } from "node:test";

import { mailTo } from "../../browser/assess/result/send.js";

test("a mail names its address, and its body keeps the lines", () => {
  const mail = new URL(mailTo("a+b@council.example", "My answers", "https://there/#r=X\nX"));
  assert.equal(mail.protocol, "mailto:");
  assert.equal(decodeURIComponent(mail.pathname), "a+b@council.example");
  assert.equal(mail.searchParams.get("subject"), "My answers");
  assert.equal(mail.searchParams.get("body"), "https://there/#r=X\r\nX");
});

test("an address cannot add a second one, nor a heading", () => {
  const mail = new URL(mailTo("a@b?cc=c@d", "x", "y"));
  assert.deepEqual([...mail.searchParams.keys()], ["subject", "body"]);
});
