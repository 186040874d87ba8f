import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openWorkbook } from "#core/sheets/open.ts";
import { readTaskList } from "./reading.ts";
import { compareRevision } from "./revision.ts";
import type { RevisionItem } from "./revision.ts";

const rowsOf = (name: string) =>
  readTaskList(openWorkbook(readFileSync(join(import.meta.dirname, "fixtures", name)), name), { year: 2020 }).rows;

const item = (title: string, more: Partial<RevisionItem> = {}): RevisionItem => ({
  title,
  lead: [],
  responsible: [],
  support: [],
  period: { text: "", kind: "unknown" },
  ...more,
});

describe("Importing a revised list again", () => {
  it("From 01 to 06: unchanged 1, 4; changed 2 (period), 3 (title); new 9; withdrawn 5–8", () => {
    const lines = compareRevision(rowsOf("01-简单表头.xlsx"), rowsOf("06-修订版.xlsx"));
    const told = lines.map((line) => [
      line.kind,
      "after" in line ? line.after.no : line.before.no,
      line.kind === "changed" ? line.fields : [],
    ]);
    expect(told).toEqual([
      ["unchanged", "1", []],
      ["changed", "2", ["period"]],
      ["changed", "3", ["title"]],
      ["unchanged", "4", []],
      ["new", "9", []],
      ["withdrawn", "5", []],
      ["withdrawn", "6", []],
      ["withdrawn", "7", []],
      ["withdrawn", "8", []],
    ]);
  });

  it("matches by number and measures, where several share one", () => {
    const before = [
      item("推典型", { no: "1", measures: "召开会议" }),
      item("推典型", { no: "1", measures: "编印手册" }),
    ];
    const after = [
      item("推典型", { no: "1", measures: "编印手册7000册" }),
      item("推典型", { no: "1", measures: "召开会议" }),
    ];
    const lines = compareRevision(before, after);
    expect(lines.map((line) => line.kind)).toEqual(["changed", "unchanged"]);
    expect(lines[0]).toMatchObject({ before: before[1], fields: ["measures"] });
  });

  it("without a number matches by likeness of title; the rest are shown as 'perhaps the same'", () => {
    const before = [item("组织环保世纪行检查采访活动"), item("开展秸秆禁烧巡查"), item("编印宣传手册")];
    const after = [item("组织环保世纪行检查采访"), item("秋季秸秆禁烧巡查"), item("立法调研")];
    const lines = compareRevision(before, after);
    expect(lines.map((line) => line.kind)).toEqual(["changed", "perhaps", "new", "withdrawn"]);
  });

  it("a number that moved to another title still matches, the title then showing as changed", () => {
    const lines = compareRevision([item("甲项工作", { no: "2" })], [item("完全不同", { no: "2" })]);
    expect(lines).toMatchObject([{ kind: "changed", fields: ["title"] }]);
  });

  it("compares thousands without a number in reasonable time, and finds each", () => {
    const many = Array.from({ length: 4000 }, (_, n) => item(`第${n}号地块扬尘治理和裸土覆盖`));
    const lines = compareRevision(many, many.toReversed());
    expect(lines.every((line) => line.kind === "unchanged")).toBe(true);
  });

  it("shows an item under another number as perhaps the same", () => {
    const lines = compareRevision([item("夜间施工审批规范", { no: "2" })], [item("夜间施工审批规范", { no: "7" })]);
    expect(lines).toMatchObject([{ kind: "perhaps", alike: 1 }]);
  });
});
