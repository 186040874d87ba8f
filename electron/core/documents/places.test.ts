import fc from "fast-check";
import { expect, test } from "vitest";
import type { Table } from "./document.ts";
import { numeral } from "./numbering.ts";
import { signaturePlace, widthOf } from "./signature-place.ts";
import { columnWidths } from "./table-widths.ts";

test("GB/T 9704, 7.3.5.2: the date begins two characters right of the office; a long date ends two from the right", () => {
  const long = signaturePlace("张店区人大常委会办公室", "2026年9月5日", 28);
  expect(long).toEqual({ office: 28 - 2 - 11, date: 28 - 2 - 11 + 2 });
  const short = signaturePlace("某办", "2026年12月15日", 28);
  expect(short.date + widthOf("2026年12月15日")).toBe(26);
  expect(short.office).toBe(short.date - 2);
});

test("an office's name longer than the line begins at its margin", () => {
  expect(signaturePlace("办".repeat(40), "2026年9月5日", 28)).toEqual({ office: 0, date: 2 });
});

test("numerals of headings", () => {
  expect([1, 10, 11, 20, 21, 99, 100].map(numeral)).toEqual(["一", "十", "十一", "二十", "二十一", "九十九", "100"]);
});

test("columns fill the width exactly, whatever stands in them, and none is a sliver", () => {
  const cell = fc.string({ maxLength: 80, unit: fc.constantFrom("任", "务", "a", "1", " ") });
  const tables = fc
    .integer({ min: 1, max: 8 })
    .chain((count) => fc.array(fc.array(cell, { minLength: count, maxLength: count }), { maxLength: 5 }))
    .map((rows): Table => ({ kind: "table", columns: (rows[0] ?? [""]).map((heading) => ({ heading })), rows }));
  fc.assert(
    fc.property(tables, (table) => {
      const widths = columnWidths(table, 8844);
      expect(widths.reduce((all, width) => all + width, 0)).toBe(8844);
      expect(Math.min(...widths)).toBeGreaterThanOrEqual(Math.min(8844 / widths.length, 3 * 240) - 1);
    }),
  );
});

test("a short column is as wide as its text, beside a long one", () => {
  const table: Table = {
    kind: "table",
    columns: [{ heading: "序号" }, { heading: "进展" }],
    rows: [["1", "进".repeat(200)]],
  };
  expect(columnWidths(table, 8844)[0]).toBe(Math.floor(3.2 * 240));
});
