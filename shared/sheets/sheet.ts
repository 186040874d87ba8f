/**
 * A workbook once its format no longer matters: plain data that crosses worker and window borders by structured clone.
 * Only cells that say something are kept, so stray formatting out to column XFD costs nothing.
 */

export type CellKind = "text" | "number" | "date" | "percent" | "boolean";

export type Cell = {
  /** 0-based. */
  readonly col: number;
  /** What the cell shows; for dates the ISO day unless the cell itself shows 年 and 月. Line breaks are `\n`. */
  readonly text: string;
  readonly kind: CellKind;
  /** The number behind it; for `date` the ISO day; for `text` the text itself. */
  readonly value: string | number | boolean;
  /** The number format, where it is not General. */
  readonly numFmt?: string;
};

export type SheetRow = {
  /** 1-based, as the sheet (or, in a CSV, the record) counts. */
  readonly row: number;
  /** Left to right, without blanks. */
  readonly cells: readonly Cell[];
};

/** Rows 1-based, columns 0-based, both ends included. */
export type Merge = { readonly top: number; readonly left: number; readonly bottom: number; readonly right: number };

export type Sheet = {
  readonly name: string;
  readonly hidden: boolean;
  /** Top to bottom, without blank rows. */
  readonly rows: readonly SheetRow[];
  readonly merges: readonly Merge[];
  /** 1-based rows and 0-based columns that the workbook hides; they are read like the others. */
  readonly hiddenRows: readonly number[];
  readonly hiddenCols: readonly number[];
};

export type WorkbookFormat = "xlsx" | "xls" | "html" | "csv" | "docx";

export type WorkbookNotice = { readonly code: string; readonly params: Readonly<Record<string, string | number>> };

export type Workbook = {
  readonly format: WorkbookFormat;
  /** The file's name without folders, for the year that it may tell. */
  readonly fileName: string;
  readonly sheets: readonly Sheet[];
  /** Bare date serials count from 1904. */
  readonly date1904: boolean;
  readonly notices: readonly WorkbookNotice[];
};
