/**
 * The yearly table of holidays, imported when the State Council has announced a year that the program does not know yet.
 * It is read from any sheet or text with a day and a word for it in each row (2027-10-01, 休), as offices pass it on.
 */
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { parsePeriod } from "#shared/calendar/period-grammar.ts";
import { type HolidayTable, holidayTableSchema } from "#shared/calendar/workdays.ts";
import { AppError } from "#shared/errors.ts";
import { settingsRecordId } from "#shared/system/settings.ts";
import { openWorkbook } from "../sheets/open.ts";
import { asRefusal } from "../store/connection.ts";
import { commit, type Committed } from "../store/commit.ts";
import type { Store } from "../store/store.ts";
import { refreshDay } from "../tasks/refresh-day.ts";

const offWords = /休|假|off|holiday/iu;
const workedWords = /班|work/iu;

/**
 * Takes a table in; a year that was imported before is replaced.
 * @throws AppError `file-not-readable`, `holidays-none` when no row holds a day and a word for it
 */
export const importHolidays = (store: Store, path: string): Committed & { years: number[] } => {
  const table = readHolidays(bytesOf(path), basename(path));
  const merged = holidayTableSchema.parse({ ...store.holidays(), ...table });
  const done = commit(store, {
    action: "settings.holidays",
    changes: [{ record: settingsRecordId, kind: "settings", unit: "holidays", value: merged }],
  });
  refreshDay(store);
  return { ...done, years: Object.keys(table).map(Number) };
};

const bytesOf = (path: string): Uint8Array => {
  try {
    return readFileSync(path);
  } catch (error) {
    throw new AppError("file-not-readable", { path }, { cause: asRefusal(error, path) });
  }
};

/** Days off and weekend days worked, by year. */
export const readHolidays = (bytes: Uint8Array, fileName: string): HolidayTable => {
  const years: Record<string, { holidays: string[]; workdays: string[] }> = {};
  for (const texts of rowsOf(bytes, fileName)) {
    const day = texts.map(dayOf).find((found) => found !== null);
    const word = texts.filter((text) => dayOf(text) === null).join(" ");
    if (!day || !(workedWords.test(word) || offWords.test(word))) continue;
    const year = (years[day.slice(0, 4)] ??= { holidays: [], workdays: [] });
    (workedWords.test(word) ? year.workdays : year.holidays).push(day);
  }
  if (Object.keys(years).length === 0) throw new AppError("holidays-none", { name: fileName });
  return years;
};

const rowsOf = (bytes: Uint8Array, fileName: string): string[][] =>
  openWorkbook(bytes, fileName).sheets.flatMap(({ rows }) => rows.map(({ cells }) => cells.map(({ text }) => text)));

const dayOf = (text: string): string | null => {
  const { kind, due } = parsePeriod(text);
  return kind === "date" && due ? due : null;
};
