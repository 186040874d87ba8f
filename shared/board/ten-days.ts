/**
 * Ten-day periods (旬) counted as whole numbers through the years, three a month, so that the board moves and measures
 * in them as one does in days.
 */
import { addDays, isoOf, lastDayOf } from "../calendar/dates.ts";

export const tenDaysOfMonth = 3;
export const tenDaysOfYear = 36;

/** The number of the ten-day period that a day lies in: 36 a year, the first of a year divisible by 36. */
export const tenDayOf = (day: string): number => {
  const [year = 0, month = 0, date = 0] = day.split("-").map(Number);
  return year * tenDaysOfYear + (month - 1) * tenDaysOfMonth + Math.min(2, Math.floor((date - 1) / 10));
};

export const firstOfYear = (year: number): number => year * tenDaysOfYear;

export const beginOfTenDay = (tenDay: number): string => {
  const place = tenDay % tenDaysOfYear;
  return isoOf((tenDay - place) / tenDaysOfYear, Math.floor(place / 3) + 1, (place % 3) * 10 + 1);
};

export const endOfTenDay = (tenDay: number): string => addDays(beginOfTenDay(tenDay + 1), -1);

/** Where in a year a day begins, in ten-day periods and their parts: 0 … 36. */
export const placeOfDay = (day: string): number => {
  const [year = 0, month = 0, date = 0] = day.split("-").map(Number);
  const third = Math.min(2, Math.floor((date - 1) / 10));
  const length = third === 2 ? lastDayOf(year, month) - 20 : 10;
  return (month - 1) * tenDaysOfMonth + third + (date - 1 - third * 10) / length;
};

/** Where in a year a day ends. */
export const placeAfterDay = (day: string): number => {
  const [year = 0, month = 0, date = 0] = day.split("-").map(Number);
  const third = Math.min(2, Math.floor((date - 1) / 10));
  const length = third === 2 ? lastDayOf(year, month) - 20 : 10;
  return (month - 1) * tenDaysOfMonth + third + (date - third * 10) / length;
};
