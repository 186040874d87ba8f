/** Deadlines as a person writes them here: read by the period grammar, with the year that is meant. */
import { readPeriod } from "#shared/calendar/period-grammar.ts";
import type { Period } from "#shared/calendar/period.ts";
import { AppError } from "#shared/errors.ts";
import type { ImportFacts } from "#shared/imports/record.ts";
import type { Store } from "../store/store.ts";

/**
 * What names no year means `year`.
 * @throws AppError `period-backwards` for one that ends before it begins
 */
export const writtenPeriod = (text: string, year: number): Period => {
  const { period, trouble } = readPeriod(text, { year });
  if (trouble === "period-backwards") throw new AppError("period-backwards", { text: period.text });
  return period;
};

export const yearOfToday = (store: Store): number => Number(store.today().slice(0, 4));

/** The year that a record's deadlines mean: that of its list, else of the deadline that it has, else this one. */
export const yearMeant = (store: Store, importId: string | null, period: Period): number => {
  const facts = importId === null ? null : store.fact<ImportFacts>(importId, "facts");
  const known = period.due ?? period.start;
  return facts?.year ?? (known === undefined ? yearOfToday(store) : Number(known.slice(0, 4)));
};

/** A period written for a task that is there. @throws AppError `period-backwards` */
export const periodWritten = (
  store: Store,
  { importId, period }: { readonly importId: string | null; readonly period: Period },
  text: string,
): Period => writtenPeriod(text, yearMeant(store, importId, period));
