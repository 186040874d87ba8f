/**
 * A deadline moved to another year, for a list that is started again (templates). Its words are read again in the new
 * year, written years moved with it; so what the text says and what the dates say stay one. What the words alone cannot
 * say (a serial number of Excel, a cell under the head of a month) has its dates moved instead.
 */
import { isoOf, lastDayOf } from "../calendar/dates.ts";
import { parsePeriod } from "../calendar/period-grammar.ts";
import type { Period } from "../calendar/period.ts";
import { datesAsText, namesYear, shiftYears, withoutLeapDay } from "../calendar/shift-years.ts";

/** What should be looked at before a list is started again, worded under `campaigns.remarks`. */
export const moveRemarks = ["leap-day", "not-read", "other-year", "year-in-title"] as const;
export type MoveRemark = (typeof moveRemarks)[number];

export interface MovedPeriod {
  readonly period: Period;
  readonly remark: MoveRemark | null;
}

/**
 * Moves a period of a list of the year `from` to the year `to`.
 * @returns the period there; remark `leap-day`: a 29 February became the 28th; `not-read`: the words say no dates that
 *   could be moved, and name a year, which was moved by its figures alone
 */
export const movePeriod = (period: Period, from: number, to: number): MovedPeriod => {
  const years = to - from;
  if (years === 0) return { period, remark: null };
  const base = baseOf(period, from);
  if (base === null) return shifted(period, years);
  const text = shiftYears(period.text, years);
  const read = parsePeriod(text, { year: base + years });
  if (isMoved(period, read, years)) return { period: read, remark: remarkUnread(period) };
  const lastDay = withoutLeapDay(text);
  const atLastDay = parsePeriod(lastDay, { year: base + years });
  if (lastDay !== text && isMoved(period, atLastDay, years)) return { period: atLastDay, remark: "leap-day" };
  return shifted(period, years);
};

const hasDates = ({ start, due }: Period): boolean => start !== undefined || due !== undefined;

const remarkUnread = (period: Period): MoveRemark | null =>
  period.kind === "unknown" && namesYear(period.text) ? "not-read" : null;

const yearIn = (iso: string | undefined): number | undefined =>
  iso === undefined ? undefined : Number(iso.slice(0, 4));

/** The year by which the text reads as the period that is kept: the list's own, or one around its dates. Null: by none. */
const baseOf = (period: Period, from: number): number | null => {
  const around = [yearIn(period.start), yearIn(period.due)].flatMap((year) =>
    year === undefined ? [] : [year, year - 1, year + 1],
  );
  return [from, ...around].find((year) => isSame(parsePeriod(period.text, { year }), period)) ?? null;
};

const isSame = (read: Period, kept: Period): boolean => wordless(read) === wordless(kept);

/** All that a period says but its text, in one order. */
const wordless = ({ text: _text, ...said }: Period): string =>
  JSON.stringify(Object.entries(said).sort(([a], [b]) => (a < b ? -1 : 1)));

/** The same day so many years later; the last of the month where the year has no such day. */
export const shiftDay = (iso: string, years: number): string => {
  const [year = 0, month = 1, day = 1] = iso.split("-").map(Number);
  return isoOf(year + years, month, Math.min(day, lastDayOf(year + years, month)));
};

const isLastOfFebruary = (iso: string): boolean =>
  iso.slice(5, 7) === "02" && Number(iso.slice(8)) === lastDayOf(Number(iso.slice(0, 4)), 2);

/** February's last day is that of either year; every other day keeps its month and day. */
const isShiftOf = (before: string | undefined, after: string | undefined, years: number): boolean => {
  if (before === undefined || after === undefined) return before === after;
  if (shiftDay(before, years) === after) return true;
  return (
    isLastOfFebruary(before) &&
    isLastOfFebruary(after) &&
    Number(after.slice(0, 4)) === Number(before.slice(0, 4)) + years
  );
};

const isMoved = (before: Period, after: Period, years: number): boolean =>
  before.kind === after.kind && isShiftOf(before.start, after.start, years) && isShiftOf(before.due, after.due, years);

/** Kinds that cover whole months or ten-day periods: their end is the month's, however long it is. */
const toMonthsEnd = new Set<Period["kind"]>(["ten-day", "month", "quarter", "half-year", "year"]);

const shifted = (period: Period, years: number): MovedPeriod => {
  const { start, due, kind, text } = period;
  const later = (iso: string): string =>
    toMonthsEnd.has(kind) && isLastOfFebruary(iso)
      ? shiftDay(iso.replace(/-\d+$/, "-01"), years).replace(
          /-01$/,
          `-${lastDayOf(Number(iso.slice(0, 4)) + years, 2)}`,
        )
      : shiftDay(iso, years);
  const moved: Period = {
    ...period,
    ...(start !== undefined && { start: later(start) }),
    ...(due !== undefined && { due: later(due) }),
  };
  const isLeapDay = [start, due].some(
    (iso) => iso !== undefined && iso.endsWith("-02-29") && !later(iso).endsWith("-29"),
  );
  return {
    period: { ...moved, text: shiftedText(moved, text, years) },
    remark: isLeapDay && !toMonthsEnd.has(kind) ? "leap-day" : null,
  };
};

/** Words without a year stay beside their dates; those with one are moved, or the dates are written out in their place. */
const shiftedText = (moved: Period, text: string, years: number): string => {
  if (!hasDates(moved)) return shiftYears(text, years);
  const isSerial = /^\s*\d{5}(?:\.\d+)?\s*$/u.test(text);
  const written = shiftYears(text, years);
  if (!isSerial && written === text) return text;
  const read = parsePeriod(written, {});
  return !isSerial && read.start === moved.start && read.due === moved.due
    ? written
    : datesAsText(moved.start, moved.due, moved.kind === "by");
};
