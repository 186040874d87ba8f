/**
 * Working days in China: weekends, public holidays, and the weekends worked instead. The table inside ends with the last
 * year that the State Council had announced; beyond it only weekends are known, and every answer says so, because a
 * silent guess about a deadline is worse than none. Newer years are imported as a table.
 */
import announced from "chinese-days/dist/chinese-days.json" with { type: "json" };
import { z } from "zod";
import { addDays, weekdayOf } from "./dates.ts";
import { isoDate } from "./period.ts";

/** Imported years: for each (`"2027"`), the ISO days off beside weekends, and the weekend days that are worked. */
export const holidayTableSchema = z.record(
  z.string().regex(/^\d{4}$/),
  z.object({ holidays: z.array(isoDate), workdays: z.array(isoDate) }),
);
export type HolidayTable = Readonly<
  Record<string, { readonly holidays: readonly string[]; readonly workdays: readonly string[] }>
>;

type WorkCalendar = {
  readonly years: ReadonlySet<number>;
  readonly holidays: ReadonlySet<string>;
  readonly workdays: ReadonlySet<string>;
};

const yearOf = (iso: string): number => Number(iso.slice(0, 4));

/** What chinese-days knows. */
const builtIn: WorkCalendar = {
  years: new Set(Object.keys(announced.holidays).map(yearOf)),
  holidays: new Set(Object.keys(announced.holidays)),
  workdays: new Set(Object.keys(announced.workdays)),
};

const calendars = new WeakMap<HolidayTable, WorkCalendar>();

/** The table inside with the imported years; an imported year replaces what was known of it. */
const calendarWith = (table: HolidayTable | undefined): WorkCalendar => {
  if (!table) return builtIn;
  const known = calendars.get(table);
  if (known) return known;
  const imported = new Set(Object.keys(table).map(Number));
  const kept = (days: ReadonlySet<string>) => [...days].filter((day) => !imported.has(yearOf(day)));
  const years = Object.values(table);
  const calendar: WorkCalendar = {
    years: new Set([...builtIn.years, ...imported]),
    holidays: new Set([...kept(builtIn.holidays), ...years.flatMap((year) => year.holidays)]),
    workdays: new Set([...kept(builtIn.workdays), ...years.flatMap((year) => year.workdays)]),
  };
  calendars.set(table, calendar);
  return calendar;
};

/** The last year whose holidays are known, imported ones included. */
export const lastTableYear = (table?: HolidayTable): number => Math.max(...calendarWith(table).years);

/** Whether one works on this ISO day. `beyondTable`: its year is not in the table, so only weekends were considered. */
export const isWorkday = (
  iso: string,
  table?: HolidayTable,
): { readonly works: boolean; readonly beyondTable: boolean } => {
  const calendar = calendarWith(table);
  const beyondTable = !calendar.years.has(yearOf(iso));
  if (calendar.workdays.has(iso)) return { works: true, beyondTable };
  return { works: weekdayOf(iso) <= 5 && !calendar.holidays.has(iso), beyondTable };
};

/**
 * The day by which `count` working days have passed, the day of receipt not counted: 1 from a Friday is the next Monday.
 * `beyondTable` tells that a day on the way lies in a year without announced holidays.
 */
export const addWorkdays = (
  from: string,
  count: number,
  table?: HolidayTable,
): { readonly date: string; readonly beyondTable: boolean } => {
  let date = from;
  let left = count;
  let beyondTable = !calendarWith(table).years.has(yearOf(from));
  while (left > 0) {
    date = addDays(date, 1);
    const day = isWorkday(date, table);
    beyondTable ||= day.beyondTable;
    if (day.works) left -= 1;
  }
  return { date, beyondTable };
};
