/**
 * A point of time as one writes it in a deadline: a day, a ten-day period, a month, a quarter, half a year, a year, with
 * or without its year. Reading (`pointOf`) knows nothing of 'now'; `spanOf` places a point in a year afterwards.
 */
import { isDay, isoOf, lastDayOf } from "./dates.ts";

/** Where the year comes from: written out, said relative to the list's year, or not said at all. */
export type YearWord = { readonly written: number } | { readonly relative: -1 | 0 | 1 } | undefined;

export type Point = {
  readonly unit: "day" | "ten-day" | "half-month" | "month" | "quarter" | "quarters" | "half-year" | "year";
  readonly year: YearWord;
  readonly month?: number;
  /** Day, ten-day period 1–3, half 1–2, or quarter 1–4, as the unit says. */
  readonly part?: number;
  /** 年底, 季末: the end of the year or quarter rather than the whole. */
  readonly atEnd?: boolean;
};

/** What stands around a point and lends it what it does not say. */
export type Context = { readonly month?: number; readonly year?: YearWord };

export type Span = { readonly start: string; readonly due: string };

const TEN_DAY: Record<string, number> = { 上: 1, 中: 2, 下: 3 };
const DAY_TAIL =
  /^(?:\(?(?:星期|周|礼拜)[一二三四五六日天]\)?)?(?:上午|下午|晚上?|全天|中午|上班|下班)?(?:\d{1,2}[时点:：]\d{0,2}分?)?$/u;

const yearOf = (text: string): { year: YearWord; rest: string; separator: string } => {
  const written = /^(?:公元)?((?:19|20)\d{2})(年度?|[-./](?=\d))/u.exec(text);
  if (written) {
    return { year: { written: Number(written[1]) }, rest: text.slice(written[0].length), separator: written[2] ?? "" };
  }
  const short = /^'?(\d{2})年度?(?=$|\d|上|下|第|全|底|末|内|Q)/u.exec(text);
  if (short) return { year: { written: 2000 + Number(short[1]) }, rest: text.slice(short[0].length), separator: "年" };
  const relative = /^(今年|本年度?|当年|明年|次年|翌年|来年|下一?年|第2年|去年|上年)/u.exec(text);
  if (!relative) return { year: undefined, rest: text, separator: "" };
  const word = relative[0];
  const years = /^(今|本|当)/u.test(word) ? 0 : /^(去|上)/u.test(word) ? -1 : 1;
  return { year: { relative: years }, rest: text.slice(word.length).replace(/^的/u, ""), separator: "年" };
};

const withinMonth = (rest: string, year: YearWord, month: number): Point | undefined => {
  if (rest === "" || rest === "内" || rest === "当月" || rest === "间" || rest === "期间")
    return { unit: "month", year, month };
  const day = /^(\d{1,2})(?:[日号]|$)(.*)$/u.exec(rest);
  if (day && DAY_TAIL.test(day[2] ?? "")) {
    const n = Number(day[1]);
    return n >= 1 && n <= 31 ? { unit: "day", year, month, part: n } : undefined;
  }
  const tenDay = /^([上中下])旬内?$/u.exec(rest);
  if (tenDay) return { unit: "ten-day", year, month, part: TEN_DAY[tenDay[1] ?? ""] };
  if (rest === "初") return { unit: "ten-day", year, month, part: 1 };
  if (rest === "中") return { unit: "ten-day", year, month, part: 2 };
  if (/^(?:月?[底末])$/u.test(rest)) return { unit: "ten-day", year, month, part: 3 };
  const half = /^([上下])半月$/u.exec(rest);
  if (half) return { unit: "half-month", year, month, part: half[1] === "上" ? 1 : 2 };
  if (/^(?:最后[1一]天)$/u.test(rest)) return { unit: "day", year, month, part: 31 };
  return undefined;
};

const withoutMonth = (rest: string, year: YearWord): Point | undefined => {
  if (/^(?:第?([1-4])季度?|Q([1-4]))(?:内|之内)?$/u.test(rest)) {
    return { unit: "quarter", year, part: Number(/[1-4]/u.exec(rest)?.[0]) };
  }
  const quarterEnd = /^第?([1-4])季度?[末底]$/u.exec(rest);
  if (quarterEnd) return { unit: "quarter", year, part: Number(quarterEnd[1]), atEnd: true };
  const quarters = /^前([2-3])个?季度$/u.exec(rest);
  if (quarters) return { unit: "quarters", year, part: Number(quarters[1]) };
  const half = /^([上下])半年度?(内|底|末)?$/u.exec(rest);
  if (half) {
    return { unit: "half-year", year, part: half[1] === "上" ? 1 : 2, atEnd: half[2] === "底" || half[2] === "末" };
  }
  if (/^(?:年内|年度内|全年度?|整年|全年内)$/u.test(rest)) return { unit: "year", year };
  if (/^(?:年[底末]|年终)$/u.test(rest)) return { unit: "year", year, atEnd: true };
  if (year === undefined) return undefined;
  if (rest === "" || rest === "内" || rest === "度内") return { unit: "year", year };
  return /^(?:[底末]|岁末)$/u.test(rest) ? { unit: "year", year, atEnd: true } : undefined;
};

const compactPoint = (text: string): Point | undefined => {
  const digits = /^((?:19|20)\d{2})(\d{2})(\d{2})?$/u.exec(text);
  if (!digits) return undefined;
  const year = { written: Number(digits[1]) };
  const month = Number(digits[2]);
  if (month < 1 || month > 12) return undefined;
  if (digits[3] === undefined) return { unit: "month", year, month };
  return isDay(year.written, month, Number(digits[3]))
    ? { unit: "day", year, month, part: Number(digits[3]) }
    : undefined;
};

/** Reads the whole of a normalised text as one point; undefined when it is none. */
export const pointOf = (text: string, context: Context = {}): Point | undefined => {
  const compact = compactPoint(text);
  if (compact) return compact;
  const { year, rest, separator } = yearOf(text);
  const month = /^(\d{1,2})(?:月份?|([-./])(?=\d))(.*)$/u.exec(rest);
  if (month) {
    const n = Number(month[1]);
    const mayBeDash = month[2] !== "-" || separator !== "";
    if (n < 1 || n > 12 || !mayBeDash) return undefined;
    return withinMonth(month[3] ?? "", year ?? context.year, n);
  }
  // 2020.6 and 2020-06 are months; a year with 年 wants 月 behind the number
  if (/^[-./]$/u.test(separator)) {
    const only = /^(\d{1,2})([底末初])?$/u.exec(rest);
    const n = Number(only?.[1]);
    return only && n >= 1 && n <= 12 ? withinMonth(only[2] ?? "", year, n) : undefined;
  }
  const whole = withoutMonth(rest, year ?? (context.month === undefined ? context.year : undefined));
  if (whole && (year !== undefined || rest !== "")) return whole;
  if (year === undefined && context.month !== undefined) return inContextMonth(rest, context, context.month);
  return undefined;
};

/** 20日, 中旬, 月底: the month is the one before it, or that of the grid's head. A bare number needs 日. */
const inContextMonth = (rest: string, context: Context, month: number): Point | undefined => {
  if (rest === "" || /^\d{1,2}$/u.test(rest)) return undefined;
  return withinMonth(rest.replace(/^(?:本|当)?月(?=[底末初中])/u, ""), context.year, month);
};

const monthsOf = (point: Point): readonly [number, number] => {
  const part = point.part ?? 1;
  if (point.unit === "quarter") return [part * 3 - 2, part * 3];
  if (point.unit === "quarters") return [1, part * 3];
  if (point.unit === "half-year") return part === 1 ? [1, 6] : [7, 12];
  if (point.unit === "year") return [1, 12];
  return [point.month ?? 1, point.month ?? 1];
};

/** The months in which a point begins and ends, 1–12, whatever its year. */
export const monthsOfPoint = (point: Point): { readonly first: number; readonly last: number } => {
  const [first, last] = monthsOf(point);
  return { first, last };
};

/** The days that a point covers in `year`; undefined for a day that the month does not have (2月30日). */
export const spanOf = (point: Point, year: number): Span | undefined => {
  const [first, last] = monthsOf(point);
  const part = point.part ?? 1;
  if (point.unit === "day") {
    if (!isDay(year, first, part)) return undefined;
    return { start: isoOf(year, first, part), due: isoOf(year, first, part) };
  }
  const monthEnd = lastDayOf(year, last);
  if (point.unit === "ten-day") {
    return { start: isoOf(year, first, part * 10 - 9), due: isoOf(year, first, part === 3 ? monthEnd : part * 10) };
  }
  if (point.unit === "half-month") {
    return part === 1
      ? { start: isoOf(year, first, 1), due: isoOf(year, first, 15) }
      : { start: isoOf(year, first, 16), due: isoOf(year, first, monthEnd) };
  }
  return { start: isoOf(year, first, 1), due: isoOf(year, last, monthEnd) };
};
