import { describe, expect, it } from "vitest";
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

  it("`text` is composed of the columns' heads and the cells' text, and loses none of it", () => {
    expect(grid("|√|√||||||").rows[0]?.period.text).toBe("4月中旬至4月下旬");
    expect(grid("||||19日至20日||||").rows[0]?.period.text).toBe("5月中旬 19日至20日");
    expect(grid("制定方案|组织实施|总结||||||").rows[0]?.period.text).toBe(
      "4月上旬 制定方案；4月中旬 组织实施；4月下旬 总结",
    );
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

describe("A period that ends before it begins", () => {
  it("is a problem on its row, in one cell and in two columns; an end in an earlier month lies in the next year", () => {
    const reading = read(`
序号|任务|责任单位|开始时间|完成时间
1|甲|A局|2020-06-30|2020-06-01
2|乙|A局|11月|3月
3|丙|A局|5月|6月
4|丁|A局||5月20日至5月10日`);
    expect(reading.problems.map(({ row, field, code, params }) => [row, field, code, params["text"]])).toEqual([
      [2, "period", "period-backwards", "2020-06-30至2020-06-01"],
      [5, "period", "period-backwards", "5月20日至5月10日"],
    ]);
    expect(reading.rows.map(({ period }) => [period.start, period.due])).toEqual([
      [undefined, undefined],
      ["2020-11-01", "2021-03-31"],
      ["2020-05-01", "2020-06-30"],
      [undefined, undefined],
    ]);
  });
});
