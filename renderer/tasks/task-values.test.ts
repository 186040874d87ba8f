import { expect, test } from "vitest";
import { changesOf, emptyTask } from "./task-values.ts";

const before = { ...emptyTask, title: "组织环保世纪行", lead: ["市人大城环委"], period: "5月19日至20日" };

test("an edit writes only what was changed, so that nobody else's change is written over", () => {
  expect(changesOf(before, before)).toEqual({});
  expect(changesOf(before, { ...before, period: "5月26日" })).toEqual({ period: "5月26日" });
});

test("the units of a task are one unit of merge: one changed, all are written", () => {
  expect(changesOf(before, { ...before, support: ["市生态环境局"] })).toEqual({
    units: { lead: ["市人大城环委"], responsible: [], support: ["市生态环境局"] },
  });
});
