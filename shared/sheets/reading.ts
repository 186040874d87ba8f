/** What every reading of a list tells beside its rows: problems, notices, and an accounting that balances. */
import type { Column } from "./columns.ts";
import { columnLetters } from "./columns.ts";
import type { Table } from "./table.ts";

export type ReadingProblem = {
  readonly row: number;
  readonly sheet: string;
  /** 0-based; missing where no column is to blame. */
  readonly column?: number;
  /** The row's key: title, no, period, limit, state … */
  readonly field: string;
  /** Worded under `problems.<code>`. */
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
};

export type ReadingNotice = { readonly code: string; readonly params: Readonly<Record<string, string | number>> };

/** rows = items + merged + sections + notes + repeatedHeaders + blanks + listed. */
export type Accounting = {
  /** Rows below the header down to the last that says something. */
  readonly rows: number;
  readonly items: number;
  /** Rows that went into the item above them. */
  readonly merged: number;
  readonly sections: number;
  /** Notes, signatures and totals. */
  readonly notes: number;
  readonly repeatedHeaders: number;
  readonly blanks: number;
  /** Not imported, and named among the problems. */
  readonly listed: number;
};

export type ReadingColumn = {
  readonly index: number;
  readonly name: string;
  readonly path: readonly string[];
  readonly meaning: string;
  readonly sample: string;
};

export const readingColumns = (columns: readonly Column<string>[]): ReadingColumn[] =>
  columns.map(({ index, name, path, meaning, sample }) => ({ index, name, path, meaning, sample }));

/** What the preview says of the list as a whole: hidden rows and columns, and other sheets that may be meant. */
export const noticesOf = (table: Table<string>, joined: ReadonlySet<string> = new Set()): ReadingNotice[] => {
  const others = table.sheets.filter(
    (sheet) => sheet.hasTable && !sheet.hidden && sheet.name !== table.sheet.name && !joined.has(sheet.name),
  );
  const names = others.map((sheet) => sheet.name).join("、");
  const also = others.length > 0 ? [{ code: "other-tables", params: { count: others.length, sheets: names } }] : [];
  return [...hiddenNotices(table), ...also];
};

/** Hidden rows and columns are read like the others, and the preview says that they were hidden. */
const hiddenNotices = (table: Table<string>): ReadingNotice[] => {
  const { sheet, header, grid, columns } = table;
  const rows = sheet.hiddenRows.filter(
    (row) => row >= header.from && row <= grid.lastRow && grid.cells(row).length > 0,
  );
  const cols = columns.filter((column) => sheet.hiddenCols.includes(column.index));
  const notices: ReadingNotice[] = [];
  if (rows.length > 0)
    notices.push({ code: "hidden-rows", params: { count: rows.length, rows: rows.slice(0, 20).join("、") } });
  if (cols.length > 0) {
    const names = cols.slice(0, 20).map((column) => `${columnLetters(column.index)}（${column.name}）`);
    notices.push({ code: "hidden-columns", params: { count: cols.length, columns: names.join("、") } });
  }
  return notices;
};
