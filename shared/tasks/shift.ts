/**
 * Occurrences whose due date falls on a day off, moved to a working day by the setting `recurringShift`. An occurrence
 * keeps the name that the recurrence gives it, which offices with other settings share; only the day by which it is
 * due moves, and the order of occurrences stays.
 */
import { addDays } from "../calendar/dates.ts";
import type { Period } from "../calendar/period.ts";
import { nextDue, previousDue } from "./occurrences.ts";

/** The day by which what is named by a day is due. Must keep the order of days. */
export type Shift = (day: string) => string;

export const unshifted: Shift = (day) => day;

/** No holiday lasts longer; a table that says otherwise moves nothing further than this many days. */
const farthest = 31;

/** The last working day before a day off, or the first after it. */
export const shiftTo =
  (where: "before" | "after", isWorkday: (day: string) => boolean): Shift =>
  (day) => {
    let found = day;
    for (let moved = 0; moved < farthest; moved += 1) {
      if (isWorkday(found)) return found;
      found = addDays(found, where === "before" ? -1 : 1);
    }
    return day;
  };

/** The first occurrence that is due on or after a day, by name. */
export const nextOccurrence = (period: Period, day: string, shift: Shift = unshifted): string | null => {
  if (shift === unshifted) return nextDue(period, day);
  let found = nextDue(period, addDays(day, -farthest));
  while (found !== null && shift(found) < day) found = nextDue(period, addDays(found, 1));
  return found;
};

/** The last occurrence that was due before a day, by name. */
export const previousOccurrence = (period: Period, day: string, shift: Shift = unshifted): string | null => {
  if (shift === unshifted) return previousDue(period, day);
  let found = previousDue(period, addDays(day, farthest));
  while (found !== null && shift(found) >= day) found = previousDue(period, found);
  return found;
};

/**
 * The occurrence that counts today, by name: the one before, as long as it was left without a report though the task was
 * there (漏报), else the coming one; the last, once the recurrence has ended. Null when there is none at all.
 */
export const currentOccurrence = (
  period: Period,
  today: string,
  issuedOn: string,
  isReported: (occurrence: string) => boolean,
  shift: Shift = unshifted,
): string | null => {
  const before = previousOccurrence(period, today, shift);
  if (before !== null && shift(before) >= issuedOn && !isReported(before)) return before;
  return nextOccurrence(period, today, shift) ?? before;
};

/** Those due from `from` to the first on or after `to`, by name, at most `most`, the latest ones. */
export const occurrencesBetween = (
  period: Period,
  from: string,
  to: string,
  most: number,
  shift: Shift = unshifted,
): string[] => {
  const found: string[] = [];
  let occurrence = nextOccurrence(period, to, shift) ?? previousOccurrence(period, to, shift);
  while (occurrence !== null && found.length < most && shift(occurrence) >= from) {
    found.push(occurrence);
    occurrence = previousDue(period, occurrence);
  }
  return found.reverse();
};

/** The occurrence that a word is of: the one it names, as this recurrence has it, else the first due on or after its day. */
export const occurrenceMeant = (
  period: Period,
  { occurrence, on }: { readonly occurrence?: string | undefined; readonly on: string },
  shift: Shift = unshifted,
): string | null => {
  if (occurrence !== undefined) return nextDue(period, occurrence) ?? previousDue(period, occurrence);
  return nextOccurrence(period, on, shift) ?? previousOccurrence(period, on, shift);
};

/**
 * Of hands with a recurrence of their own (每月3日前, so that all is there by the 5th): the occurrence that stands for
 * one of the whole. Of several within it the last; the one that is running where there is none.
 */
export const occurrenceWithin = (own: Period, occurrence: string, whole: Period): string | null => {
  const last = previousDue(own, addDays(occurrence, 1));
  const before = previousDue(whole, occurrence);
  if (last !== null && (before === null || last > before)) return last;
  return nextDue(own, occurrence) ?? last;
};
