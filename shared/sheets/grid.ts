/**
 * A sheet to be asked by row and column, merges resolved. It is built once per reading and touches only what is there:
 * merges are clipped to the rows and columns that say something, then found by bisection.
 */
import type { Cell, Merge, Sheet } from "./sheet.ts";

export type Found = {
  readonly cell: Cell;
  /** The merge that lends the cell to this place; undefined where the place has its own text. */
  readonly merge?: Merge;
};

export type Grid = {
  readonly sheet: Sheet;
  /** First and last row that say something, 1-based; 0 in an empty sheet. */
  readonly firstRow: number;
  readonly lastRow: number;
  /** One more than the last column that says something. */
  readonly width: number;
  /** The cell that stands at this very place. */
  own(row: number, col: number): Cell | undefined;
  /** All cells of a row, left to right. */
  cells(row: number): readonly Cell[];
  /** The merged area over this place. */
  mergeAt(row: number, col: number): Merge | undefined;
  /** What one sees at this place: its own cell, or that of the merged area over it. */
  seen(row: number, col: number): Found | undefined;
};

const noCells: readonly Cell[] = [];

const usefulMerges = (sheet: Sheet, lastRow: number, width: number): Map<number, Merge[]> => {
  const byColumn = new Map<number, Merge[]>();
  for (const merge of sheet.merges) {
    if (merge.top > lastRow || merge.left >= width) continue;
    const right = Math.min(merge.right, width - 1);
    for (let col = merge.left; col <= right; col++) {
      const list = byColumn.get(col);
      if (list) list.push(merge);
      else byColumn.set(col, [merge]);
    }
  }
  for (const list of byColumn.values()) list.sort((a, b) => a.top - b.top);
  return byColumn;
};

const covering = (list: readonly Merge[], row: number): Merge | undefined => {
  let low = 0;
  let high = list.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const merge = list[middle];
    if (!merge) return undefined;
    if (merge.top > row) high = middle - 1;
    else if (merge.bottom < row) low = middle + 1;
    else return merge;
  }
  return undefined;
};

export const gridOf = (sheet: Sheet): Grid => {
  const byRow = new Map<number, (Cell | undefined)[]>();
  let width = 0;
  for (const { row, cells } of sheet.rows) {
    const line: (Cell | undefined)[] = [];
    for (const cell of cells) line[cell.col] = cell;
    byRow.set(row, line);
    width = Math.max(width, (cells.at(-1)?.col ?? -1) + 1);
  }
  const cellsByRow = new Map(sheet.rows.map(({ row, cells }) => [row, cells]));
  const lastRow = sheet.rows.at(-1)?.row ?? 0;
  const merges = usefulMerges(sheet, lastRow, width);
  const own = (row: number, col: number) => byRow.get(row)?.[col];
  const mergeAt = (row: number, col: number) => {
    const list = merges.get(col);
    return list && covering(list, row);
  };
  return {
    sheet,
    firstRow: sheet.rows[0]?.row ?? 0,
    lastRow,
    width,
    own,
    cells: (row) => cellsByRow.get(row) ?? noCells,
    mergeAt,
    seen: (row, col) => {
      const cell = own(row, col);
      if (cell) return { cell };
      const merge = mergeAt(row, col);
      const origin = merge && own(merge.top, merge.left);
      return origin && { cell: origin, merge };
    },
  };
};
