import fc from "fast-check";
import { expect, test } from "vitest";
import { fromTsv, toTsv } from "./tsv.ts";

test("copied cells with line breaks, tabs or quotes are quoted as Excel writes them", () => {
  expect(
    toTsv([
      ["a", "b\nc"],
      ['say "x"', "d"],
    ]),
  ).toBe('a\t"b\nc"\n"say ""x"""\td');
});

test("what Excel copied is read as the cells that it was, without a line for the break at its end", () => {
  expect(fromTsv("组织视察\t5月\r\n开展调研\t\r\n")).toEqual([
    ["组织视察", "5月"],
    ["开展调研", ""],
  ]);
  expect(fromTsv("一格")).toEqual([["一格"]]);
});

test("a quote that closes nothing is kept as it was written", () => {
  expect(fromTsv('"碧水\t蓝天')).toEqual([['"碧水', "蓝天"]]);
  expect(fromTsv('打好"碧水"保卫战\tb')).toEqual([['打好"碧水"保卫战', "b"]]);
});

test("what is copied is pasted as the same cells, whatever they hold", () => {
  const cell = fc.string({ unit: fc.constantFrom("a", "村", '"', "\t", "\n", " "), maxLength: 6 });
  const width = fc.integer({ min: 1, max: 4 });
  const table = width.chain((cells) =>
    fc.array(fc.array(cell, { minLength: cells, maxLength: cells }), { minLength: 1, maxLength: 5 }),
  );
  const kept = fc.property(table, (rows) => {
    expect(fromTsv(`${toTsv(rows)}\n`)).toEqual(rows);
  });
  fc.assert(kept);
});
