/**
 * The text that people write for given days: 3月中旬, 3月上旬—4月中旬, 5月, 二季度, 4月10日前. The shortest words that mean
 * exactly these days, so that the period grammar reads them back to the same ones; the year stands where it differs from
 * the list's.
 */
import { lastDayOf } from "./dates.ts";

export interface Composed {
  /** Null: only the end is known (N日前). */
  readonly start: string | null;
  readonly due: string;
  /** 并长期坚持: it goes on after the due date. */
  readonly ongoing?: boolean | undefined;
}

interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly isMonthEnd: boolean;
}

const TEN_DAYS = ["上旬", "中旬", "下旬"] as const;
const QUARTERS = ["一季度", "二季度", "三季度", "四季度"] as const;
const HALVES = ["上半年", "下半年"] as const;
const GOES_ON = "，并长期坚持";

const dayOf = (iso: string): Day => {
  const [year = 0, month = 0, day = 0] = iso.split("-").map(Number);
  return { year, month, day, isMonthEnd: day === lastDayOf(year, month) };
};

const yearWord = (year: number, meant: number): string => (year === meant ? "" : `${year}年`);

/** The ten-day period that begins on a day; undefined for a day within one. */
const beginning = ({ day }: Day): string | undefined => ({ 1: TEN_DAYS[0], 11: TEN_DAYS[1], 21: TEN_DAYS[2] })[day];

/** The ten-day period that ends on a day. */
const ending = ({ day, isMonthEnd }: Day): string | undefined =>
  isMonthEnd ? TEN_DAYS[2] : { 10: TEN_DAYS[0], 20: TEN_DAYS[1] }[day];

const deadline = (due: Day, meant: number): string =>
  `${yearWord(due.year, meant)}${due.month}月${due.isMonthEnd ? "底" : `${due.day}日`}前`;

/** Whole months within one year: a month, a quarter, half a year, a year, or a range of months. */
const months = (first: number, last: number): string => {
  const count = last - first + 1;
  if (count === 12) return "全年";
  if (count === 6 && first % 6 === 1) return HALVES[(first - 1) / 6] ?? "";
  if (count === 3 && first % 3 === 1) return QUARTERS[(first - 1) / 3] ?? "";
  return count === 1 ? `${first}月` : `${first}月—${last}月`;
};

/** From one point to another; what the end leaves out it takes from the beginning, as the grammar reads it. */
const range = (start: Day, due: Day, from: string, to: string, meant: number): string => {
  const isOneYear = start.year === due.year;
  const years = isOneYear
    ? { from: yearWord(start.year, meant), to: "" }
    : // A year at the end alone would be taken for both.
      { from: `${start.year}年`, to: `${due.year}年` };
  const month = isOneYear && start.month === due.month ? "" : `${due.month}月`;
  return `${years.from}${start.month}月${from}—${years.to}${month}${to}`;
};

const span = (start: Day, due: Day, meant: number): string => {
  const isOneMonth = start.year === due.year && start.month === due.month;
  if (start.day === 1 && due.isMonthEnd) {
    if (start.year === due.year) return `${yearWord(start.year, meant)}${months(start.month, due.month)}`;
    return range(start, due, "", "", meant);
  }
  const [from, to] = [beginning(start), ending(due)];
  if (from !== undefined && to !== undefined) {
    return isOneMonth && from === to
      ? `${yearWord(start.year, meant)}${start.month}月${from}`
      : range(start, due, from, to, meant);
  }
  return isOneMonth && start.day === due.day
    ? `${yearWord(start.year, meant)}${start.month}月${start.day}日`
    : range(start, due, `${start.day}日`, `${due.day}日`, meant);
};

/**
 * Reads back to the same `start` and `due` by the period grammar with `year` as the list's year.
 * @param year the year that the list's texts mean when they name none
 */
export const composePeriod = ({ start, due, ongoing = false }: Composed, year: number): string => {
  const end = dayOf(due);
  const text = start === null ? deadline(end, year) : span(dayOf(start), end, year);
  return ongoing ? text + GOES_ON : text;
};
