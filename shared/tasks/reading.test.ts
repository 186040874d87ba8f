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

describe("Sections, notes and totals", () => {
  it("A row merged across the table whose text begins 一、 （一） is a section", () => {
    const reading = read(
      `
序号|任务|责任单位|完成时限
一、大气污染防治|||
1|甲|A局|3月
（一）工业|||
2|乙|A局|4月
二、水污染防治|||
3|丙|A局|5月`,
      { merges: ["A2:D2", "A4:D4", "A6:D6"] },
    );
    expect(reading.rows.map((row) => row.section)).toEqual(["一、大气污染防治", "（一）工业", "二、水污染防治"]);
    expect(reading.accounting).toMatchObject({ rows: 6, items: 3, sections: 3 });
  });

  it("in a CSV a row whose only cell begins 一、 is a section", () => {
    expect(read(`序号|任务|责任单位|完成时限\n一、大气|||\n1|甲|A局|3月`).rows[0]?.section).toBe("一、大气");
  });

  it("一 in the number column with a name alone is a section where items count 1, 2, 3", () => {
    const reading = read(`序号|任务|责任单位|完成时限\n一|大气|||\n1|甲|A局|3月\n（二）|水||\n2|乙|A局|3月`);
    expect(reading.rows.map((row) => [row.no, row.section])).toEqual([
      ["1", "一、大气"],
      ["2", "（二）水"],
    ]);
    expect(read(`序号|任务|责任单位\n一|甲|A局\n二|乙|`).rows.map((row) => row.no)).toEqual(["一", "二"]);
  });

  it("注, 填表人, 合计/小计 rows are none of them an item", () => {
    const reading = read(
      `
序号|任务|责任单位|完成时限
1|甲|A局|3月
小 计|1项||
2|乙|A局|3月
|合计：2项||
注：1.按时报送；
2.联系人另附。
填表人：张三||联系电话：0533-1|
（盖章）`,
      { merges: ["A6:D6"] },
    );
    expect(reading.count).toBe(2);
    expect(reading.accounting).toMatchObject({ rows: 8, notes: 6, listed: 0 });
    expect(reading.problems).toEqual([]);
  });

  it("who made the list and when, without a word that says so, is no item", () => {
    const reading = read(`
序号|任务|责任单位|完成时限|备注
1|甲|A局|3月|

||张店区人大常委会办公室||
|||2020年3月30日|
审核：张三||年  月  日||
||||单位（盖章）`);
    expect(reading.rows).toMatchObject([{ lead: ["A局"], responsible: [], period: { text: "3月" } }]);
    expect(reading.accounting).toMatchObject({ rows: 6, items: 1, blanks: 1, notes: 4 });
    expect(reading.problems).toEqual([]);
  });

  it("a mark in a column of the clerk's own does not make a section an item", () => {
    const reading = read(`审核情况|序号|任务|责任单位\n已审|一、大气||\n已审|1|甲|A局`, { merges: ["B2:D2"] });
    expect(reading.rows).toMatchObject([{ no: "1", section: "一、大气", extra: { 审核情况: "已审" } }]);
  });

  it("repeated headers and titles of a list printed on several pages are no items", () => {
    const reading = read(
      `
任务清单
序号|任务|责任单位|完成时限
1|甲|A局|3月
任务清单
序号|任务|责任单位|完成时限
2|乙|A局|4月`,
      { merges: ["A1:D1", "A4:D4"] },
    );
    expect(reading.accounting).toMatchObject({ rows: 4, items: 2, repeatedHeaders: 2 });
  });
});

describe("Merged titles and measures", () => {
  it("A vertically merged title gives one item per measure row, with the same number and title", () => {
    const reading = read(
      `
序号|重点任务|主要措施|责任单位|完成时限
1|甲|m1|A局|3月
||m2|B局|4月
||m3||
2|乙|m4|C局|5月`,
      { merges: ["A2:A4", "B2:B4", "D3:D4", "E3:E4"] },
    );
    expect(reading.rows.map((row) => [row.row, row.no, row.title, row.measures, row.lead[0], row.period.text])).toEqual(
      [
        [2, "1", "甲", "m1", "A局", "3月"],
        [3, "1", "甲", "m2", "B局", "4月"],
        [4, "1", "甲", "m3", "B局", "4月"],
        [5, "2", "乙", "m4", "C局", "5月"],
      ],
    );
  });

  it("rows without a measure of their own go into the item above them", () => {
    const reading = read(
      `
序号|重点任务|主要措施|责任单位|完成时限|备注
1|甲|m1|A局|3月|一
|||B局||二
|||||`,
      { merges: ["A2:A4", "B2:B4"] },
    );
    expect(reading.rows).toMatchObject([{ lead: ["A局"], responsible: ["B局"], note: "一\n二" }]);
    expect(reading.accounting).toMatchObject({ rows: 2, items: 1, merged: 1 });
  });

  it("同上, 〃 repeat the cell above; `/` and `—` alone mean blank", () => {
    const reading = read(`序号|任务|牵头单位|配合单位|完成时限\n1|甲|A局|B局|3月\n2|乙|同上|〃|同上\n3|丙|〃|/|—`);
    expect(reading.rows.map((row) => [row.lead, row.support, row.period.text])).toEqual([
      [["A局"], ["B局"], "3月"],
      [["A局"], ["B局"], "3月"],
      [["A局"], [], ""],
    ]);
    expect(reading.problems).toEqual([]);
  });
});

describe("A month × ten-day grid gives the period", () => {
  const grid = (cells: string, merges: string[] = []) =>
    read(
      `
序号|任务|责任单位|4月|||5月|||6月||
|||上旬|中旬|下旬|上旬|中旬|下旬|上旬|中旬|下旬
1|甲|A局|${cells}`,
      { merges: ["A1:A2", "B1:B2", "C1:C2", "D1:F1", "G1:I1", "J1:L1", ...merges] },
    );

  it.each<[string, string, object]>([
    ["one mark its ten days", "●||||||||", { kind: "ten-day", start: "2020-04-01", due: "2020-04-10" }],
    ["marks side by side a range", "|√|√|√|||||", { kind: "range", start: "2020-04-11", due: "2020-05-10" }],
    ["short text that names days", "||||19日至20日||||", { kind: "range", start: "2020-05-19", due: "2020-05-20" }],
    ["short text that names a day", "||||||5日||", { kind: "date", start: "2020-06-05", due: "2020-06-05" }],
    ["short text that names a deadline", "||||15日前||||", { kind: "by", due: "2020-05-15" }],
    ["other short text is a mark", "||启动||||||", { kind: "ten-day", start: "2020-04-21", due: "2020-04-30" }],
    [
      "a mark in the same ten-day column of every month",
      "√|||√|||√||",
      { kind: "recurring", every: "month", tenDay: 1 },
    ],
    ["the same day of every month", "5日前|||5日前|||5日前||", { kind: "recurring", every: "month", day: 5, by: true }],
  ])("%s", (_, cells, period) => {
    const { rows, problems } = grid(cells);
    expect(rows[0]?.period).toMatchObject(period);
    expect(problems).toEqual([]);
  });

  it("marks with a gap are one range from first to last, with a problem that says so", () => {
    const { rows, problems } = grid("√|||||||√|");
    expect(rows[0]?.period).toMatchObject({ kind: "range", start: "2020-04-01", due: "2020-06-20" });
    expect(problems).toMatchObject([{ row: 3, field: "period", code: "period-gap" }]);
  });

  it("a merged bar covers its columns", () => {
    expect(grid("●|||", ["D3:G3"]).rows[0]?.period).toMatchObject({
      kind: "range",
      start: "2020-04-01",
      due: "2020-05-10",
    });
  });

  it("no mark is a blank period and no problem", () => {
    const { rows, problems } = grid("||||||||");
    expect(rows[0]?.period).toEqual({ text: "", kind: "unknown" });
    expect(problems).toEqual([]);
  });

  it("months alone, running on into the next year", () => {
    const reading = read(`序号|任务|责任单位|11月|12月|1月|2月\n1|甲|A局||√|√|\n2|乙|A局|√|||`);
    expect(reading.rows.map((row) => row.period)).toMatchObject([
      { kind: "range", start: "2020-12-01", due: "2021-01-31" },
      { kind: "month", start: "2020-11-01", due: "2020-11-30" },
    ]);
  });
});

describe("Problems: nothing is dropped silently", () => {
  it("A row with a number but no title is not imported and is listed", () => {
    const reading = read(`序号|任务|措施|责任单位|完成时限\n1|甲|m|A局|3月\n2||m2|A局|3月\n||m3||\n3|丙|m4|A局|3月`);
    expect(reading.rows.map((row) => row.no)).toEqual(["1", "3"]);
    expect(reading.problems).toMatchObject([
      { row: 3, column: 1, field: "title", code: "title-missing", params: { no: "2" } },
      { row: 4, field: "title" },
    ]);
    expect(reading.accounting).toMatchObject({ rows: 4, items: 2, listed: 2 });
  });

  it("blank rows between items are counted", () => {
    expect(read(`序号|任务|责任单位\n1|甲|A局\n\n\n2|乙|A局`).accounting).toMatchObject({
      rows: 4,
      items: 2,
      blanks: 2,
    });
  });

  it("Numbers lose full-width digits and trailing dots", () => {
    const rows = read(`序号|任务|责任单位\n１|甲|A局\n2.|乙|A局\n３．|丙|A局\n4、|丁|A局\n（5）|戊|A局`).rows;
    expect(rows.map((row) => row.no)).toEqual(["1", "2", "3", "4", "（5）"]);
  });
});

describe("Sheets", () => {
  const list = `序号|任务|责任单位|完成时限\n1|甲|A局|3月`;

  it("hidden sheets and sheets without a table are passed over, the others are offered", () => {
    const reading = readTaskList(
      workbookOf([
        sheetOf(rowsOf("一、本表每月填报。\n二、请写明年月日。"), { name: "填表说明" }),
        sheetOf(rowsOf(`${list}\n2|乙|A局|3月`), { name: "旧表", hidden: true }),
        sheetOf(rowsOf(list), { name: "2021年清单" }),
        sheetOf(rowsOf(`序号|任务\n1|甲`), { name: "另一张" }),
      ]),
    );
    expect(reading).toMatchObject({ sheet: "2021年清单", year: 2021, yearFrom: "name", count: 1 });
    expect(reading.rows[0]?.sheet).toBe("2021年清单");
    expect(reading.notices).toMatchObject([{ code: "other-tables", params: { count: 1, sheets: "另一张" } }]);
  });

  it("--sheet NAME reads the one asked for", () => {
    const book = workbookOf([
      sheetOf(rowsOf(list), { name: "甲表" }),
      sheetOf(rowsOf(`任务|责任单位\n乙|B局`), { name: "乙表" }),
    ]);
    expect(readTaskList(book, { sheet: "乙表" }).rows).toMatchObject([{ title: "乙", sheet: "乙表" }]);
    expect(() => readTaskList(book, { sheet: "丙表" })).toThrow(expect.objectContaining({ code: "no-such-sheet" }));
  });

  it("Hidden rows and columns are read like the others, and the preview says that they were hidden", () => {
    const reading = read(`${list}\n2|乙|A局|3月`, { hiddenRows: [3], hiddenCols: [2] });
    expect(reading.count).toBe(2);
    expect(reading.notices.map((notice) => notice.code)).toEqual(["hidden-rows", "hidden-columns"]);
  });

  it("another header line can be shown by the user", () => {
    const reading = read(
      `甲乙|丙丁|戊己\n1|任务一|A局`,
      {},
      { year: 2020, headerRows: { from: 1, to: 1 }, mapping: { 0: "no", 1: "title", 2: "lead" } },
    );
    expect(reading.rows).toMatchObject([{ no: "1", title: "任务一", lead: ["A局"] }]);
  });
});

describe("The year: --year, the title, the sheet or file name, the reporting date, or asked for", () => {
  const table = `序号|任务|责任单位|完成时限\n1|甲|A局|3月`;
  it.each<[string, string, string, number | null, string]>([
    ["2021年度任务清单", "Sheet1", "list.xlsx", 2021, "title"],
    ["二〇二一年任务清单", "Sheet1", "list.xlsx", 2021, "title"],
    ["任务清单（2021）", "Sheet1", "list.xlsx", 2021, "title"],
    ["任务清单", "2021年", "list.xlsx", 2021, "name"],
    ["任务清单", "Sheet1", "任务清单2021.xlsx", 2021, "name"],
    ["填报日期：2021年8月31日", "Sheet1", "list.xlsx", 2021, "reported"],
    ["任务清单", "Sheet1", "list.xlsx", null, "none"],
  ])("%s / %s / %s", (title, name, fileName, year, from) => {
    const book = workbookOf([sheetOf(rowsOf(`${title}\n${table}`), { name })], { fileName });
    expect(readTaskList(book)).toMatchObject({ year, yearFrom: from });
    expect(readTaskList(book, { year: 2019 })).toMatchObject({
      year: 2019,
      yearFrom: "option",
      rows: [{ period: { due: "2019-03-31" } }],
    });
  });
});
