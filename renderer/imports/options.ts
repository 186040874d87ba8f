/**
 * How the file is to be read, as the person has put it right so far. Each change keeps what it does not touch, but
 * another sheet has another header, and another header other columns: what hangs on them is dropped, so that a
 * mapping made for one table is never laid over another.
 */
import type { Stage, StageOptions } from "#shared/imports/view.ts";

export const withYear = (options: StageOptions, year: number | undefined): StageOptions => ({ ...options, year });

export const withSheet = (options: StageOptions, sheet: string): StageOptions => ({ year: options.year, sheet });

export const withHeader = (options: StageOptions, headerRows: { from: number; to: number }): StageOptions => ({
  year: options.year,
  sheet: options.sheet,
  headerRows,
});

/** Meanings that several columns of a list may carry side by side; of any other meaning there is one column. */
const shared: ReadonlySet<string> = new Set([
  "extra",
  "slot",
  "lead",
  "responsible",
  "support",
  "unit",
  "progress",
  "state",
]);

/**
 * The whole mapping after column `index` is given `meaning`. The column that had it until now is kept under its own
 * name, because a list has one title and one period.
 */
export const withMeaning = (
  options: StageOptions,
  columns: Stage["columns"],
  index: number,
  meaning: string,
): StageOptions => {
  const meaningOf = (column: Stage["columns"][number]): string => {
    if (column.index === index) return meaning;
    return column.meaning === meaning && !shared.has(meaning) ? "extra" : column.meaning;
  };
  const mapping = Object.fromEntries(columns.map((column) => [String(column.index), meaningOf(column)]));
  return { ...options, mapping };
};

/**
 * Header lines after a click on `row`: a plain click makes it the whole header, a click with Shift stretches the
 * header to it. A header has at most three lines ('Finding the table'); a longer stretch keeps those nearest the click.
 */
export const headerAfterClick = (
  current: { from: number; to: number },
  row: number,
  stretch: boolean,
): { from: number; to: number } => {
  if (!stretch) return { from: row, to: row };
  if (row < current.from) return { from: row, to: Math.min(current.to, row + 2) };
  return { from: Math.max(Math.min(current.from, row), row - 2), to: row };
};
