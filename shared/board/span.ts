/**
 * What of a period stands on the board of one year: from when to when, whether it goes on before or after, the dues of
 * what recurs, and which ten-day columns that covers, wholly or partly.
 */
import { addDays } from "../calendar/dates.ts";
import type { Period } from "../calendar/period.ts";
import { isLasting } from "../tasks/due.ts";
import { nextDue } from "../tasks/occurrences.ts";
import { beginOfTenDay, endOfTenDay, firstOfYear, tenDayOf, tenDaysOfYear } from "./ten-days.ts";
import type { BoardRow } from "./view.ts";

export type BoardSpan = Pick<BoardRow, "from" | "to" | "dues" | "before" | "after" | "lasting">;

const within = (day: string | undefined, year: number): string | null =>
  day !== undefined && Number(day.slice(0, 4)) === year ? day : null;

/** No shift moves a due further than this many days. */
const farthest = 31;

/** Dues of a recurring period that lie in a year once they are shifted. */
const duesIn = (period: Period, year: number, shift: (due: string) => string): string[] => {
  const dues: string[] = [];
  const until = addDays(`${year}-12-31`, farthest);
  let due = nextDue(period, addDays(`${year}-01-01`, -farthest));
  while (due !== null && due <= until) {
    const shifted = shift(due);
    if (within(shifted, year) !== null) dues.push(shifted);
    due = nextDue(period, addDays(due, 1));
  }
  return dues;
};

/**
 * @param due where the period itself names none: the day counted from the receipt (immediate, working days)
 * @param shift moves a recurring due as the setting `recurringShift` says
 */
export const spanInYear = (
  period: Period,
  year: number,
  due: string | null = null,
  shift: (due: string) => string = (day) => day,
): BoardSpan => {
  if (period.kind === "recurring") {
    const dues = duesIn(period, year, shift);
    return { from: null, to: null, dues, before: false, after: false, lasting: false };
  }
  const end = period.due ?? due ?? undefined;
  const begin = period.start;
  const lasting = isLasting(period);
  const [first, last] = [`${year}-01-01`, `${year}-12-31`];
  /** From when it goes on from one day to the next; a deadline alone is one day. */
  const since = begin ?? (lasting ? (end ?? "") : undefined);
  const runs = since !== undefined && since <= last && (lasting || (end !== undefined && end >= first));
  return {
    from: within(begin, year),
    to: within(end, year),
    dues: [],
    before: runs && since < first,
    after: runs && (lasting || (end !== undefined && end > last)),
    lasting,
  };
};

/** Whether there is anything to draw. */
export const isOnBoard = ({ from, to, dues, before, after }: BoardSpan): boolean =>
  from !== null || to !== null || dues.length > 0 || before || after;

/** A task without any date stands on the board of every year; one with dates on those of the years that it touches. */
export const belongsToYear = (period: Period, span: BoardSpan, due: string | null): boolean => {
  if (isOnBoard(span)) return true;
  if (period.kind === "recurring")
    return period.every !== "year" && period.start === undefined && period.due === undefined;
  return (period.due ?? due) === null && period.start === undefined;
};

/** `whole`: every day of the ten; `part`: some of them; `deadline`: by a day in it; `due`: of what recurs; `on`: it lasts. */
export type TenDayMark = "whole" | "part" | "deadline" | "due" | "on";

/** The marks of the year's 36 columns; undefined: nothing in it. */
export const marksOf = (span: BoardSpan, year: number): (TenDayMark | undefined)[] => {
  const first = firstOfYear(year);
  const marks = Array.from<TenDayMark | undefined>({ length: tenDaysOfYear });
  for (const due of span.dues) marks[tenDayOf(due) - first] = "due";
  const { from, to, before, after, lasting } = span;
  const hasBar = from !== null || before;
  const end = to ?? (after && !lasting ? `${year}-12-31` : null);
  if (hasBar && end !== null) {
    const begin = from ?? `${year}-01-01`;
    for (let at = tenDayOf(begin); at <= tenDayOf(end); at++)
      marks[at - first] = beginOfTenDay(at) >= begin && endOfTenDay(at) <= end ? "whole" : "part";
  } else if (to !== null) marks[tenDayOf(to) - first] = "deadline";
  if (lasting && after) {
    const since = to === null ? (from === null ? 0 : tenDayOf(from) - first) : tenDayOf(to) - first + 1;
    for (let at = since; at < tenDaysOfYear; at++) marks[at] = "on";
  }
  return marks;
};
