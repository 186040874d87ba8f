/**
 * The due dates of a recurring period (每月5日前, 每季度, 每周一), computed from cycles counted as whole numbers, so that
 * any occurrence is found without walking from the beginning. A cycle without a named day is due on its last day.
 */
import { addDays, isoOf, lastDayOf, weekdayOf } from "../calendar/dates.ts";
import type { Period } from "../calendar/period.ts";

const yearOf = (day: string): number => Number(day.slice(0, 4));
const monthOf = (day: string): number => Number(day.slice(5, 7));

/** How many months one cycle lasts; a week is counted in days instead. */
const monthsOfCycle = { month: 1, quarter: 3, "half-year": 6, year: 12 } as const;

/** A Monday from which weeks are counted. */
const firstMonday = "1970-01-05";
const daysSince = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;

const cycleOf = (period: Period, day: string): number => {
  if (period.every === "week") return Math.floor(daysSince(firstMonday, day) / 7);
  const months = monthsOfCycle[period.every ?? "month"];
  return Math.floor((yearOf(day) * 12 + monthOf(day) - 1) / months);
};

const dueOfCycle = (period: Period, cycle: number): string => {
  if (period.every === "week") return addDays(firstMonday, cycle * 7 + (period.weekday ?? 7) - 1);
  const months = monthsOfCycle[period.every ?? "month"];
  const lastMonth = cycle * months + months - 1;
  const year = Math.floor(lastMonth / 12);
  if (period.every === "year" && period.due) return dayInYear(period.due, year);
  return dayInMonth(period, year, (lastMonth % 12) + 1);
};

const dayInYear = (pattern: string, year: number): string => {
  const month = monthOf(pattern);
  return isoOf(year, month, Math.min(Number(pattern.slice(8)), lastDayOf(year, month)));
};

const dayInMonth = ({ day, tenDay }: Period, year: number, month: number): string => {
  const last = lastDayOf(year, month);
  if (day) return isoOf(year, month, Math.min(day, last));
  return isoOf(year, month, tenDay === undefined || tenDay === 3 ? last : tenDay * 10);
};

/** A year's dates stand for every year; of the other recurrences they are the span within which it recurs. */
const spanOf = (period: Period): { from?: string; to?: string } =>
  period.every === "year" ? {} : { from: period.start, to: period.due };

/** The first due date on or after `day`; null when the recurrence has ended by then. */
export const nextDue = (period: Period, day: string): string | null => {
  const { from, to } = spanOf(period);
  const since = from !== undefined && from > day ? from : day;
  let cycle = cycleOf(period, since);
  while (dueOfCycle(period, cycle) < since) cycle += 1;
  const due = dueOfCycle(period, cycle);
  return to !== undefined && due > to ? null : due;
};

/** The last due date before `day`; null when there was none yet. */
export const previousDue = (period: Period, day: string): string | null => {
  const { from, to } = spanOf(period);
  const until = to !== undefined && to < day ? addDays(to, 1) : day;
  let cycle = cycleOf(period, until);
  while (dueOfCycle(period, cycle) >= until) cycle -= 1;
  const due = dueOfCycle(period, cycle);
  return from !== undefined && due < from ? null : due;
};

/** The first day of the occurrence that is due on `due`. */
export const beginOfOccurrence = (period: Period, due: string): string => {
  const before = previousDue(period, due);
  if (before !== null) return addDays(before, 1);
  if (period.every === "week") return addDays(due, 1 - weekdayOf(due));
  return period.every !== "year" && period.start ? period.start : `${due.slice(0, 7)}-01`;
};
