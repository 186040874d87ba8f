/** Tasks that recur monthly within 2020, and their reports. */
import type { Period } from "../calendar/period.ts";
import type { DemoTaskStep } from "./types.ts";

/** 每月N日前, from a month to the end of 2020. */
export const monthlyUntilYearEnd = (text: string, day: number, firstMonth: string): Period => ({
  text,
  kind: "recurring",
  every: "month",
  day,
  by: true,
  start: `2020-${firstMonth}-01`,
  due: "2020-12-31",
});

const two = (number: number): string => String(number).padStart(2, "0");

/** Reported the day before each due date and confirmed on it, from a month to December. */
export const reportedMonthly = (firstMonth: number, dueDay: number, text: string): readonly DemoTaskStep[] =>
  Array.from({ length: 13 - firstMonth }, (_, index) => `2020-${two(firstMonth + index)}`).flatMap((month) => {
    const occurrence = `${month}-${two(dueDay)}`;
    return [
      { step: "report-done", on: `${month}-${two(dueDay - 1)}`, occurrence, text, percent: 100 },
      { step: "confirm", on: occurrence, occurrence },
    ] satisfies DemoTaskStep[];
  });
