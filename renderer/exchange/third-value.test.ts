/** EX6: a third value is written in the shape of its unit of merge. */
import { expect, test } from "vitest";
import { parsePeriod } from "#shared/calendar/period-grammar.ts";
import { taskKind } from "#shared/tasks/record.ts";
import { issueKind } from "#shared/issues/record.ts";
import { draftOf, editorOf, valueOf } from "./third-value.ts";

test("a text is edited as text, a deadline as it is written, units by the picker", () => {
  expect(editorOf("measures", "甲")).toEqual([{ key: "", control: "text" }]);
  expect(editorOf("period", parsePeriod("10月底前", { year: 2026 }))).toEqual([{ key: "", control: "period" }]);
  const units = { lead: ["370303"], responsible: [], support: [] };
  expect(editorOf("units", units).map(({ key, control }) => [key, control])).toEqual([
    ["lead", "units"],
    ["responsible", "units"],
    ["support", "units"],
  ]);
});

test("steps, whole records and what came from elsewhere are not written by hand", () => {
  for (const unit of ["*", "step", "life", "origin"]) expect(editorOf(unit, { state: "live" })).toEqual([]);
  expect(editorOf("order", 3)).toEqual([]);
});

test("what was written has the shape that the record takes, and keeps what was not edited", () => {
  const period = parsePeriod("10月底前", { year: 2026 });
  const fields = editorOf("period", period);
  expect(draftOf(fields, period)).toEqual({ "": "10月底前" });
  const read = valueOf(fields, { "": "11月底前" }, period, 2026);
  expect(taskKind.units.period.schema.parse(read)).toMatchObject({ due: "2026-11-30" });

  const responsibility = { units: ["370303"], leader: "甲", person: "", phone: "" };
  const parts = editorOf("responsibility", responsibility);
  const written = valueOf(parts, { ...draftOf(parts, responsibility), leader: " 乙 " }, responsibility, 2026);
  expect(issueKind.units.responsibility.schema.parse(written)).toMatchObject({ units: ["370303"], leader: "乙" });

  const type = editorOf("type", null);
  expect(valueOf(type, { "": "staged" }, null, 2026)).toBe("staged");
  expect(valueOf(type, { "": "" }, null, 2026)).toBeNull();
});
