import assert from "node:assert/strict";
import { test } from "node:test";

import { Words } from "../../browser/common/words.js";
import { viewsText } from "../../browser/workshop/views.js";

const words = new Words(
  {
    session: {
      view_count: { one: "{title}: {count} person", other: "{title}: {count} people" },
      view_none: "none",
      views_not_planned: "{count} of {total} not for {planned}: {views}",
      views_mixed: "Mixed: {views}",
    },
  },
  "en-GB",
);
const [service, place, open] = [
  { id: "service", title: "Service", people: 7, planned: true },
  { id: "place", title: "Place", people: 1, planned: false },
  { id: "", title: "", people: 2, planned: false },
];

test("who answered for another point of view than planned is said", () => {
  assert.equal(viewsText([service, place, open], words), "3 of 10 not for Service: Place: 1 person; none: 2 people");
});

test("without a plan all points of view are named, and where all answered alike nothing is said", () => {
  assert.equal(viewsText([place, open], words), "Mixed: Place: 1 person; none: 2 people");
  assert.equal(viewsText([], words), "");
});
