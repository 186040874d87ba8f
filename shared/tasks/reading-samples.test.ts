import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openWorkbook } from "#core/sheets/open.ts";
import { differences, missingProblems } from "../sheets/expected.ts";
import { headerSignature } from "../sheets/columns.ts";
import { readTaskList } from "./reading.ts";

const folder = join(import.meta.dirname, "fixtures");
const files = readdirSync(folder).filter((name) => !name.endsWith(".json"));

type Expected = {
  year: number | null;
  count: number;
  rows: { period: { text?: string } }[];
  problems: { row: number; field: string }[];
};

const expectedOf = (name: string): Expected =>
  JSON.parse(readFileSync(join(folder, name.replace(/\.[^.]+$/u, ".expected.json")), "utf8"));

const read = (name: string, year?: number) =>
  readTaskList(openWorkbook(readFileSync(join(folder, name)), name), year === undefined ? {} : { year });

describe("The eight samples read exactly as their expected.json says", () => {
  it.each(files)("%s", (name) => {
    const { year, problems, ...expected } = expectedOf(name);
    const reading = read(name, year ?? undefined);
    // "a grid's text and the words of messages aside"
    if (reading.columns.some((column) => column.meaning === "slot"))
      for (const row of expected.rows) delete row.period.text;
    expect(differences(expected, reading)).toEqual([]);
    expect(missingProblems(problems, reading.problems)).toEqual([]);
  });

  it.each(files)("the accounting of %s balances", (name) => {
    const { rows, items, merged, sections, notes, repeatedHeaders, blanks, listed } = read(name).accounting;
    expect(items + merged + sections + notes + repeatedHeaders + blanks + listed).toBe(rows);
  });
});

describe("Formats, told by content and not by name", () => {
  it("07 (BIFF) and 08 (GB18030) say what 01 says", () => {
    const [one, seven, eight] = ["01-简单表头.xlsx", "07-老版Excel.xls", "08-GB18030.csv"].map((name) =>
      read(name, 2020).rows.map(({ sheet: _sheet, responsible: _responsible, ...row }) => row),
    );
    expect(seven).toEqual(one);
    expect(eight).toEqual(one);
  });
});

describe("a corrected mapping is remembered for lists with the same header", () => {
  it("01, 07 and 08 have one signature, 02 another", () => {
    const signature = (name: string) => read(name).headerSignature;
    expect(signature("07-老版Excel.xls")).toBe(signature("01-简单表头.xlsx"));
    expect(signature("08-GB18030.csv")).toBe(signature("01-简单表头.xlsx"));
    expect(signature("02-配档表-合并单元格.xlsx")).not.toBe(signature("01-简单表头.xlsx"));
    expect(headerSignature(read("01-简单表头.xlsx").columns)).toBe(signature("01-简单表头.xlsx"));
  });

  it("the user can correct any mapping", () => {
    const book = openWorkbook(readFileSync(join(folder, "01-简单表头.xlsx")), "01.xlsx");
    const { rows } = readTaskList(book, { year: 2020, mapping: { 3: "support", 5: "extra" } });
    expect(rows[2]).toMatchObject({
      responsible: [],
      support: ["市生态环境局", "各区县人大常委会"],
      extra: { 备注: "分级发放" },
    });
    expect(rows[2]?.note).toBeUndefined();
  });
});
