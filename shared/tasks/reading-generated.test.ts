/** Lists that nobody wrote by hand, through every format that is read: what comes out is what the generator says. */
import { utils, write } from "@e965/xlsx";
import type { BookType, Range } from "@e965/xlsx";
import { Document, Packer, Paragraph, Table, TableCell, TableRow } from "docx";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { openWorkbook } from "#core/sheets/open.ts";
import { isAppError } from "../errors.ts";
import { differences } from "../sheets/expected.ts";
import { sheetOf, workbookOf } from "../sheets/sheet-of.ts";
import { letter, plan, type Written, writtenOf } from "./reading-generator.ts";
import { readTaskList } from "./reading.ts";

const bytesOf = ({ rows, merges }: Written, bookType: BookType): Uint8Array => {
  const book = utils.book_new();
  const sheet = utils.aoa_to_sheet(rows.map((row) => row.map((text) => (text === "" ? null : text))));
  sheet["!merges"] = merges.map((range): Range => utils.decode_range(range));
  utils.book_append_sheet(book, sheet, "清单");
  return new Uint8Array(write(book, { type: "array", bookType }));
};

/** The same list as a table in Word, its cells merged both ways. */
const wordBytesOf = ({ rows, merges }: Written): Promise<Buffer> => {
  const ranges = merges.map((range) => utils.decode_range(range));
  const width = Math.max(...rows.map((row) => row.length));
  const cellAt = (row: number, col: number): TableCell | null => {
    const over = ranges.find(({ s, e }) => s.r <= row && row <= e.r && s.c <= col && col <= e.c);
    if (over && (over.s.r !== row || over.s.c !== col)) return null;
    const span = over && { columnSpan: over.e.c - over.s.c + 1, rowSpan: over.e.r - over.s.r + 1 };
    const lines = (rows[row]?.[col] ?? "").split("\n");
    return new TableCell({ children: lines.map((line) => new Paragraph(line)), ...span });
  };
  const columns = Array.from({ length: width }, (_, col) => col);
  const lines = rows.map(
    (_, row) => new TableRow({ children: columns.map((col) => cellAt(row, col)).filter((cell) => cell !== null) }),
  );
  return Packer.toBuffer(new Document({ sections: [{ children: [new Table({ rows: lines })] }] }));
};

const balances = (accounting: ReturnType<typeof readTaskList>["accounting"]): boolean => {
  const { rows, items, merged, sections, notes, repeatedHeaders, blanks, listed } = accounting;
  return rows === items + merged + sections + notes + repeatedHeaders + blanks + listed;
};

const check = (written: Written, reading: ReturnType<typeof readTaskList>) => {
  expect(differences(written.expected, reading.rows)).toEqual([]);
  expect(reading.problems).toEqual([]);
  expect(reading.accounting).toMatchObject(written.counts);
  expect(balances(reading.accounting)).toBe(true);
};

describe("the reading of what a generator wrote gives back what it wrote", () => {
  it("merged sheets", () => {
    fc.assert(
      fc.property(plan, (list) => {
        const written = writtenOf(list, true);
        check(written, readTaskList(workbookOf([sheetOf(written.rows, { merges: written.merges })]), { year: 2020 }));
      }),
      { numRuns: 300 },
    );
  });

  it("without any merge, as in a CSV", () => {
    fc.assert(
      fc.property(plan, (list) => {
        const written = writtenOf(list, false);
        check(written, readTaskList(workbookOf([sheetOf(written.rows)]), { year: 2020 }));
      }),
      { numRuns: 300 },
    );
  });

  it.each<[BookType, boolean, number]>([
    ["xlsx", true, 30],
    ["biff8", true, 20],
    ["html", true, 30],
    ["csv", false, 30],
    ["xlml", true, 10],
  ])("through a file of the format %s", (bookType, canMerge, numRuns) => {
    fc.assert(
      fc.property(plan, (list) => {
        const written = writtenOf(list, canMerge);
        check(written, readTaskList(openWorkbook(bytesOf(written, bookType), "list"), { year: 2020 }));
      }),
      { numRuns },
    );
  });

  it("through a table in Word", async () => {
    await fc.assert(
      fc.asyncProperty(plan, async (list) => {
        const written = writtenOf(list, true);
        check(written, readTaskList(openWorkbook(await wordBytesOf(written), "list"), { year: 2020 }));
      }),
      { numRuns: 30 },
    );
  });
});

const word = fc.constantFrom(
  "",
  "",
  "",
  ..."序号 工作任务 责任单位 牵头单位 完成时限 具体措施 备注 1 2 １ 一 一、大气 （一）水 合计 小计 注：说明 填表人：张三 同上 〃 / — 4月 上旬 4月10日前 尽快 A局、B局 任务甲 措施乙 √ 2020年 44104 20200630".split(
    " ",
  ),
);
const cells = fc.array(fc.array(word, { maxLength: 8 }), { minLength: 1, maxLength: 14 });
const spans = fc.array(fc.tuple(fc.nat(7), fc.nat(13), fc.nat(3), fc.nat(3)), { maxLength: 6 });

describe("nothing is dropped silently, whatever the sheet", () => {
  it("never throws but a refusal, keeps the order, accounts for every row, and names a problem for each listed one", () => {
    let read = 0;
    fc.assert(
      fc.property(cells, spans, fc.boolean(), (rows, merged, withHeader) => {
        const merges = merged.map(
          ([left, top, wide, tall]) => `${letter(left)}${top + 1}:${letter(left + wide)}${top + 1 + tall}`,
        );
        const all = withHeader ? [["序号", "工作任务", "具体措施", "责任单位", "完成时限", "备注"], ...rows] : rows;
        try {
          const reading = readTaskList(workbookOf([sheetOf(all, { merges })]), { year: 2020 });
          read += 1;
          const numbers = reading.rows.map((row) => row.row);
          expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
          expect(new Set(numbers).size).toBe(numbers.length);
          expect(balances(reading.accounting)).toBe(true);
          expect(reading.count).toBe(reading.accounting.items);
          expect(reading.problems.filter((problem) => problem.field === "title").length).toBe(
            reading.accounting.listed,
          );
          expect(reading.rows.every((row) => row.title !== "")).toBe(true);
        } catch (error) {
          if (!isAppError(error)) throw error;
        }
      }),
      { numRuns: 2500 },
    );
    // the fuzz did work
    expect(read).toBeGreaterThan(700);
  });
});
