/** EX23: the words of the dry-run report name every figure that a person has to know, and the inbox its files in order. */
import { expect, test } from "vitest";
import type { InboxItem, IntakeCounts } from "#shared/exchange/report.ts";
import { words } from "#shared/translations/index.ts";
import { groupInbox, isTakeable, reportKeys, reportLines } from "./report-lines.ts";

const none: IntakeCounts = {
  new: 0,
  alreadyHere: 0,
  parallel: 0,
  conflicts: 0,
  proposals: 0,
  quarantined: 0,
  missingAttachments: 0,
  recordsNew: 0,
  recordsChanged: 0,
  recordsLeft: 0,
};

test("EX23: every figure of the report but the sum of changes has a line of its own", () => {
  const all = Object.keys(none).filter((key) => key !== "new");
  expect([...reportKeys].toSorted()).toEqual(all.toSorted());
  for (const key of reportKeys) expect(words["zh-CN"].exchange.report[key]).toContain("{{count}}");
});

test("EX23: what a person has to decide is said first, and nothing is said of what does not happen", () => {
  const lines = reportLines({ ...none, new: 9, alreadyHere: 2, recordsNew: 3, conflicts: 1, missingAttachments: 1 });
  expect(lines.map(({ key, count, tone }) => [key, count, tone])).toEqual([
    ["conflicts", 1, "ask"],
    ["recordsNew", 3, "plain"],
    ["missingAttachments", 1, "care"],
    ["alreadyHere", 2, "plain"],
  ]);
  expect(reportLines(none)).toEqual([]);
});

const item = (id: number, more: Partial<InboxItem>): InboxItem => ({
  id,
  name: `${id}.ldx`,
  size: 1,
  path: null,
  at: "2026-11-22T00:00:00Z",
  takenAt: null,
  state: "waiting",
  kind: "bundle",
  from: "370303",
  fromName: "",
  range: null,
  report: null,
  error: null,
  ...more,
});

test("EX13: parts of one stream wait in the order in which they can be taken in", () => {
  const items = [
    item(1, { range: { from: 21, to: 30 } }),
    item(2, { range: { from: 1, to: 20 } }),
    item(3, { state: "refused" }),
    item(4, { state: "taken", takenAt: "2026-11-21T00:00:00Z" }),
    item(5, { state: "taken", takenAt: "2026-11-22T00:00:00Z" }),
    item(6, { state: "dropped" }),
  ];
  const { waiting, refused, past } = groupInbox(items);
  expect([waiting, refused, past].map((group) => group.map(({ id }) => id))).toEqual([[2, 1], [3], [5, 4]]);
});

test("only a waiting bundle is taken in here; a card leads to enrolling", () => {
  expect([item(1, {}), item(2, { kind: "card" }), item(3, { state: "taken" })].map(isTakeable)).toEqual([
    true,
    false,
    false,
  ]);
});
