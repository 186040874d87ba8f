import { describe, expect, it } from "vitest";
import { isAppError } from "../errors.ts";
import { sheetOf, workbookOf } from "../sheets/sheet-of.ts";
import type { Entry, SheetParts } from "../sheets/sheet-of.ts";
import type { TaskReadingOptions } from "./reading.ts";
import { readTaskList } from "./reading.ts";

/** Lines of cells divided by |; `\n` is a line break within a cell. */
const rowsOf = (text: string): Entry[][] =>
  text
    .replace(/^\n|\n\s*$/gu, "")
    .split("\n")
    .map((line) => line.split("|").map((cell) => cell.trim().replaceAll("\\n", "\n")));

const read = (text: string, parts: SheetParts = {}, options: TaskReadingOptions = { year: 2020 }) =>
  readTaskList(workbookOf([sheetOf(rowsOf(text), parts)]), options);

const meanings = (reading: ReturnType<typeof read>) =>
  Object.fromEntries(reading.columns.map((c) => [c.name, c.meaning]));

describe("Finding the table: above it may stand 附件N, a merged title, 填报单位/填报日期, explanatory text", () => {
  it("passes over all of them", () => {
    const reading = read(
      `
附件2
全区重点工作推进台账||||
填报单位：区人大||填报日期：2021.8.31||
说明：一、列第一位的为牵头单位。二、每月25日前报送。
序号|工作任务|责任单位|完成时限|备注
1|甲|A局|9月底前|
填表人：张三||审核人：李四`,
      { merges: ["A2:E2", "A4:E4"] },
      {},
    );
    expect(reading).toMatchObject({ year: 2021, yearFrom: "reported", count: 1, headerRows: { from: 5, to: 5 } });
    expect(reading.accounting).toMatchObject({ rows: 2, items: 1, notes: 1 });
  });

  it("finds a table that begins in column C below blank rows", () => {
    const reading = read(`
||||

||序号||工作任务|牵头部门|完成时间
||1||甲|A局|3月`);
    expect(reading.rows).toMatchObject([{ row: 4, no: "1", title: "甲", lead: ["A局"], period: { kind: "month" } }]);
  });

  it("an empty or foreign sheet is a refusal with words, not a list", () => {
    const refused = (text: string) => {
      try {
        read(text);
      } catch (error) {
        return isAppError(error) ? error.code : "other";
      }
      return "read";
    };
    expect(refused("姓名|年龄\n张三|20")).toBe("no-table");
    expect(refused("这里没有表")).toBe("no-table");
  });
});

describe("Finding the table: the header is one to three rows, merged both ways", () => {
  const twoRows = `
序号|重点任务|推进措施|责任分工|||推进时间|备注
|||牵头单位|责任单位|配合单位||
1|甲|措施一|A局|B局、C局|D局|3月下旬|急
||措施二|A局|B局||4月初|`;

  it.each([
    ["merged", ["A1:A2", "B1:B2", "C1:C2", "D1:F1", "G1:G2", "H1:H2"]],
    ["unmerged, as in a CSV", []],
    ["merged across only", ["D1:F1"]],
  ])("two rows, %s", (_, merges) => {
    const reading = read(twoRows, { merges });
    expect(reading.headerRows).toEqual({ from: 1, to: 2 });
    expect(reading.rows).toMatchObject([
      {
        row: 3,
        no: "1",
        title: "甲",
        measures: "措施一",
        lead: ["A局"],
        responsible: ["B局", "C局"],
        support: ["D局"],
        note: "急",
      },
      { row: 4, no: "1", title: "甲", measures: "措施二", lead: ["A局"], responsible: ["B局"], support: [] },
    ]);
  });

  it("three rows: a year, its months and their ten-day periods", () => {
    const reading = read(
      `
序号|任务|责任单位|2020年||||2021年||备注
|||11月||12月||1月||
|||上旬|下旬|上旬|下旬|上旬|下旬|
1|甲|A局|√||||||
2|乙|A局|||||√|√|`,
      { merges: ["A1:A3", "B1:B3", "C1:C3", "D1:G1", "H1:I1", "D2:E2", "F2:G2", "H2:I2", "J1:J3"] },
      {},
    );
    expect(reading.headerRows).toEqual({ from: 1, to: 3 });
    expect(reading.rows.map((row) => row.period)).toMatchObject([
      { kind: "ten-day", start: "2020-11-01", due: "2020-11-10" },
      { kind: "range", start: "2021-01-01", due: "2021-01-31" },
    ]);
  });

  it("Where the lowest head says nothing alone, the head above it decides", () => {
    const reading = read(
      `
序号|工作任务|牵头单位||责任单位||完成时间||责任人|
||名称|负责人|名称|联系人|起|止|姓名|电话
1|甲|A局|王|B局|李|4月1日|4月30日|张|1`,
      { merges: ["A1:A2", "B1:B2", "C1:D1", "E1:F1", "G1:H1", "I1:J1"] },
    );
    expect(reading.rows[0]).toMatchObject({
      lead: ["A局"],
      responsible: ["B局"],
      period: { kind: "range", start: "2020-04-01", due: "2020-04-30" },
      extra: { 负责人: "王", 联系人: "李" },
    });
  });

  it("three rows without any merge", () => {
    const reading = read(`
序号|重点任务|责任分工||||时间安排||备注
||市级||区县||||
||牵头单位|配合单位|责任单位|联系人|开始时间|完成时间|
1|甲|A局|B局|C局|张|3月|6月底前|急`);
    expect(reading.headerRows).toEqual({ from: 1, to: 3 });
    expect(reading.rows).toMatchObject([
      {
        lead: ["A局"],
        support: ["B局"],
        responsible: ["C局"],
        note: "急",
        extra: { 联系人: "张" },
        period: { kind: "range", start: "2020-03-01", due: "2020-06-30" },
      },
    ]);
  });

  it("one head over two columns holds what both say", () => {
    const reading = read(`序号|工作任务|责任单位||完成时限\n1|甲|A局|B局|3月`, { merges: ["C1:D1"] });
    expect(reading.rows[0]).toMatchObject({ lead: ["A局"], responsible: ["B局"] });
  });
});

describe("Columns by meaning", () => {
  it.each<[string, Record<string, string>]>([
    [
      "编号|重点工作|落实举措|主办单位|协办单位|时间节点|备注",
      {
        编号: "no",
        重点工作: "title",
        落实举措: "measures",
        主办单位: "lead",
        协办单位: "support",
        时间节点: "period",
        备注: "note",
      },
    ],
    [
      "项目号|任务内容|工作要求|承办单位|会办部门|时限要求",
      {
        项目号: "no",
        任务内容: "title",
        工作要求: "measures",
        承办单位: "responsible",
        会办部门: "support",
        时限要求: "period",
      },
    ],
    [
      "序 号·|意见建议|整改措施|落实单位|整改时限",
      { 序号·: "no", 意见建议: "title", 整改措施: "measures", 落实单位: "responsible", 整改时限: "period" },
    ],
    [
      "序\\n号|活动内容|推进措施|牵头部门\\n（盖章）|配合部门|推进时间",
      {
        序号: "no",
        活动内容: "title",
        推进措施: "measures",
        "牵头部门（盖章）": "lead",
        配合部门: "support",
        推进时间: "period",
      },
    ],
    [
      "ＮＯ．|工作事项|责任部门（第一位为牵头）|完成期限|责任领导|进展情况",
      {
        "ＮＯ．": "no",
        工作事项: "title",
        "责任部门（第一位为牵头）": "responsible",
        完成期限: "period",
        责任领导: "extra",
        进展情况: "extra",
      },
    ],
    [
      "序号|重点任务|工作内容|责任单位|完成时限|实际完成时间",
      { 重点任务: "title", 工作内容: "measures", 完成时限: "period", 实际完成时间: "extra" },
    ],
    [
      "类别|任务内容|具体措施|市直责任单位|计划完成时间",
      { 类别: "extra", 任务内容: "title", 市直责任单位: "responsible", 计划完成时间: "period" },
    ],
  ])("%s", (header, expected) => {
    const values = header
      .split("|")
      .map((_, index) => (index === 0 ? "1" : `值${index}`))
      .join("|");
    expect(meanings(read(`${header}\n${values}`))).toMatchObject(expected);
  });

  it("Unknown columns are kept with the item under their own names", () => {
    const reading = read(`审核情况|序号|工作任务|责任单位|进展\\n情况|进展情况\n已审|1|甲|A局|快|慢`);
    expect(reading.rows[0]?.extra).toEqual({ 审核情况: "已审", "进展情况(E)": "快", "进展情况(F)": "慢" });
  });
});
