/**
 * What a paste or a fill means before anything is asked of core: which copied cell goes into which record and column, as
 * the list stands on the screen. Kept apart from the window, so that 'matched to the columns on screen' is proved.
 */
import type { PastedRow, PastePreview } from "#shared/list/paste.ts";
import type { Range } from "./keys.ts";

type Cells = readonly (readonly string[])[];

/** More lines than this are a list to be imported. */
export const mostPasted = 2000;

export interface PastePlan {
  readonly rows: readonly PastedRow[];
  /** Columns that take cells here, in the order in which they are pasted. */
  readonly fields: readonly string[];
  /** Columns on the screen that nothing can be pasted into. */
  readonly passed: readonly string[];
  /** Copied columns beyond the last one on the screen. */
  readonly beyond: number;
}

export interface PasteInto {
  readonly range: Range;
  /** Columns on the screen, in their order. */
  readonly columns: readonly string[];
  /** Of those, and others, which take cells. */
  readonly takes: readonly string[];
  /** Column by its name on the screen, for copied cells that bring their own head. */
  readonly named: ReadonlyMap<string, string>;
  /** Records from the range's top on, in the list's order. */
  readonly ids: readonly string[];
}

/** One cell over a range fills it, and a block repeats where the range is so many times as large, as in a sheet. */
export const tiled = (cells: Cells, { top, bottom, left, right }: Range): Cells => {
  const height = cells.length;
  const width = Math.max(0, ...cells.map((row) => row.length));
  const [rows, columns] = [bottom - top + 1, right - left + 1];
  const isLarger = rows > height || columns > width;
  if (!isLarger || height === 0 || width === 0 || rows % height !== 0 || columns % width !== 0) return cells;
  return Array.from({ length: Math.max(rows, height) }, (_, row) =>
    Array.from({ length: Math.max(columns, width) }, (_, column) => cells[row % height]?.[column % width] ?? ""),
  );
};

/** The columns that the first copied line names, where it is a head; undefined where it is not. */
const headOf = (cells: Cells, named: PasteInto["named"]): readonly string[] | undefined => {
  const [first = []] = cells;
  const found = first.map((text) => named.get(text.trim()));
  const isHead = cells.length > 1 && first.length > 1 && found.every((field) => field !== undefined);
  return isHead ? found.map((field) => field ?? "") : undefined;
};

/** Lines below the last record are new ones (`id` null); the caller may leave them out. */
export const pastePlan = (copied: Cells, into: PasteInto): PastePlan => {
  const head = headOf(copied, into.named);
  const cells = head === undefined ? tiled(copied, into.range) : copied.slice(1);
  const width = Math.max(0, ...cells.map((row) => row.length));
  const onScreen = head ?? into.columns.slice(into.range.left, into.range.left + width);
  const takes = (field: string): boolean => into.takes.includes(field);
  const rows = cells.map((texts, row): PastedRow => {
    // A line that ends early leaves the cells after it as they are.
    const values = onScreen.slice(0, texts.length).flatMap((field, place) => {
      const text = texts[place];
      return text !== undefined && takes(field) ? [[field, text] as const] : [];
    });
    return { row: row + 1, id: into.ids[row] ?? null, values: Object.fromEntries(values) };
  });
  return {
    rows: rows.filter(({ values }) => Object.keys(values).length > 0),
    fields: onScreen.filter(takes),
    passed: onScreen.filter((field) => !takes(field)),
    beyond: Math.max(0, width - onScreen.length),
  };
};

/** The first line of a range repeated down it; null where the range is one line, or none of its columns takes cells. */
export const fillPlan = (
  ids: readonly string[],
  first: Readonly<Record<string, string>>,
  takes: readonly string[],
): readonly PastedRow[] | null => {
  const values = Object.fromEntries(Object.entries(first).filter(([field]) => takes.includes(field)));
  if (ids.length < 2 || Object.keys(values).length === 0) return null;
  return ids.slice(1).map((id, row) => ({ row: row + 2, id, values }));
};

export interface PasteChoice {
  /** Lines below the last record are added. */
  readonly add: boolean;
  /** Cells that cannot be taken are left out, instead of keeping back all. */
  readonly leaveOut: boolean;
}

/** What goes to core for a choice made in the preview. A new record that cannot have its title is none. */
export const chosenRows = (
  rows: readonly PastedRow[],
  preview: PastePreview,
  { add, leaveOut }: PasteChoice,
): readonly PastedRow[] => {
  const judged = new Map(preview.rows.map((row) => [row.row, row]));
  return rows.flatMap((row) => {
    if (row.id === null && !add) return [];
    if (!leaveOut) return [row];
    const refused = (judged.get(row.row)?.cells ?? []).filter(({ problem }) => problem !== null);
    if (row.id === null && refused.length > 0) return [];
    const values = Object.entries(row.values).filter(([field]) => !refused.some((cell) => cell.field === field));
    return values.length === 0 ? [] : [{ ...row, values: Object.fromEntries(values) }];
  });
};

export interface PasteCounts {
  readonly changed: number;
  readonly added: number;
  readonly refused: number;
}

/** The figures of the preview under a choice, as the dialog says them. */
export const countsOf = ({ rows }: PastePreview, { add, leaveOut }: PasteChoice): PasteCounts => {
  const shown = rows.filter(({ id }) => id !== null || add);
  const cells = shown.flatMap((row) => row.cells.map((cell) => ({ ...cell, id: row.id })));
  const isWhole = (row: PastePreview["rows"][number]): boolean => row.cells.every(({ problem }) => problem === null);
  return {
    changed: cells.filter(({ id, problem, before, after }) => id !== null && problem === null && before !== after)
      .length,
    added: shown.filter((row) => row.id === null && row.cells.length > 0 && isWhole(row)).length,
    refused: leaveOut ? 0 : cells.filter(({ problem }) => problem !== null).length,
  };
};
