import { readFileSync } from "node:fs";
import { join } from "node:path";
import { utils, write } from "@e965/xlsx";
import type { BookType, WorkBook } from "@e965/xlsx";
import { describe, expect, it } from "vitest";
import { readTaskList } from "#shared/tasks/reading.ts";
import { openWorkbook } from "./open.ts";

const listRows = [
  ["序号", "工作任务", "牵头单位", "完成时限", "备注"],
  ["1", "甲", "市局", "4月10日前", "注意\n换行"],
  ["2", "乙, “引号”", "0533-0000001", "2020-09-30", ""],
];

const bookOf = (rows: readonly (readonly unknown[])[]): WorkBook => {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows.map((row) => [...row])), "清单");
  return book;
};

const texts = (bytes: Uint8Array, name = "a"): string[][] =>
  (openWorkbook(bytes, name).sheets[0]?.rows ?? []).map((row) => row.cells.map((one) => one.text));

const expected = listRows.map((row) => row.filter((text) => text !== ""));

describe("Formats, told by content and not by name", () => {
  it.each<[BookType, string]>([
    ["xlsx", "xlsx"],
    ["xlsm", "xlsx"],
    ["xlsb", "xlsx"],
    ["biff8", "xls"],
    ["xlml", "xls"],
    ["html", "html"],
  ])("%s, whatever the name says", (bookType, format) => {
    const bytes = new Uint8Array(write(bookOf(listRows), { type: "array", bookType }));
    expect(openWorkbook(bytes, "清单.xlsx").format).toBe(format);
    expect(texts(bytes, "清单.csv")).toEqual(expected);
  });

  const csv = listRows.map((row) =>
    row.map((text) => (/[,"\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text)),
  );
  const joined = (separator: string, end = "\r\n") => csv.map((row) => row.join(separator)).join(end);
  const gb18030 = readFileSync(join(import.meta.dirname, "fixtures", "gb18030.csv"));
  it.each<[string, Uint8Array]>([
    ["UTF-8", Buffer.from(joined(","))],
    ["UTF-8 with BOM", Buffer.from(`\ufeff${joined(",")}`)],
    ["GB18030", gb18030],
    ["UTF-16 with BOM, tabs", Buffer.from(`\ufeff${joined("\t")}`, "utf16le")],
    ["UTF-16 without BOM", Buffer.from(joined("\t"), "utf16le")],
    ["semicolons", Buffer.from(joined(";"))],
    ["semicolons, told by sep=", Buffer.from(joined(";"))],
    ["line feeds alone", Buffer.from(joined(",", "\n"))],
    ["carriage returns alone", Buffer.from(joined(",", "\r"))],
  ])(".csv: %s", (_, bytes) => {
    expect(openWorkbook(bytes, "a.xlsx").format).toBe("csv");
    expect(texts(bytes)).toEqual(expected);
  });

  it("In a CSV, rows are records, not lines", () => {
    const book = openWorkbook(Buffer.from('序号,任务,备注\n1,甲,"一\n二"\n\n2,乙,'), "a.csv");
    expect(book.sheets[0]?.rows.map(({ row }) => row)).toEqual([1, 2, 4]);
  });

  it("a quotation mark that never closes is text", () => {
    expect(texts(Buffer.from('序号,任务,单位\n1,"甲,A局\n2,乙,B局'))).toEqual([
      ["序号", "任务", "单位"],
      ["1", '"甲', "A局"],
      ["2", "乙", "B局"],
    ]);
  });

  it("a workbook of Excel 95, in the code page of its country", () => {
    const old = readFileSync(join(import.meta.dirname, "fixtures", "excel95.xls"));
    expect(readTaskList(openWorkbook(old, "a.xls"), { year: 2020 })).toMatchObject({
      sheet: "清单",
      rows: [{ no: "1", title: "制定实施方案", lead: ["市人大城环委"] }],
    });
  });
});

describe("HTML saved as .xls", () => {
  const html = `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta charset="utf-8"><style>td{color:red}</style></head><body>
    <table border=1><tr><td colspan=4>任务清单&#65288;2020&#24180;&#65289;</td></tr>
    <tr><th rowspan="2">序号<th rowspan='2'>工作<br>任务</th><th colspan="2">分工</th></tr>
    <tr><th>牵头单位</th><th>责任单位</th></tr>
    <tr style="display:none"><td x:num="1">1</td><td>甲 &amp; 乙</td><td>A局&nbsp;B局</td><td><p>C局</p><p>D局</p></td></tr></table></body></html>`;

  it("reads merges, entities, breaks and hidden rows", () => {
    const [sheet] = openWorkbook(Buffer.from(html), "清单.xls").sheets;
    expect(sheet?.merges).toEqual([
      { top: 1, left: 0, bottom: 1, right: 3 },
      { top: 2, left: 0, bottom: 3, right: 0 },
      { top: 2, left: 1, bottom: 3, right: 1 },
      { top: 2, left: 2, bottom: 2, right: 3 },
    ]);
    expect(sheet?.rows.map((row) => row.cells.map((one) => [one.col, one.text]))).toEqual([
      [[0, "任务清单（2020年）"]],
      [
        [0, "序号"],
        [1, "工作\n任务"],
        [2, "分工"],
      ],
      [
        [2, "牵头单位"],
        [3, "责任单位"],
      ],
      [
        [0, "1"],
        [1, "甲 & 乙"],
        [2, "A局 B局"],
        [3, "C局\nD局"],
      ],
    ]);
    expect(sheet?.hiddenRows).toEqual([4]);
  });

  it("in GB2312 as its head says", () => {
    const gb = readFileSync(join(import.meta.dirname, "fixtures", "gb2312.html.xls"));
    expect(readTaskList(openWorkbook(gb, "a.xls"), { year: 2020 }).rows).toMatchObject([
      { no: "1", title: "制定实施方案", lead: ["市人大城环委"] },
    ]);
  });
});

describe("Dates", () => {
  const dated = (value: number, format: string, date1904 = false): WorkBook => {
    const book = bookOf([
      ["序号", "工作任务", "牵头单位", "完成时限"],
      [1, "甲", "A局", value],
    ]);
    const sheet = book.Sheets["清单"];
    const target: unknown = sheet?.["D2"];
    if (target && typeof target === "object") Object.assign(target, { t: "n", v: value, z: format });
    book.Workbook = { WBProps: { date1904 } };
    return book;
  };
  const periodOf = (book: WorkBook, bookType: BookType) =>
    readTaskList(openWorkbook(new Uint8Array(write(book, { type: "array", bookType })), "a"), { year: 2020 }).rows[0]
      ?.period;

  it.each<[string, number, string, boolean, string]>([
    ["ISO format", 44104, "yyyy-mm-dd", false, "2020-09-30"],
    ["slashes", 44104, "yyyy/m/d", false, "2020-09-30"],
    ["a built-in format", 44104, "m/d/yy", false, "2020-09-30"],
    ["with a time", 44104.75, "yyyy-mm-dd hh:mm", false, "2020-09-30"],
    ["month and day in Chinese", 44104, 'm"月"d"日"', false, "9月30日"],
    ["year, month and day in Chinese", 44104, 'yyyy"年"m"月"d"日"', false, "2020年9月30日"],
    ["no format at all", 44104, "General", false, "44104"],
  ])("a date cell: %s", (_, value, format, date1904, text) => {
    for (const bookType of ["xlsx", "biff8"] as const) {
      expect(periodOf(dated(value, format, date1904), bookType)).toEqual({
        text,
        kind: "date",
        start: "2020-09-30",
        due: "2020-09-30",
      });
    }
  });

  it("the 1904 date system", () => {
    expect(periodOf(dated(44104 - 1462, "yyyy-mm-dd", true), "xlsx")).toMatchObject({ due: "2020-09-30" });
    expect(periodOf(dated(44104 - 1462, "General", true), "xlsx")).toMatchObject({ due: "2020-09-30" });
  });

  it("a number such as 20200630, and a decimal with its format", () => {
    expect(periodOf(dated(20200630, "General"), "xlsx")).toEqual({
      text: "20200630",
      kind: "date",
      start: "2020-06-30",
      due: "2020-06-30",
    });
    expect(periodOf(dated(2020.1, "0.00"), "xlsx")).toMatchObject({
      text: "2020.10",
      kind: "month",
      due: "2020-10-31",
    });
  });
});
