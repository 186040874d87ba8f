/**
 * Reads a task list (task-list-import.md): from a workbook's plain sheets to items with number, title, measures, units
 * and period, with every problem named and every row accounted for. Nothing is stored here.
 */
import type { Period } from "../calendar/period.ts";
import type { ColumnMapping } from "../sheets/columns.ts";
import { headerSignature } from "../sheets/columns.ts";
import { linesOf } from "../sheets/lines.ts";
import type { Accounting, ReadingColumn, ReadingNotice, ReadingProblem } from "../sheets/reading.ts";
import { noticesOf, readingColumns } from "../sheets/reading.ts";
import type { Workbook } from "../sheets/sheet.ts";
import type { SheetInfo } from "../sheets/table.ts";
import { findTable } from "../sheets/table.ts";
import type { YearFrom } from "../sheets/year.ts";
import { yearOfList } from "../sheets/year.ts";
import { taskDictionary } from "./reading-dictionary.ts";
import { readTaskLines } from "./reading-rows.ts";

export type TaskReadingOptions = {
  /** The year for deadlines that name none; it wins over what the list tells. */
  readonly year?: number;
  readonly sheet?: string;
  /** 1-based, both included. */
  readonly headerRows?: { readonly from: number; readonly to: number };
  /** Column index (0-based, as text) → meaning, or `extra`. */
  readonly mapping?: ColumnMapping;
};

export type TaskReadingRow = {
  /** 1-based, as the sheet or the CSV's records count. */
  readonly row: number;
  readonly sheet: string;
  readonly no?: string;
  readonly title: string;
  readonly measures?: string;
  readonly lead: readonly string[];
  readonly responsible: readonly string[];
  readonly support: readonly string[];
  readonly period: Period;
  /** The section row that the item stands under. */
  readonly section?: string;
  readonly note?: string;
  /** Unknown columns under their own names. */
  readonly extra?: Readonly<Record<string, string>>;
};

export type TaskListReading = {
  readonly year: number | null;
  readonly yearFrom: YearFrom;
  readonly count: number;
  readonly sheet: string;
  readonly sheets: readonly SheetInfo[];
  readonly headerRows: { readonly from: number; readonly to: number };
  readonly headerSignature: string;
  readonly columns: readonly ReadingColumn[];
  readonly rows: readonly TaskReadingRow[];
  readonly problems: readonly ReadingProblem[];
  readonly notices: readonly ReadingNotice[];
  readonly accounting: Accounting;
};

/** Throws AppError `no-table` or `no-such-sheet`; everything else that is wrong is a problem on its row. */
export const readTaskList = (workbook: Workbook, options: TaskReadingOptions = {}): TaskListReading => {
  const table = findTable(workbook, taskDictionary, options, "period");
  const { sheet, grid, header, columns } = table;
  const { year, from } = yearOfList(workbook, grid, header, options.year);
  const { lines, blanks } = linesOf(grid, header, columns);
  const read = readTaskLines(lines, columns, { sheet: sheet.name, year, date1904: workbook.date1904 });
  return {
    year,
    yearFrom: from,
    count: read.rows.length,
    sheet: sheet.name,
    sheets: table.sheets,
    headerRows: { from: header.from, to: header.to },
    headerSignature: headerSignature(columns),
    columns: readingColumns(columns),
    rows: read.rows,
    problems: read.problems,
    notices: [...workbook.notices, ...noticesOf(table)],
    accounting: { rows: lines.length + blanks, blanks, ...read.counts },
  };
};
