/** The month of a dispatch meeting as days, and the month that a new one is most likely about. */
import { isoOf, lastDayOf } from "../calendar/dates.ts";

/** `2026-07` as the figures that stand in words. */
export const monthParts = (of: string): { year: number; month: number } => {
  const [year = 0, month = 1] = of.split("-").map(Number);
  return { year, month };
};

export const firstDayOfMonth = (month: string): string => `${month}-01`;

export const lastDayOfMonth = (month: string): string => {
  const { year, month: number } = monthParts(month);
  return isoOf(year, number, lastDayOf(year, number));
};

export const isInMonth = (day: string | null, month: string): boolean => day !== null && day.startsWith(`${month}-`);

/** Up to this day of a month one still speaks of the month before. */
const lastOfLooking = 10;

/** The month that a meeting held on `on` is usually about: in its first ten days the one before. */
export const usualMonth = (on: string): string => {
  const [year = 0, month = 1, day = 1] = on.split("-").map(Number);
  if (day > lastOfLooking) return on.slice(0, 7);
  return month === 1 ? isoOf(year - 1, 12, 1).slice(0, 7) : isoOf(year, month - 1, 1).slice(0, 7);
};
