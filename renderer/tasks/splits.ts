/** Ready breakdowns ('to each month and ten-day period'): the task's period cut at the ends of months or ten-day periods. */
import { beginOfTenDay, endOfTenDay, tenDayOf, tenDaysOfMonth } from "#shared/board/ten-days.ts";
import { composePeriod } from "#shared/calendar/compose-period.ts";
import type { Period } from "#shared/calendar/period.ts";

export type Split = "month" | "ten-day";

/** More lines than this are no breakdown that a person would look through. */
const mostParts = 108;

export interface SplitPart {
  readonly start: string;
  readonly due: string;
  /** As offices write it: 3月, 3月上旬. */
  readonly text: string;
}

/** Where a task can be split: from its first day, or from the month of its deadline on, to its last. */
export const splitSpan = ({ start, due }: Period, today: string): { start: string; due: string } | undefined => {
  if (due === undefined) return undefined;
  const from = start ?? (today < due ? today : `${due.slice(0, 8)}01`);
  return from <= due ? { start: from, due } : undefined;
};

/** Each month or each ten days that the span touches; the first and last end where the span does. */
export const splitParts = (span: { start: string; due: string }, by: Split, year: number): readonly SplitPart[] => {
  const parts: SplitPart[] = [];
  const length = by === "month" ? tenDaysOfMonth : 1;
  const first = tenDayOf(span.start) - (by === "month" ? tenDayOf(span.start) % tenDaysOfMonth : 0);
  for (let at = first; at <= tenDayOf(span.due) && parts.length < mostParts; at += length) {
    const begin = beginOfTenDay(at);
    const end = endOfTenDay(at + length - 1);
    const start = begin < span.start ? span.start : begin;
    const due = end > span.due ? span.due : end;
    parts.push({ start, due, text: composePeriod({ start, due }, year) });
  }
  return parts;
};
