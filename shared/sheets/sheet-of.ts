/** A sheet written out in code, for tests and demonstrations: rows of values, merges as `A1:C2`, hidden rows. */
import type { Cell, Merge, Sheet, Workbook } from "./sheet.ts";

/** A text, a number (with its format beside it), a day as a date cell shows it, or nothing. */
export type Entry = string | number | null | { readonly day: string; readonly text?: string };

export type SheetParts = {
  readonly name?: string;
  readonly merges?: readonly string[];
  readonly hidden?: boolean;
  readonly hiddenRows?: readonly number[];
  readonly hiddenCols?: readonly number[];
};

const columnOf = (letters: string): number =>
  letters.split("").reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

/** `B5:B7` → rows 5–7 of column 1. */
export const mergeOf = (range: string): Merge => {
  const match = /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/u.exec(range);
  if (!match) throw new Error(`not a range: ${range}`);
  const [, left = "", top = "", right = "", bottom = ""] = match;
  return { top: Number(top), left: columnOf(left), bottom: Number(bottom), right: columnOf(right) };
};

const cellOf = (entry: Entry, col: number): Cell[] => {
  if (entry === null || entry === "") return [];
  if (typeof entry === "number") return [{ col, text: String(entry), kind: "number", value: entry }];
  if (typeof entry === "string") return [{ col, text: entry.trim(), kind: "text", value: entry.trim() }];
  return [{ col, text: entry.text ?? entry.day, kind: "date", value: entry.day, numFmt: "yyyy-mm-dd" }];
};

export const sheetOf = (rows: readonly (readonly Entry[])[], parts: SheetParts = {}): Sheet => ({
  name: parts.name ?? "Sheet1",
  hidden: parts.hidden ?? false,
  rows: rows
    .map((entries, index) => ({ row: index + 1, cells: entries.flatMap(cellOf) }))
    .filter(({ cells }) => cells.length > 0),
  merges: (parts.merges ?? []).map(mergeOf),
  hiddenRows: parts.hiddenRows ?? [],
  hiddenCols: parts.hiddenCols ?? [],
});

export const workbookOf = (sheets: readonly Sheet[], parts: Partial<Workbook> = {}): Workbook => ({
  format: "xlsx",
  fileName: "list.xlsx",
  sheets,
  date1904: false,
  notices: [],
  ...parts,
});
