import * as XLSX from "@e965/xlsx";
import fc from "fast-check";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../store/testing.ts";
import { type CellValue, writeSheet } from "./excel.ts";
import { columnLetters } from "./row-xml.ts";

const spec = {
  sheetName: "台账",
  title: "台账",
  left: "",
  right: "",
  footer: "",
  created: new Date(0),
  columns: [
    { heading: "文字", width: 20, look: "text" },
    { heading: "数", width: 8, look: "number" },
    { heading: "日期", width: 12, look: "date" },
  ],
} as const;

const written = async (rows: readonly (readonly CellValue[])[]): Promise<unknown[][]> => {
  const folder = temporaryFolder();
  try {
    const path = join(folder.path, "t.xlsx");
    const writer = writeSheet(path, spec);
    for (const row of rows) writer.addRow(row, 24);
    await writer.finish();
    const sheet = Object.values(XLSX.read(readFileSync(path), { UTC: true, cellDates: true }).Sheets)[0] ?? {};
    return XLSX.utils.sheet_to_json<unknown[]>(sheet, { header: 1, raw: true, range: 3, defval: "" });
  } finally {
    folder.remove();
  }
};

/** What XML 1.0 can hold; line ends are its reader's to unify. */
const heldByXml = (text: string): string =>
  text.replaceAll(/[^\t\n\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "");

test("columns are lettered as Excel letters them", () => {
  expect([0, 25, 26, 51, 52, 701, 702].map(columnLetters)).toEqual(["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
});

test("whatever stands in a cell is read back as it was, and breaks no workbook", async () => {
  const text = fc.string({ unit: "binary", maxLength: 40 }).filter((value) => !value.includes("\r"));
  const date = fc.integer({ min: 1, max: 40_000 }).map((days) => new Date(days * 86_400_000));
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(text, fc.integer(), date), { minLength: 1, maxLength: 30 }), async (rows) => {
      const read = await written([...rows, ["<b>&amp;\u0000", 1, new Date(0)]]);
      expect(read).toEqual([...rows.map(([a, b, c]) => [heldByXml(a), b, c]), ["<b>&amp;", 1, new Date(0)]]);
    }),
    { numRuns: 60 },
  );
});
