/**
 * The one file that knows SheetJS: bytes of a workbook in, plain sheets out. It is told to skip what we do not need
 * (formatted text, HTML, formulas) and to keep rows as arrays, which halves its time.
 */
import { CFB, SSF, read } from "@e965/xlsx";
import type { CellObject, WorkBook, WorkSheet } from "@e965/xlsx";
import { AppError } from "#shared/errors.ts";
import { DAYS_FROM_1900_TO_1904, dayOfSerial } from "#shared/calendar/dates.ts";
import { showsChineseDay, showsDay } from "#shared/sheets/date-format.ts";
import type { Cell, Merge, Sheet, SheetRow, WorkbookNotice } from "#shared/sheets/sheet.ts";
import { cellText } from "./cell-text.ts";
import type { Hidden } from "./hidden.ts";
import type { SheetLimits } from "./limits.ts";

/** The streams of an OLE container: what kind of Office file it is. Throws `sheet-truncated` when it cannot be walked. */
export const oleStreams = (bytes: Buffer): string[] => {
  try {
    const container: unknown = CFB.read(bytes, { type: "buffer" });
    const paths = container && typeof container === "object" && "FullPaths" in container ? container.FullPaths : [];
    return Array.isArray(paths) ? paths.map((path) => String(path).replace(/^.*\//u, "")) : [];
  } catch (error) {
    throw new AppError("sheet-truncated", {}, { cause: error });
  }
};

/** Reads a workbook's bytes (xlsx as a zip, BIFF, SpreadsheetML). Throws `sheet-password`, `sheet-damaged`. */
export const parseWorkbook = (bytes: Buffer, options: { withStyles: boolean } = { withStyles: true }): WorkBook => {
  try {
    return read(bytes, {
      type: "buffer",
      dense: true,
      raw: true,
      cellText: false,
      cellHTML: false,
      cellFormula: false,
      cellNF: true,
      // only with styles it tells which rows and columns are hidden
      cellStyles: options.withStyles,
      bookVBA: false,
    });
  } catch (error) {
    if (error instanceof Error && /password|encrypt/iu.test(error.message))
      throw new AppError("sheet-password", {}, { cause: error });
    throw new AppError("sheet-damaged", {}, { cause: error });
  }
};

const formatted = (value: number, format: string, date1904: boolean): string => {
  try {
    const text: unknown = SSF.format(format, value, { date1904 });
    return typeof text === "string" ? text.trim() : String(value);
  } catch {
    return String(value);
  }
};

const cleanNumber = (value: number): string => String(Math.abs(value) < 1e15 ? Number(value.toPrecision(12)) : value);

const numberCell = (col: number, value: number, format: string | undefined, date1904: boolean): Cell => {
  if (!format || format === "General" || format === "@")
    return { col, text: cleanNumber(value), kind: "number", value };
  if (SSF.is_date(format) && showsDay(format)) {
    const iso = dayOfSerial(value + (date1904 ? DAYS_FROM_1900_TO_1904 : 0));
    if (iso) {
      const text = showsChineseDay(format) ? formatted(value, format, date1904) : iso;
      return { col, text, kind: "date", value: iso, numFmt: format };
    }
  }
  const shown = formatted(value, format, date1904);
  const kind = format.includes("%") ? "percent" : "number";
  return { col, text: shown === "" ? cleanNumber(value) : shown, kind, value, numFmt: format };
};

const cellOf = (col: number, cell: CellObject, date1904: boolean, limits: SheetLimits): Cell | undefined => {
  const { v: value, t: type } = cell;
  if (value === undefined || value === null || type === "e" || type === "z") return undefined;
  if (typeof value === "number") {
    return numberCell(col, value, cell.z === undefined ? undefined : String(cell.z), date1904);
  }
  if (typeof value === "boolean") return { col, text: value ? "TRUE" : "FALSE", kind: "boolean", value };
  if (value instanceof Date) {
    const iso = value.toISOString().slice(0, 10);
    return { col, text: iso, kind: "date", value: iso };
  }
  const text = cellText(value.length > limits.cellLength ? value.slice(0, limits.cellLength) : value);
  return text === "" ? undefined : { col, text, kind: "text", value: text };
};

const hiddenIn = (infos: readonly ({ hidden?: boolean } | undefined)[] | undefined, from: number): number[] => {
  const hidden: number[] = [];
  infos?.forEach((info, index) => {
    if (info?.hidden) hidden.push(index + from);
  });
  return hidden;
};

type Budget = { cells: number; beyond: number };

const rowsOf = (sheet: WorkSheet, date1904: boolean, limits: SheetLimits, budget: Budget): SheetRow[] => {
  const rows: SheetRow[] = [];
  // forEach visits only what is there: rows and columns without cells cost nothing
  sheet["!data"]?.forEach((line, index) => {
    const cells: Cell[] = [];
    line?.forEach((cell, col) => {
      const kept = cell && cellOf(col, cell, date1904, limits);
      if (!kept) return;
      if (col < limits.columns) cells.push(kept);
      else budget.beyond += 1;
    });
    if (cells.length === 0) return;
    budget.cells -= cells.length;
    if (budget.cells < 0) throw new AppError("sheet-too-many-cells", { limit: limits.cells });
    if (rows.length >= limits.rows) throw new AppError("sheet-too-many-rows", { limit: limits.rows });
    rows.push({ row: index + 1, cells });
  });
  return rows;
};

const mergesOf = (sheet: WorkSheet, limits: SheetLimits): Merge[] => {
  const merges = sheet["!merges"] ?? [];
  if (merges.length > limits.merges) throw new AppError("sheet-too-many-merges", { limit: limits.merges });
  return merges.map(({ s, e }) => ({ top: s.r + 1, left: s.c, bottom: e.r + 1, right: e.c }));
};

/** Worksheets of a parsed workbook; charts and macros have no rows and are left out. */
export const sheetsOf = (
  book: WorkBook,
  limits: SheetLimits,
  hidden: readonly Hidden[] = [],
): { sheets: Sheet[]; date1904: boolean; notices: WorkbookNotice[] } => {
  const date1904 = book.Workbook?.WBProps?.date1904 === true;
  if (book.SheetNames.length > limits.sheets) throw new AppError("sheet-too-many-sheets", { limit: limits.sheets });
  const budget: Budget = { cells: limits.cells, beyond: 0 };
  const sheets = book.SheetNames.map((name, index): Sheet => {
    const sheet = book.Sheets[name] ?? {};
    return {
      name,
      hidden: (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) > 0,
      rows: rowsOf(sheet, date1904, limits, budget),
      merges: mergesOf(sheet, limits),
      hiddenRows: hidden[index]?.rows ?? hiddenIn(sheet["!rows"], 1),
      hiddenCols: hidden[index]?.cols ?? hiddenIn(sheet["!cols"], 0),
    };
  });
  const params = { count: budget.beyond, columns: limits.columns };
  return { sheets, date1904, notices: budget.beyond > 0 ? [{ code: "cells-beyond", params }] : [] };
};
