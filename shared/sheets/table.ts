/** Picks the table of a workbook: hidden sheets and sheets without one are passed over, the best of several is taken. */
import { AppError } from "../errors.ts";
import type { Column, ColumnMapping } from "./columns.ts";
import { columnsOf } from "./columns.ts";
import type { Dictionary } from "./dictionary.ts";
import type { Grid } from "./grid.ts";
import { gridOf } from "./grid.ts";
import type { Header } from "./header.ts";
import { findHeader, headerAt } from "./header.ts";
import type { Sheet, Workbook } from "./sheet.ts";

export type TableOptions = {
  /** The sheet to read, by name; otherwise the best visible one. */
  readonly sheet?: string;
  /** The header's rows, 1-based, where the user showed them. */
  readonly headerRows?: { readonly from: number; readonly to: number };
  readonly mapping?: ColumnMapping;
};

export type SheetInfo = {
  readonly name: string;
  readonly hidden: boolean;
  readonly hasTable: boolean;
  /** Higher is likelier; 0 without a table. */
  readonly score: number;
};

export type Table<Meaning extends string> = {
  readonly sheet: Sheet;
  readonly grid: Grid;
  readonly header: Header<Meaning>;
  readonly columns: readonly Column<Meaning>[];
  readonly sheets: readonly SheetInfo[];
};

type Candidate<Meaning extends string> = {
  readonly sheet: Sheet;
  readonly grid: Grid;
  readonly header: Header<Meaning> | undefined;
  readonly score: number;
};

const candidateOf = <Meaning extends string>(
  sheet: Sheet,
  dictionary: Dictionary<Meaning>,
  period?: Meaning,
): Candidate<Meaning> => {
  const grid = gridOf(sheet);
  const header = findHeader(grid, dictionary, period);
  if (!header) return { sheet, grid, header, score: 0 };
  const below = sheet.rows.filter(({ row, cells }) => row > header.to && cells.length >= 2).length;
  return { sheet, grid, header, score: below === 0 ? header.score / 2 : header.score + Math.min(below, 20) / 10 };
};

/**
 * The table to read. Throws `no-table` (with the sheets' names) where no visible sheet holds one, `no-such-sheet` where
 * the sheet asked for is not there.
 */
export const findTable = <Meaning extends string>(
  workbook: Workbook,
  dictionary: Dictionary<Meaning>,
  options: TableOptions,
  period?: Meaning,
): Table<Meaning> => {
  const candidates = workbook.sheets.map((sheet) => candidateOf(sheet, dictionary, period));
  const names = workbook.sheets.map((sheet) => sheet.name).join("、");
  const chosen =
    options.sheet === undefined ? bestOf(candidates) : candidates.find(({ sheet }) => sheet.name === options.sheet);
  if (options.sheet !== undefined && !chosen)
    throw new AppError("no-such-sheet", { sheet: options.sheet, sheets: names });
  const rows = options.headerRows;
  const header =
    rows && chosen
      ? headerAt(chosen.grid, rows.from, Math.max(rows.from, rows.to), dictionary, period)
      : chosen?.header;
  if (!chosen || !header) throw new AppError("no-table", { sheets: names });
  return {
    sheet: chosen.sheet,
    grid: chosen.grid,
    header,
    columns: columnsOf(chosen.grid, header, dictionary, options.mapping),
    sheets: candidates.map(({ sheet, header: found, score }) => ({
      name: sheet.name,
      hidden: sheet.hidden,
      hasTable: found !== undefined,
      score,
    })),
  };
};

const bestOf = <Meaning extends string>(candidates: readonly Candidate<Meaning>[]): Candidate<Meaning> | undefined => {
  let best: Candidate<Meaning> | undefined;
  for (const candidate of candidates) {
    const isOpen = !candidate.sheet.hidden && candidate.header !== undefined;
    if (isOpen && candidate.score > (best?.score ?? 0)) best = candidate;
  }
  return best ?? (candidates.length === 1 ? candidates[0] : undefined);
};
