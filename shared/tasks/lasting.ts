/**
 * What lasts (长期坚持) is never overdue. Where its campaign says how often, it is to be reported on by the end of each
 * interval: of the week on Sunday, of the others on the last day of their last month.
 */
import { addDays } from "../calendar/dates.ts";
import type { Period } from "../calendar/period.ts";
import { nextDue, previousDue } from "./occurrences.ts";
import type { ReportInterval } from "./record.ts";

export interface ReportDue {
  /** By when it is to be reported on next; null: it is not. */
  readonly reportDue: string | null;
  /** The interval before had no report though the task was there, nor has this one until now. */
  readonly reportMissed: boolean;
}

export const noReport: ReportDue = { reportDue: null, reportMissed: false };

/** Whether it was reported on from one day to another, both included. */
export type Reported = (from: string, to: string) => boolean;

/** A recurrence without a named day is due on the last day of its cycle. */
const cyclesOf = (every: ReportInterval): Period => ({ text: "", kind: "recurring", every });

export const reportsOf = (every: ReportInterval, issuedOn: string, today: string, wasReported: Reported): ReportDue => {
  const cycles = cyclesOf(every);
  const end = nextDue(cycles, today) ?? today;
  const before = previousDue(cycles, end) ?? addDays(end, -1);
  const begin = addDays(before, 1);
  if (wasReported(begin, today)) return { reportDue: nextDue(cycles, addDays(end, 1)), reportMissed: false };
  const beforeBegan = addDays(previousDue(cycles, before) ?? before, 1);
  return { reportDue: end, reportMissed: issuedOn <= before && !wasReported(beforeBegan, before) };
};
