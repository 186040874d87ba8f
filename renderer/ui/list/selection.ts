/** Ticking rows: one, a run of them, all that answer to the query; and copying what is chosen as Excel takes it. */
import type { Field } from "#shared/list/query.ts";
import type { CellWords } from "./cells.tsx";
import { rangeOf } from "./keys.ts";
import type { ListState } from "./state.ts";
import { toTsv } from "./tsv.ts";
import type { ListRow } from "./types.ts";

/** More than this is a matter for a filter; the bulk procedures take ids. */
export const mostSelected = 5000;

export const withTicked = (
  selected: ReadonlySet<string>,
  ids: readonly string[],
  ticked: boolean,
): ReadonlySet<string> => {
  const next = new Set(selected);
  for (const id of ids) {
    if (ticked) next.add(id);
    else next.delete(id);
  }
  return next;
};

/** Rows in sight between two places, both included, that are loaded. */
export const rowsBetween = <Row extends ListRow>(
  rowAt: (index: number) => Row | undefined,
  from: number,
  to: number,
): readonly Row[] => {
  const rows: Row[] = [];
  for (let index = Math.min(from, to); index <= Math.max(from, to); index += 1) {
    const row = rowAt(index);
    if (row !== undefined) rows.push(row);
  }
  return rows;
};

/** What Ctrl+C takes: the range of cells, else the ticked rows in their order, else the active cell. */
export const copiedText = <Row extends ListRow>(
  state: ListState,
  fields: readonly Field[],
  rowAt: (index: number) => Row | undefined,
  ticked: readonly Row[],
  cells: CellWords<Row>,
): { readonly text: string; readonly rows: number } => {
  const range = rangeOf(state.active, state.anchor);
  const single = range.top === range.bottom && range.left === range.right;
  const rows = single && ticked.length > 0 ? ticked : rowsBetween(rowAt, range.top, range.bottom);
  const shown = single && ticked.length > 0 ? fields : fields.slice(range.left, range.right + 1);
  return { text: toTsv(rows.map((row) => shown.map((field) => cells.text(field, row)))), rows: rows.length };
};
