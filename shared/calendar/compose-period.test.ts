import fc from "fast-check";
import { expect, test } from "vitest";
import { composePeriod } from "./compose-period.ts";
import { addDays } from "./dates.ts";
import { parsePeriod } from "./period-grammar.ts";

const composed = (start: string | null, due: string, year = 2020) => composePeriod({ start, due }, year);

test("a dragged range becomes the text that people write, with the year where it differs", () => {
  expect(composed("2020-03-11", "2020-03-20")).toBe("3月中旬");
  expect(composed("2020-03-01", "2020-04-20")).toBe("3月上旬—4月中旬");
  expect(composed("2020-03-01", "2020-03-20")).toBe("3月上旬—中旬");
  expect(composed("2020-05-01", "2020-05-31")).toBe("5月");
  expect(composed("2020-05-01", "2020-07-31")).toBe("5月—7月");
  expect(composed("2020-04-01", "2020-06-30")).toBe("二季度");
  expect(composed("2020-01-01", "2020-06-30")).toBe("上半年");
  expect(composed("2020-01-01", "2020-12-31")).toBe("全年");
  expect(composed(null, "2020-04-10")).toBe("4月10日前");
  expect(composed(null, "2020-10-31")).toBe("10月底前");
  expect(composed("2020-05-19", "2020-05-19")).toBe("5月19日");
  expect(composed("2020-05-19", "2020-05-20")).toBe("5月19日—20日");
  expect(composed("2020-12-03", "2021-01-05")).toBe("2020年12月3日—2021年1月5日");
  expect(composed("2021-03-11", "2021-03-20")).toBe("2021年3月中旬");
  expect(composed("2020-11-01", "2021-02-28")).toBe("2020年11月—2021年2月");
  expect(composePeriod({ start: null, due: "2020-12-31", ongoing: true }, 2020)).toBe("12月底前，并长期坚持");
});

const same = (start: string | null, due: string, year: number, ongoing = false) => {
  const text = composePeriod({ start, due, ongoing }, year);
  const read = parsePeriod(text, { year });
  expect([text, read.start ?? null, read.due, read.ongoing ?? false]).toEqual([text, start, due, ongoing]);
};

const begins = (year: number): string[] =>
  Array.from({ length: 36 }, (_, at) => `${year}-${String(Math.floor(at / 3) + 1).padStart(2, "0")}-${at % 3}1`);

test("composing and parsing give the same for all pairs of ten-day periods, in the list's year and into the next", () => {
  const starts = begins(2020);
  const ends = [...begins(2020), ...begins(2021)].slice(1).map((day) => addDays(day, -1));
  for (const start of starts) for (const end of ends) if (end > start) same(start, end, 2020);
});

test("composing and parsing give the same for any two days, whatever the list's year, with a start and without", () => {
  const day = fc.integer({ min: 0, max: 2600 }).map((days) => addDays("2018-11-20", days));
  const years = fc.constantFrom(2018, 2019, 2020, 2021, 2026);
  const run = fc.property(day, fc.nat(500), years, fc.boolean(), fc.boolean(), (start, days, year, by, ongoing) =>
    same(by ? null : start, addDays(start, days), year, ongoing),
  );
  fc.assert(run, { numRuns: 4000 });
});
