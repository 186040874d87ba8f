import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays } from "../calendar/dates.ts";
import { parsePeriod } from "../calendar/period-grammar.ts";
import { daysOf, dragged, movedText } from "./drag.ts";
import { belongsToYear, marksOf, spanInYear } from "./span.ts";
import { beginOfTenDay, endOfTenDay, placeAfterDay, placeOfDay, tenDayOf } from "./ten-days.ts";

const read = (text: string, year = 2020) => parsePeriod(text, { year });
const signs = { whole: "W", part: "p", deadline: "D", due: "o", on: ">" } as const;
const marks = (text: string, year = 2020) => {
  const period = read(text);
  return marksOf(spanInYear(period, year), year)
    .map((mark) => (mark === undefined ? "." : signs[mark]))
    .join("");
};
const dots = (count: number): string => ".".repeat(count);

test("旬: 1–10, 11–20, 21 to the month's end; every day lies in the one that begins and ends around it", () => {
  expect([tenDayOf("2020-01-01"), tenDayOf("2020-12-31")].map((each) => each % 36)).toEqual([0, 35]);
  expect(beginOfTenDay(tenDayOf("2020-02-25"))).toBe("2020-02-21");
  expect(endOfTenDay(tenDayOf("2020-02-25"))).toBe("2020-02-29");
  const day = fc.integer({ min: 0, max: 4000 }).map((days) => addDays("2018-01-01", days));
  fc.assert(
    fc.property(day, (each) => {
      const at = tenDayOf(each);
      expect(beginOfTenDay(at) <= each && each <= endOfTenDay(at)).toBe(true);
      expect(placeAfterDay(each)).toBeGreaterThan(placeOfDay(each));
      expect(placeAfterDay(each)).toBeCloseTo(each.endsWith("12-31") ? 36 : placeOfDay(addDays(each, 1)), 9);
    }),
  );
});

test("a period covers its ten-day columns wholly or partly; a deadline marks its own, what recurs its dues, what lasts goes on", () => {
  expect(marks("3月中旬")).toBe(`${dots(7)}W${dots(28)}`);
  expect(marks("5月19日至20日")).toBe(`${dots(13)}p${dots(22)}`);
  expect(marks("5月15日至6月10日")).toBe(`${dots(13)}pWW${dots(20)}`);
  expect(marks("4月10日前")).toBe(`${dots(9)}D${dots(26)}`);
  expect(marks("每月5日前")).toBe("o..".repeat(12));
  expect(marks("长期坚持")).toBe(">".repeat(36));
  expect(marks("10月底前，并长期坚持")).toBe(`${dots(29)}D${">".repeat(6)}`);
  expect(marks("立行立改")).toBe(dots(36));
  expect(marks("11月15日至次年3月15日")).toBe(`${dots(31)}pWWWW`);
  expect(marks("11月15日至次年3月15日", 2021)).toBe(`WWWWWWWp${dots(28)}`);
});

test("a task stands on the board of the years that it touches; one without dates on every year's", () => {
  const stands = (text: string, year: number, due: string | null = null) => {
    const period = read(text);
    return belongsToYear(period, spanInYear(period, year, due), due);
  };
  expect([2019, 2020, 2021].map((year) => stands("4月10日前", year))).toEqual([false, true, false]);
  expect([2020, 2021, 2022].map((year) => stands("11月15日至次年3月15日", year))).toEqual([true, true, false]);
  expect([2019, 2020].map((year) => stands("待定", year))).toEqual([true, true]);
  expect([2019, 2020, 2021].map((year) => stands("10月底前，并长期坚持", year))).toEqual([false, true, true]);
  expect([2020, 2021].map((year) => stands("立行立改", year, "2020-05-22"))).toEqual([true, false]);
});

const days = (text: string) => daysOf(read(text)) ?? { start: null, due: "" };
const after = (text: string, ...how: Parameters<typeof dragged> extends [unknown, ...infer Rest] ? Rest : never) =>
  movedText(read(text), dragged(days(text), ...how), 2020);

test("dragging snaps to ten-day periods, with Alt to days; an end never passes the other, and N日前 stays one", () => {
  expect(after("3月中旬", "body", 1, "ten-day")).toBe("3月下旬");
  expect(after("3月中旬", "end", 3, "ten-day")).toBe("3月中旬—4月中旬");
  expect(after("3月中旬", "start", -1, "ten-day")).toBe("3月上旬—中旬");
  expect(after("3月中旬", "end", -9, "ten-day")).toBe("3月中旬");
  expect(after("3月中旬", "start", 9, "ten-day")).toBe("3月中旬");
  expect(after("4月10日前", "body", 1, "ten-day")).toBe("4月20日前");
  expect(after("4月10日前", "end", 2, "ten-day")).toBe("4月底前");
  expect(after("4月10日前", "start", -1, "ten-day")).toBe("3月下旬—4月上旬");
  expect(after("5月19日", "body", 1, "day")).toBe("5月20日");
  expect(after("5月19日", "end", 2, "day")).toBe("5月19日—21日");
  expect(after("12月", "body", 1, "ten-day")).toBe("2020年12月中旬—2021年1月上旬");
  expect(after("10月底前，并长期坚持", "body", -1, "ten-day")).toBe("10月20日前，并长期坚持");
});

test("whatever is dragged however far, the text reads back to just the days that were dragged", () => {
  const texts = fc.constantFrom("3月中旬", "4月10日前", "5月19日至20日", "二季度", "11月15日至次年3月15日", "2月29日");
  const run = fc.property(
    texts,
    fc.constantFrom("body" as const, "start" as const, "end" as const),
    fc.integer({ min: -40, max: 40 }),
    fc.constantFrom("ten-day" as const, "day" as const),
    (text, grip, by, step) => {
      const next = dragged(days(text), grip, by, step);
      expect(daysOf(read(movedText(read(text), next, 2020)))).toEqual(next);
    },
  );
  fc.assert(run, { numRuns: 2000 });
});
