import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { lastDayOf } from "../calendar/dates.ts";
import { parsePeriod } from "../calendar/period-grammar.ts";
import type { Period } from "../calendar/period.ts";
import { namesYear, shiftYears } from "../calendar/shift-years.ts";
import { movePeriod } from "./move-period.ts";

const read = (text: string, year = 2020): Period => parsePeriod(text, { year });
const moved = (text: string, to = 2021, from = 2020) => movePeriod(read(text, from), from, to);

describe("a text with years has them moved by the difference", () => {
  it.each([
    ["2020年6月30日前", "2021年6月30日前", "2021-06-30"],
    ["2020.6.30", "2021.6.30", "2021-06-30"],
    ["2020年底前", "2021年底前", "2021-12-31"],
    ["20200630", "20210630", "2021-06-30"],
    ["2020-06", "2021-06", "2021-06-30"],
    ["202006", "202106", "2021-06-30"],
    ["2020/6/5", "2021/6/5", "2021-06-05"],
    ["２０２０年6月", "２０２１年6月", "2021-06-30"],
    ["二〇二〇年六月底前", "二〇二一年六月底前", "2021-06-30"],
    ["20年6月底", "21年6月底", "2021-06-30"],
    ["2019年11月至2020年3月", "2020年11月至2021年3月", "2021-03-31"],
    ["2020年11月15日至次年3月15日", "2021年11月15日至次年3月15日", "2022-03-15"],
    ["2020-2021年", "2021-2022年", "2022-12-31"],
    ["2020年4月底前完成并长期坚持", "2021年4月底前完成并长期坚持", "2021-04-30"],
  ])("%s → %s", (before, after, due) => {
    const { period, remark } = moved(before);
    expect(period.text).toBe(after);
    expect(period.due).toBe(due);
    expect(remark).toBeNull();
  });
});

describe("a text without a year is read again in the new year", () => {
  it.each([
    ["6月底前", "2021-06-30"],
    ["5月上旬", "2021-05-10"],
    ["年底前", "2021-12-31"],
    ["次年3月底前", "2022-03-31"],
    ["11月15日至次年3月15日", "2022-03-15"],
    ["2月底前", "2021-02-28"],
  ])("%s", (text, due) => {
    const { period, remark } = moved(text);
    expect(period).toEqual(read(text, 2021));
    expect(period.due).toBe(due);
    expect(remark).toBeNull();
  });

  it("as it was read, where that was another year than the list's", () => {
    const { period } = movePeriod(read("12月底前", 2019), 2020, 2021);
    expect(period.due).toBe("2020-12-31");
  });
});

it.each(["10个工作日内", "立行立改", "长期坚持", "每月5日前", "每周一", "", "按上级要求"])(
  "%s stays as it is",
  (text) => {
    expect(moved(text)).toEqual({ period: read(text), remark: null });
  },
);

describe("29 February and days beyond the month's end become the last day, with a remark", () => {
  it.each([
    ["2月29日前", "2月28日前"],
    ["2020年2月29日", "2021年2月28日"],
    ["2020.2.29", "2021.2.28"],
    ["20200229", "20210228"],
    ["二月二十九日", "二月二十八日"],
  ])("%s → %s", (before, after) => {
    const { period, remark } = moved(before);
    expect(period).toMatchObject({ text: after, due: "2021-02-28" });
    expect(remark).toBe("leap-day");
  });

  it("without a remark where the next year has the day", () => {
    expect(moved("2月29日前", 2024)).toMatchObject({ period: { text: "2月29日前", due: "2024-02-29" }, remark: null });
  });
});

describe("words that alone do not say the dates", () => {
  it("a serial number of Excel becomes the day that it means, written out", () => {
    expect(moved("44012")).toMatchObject({ period: { text: "2021年6月30日", start: "2021-06-30", due: "2021-06-30" } });
  });
  it("a cell under the head of a month keeps its words, and its dates are moved", () => {
    const slot = parsePeriod("19日至20日", { year: 2020, month: 5 });
    expect(slot).toMatchObject({ start: "2020-05-19", due: "2020-05-20" });
    expect(movePeriod(slot, 2020, 2021).period).toEqual({ ...slot, start: "2021-05-19", due: "2021-05-20" });
  });
  it("words that could not be read have their year moved, with a remark", () => {
    expect(moved("待2020年要点印发后")).toMatchObject({ period: { text: "待2021年要点印发后" }, remark: "not-read" });
  });
});

it("a year is seen in a title however it is written, and a number that is none is not", () => {
  expect(["2020年工作要点", "二〇二〇年计划", "落实2020要点"].map(namesYear)).toEqual([true, true, true]);
  expect(["发放手册7000册", "第20201号文", "12345热线"].map(namesYear)).toEqual([false, false, false]);
  expect(shiftYears("鲁政发〔2020〕1号", 1)).toBe("鲁政发〔2020〕1号");
});

/** Deadlines as people write them, with and without years. */
const year = fc.integer({ min: 2016, max: 2030 });
const month = fc.integer({ min: 1, max: 12 });
const dayIn = fc
  .tuple(year, month, fc.integer({ min: 1, max: 31 }))
  .map(([y, m, d]) => ({ y, m, d: Math.min(d, lastDayOf(y, m)) }));
const two = (n: number): string => String(n).padStart(2, "0");
const written = fc.oneof(
  dayIn.chain(({ y, m, d }) =>
    fc.constantFrom(
      `${y}年${m}月${d}日`,
      `${y}年${m}月${d}日前`,
      `${y}.${m}.${d}`,
      `${y}-${two(m)}-${two(d)}`,
      `${y}/${m}/${d}`,
      `${y}${two(m)}${two(d)}`,
      `${m}月${d}日前`,
      `${y}年${m}月底前`,
      `${y}年${m}月上旬`,
      `${y}-${two(m)}`,
      `${m}月中旬`,
      `${m}月`,
      `${y}年底前`,
      `${y}年第${Math.ceil(m / 3)}季度`,
      `${y}年上半年`,
      `${m}月${d}日至次年${m}月${d}日`,
      `${y}年${m}月至${y + 1}年${m}月`,
      `次年${m}月底前`,
      `每月${Math.min(d, 28)}日前`,
      `${d}个工作日内`,
      `${y}年${m}月底前完成并长期坚持`,
    ),
  ),
  fc.constantFrom("立行立改", "长期坚持", "每季度", "", "按上级要求"),
);
const cases = fc.record({ text: written, base: year, years: fc.integer({ min: -4, max: 8 }) });
const isLeapDay = (iso: string | undefined): boolean => iso?.endsWith("-02-29") ?? false;
const datesOf = ({ kind, start, due }: Period) => ({ kind, start, due });

test("moving by no years changes nothing", () => {
  fc.assert(
    fc.property(cases, ({ text, base }) => {
      const period = read(text, base);
      expect(movePeriod(period, base, base)).toEqual({ period, remark: null });
    }),
  );
});

test("moving by n years and back gives the same dates, save for 29 February", () => {
  fc.assert(
    fc.property(cases, ({ text, base, years }) => {
      const period = read(text, base);
      fc.pre(!isLeapDay(period.start) && !isLeapDay(period.due));
      const there = movePeriod(period, base, base + years).period;
      const back = movePeriod(there, base + years, base).period;
      expect(datesOf(back)).toEqual(datesOf(period));
      expect(back.text).toBe(period.text);
    }),
  );
});

test("the moved text reads as the moved dates, and these lie n years on", () => {
  fc.assert(
    fc.property(cases, ({ text, base, years }) => {
      const period = read(text, base);
      const { period: there } = movePeriod(period, base, base + years);
      expect(read(there.text, base + years)).toEqual(there);
      expect(there.kind).toBe(period.kind);
      for (const key of ["start", "due"] as const) {
        const before = period[key];
        expect(there[key]?.slice(0, 7)).toBe(before && `${Number(before.slice(0, 4)) + years}${before.slice(4, 7)}`);
        if (before !== undefined && before.slice(5, 7) !== "02") expect(there[key]?.slice(8)).toBe(before.slice(8));
      }
    }),
  );
});
