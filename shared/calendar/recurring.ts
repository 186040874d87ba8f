/** Recurring deadlines: 每月5日前, 每月上旬, 每季度, 每周一. `undefined` when the text is not one. */
import type { Period } from "./period.ts";
import { numberOfNumerals } from "./normalise.ts";

export type Recurrence = Pick<Period, "every" | "day" | "weekday" | "tenDay" | "by">;

const WEEKDAYS = "一二三四五六日";
const TEN_DAY: Record<string, number> = { 上: 1, 中: 2, 下: 3, 初: 1, 末: 3, 底: 3 };
const COUNTED =
  /^(?:至少|不少于|不低于|调度|召开|开展|组织|报送|检查|巡查|督导|通报)*(?:\d+|[一二两三四五六七八九十]+)[次轮期回]/u;

const words: readonly (readonly [RegExp, NonNullable<Period["every"]>])[] = [
  [/^(?:每1?个?半年(?:度)?|按半年)/u, "half-year"],
  [/^(?:每1?个?季度?|按季度?|逐季度?|季度(?=$))/u, "quarter"],
  [/^(?:每1?个?月份?|按月|逐月|月月|每月度|月度(?=$))/u, "month"],
  [/^(?:每1?个?(?:周|星期|礼拜)|每1周|按周|逐周)/u, "week"],
  [/^(?:每1?个?年度?|按年度?|逐年)/u, "year"],
];

const BY = "(?:下班)?(?:之前|以前|底前|前)";

/** Day N of the month, by day N, within it: what stands behind 每月, or behind 末月 and 首月 of 每季度. */
const withinMonth = (rest: string): Recurrence => {
  const day = new RegExp(`^(?:的|第)?(\\d{1,2})[日号]?(${BY})?`, "u").exec(rest);
  const until = /^(?:\d{1,2})[日号]?[-至到](\d{1,2})[日号]/u.exec(rest);
  // 每月5日、20日: no single day
  if (/^\d{1,2}[日号]?[、,和及]/u.test(rest)) return {};
  const n = Number(until?.[1] ?? day?.[1]);
  if (n >= 1 && n <= 31 && !COUNTED.test(rest)) return { day: n, ...(day?.[2] || until ? { by: true } : {}) };
  const tenDay = /^([上中下])旬/u.exec(rest);
  if (tenDay) return { tenDay: TEN_DAY[tenDay[1] ?? ""], ...(/^[上中下]旬前/u.test(rest) ? { by: true } : {}) };
  if (/^(?:月?[底末]|最后[1一]天|最后[1一]日)(?:之前|以前|前)/u.test(rest)) return { day: 31, by: true };
  const edge = /^月?([初末底])/u.exec(rest);
  return edge ? { tenDay: TEN_DAY[edge[1] ?? ""] } : {};
};

const withinWeek = (rest: string): Recurrence => {
  const weekday = new RegExp(`^([一二三四五六日天末])(${BY})?`, "u").exec(rest);
  const several = /^[一二三四五六日天](?:[、,和及至到-]|[一二三四五六日天])/u.test(rest);
  if (!weekday || several || COUNTED.test(rest)) return {};
  const name = weekday[1] ?? "";
  const n = name === "末" ? 5 : WEEKDAYS.indexOf(name === "天" ? "日" : name) + 1;
  return { weekday: n, ...(weekday[2] ? { by: true } : {}) };
};

const withinQuarter = (rest: string): Recurrence => {
  const month = /^(?:度)?(?:末月|首月|末个?月|第[1-3一二三]个?月|最后[1一]个?月|的?次月)(.*)$/u.exec(rest);
  return month ? withinMonth(month[1] ?? "") : {};
};

/** Reads normalised text that begins with 每月, 每季度, 每周 … */
export const recurrenceOf = (text: string): Recurrence | undefined => {
  for (const [pattern, every] of words) {
    const match = pattern.exec(text);
    if (!match) continue;
    const rest = text.slice(match[0].length).replace(/^[,、的]/u, "");
    if (every === "month") return { every, ...withinMonth(rest.replace(/^逢/u, "")) };
    if (every === "week") return { every, ...withinWeek(text.endsWith("星期") ? "" : rest) };
    if (every === "quarter") return { every, ...withinQuarter(rest) };
    return { every };
  }
  return undefined;
};

/** 7, 七 → 7. */
export const countOf = (text: string): number | undefined =>
  /^\d+$/u.test(text) ? Number(text) : numberOfNumerals(text);
