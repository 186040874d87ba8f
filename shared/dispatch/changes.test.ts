import { describe, expect, it } from "vitest";
import { changesBetween, type AgendaSnapshot } from "./changes.ts";

describe("changed: title, units, period, measures, assignments, state since the meeting before, with before and after", () => {
  const snapshot: AgendaSnapshot = {
    title: "河道清淤",
    units: ["区水利局"],
    period: "7月底前",
    measures: "",
    assignments: [{ unitName: "马尚街道", period: "" }],
    state: "issued",
    occurrence: null,
  };

  it("says each field that differs, and nothing where none does", () => {
    expect(changesBetween(snapshot, snapshot)).toEqual([]);
    const after = {
      ...snapshot,
      title: "河道清淤疏浚",
      period: "8月底前",
      state: "done",
      assignments: [...snapshot.assignments, { unitName: "和平街道", period: "" }],
    } as const;
    expect(changesBetween(snapshot, after)).toEqual([
      { field: "title", unit: null, before: "河道清淤", after: "河道清淤疏浚" },
      { field: "period", unit: null, before: "7月底前", after: "8月底前" },
      { field: "assignments", unit: null, before: "马尚街道", after: "和平街道、马尚街道" },
      { field: "state", unit: null, before: "issued", after: "done" },
    ]);
  });

  it("an assignment that was given another period says whose", () => {
    const after = { ...snapshot, assignments: [{ unitName: "马尚街道", period: "8月15日前" }] };
    expect(changesBetween(snapshot, after)).toEqual([
      { field: "period", unit: "马尚街道", before: "7月底前", after: "8月15日前" },
    ]);
  });

  it("the next occurrence of what recurs is no change of state", () => {
    const done = { ...snapshot, state: "done", occurrence: "2026-06-05" } as const;
    expect(changesBetween(done, { ...snapshot, occurrence: "2026-07-05" })).toEqual([]);
  });
});
