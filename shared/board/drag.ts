/**
 * Moving a task on the board: its body, its beginning or its end, by ten-day periods (which it then fills) or by days.
 * The same for the pointer, the keys and the tests.
 */
import { addDays } from "../calendar/dates.ts";
import { composePeriod } from "../calendar/compose-period.ts";
import type { Period } from "../calendar/period.ts";
import { beginOfTenDay, endOfTenDay, tenDayOf } from "./ten-days.ts";

export type Grip = "body" | "start" | "end";
export type DragStep = "ten-day" | "day";

/** From when (null: only the end is set, N日前) to when. */
export interface Days {
  readonly start: string | null;
  readonly due: string;
}

const later = (a: string, b: string): string => (a > b ? a : b);
const earlier = (a: string, b: string): string => (a < b ? a : b);

const moved = ({ start, due }: Days, by: number, step: DragStep): Days => {
  if (step === "day") return { start: start === null ? null : addDays(start, by), due: addDays(due, by) };
  return {
    start: start === null ? null : beginOfTenDay(tenDayOf(start) + by),
    due: endOfTenDay(tenDayOf(due) + by),
  };
};

/** The days after a drag by so many steps; an end never passes the other. Without a step it is as it was. */
export const dragged = (days: Days, grip: Grip, by: number, step: DragStep): Days => {
  if (by === 0) return days;
  if (grip === "body") return moved(days, by, step);
  const { start, due } = days;
  if (grip === "end") {
    const end = moved({ start: null, due }, by, step).due;
    return { start, due: start === null ? end : later(end, step === "day" ? start : endOfTenDay(tenDayOf(start))) };
  }
  const from = start ?? beginOfTenDay(tenDayOf(due));
  const begin = step === "day" ? addDays(from, by) : beginOfTenDay(tenDayOf(from) + by);
  return { start: earlier(begin, step === "day" ? due : beginOfTenDay(tenDayOf(due))), due };
};

/** What a task can be dragged by; null for one without an end of its own. */
export const daysOf = ({ start, due }: Period): Days | null =>
  due === undefined ? null : { start: start ?? null, due };

/** The text of a period that was given other days; what lasts goes on lasting. @param year that the list's texts mean */
export const movedText = (period: Period, { start, due }: Days, year: number): string =>
  composePeriod({ start, due, ongoing: period.ongoing }, year);
