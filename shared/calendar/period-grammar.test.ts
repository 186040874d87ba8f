import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isoOf, lastDayOf } from "./dates.ts";
import { parsePeriod, readPeriod } from "./period-grammar.ts";
import { periodKinds, periodSchema } from "./period.ts";

/** `text → what it means in a list of 2020`, one line each: kind, start–due or 'by' due, and what else. */
const table = `
# date (start = due)
4月23日 | date 2020-04-23
4月23号 | date 2020-04-23
04月03日 | date 2020-04-03
４月２３日 | date 2020-04-23
四月二十三日 | date 2020-04-23
十二月三十一日 | date 2020-12-31
十月一日 | date 2020-10-01
4 月 23 日 | date 2020-04-23
2020年4月23日 | date 2020-04-23
2021年1月5日 | date 2021-01-05
二〇二〇年四月二十三日 | date 2020-04-23
20年4月23日 | date 2020-04-23
2020-09-30 | date 2020-09-30
2020-9-3 | date 2020-09-03
2020.6.30 | date 2020-06-30
2020.06.30 | date 2020-06-30
2020/6/30 | date 2020-06-30
2020．6．30 | date 2020-06-30
20200630 | date 2020-06-30
44104 | date 2020-09-30
44104.5 | date 2020-09-30
2020-06-30 00:00:00 | date 2020-06-30
2020-06-30T00:00:00Z | date 2020-06-30
2020/6/30 0:00 | date 2020-06-30
4月23日（星期四） | date 2020-04-23
4月23日（周四）上午 | date 2020-04-23
4月23日上午 | date 2020-04-23
4月23日9:00 | date 2020-04-23
于4月23日召开 | date 2020-04-23
4月23日前后？ | unknown
今年4月23日 | date 2020-04-23
明年1月5日 | date 2021-01-05
2月29日 | date 2020-02-29
4.23 | date 2020-04-23
4/23 | date 2020-04-23
# by
4月10日前 | by 2020-04-10
4月10日以前 | by 2020-04-10
4月10日之前 | by 2020-04-10
4月10号前 | by 2020-04-10
10月底前 | by 2020-10-31
10月末前 | by 2020-10-31
十月底前 | by 2020-10-31
2月底前 | by 2020-02-29
2021年2月底前 | by 2021-02-28
2020.10.31前 | by 2020-10-31
2020-10-31前 | by 2020-10-31
2020/10/31前 | by 2020-10-31
２０２０年７月底前 | by 2020-07-31
20200630前 | by 2020-06-30
年底前 | by 2020-12-31
年末前 | by 2020-12-31
2024年底前 | by 2024-12-31
2024年底前，并长期坚持 | by 2024-12-31 ongoing
2020年底前，并长期坚持 | by 2020-12-31 ongoing
6月底前完成，并长期坚持 | by 2020-06-30 ongoing
6月底前并持续推进 | by 2020-06-30 ongoing
长期坚持，6月底前完成 | by 2020-06-30 ongoing
6月底前完成 | by 2020-06-30
6月底前完成整改 | by 2020-06-30
2020年12月底前完成 | by 2020-12-31
4月10日前（长期坚持） | by 2020-04-10 ongoing
力争6月底前完成 | by 2020-06-30
4月10日下班前 | by 2020-04-10
4月10日17:00前 | by 2020-04-10
4月10日（周五）前 | by 2020-04-10
即日起至6月30日 | by 2020-06-30
自即日起至6月底 | by 2020-06-30
截至6月30日 | by 2020-06-30
6月30日止 | by 2020-06-30
不晚于6月30日 | by 2020-06-30
一季度末前 | by 2020-03-31
三季度末 | by 2020-09-30
上半年前 | by 2020-06-30
5月上旬前 | by 2020-05-10
5月中旬前 | by 2020-05-20
明年3月底前 | by 2021-03-31
2021年3月31日前 | by 2021-03-31
4.10前 | by 2020-04-10
于每季度？前 | unknown
4月10日前报市人大办公室 | by 2020-04-10
9月底前取得阶段性成效 | by 2020-09-30
10月31日前完成整改并报送 | by 2020-10-31
# range
5月19日至20日 | range 2020-05-19 2020-05-20
5月19日—20日 | range 2020-05-19 2020-05-20
5月19日-20日 | range 2020-05-19 2020-05-20
5月19-20日 | range 2020-05-19 2020-05-20
5月19日～20日 | range 2020-05-19 2020-05-20
5月19日~20日 | range 2020-05-19 2020-05-20
5月19日一20日 | range 2020-05-19 2020-05-20
5月26日到29日 | range 2020-05-26 2020-05-29
12月3日—5日 | range 2020-12-03 2020-12-05
12月3日——5日 | range 2020-12-03 2020-12-05
9月15日－11月15日 | range 2020-09-15 2020-11-15
9月15日至11月15日 | range 2020-09-15 2020-11-15
6月—11月 | range 2020-06-01 2020-11-30
6-11月 | range 2020-06-01 2020-11-30
6至11月 | range 2020-06-01 2020-11-30
6月至11月 | range 2020-06-01 2020-11-30
六月至十一月 | range 2020-06-01 2020-11-30
六至十一月 | range 2020-06-01 2020-11-30
6月份至11月份 | range 2020-06-01 2020-11-30
2020年6月至11月 | range 2020-06-01 2020-11-30
2020年6-11月 | range 2020-06-01 2020-11-30
2021年6月—11月 | range 2021-06-01 2021-11-30
3月上、中旬 | range 2020-03-01 2020-03-20
3月上中旬 | range 2020-03-01 2020-03-20
3月中下旬 | range 2020-03-11 2020-03-31
7月中、下旬 | range 2020-07-11 2020-07-31
3月上旬至中旬 | range 2020-03-01 2020-03-20
3月上旬、中旬 | range 2020-03-01 2020-03-20
3月中旬至4月上旬 | range 2020-03-11 2020-04-10
3月下旬—4月初 | range 2020-03-21 2020-04-10
4月初至6月底 | range 2020-04-01 2020-06-30
11月15日至次年3月15日 | range 2020-11-15 2021-03-15
11月15日至翌年3月15日 | range 2020-11-15 2021-03-15
11月至次年3月 | range 2020-11-01 2021-03-31
11月15日至明年3月15日 | range 2020-11-15 2021-03-15
12月—2月 | range 2020-12-01 2021-02-28
12月至次年2月 | range 2020-12-01 2021-02-28
12月10日-1月10日 | range 2020-12-10 2021-01-10
2019年12月—2月 | range 2019-12-01 2020-02-29
2020年三季度—2021年一季度 | range 2020-07-01 2021-03-31
2020年10月至2021年3月 | range 2020-10-01 2021-03-31
2020.10-2021.3 | range 2020-10-01 2021-03-31
2020.4.1-2020.4.30 | range 2020-04-01 2020-04-30
2020.4.1—4.30 | range 2020-04-01 2020-04-30
2020-04-01至2020-04-30 | range 2020-04-01 2020-04-30
2020/4/1-2020/4/30 | range 2020-04-01 2020-04-30
2020年4月1日-30日 | range 2020-04-01 2020-04-30
10月至2021年3月 | range 2020-10-01 2021-03-31
自4月1日起至6月30日止 | range 2020-04-01 2020-06-30
从4月1日到6月30日 | range 2020-04-01 2020-06-30
4月1日起至年底 | range 2020-04-01 2020-12-31
4月至年底 | range 2020-04-01 2020-12-31
一季度至三季度 | range 2020-01-01 2020-09-30
一至三季度 | range 2020-01-01 2020-09-30
二、三季度 | range 2020-04-01 2020-09-30
三季度至次年一季度 | range 2020-07-01 2021-03-31
前三季度 | range 2020-01-01 2020-09-30
4、5月 | range 2020-04-01 2020-05-31
4月、5月 | range 2020-04-01 2020-05-31
5月19、20日 | range 2020-05-19 2020-05-20
5月19日、20日 | range 2020-05-19 2020-05-20
6月上半月 | range 2020-06-01 2020-06-15
6月下半月 | range 2020-06-16 2020-06-30
2020年—2022年 | range 2020-01-01 2022-12-31
2020-2022年 | range 2020-01-01 2022-12-31
6月至11月，并长期坚持 | range 2020-06-01 2020-11-30 ongoing
3月、6月、9月 | range 2020-03-01 2020-09-30 gap
# ten-day
3月上旬 | ten-day 2020-03-01 2020-03-10
3月中旬 | ten-day 2020-03-11 2020-03-20
3月下旬 | ten-day 2020-03-21 2020-03-31
三月中旬 | ten-day 2020-03-11 2020-03-20
2月下旬 | ten-day 2020-02-21 2020-02-29
2021年2月下旬 | ten-day 2021-02-21 2021-02-28
2020.3上旬 | unknown
2020年3月中旬 | ten-day 2020-03-11 2020-03-20
4月初 | ten-day 2020-04-01 2020-04-10
8月末 | ten-day 2020-08-21 2020-08-31
8月底 | ten-day 2020-08-21 2020-08-31
5月上旬召开动员会 | ten-day 2020-05-01 2020-05-10
3月份中旬 | ten-day 2020-03-11 2020-03-20
# month, quarter, half-year, year
12月 | month 2020-12-01 2020-12-31
12月份 | month 2020-12-01 2020-12-31
十二月 | month 2020-12-01 2020-12-31
2月 | month 2020-02-01 2020-02-29
2020年12月 | month 2020-12-01 2020-12-31
2020-06 | month 2020-06-01 2020-06-30
2020.6 | month 2020-06-01 2020-06-30
2020/6 | month 2020-06-01 2020-06-30
202006 | month 2020-06-01 2020-06-30
12月内 | month 2020-12-01 2020-12-31
一季度 | quarter 2020-01-01 2020-03-31
第一季度 | quarter 2020-01-01 2020-03-31
1季度 | quarter 2020-01-01 2020-03-31
四季度 | quarter 2020-10-01 2020-12-31
2021年二季度 | quarter 2021-04-01 2021-06-30
2021年第二季度 | quarter 2021-04-01 2021-06-30
上半年 | half-year 2020-01-01 2020-06-30
下半年 | half-year 2020-07-01 2020-12-31
2021年上半年 | half-year 2021-01-01 2021-06-30
年内 | year 2020-01-01 2020-12-31
2021年内 | year 2021-01-01 2021-12-31
2021年 | year 2021-01-01 2021-12-31
2021年度 | year 2021-01-01 2021-12-31
全年 | year 2020-01-01 2020-12-31
年内完成 | year 2020-01-01 2020-12-31
全年持续推进 | year 2020-01-01 2020-12-31 ongoing
# recurring
每月5日前 | recurring every:month day:5 by
每月5日之前 | recurring every:month day:5 by
每月５日前 | recurring every:month day:5 by
每月五日前 | recurring every:month day:5 by
每月25日前报送 | recurring every:month day:25 by
每月15日 | recurring every:month day:15
每月15号 | recurring every:month day:15
每月逢15日 | recurring every:month day:15
每个月15日 | recurring every:month day:15
每月上旬 | recurring every:month tenDay:1
每月中旬 | recurring every:month tenDay:2
每月下旬 | recurring every:month tenDay:3
每月初 | recurring every:month tenDay:1
每月底 | recurring every:month tenDay:3
每月底前 | recurring every:month day:31 by
每月 | recurring every:month
每月一次 | recurring every:month
每月1次 | recurring every:month
每月调度一次 | recurring every:month
每月不少于2次 | recurring every:month
按月 | recurring every:month
每季度 | recurring every:quarter
每季 | recurring every:quarter
每季度一次 | recurring every:quarter
每季度末月25日前 | recurring every:quarter day:25 by
每周 | recurring every:week
每周一次 | recurring every:week
每周不少于2次 | recurring every:week
每周一 | recurring every:week weekday:1
每周五 | recurring every:week weekday:5
每周日 | recurring every:week weekday:7
每周天 | recurring every:week weekday:7
每周五下班前 | recurring every:week weekday:5 by
每季度末月底前 | recurring every:quarter day:31 by
3月起，每月5日前 | recurring 2020-03-01 every:month day:5 by
每周五前 | recurring every:week weekday:5 by
每星期三 | recurring every:week weekday:3
每半年 | recurring every:half-year
每年 | recurring every:year
每月5日前，长期坚持 | recurring every:month day:5 by ongoing
每月5日、20日 | recurring every:month
每周一、三、五 | recurring every:week
每周二至周五 | recurring every:week
5月至10月每月15日 | recurring 2020-05-01 2020-10-31 every:month day:15
4月起每月5日前 | recurring 2020-04-01 every:month day:5 by
每年11月15日至次年3月15日 | recurring 2020-11-15 2021-03-15 every:year
# immediate
立行立改 | immediate
即知即改 | immediate
立知立行 | immediate
立整立改 | immediate
立即整改 | immediate
立行立改，长期坚持 | immediate ongoing
立行立改、持续坚持 | immediate ongoing
立行立改并长期坚持 | immediate ongoing
即知即改，并持续坚持 | immediate ongoing
长期坚持、立行立改 | immediate ongoing
# ongoing
长期坚持 | ongoing ongoing
持续推进 | ongoing ongoing
常态化 | ongoing ongoing
持续坚持 | ongoing ongoing
长期 | ongoing ongoing
常态化推进 | ongoing ongoing
长期坚持。 | ongoing ongoing
# workdays
接到通知后7个工作日内 | workdays:7
收到交办件后5个工作日内 | workdays:5
七个工作日内 | workdays:7
15个工作日 | workdays:15
10个工作日内办结 | workdays:10
自4月起长期坚持 | ongoing 2020-04-01 ongoing
# unknown
6月左右 | unknown
汛期前 | unknown
适时 | unknown
4月起 | unknown
4月10日后 | unknown
6月底前、12月底前 | unknown
尽快 | unknown
另行通知 | unknown
2月30日 | unknown
13月 | unknown
20日 | unknown
会后 | unknown
5月20日至5月19日 | unknown
第五季度 | unknown
12345 | unknown
99999999 | unknown
`;

type Case = { text: string; meant: string };

const cases: Case[] = table
  .split("\n")
  .filter((line) => line.includes(" | "))
  .map((line) => {
    const [text = "", meant = ""] = line.split(" | ");
    return { text, meant };
  });

/** What was read, in the table's own words. */
const told = (text: string): string => {
  const { period, trouble } = readPeriod(text, { year: 2020 });
  const dates = [period.start, period.due].filter((date) => date !== undefined);
  const isPoint = period.kind === "date" && period.start === period.due;
  return [
    period.workdays === undefined ? period.kind : `workdays:${period.workdays}`,
    ...(isPoint ? dates.slice(1) : dates),
    ...(period.every ? [`every:${period.every}`] : []),
    ...(period.day ? [`day:${period.day}`] : []),
    ...(period.weekday ? [`weekday:${period.weekday}`] : []),
    ...(period.tenDay ? [`tenDay:${period.tenDay}`] : []),
    ...(period.by ? ["by"] : []),
    ...(period.ongoing ? ["ongoing"] : []),
    ...(trouble === "period-gap" ? ["gap"] : []),
  ].join(" ");
};

describe("Period: the grammar's kinds and examples", () => {
  it("has more than 150 phrases of every kind", () => {
    expect(cases.length).toBeGreaterThan(150);
    expect(new Set(cases.map(({ text }) => parsePeriod(text, { year: 2020 }).kind))).toEqual(new Set(periodKinds));
  });

  it.each(cases)("$text → $meant", ({ text, meant }) => {
    expect(told(text)).toBe(meant);
  });

  it.each(cases)("`text` of $text is as written", ({ text }) => {
    expect(parsePeriod(` ${text} `, { year: 2020 }).text).toBe(text.trim());
    expect(() => periodSchema.parse(parsePeriod(text, { year: 2020 }))).not.toThrow();
  });
});

describe("Period: the year", () => {
  it("in the text itself; else that of the list", () => {
    expect(parsePeriod("2021年4月10日前", { year: 2020 }).due).toBe("2021-04-10");
    expect(parsePeriod("4月10日前", { year: 2021 }).due).toBe("2021-04-10");
  });

  it("or asked for: the kind is known, the dates are not", () => {
    const { period, trouble } = readPeriod("4月10日前");
    expect(period).toEqual({ text: "4月10日前", kind: "by" });
    expect(trouble).toBe("period-year-missing");
  });

  it("without a year what needs none is read all the same", () => {
    expect(readPeriod("每月5日前").trouble).toBeUndefined();
    expect(readPeriod("2021年3月至次年2月").period).toMatchObject({ start: "2021-03-01", due: "2022-02-28" });
    expect(readPeriod("10月至2021年3月").period).toMatchObject({ start: "2020-10-01", due: "2021-03-31" });
  });
});

describe("Period: blanks, serials, grids", () => {
  it.each(["", "  ", "/", "—", "——", "－", "\u3000"])(
    "a blank period (%j) is unknown with empty text and no problem",
    (text) => {
      expect(readPeriod(text, { year: 2020 })).toEqual({ period: { text: "", kind: "unknown" } });
    },
  );

  it.each([
    "5月20日至5月10日",
    "5月20日-10日",
    "2020-06-30至2020-06-01",
    "2020年12月至2020年2月",
    "自5月20日至5月10日前完成",
    "5月20日至5月10日召开会议",
  ])("a period that ends before it begins: %s is kept as written, with a problem of its own", (text) => {
    expect(readPeriod(text, { year: 2020 })).toEqual({
      period: { text, kind: "unknown" },
      trouble: "period-backwards",
    });
  });

  it("an end in an earlier month lies in the next year, and is no period that ends before it begins", () => {
    expect(readPeriod("12月—2月", { year: 2020 })).toMatchObject({ period: { due: "2021-02-28" } });
    expect(readPeriod("10月1日至9月1日", { year: 2020 }).trouble).toBeUndefined();
  });

  it("unknown: anything else, with a problem", () => {
    expect(readPeriod("尽快", { year: 2020 })).toEqual({
      period: { text: "尽快", kind: "unknown" },
      trouble: "period-unknown",
    });
  });

  it("a bare serial counts from 1904 where the workbook does", () => {
    expect(parsePeriod("42642", { date1904: true }).due).toBe("2020-09-30");
  });

  it.each([
    ["19日至20日", "2020-05-19", "2020-05-20"],
    ["5日", "2020-05-05", "2020-05-05"],
    ["下旬", "2020-05-21", "2020-05-31"],
  ])("%s under a grid's May", (text, start, due) => {
    expect(parsePeriod(text, { year: 2020, month: 5 })).toMatchObject({ start, due });
  });
});

const day = fc
  .tuple(fc.integer({ min: 2000, max: 2049 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 31 }))
  .map(([year, month, n]) => ({ year, month, day: Math.min(n, lastDayOf(year, month)) }));

const dashes = fc.constantFrom("至", "—", "-", "－", "~", "到", "——", "～");

describe("Period: properties", () => {
  it("a day reads back in every writing of it", () => {
    fc.assert(
      fc.property(day, ({ year, month, day: n }) => {
        const iso = isoOf(year, month, n);
        const compact = iso.replaceAll("-", "");
        for (const text of [
          iso,
          compact,
          `${year}.${month}.${n}`,
          `${year}/${month}/${n}`,
          `${year}年${month}月${n}日`,
        ]) {
          expect(parsePeriod(text)).toEqual({ text, kind: "date", start: iso, due: iso });
          expect(parsePeriod(`${text}前`)).toEqual({ text: `${text}前`, kind: "by", due: iso });
        }
      }),
    );
  });

  it("a range of months ends in the next year just when its end is an earlier month", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 12 }), dashes, (from, to, dash) => {
        const { start, due } = parsePeriod(`${from}月${dash}${to}月`, { year: 2020 });
        const endYear = to < from ? 2021 : 2020;
        expect({ start, due }).toEqual({
          start: isoOf(2020, from, 1),
          due: isoOf(endYear, to, lastDayOf(endYear, to)),
        });
      }),
    );
  });

  it("whatever is written, it is read without an error, the text is kept and the dates are days in order", () => {
    const words = fc.constantFrom(
      ..."2020年 月 日 前 底 至 — - . / 上 中 下 旬 季度 半年 每 周 长期坚持 立行立改 12 3 31 个工作日 、 ， ( ) 〃".split(
        " ",
      ),
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(words, { maxLength: 9 }).map((parts) => parts.join("")),
        ),
        (text) => {
          const period = parsePeriod(text, { year: 2020 });
          const { start = "", due = start } = period;
          const isRealDay = (date: string) => date === "" || new Date(date).toISOString().slice(0, 10) === date;
          expect(periodSchema.safeParse(period).success).toBe(true);
          expect(["", text.trim()]).toContain(period.text);
          expect([isRealDay(start), isRealDay(due), start <= due]).toEqual([true, true, true]);
        },
      ),
      { numRuns: 3000 },
    );
  });
});
