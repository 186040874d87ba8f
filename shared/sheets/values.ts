/** What a row says in a column: its own text, or that of the merged area over it, which may have begun rows above. */
import type { Column } from "./columns.ts";
import type { Grid } from "./grid.ts";
import { isBlankText } from "./names.ts";
import type { Cell } from "./sheet.ts";

export type Value = {
  readonly text: string;
  /** The cell behind the text, for its kind; undefined where nothing is said. */
  readonly cell?: Cell;
  /** Lent by a merged area that began in an earlier row. */
  readonly fromAbove: boolean;
};

export const noValue: Value = { text: "", fromAbove: false };

/** The value at one place; a merged area speaks in its first column only, save in a grid, where it is a bar. */
export const valueAt = (grid: Grid, row: number, col: number, asBar = false): Value => {
  const found = grid.seen(row, col);
  if (!found || isBlankText(found.cell.text)) return noValue;
  const { cell, merge } = found;
  if (merge && merge.left < col && !asBar) return noValue;
  return { text: cell.text, cell, fromAbove: merge !== undefined && merge.top < row };
};

/** A column's value; where one head lies over several columns, what they say together. */
export const valueOf = (grid: Grid, column: Pick<Column<string>, "index" | "span" | "meaning">, row: number): Value => {
  if (column.span.length === 1) return valueAt(grid, row, column.index, column.meaning === "slot");
  const values = column.span.map((col) => valueAt(grid, row, col)).filter((value) => value.text !== "");
  const [first] = values;
  if (!first) return noValue;
  if (values.length === 1) return first;
  return { text: values.map((value) => value.text).join("\n"), fromAbove: values.every((value) => value.fromAbove) };
};
