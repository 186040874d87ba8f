/**
 * Sorts the rows below a header: items and what belongs to them, sections, notes and totals, repeated headers, blanks.
 * Every row is one of them, so that nothing is dropped silently ('Problems': the accounting balances).
 */
import type { Column } from "./columns.ts";
import type { Grid } from "./grid.ts";
import type { Header } from "./header.ts";
import type { Line, Roles, Sorter } from "./line-kinds.ts";
import { headerNames, kindOf, meantColumns, ownText, rolesOf, saysItem, spoken, textsAbove } from "./line-kinds.ts";
import { isNote, isTotal, normaliseNumber } from "./phrases.ts";
import type { Value } from "./values.ts";
import { valueOf } from "./values.ts";

export type { Line } from "./line-kinds.ts";

export type Lines<Meaning extends string> = {
  /** Rows that say something, or to which a merged area lends something, in order. */
  readonly lines: readonly Line<Meaning>[];
  /** Rows between the header and the last that says something which say nothing. */
  readonly blanks: number;
};

/** The rows from the header to the last that says something; a gap costs nothing where no merged title reaches into it. */
const rowsBelow = (grid: Grid, header: { to: number }, roles: Roles<string>): { rows: number[]; blanks: number } => {
  const rows: number[] = [];
  let blanks = 0;
  let next = header.to + 1;
  const reaching = [roles.no, roles.title].flatMap((column) => (column ? [column.index] : []));
  for (const { row } of grid.sheet.rows) {
    if (row <= header.to) continue;
    for (let gap = next; gap < row; gap++) {
      if (reaching.some((col) => grid.mergeAt(gap, col) !== undefined)) rows.push(gap);
      else blanks += 1;
    }
    rows.push(row);
    next = row + 1;
  }
  return { rows, blanks };
};

/** Sorts every row below the header. */
export const linesOf = <Meaning extends string>(
  grid: Grid,
  header: Header<Meaning>,
  columns: readonly Column<Meaning>[],
): Lines<Meaning> => {
  const base = {
    grid,
    names: headerNames(grid, header),
    columns,
    roles: rolesOf(columns),
    meant: meantColumns(columns),
    above: textsAbove(grid, header.from),
  };
  const below = rowsBelow(grid, header, base.roles);
  let lastItem = header.to;
  let countsInDigits = false;
  const rows = below.rows.map((row) => {
    const values = new Map<Column<Meaning>, Value>();
    for (const column of columns) values.set(column, valueOf(grid, column, row));
    const first = spoken(grid, row)[0];
    if (first && !isTotal(first.text) && !isNote(first.text) && saysItem(base, values)) lastItem = row;
    countsInDigits ||= /^\d+(?:\.\d+)*$/u.test(normaliseNumber(ownText(values, base.roles.no)));
    return { row, values };
  });
  const sorter: Sorter<Meaning> = { ...base, lastItem, countsInDigits };
  const sorted = rows.map((line) => {
    const { kind, text } = kindOf(sorter, line);
    return { ...line, kind, text: text ?? "" };
  });
  const lines = sorted.filter((line) => line.kind !== "blank");
  return { lines, blanks: below.blanks + sorted.length - lines.length };
};
