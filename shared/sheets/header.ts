/**
 * Finds the header of a table: the one to three rows whose names, read by a dictionary, say most ('Finding the table').
 * Titles, 填报单位 lines and explanations above it and rows below it are told apart by this alone.
 */
import type { Dictionary, HeadPath, Recognised } from "./dictionary.ts";
import type { Grid } from "./grid.ts";
import { normaliseName, shownName } from "./names.ts";
import type { Slot } from "./slots.ts";
import { slotsOf } from "./slots.ts";

export type Head = {
  /** 0-based; the first column where one head lies over several. */
  readonly index: number;
  /** All columns under the lowest head, `index` first. */
  readonly span: readonly number[];
  /** Heads from top to bottom as written, on one line each. */
  readonly path: readonly string[];
  readonly name: string;
};

export type Header<Meaning extends string> = {
  readonly from: number;
  readonly to: number;
  readonly heads: readonly Head[];
  /** By position in `heads`. */
  readonly recognised: readonly (Recognised<Meaning> | undefined)[];
  /** By position in `heads`: the part of the year that a column of a month × ten-day grid stands for. */
  readonly slots: readonly (Slot | undefined)[];
  readonly score: number;
};

const MAX_DEPTH = 3;
const ROWS_LOOKED_AT = 150;
/** What a line of names right below a header, under its blanks and groups, is worth: more than a looser word costs. */
const NAMES_BELOW = 2;

const textAt = (grid: Grid, row: number, col: number): string => grid.own(row, col)?.text ?? "";

const pathKey = (path: readonly string[]): string => path.join("\n");

/** The head that a blank cell belongs to: the next one to its left, under the same head, that has names below it. */
const inherited = (grid: Grid, row: number, col: number, to: number, paths: readonly string[][]): string => {
  const hasBelow = (at: number) => {
    for (let lower = row + 1; lower <= to; lower++) if (textAt(grid, lower, at) !== "") return true;
    return false;
  };
  if (row === to || !hasBelow(col)) return "";
  for (let left = col - 1; left >= 0; left--) {
    const merge = grid.mergeAt(row, left);
    const text = merge ? textAt(grid, merge.top, merge.left) : textAt(grid, row, left);
    if (text === "") continue;
    const isLeaf = merge ? merge.bottom > row : !hasBelow(left);
    const sharesHead = pathKey(paths[col] ?? []) === pathKey(paths[left] ?? []);
    return isLeaf || !sharesHead ? "" : text;
  }
  return "";
};

/** The heads over each column, merges resolved and blanks given to the head on their left. */
const pathsOf = (grid: Grid, from: number, to: number): string[][] => {
  const paths: string[][] = Array.from({ length: grid.width }, () => []);
  for (let row = from; row <= to; row++) {
    const names = paths.map((_, col) => {
      const found = grid.seen(row, col);
      if (found) return found.merge && found.merge.top < row && found.merge.top >= from ? "" : found.cell.text;
      return grid.mergeAt(row, col) ? "" : inherited(grid, row, col, to, paths);
    });
    names.forEach((name, col) => {
      if (name !== "") paths[col]?.push(name);
    });
  }
  return paths;
};

const headsOf = (grid: Grid, from: number, to: number): Head[] => {
  const paths = pathsOf(grid, from, to);
  const heads: Head[] = [];
  paths.forEach((path, col) => {
    const merge = grid.mergeAt(to, col);
    const owner =
      merge && merge.left < col && textAt(grid, to, col) === ""
        ? heads.find((head) => head.index === merge.left)
        : undefined;
    if (owner) {
      heads[heads.indexOf(owner)] = { ...owner, span: [...owner.span, col] };
      return;
    }
    const shown = path.map(shownName).filter((name, index, all) => name !== "" && name !== all[index - 1]);
    heads.push({ index: col, span: [col], path: shown, name: shown.at(-1) ?? "" });
  });
  return heads;
};

/** Rows that a merged head reaches down to belong to the header, and a header does not begin in the middle of one. */
const cutsMerges = (grid: Grid, from: number, to: number): boolean => {
  for (let col = 0; col < grid.width; col++) {
    const above = grid.mergeAt(from, col);
    if (above && above.top < from && above.bottom >= from) return true;
    const below = grid.mergeAt(to, col);
    if (below && below.bottom > to) return true;
  }
  return false;
};

/** Whether `row` can be a lower line of the header: nothing of it stands under a head that is complete by itself. */
const continuesHeader = (grid: Grid, from: number, row: number): boolean => {
  const cells = grid.cells(row);
  if (cells.length === 0) return false;
  return cells.every((cell) => {
    if (cell.kind === "date" || cell.text.length > 24) return false;
    const above = grid.mergeAt(row - 1, cell.col);
    if (above) return true;
    const upper = textAt(grid, row - 1, cell.col);
    if (upper === "" || normaliseName(upper) === normaliseName(cell.text)) return true;
    return isGroupHead(grid, from, row, cell.col);
  });
};

/** A head with blanks to its right that are filled on the line below, or merged over several columns. */
const isGroupHead = (grid: Grid, from: number, row: number, col: number): boolean => {
  for (
    let right = col + 1;
    right < grid.width && textAt(grid, row - 1, right) === "" && !grid.mergeAt(row - 1, right);
    right++
  ) {
    if (textAt(grid, row, right) !== "" || textAt(grid, row + 1, right) !== "") return true;
  }
  // one column under a group head, while its neighbours are merged down over this row
  const reachedDown = grid
    .cells(row - 1)
    .filter((cell) => (grid.mergeAt(row - 1, cell.col)?.bottom ?? 0) >= row).length;
  return reachedDown >= 2 && from <= row - 1;
};

const scoreOf = <Meaning extends string>(
  recognised: readonly (Recognised<Meaning> | undefined)[],
  slots: readonly (Slot | undefined)[],
  dictionary: Dictionary<Meaning>,
  periodMeaning: Meaning | undefined,
): number => {
  const best = new Map<Meaning, number>();
  for (const found of recognised) {
    if (found) best.set(found.meaning, Math.max(best.get(found.meaning) ?? 0, found.rank));
  }
  const hasSlots = slots.some((slot) => slot !== undefined);
  if (hasSlots && periodMeaning) best.set(periodMeaning, Math.max(best.get(periodMeaning) ?? 0, 1));
  if (!dictionary.suffices((meaning) => best.has(meaning))) return 0;
  let score = 0;
  for (const [meaning, rank] of best) score += (dictionary.weights[meaning] ?? 1) * rank;
  return score + (hasSlots ? 0.5 : 0);
};

/** Reads the rows `from`–`to` as a header, whatever they are. */
export const headerAt = <Meaning extends string>(
  grid: Grid,
  from: number,
  to: number,
  dictionary: Dictionary<Meaning>,
  periodMeaning?: Meaning,
): Header<Meaning> => {
  const heads = headsOf(grid, from, to);
  const recognised = heads.map((head) => dictionary.recognise(head.path.map(normaliseName) satisfies HeadPath));
  const slots = periodMeaning
    ? slotsOf(heads.map((head, at) => (recognised[at] ? [] : head.path)))
    : heads.map(() => undefined);
  return { from, to, heads, recognised, slots, score: scoreOf(recognised, slots, dictionary, periodMeaning) };
};

/** The best header of the sheet, or undefined when nothing in it is a table of this kind. */
export const findHeader = <Meaning extends string>(
  grid: Grid,
  dictionary: Dictionary<Meaning>,
  periodMeaning?: Meaning,
): Header<Meaning> | undefined => {
  let best: Header<Meaning> | undefined;
  let bestWorth = 0;
  for (const { row: from } of grid.sheet.rows.slice(0, ROWS_LOOKED_AT)) {
    let isHeaderAlready = false;
    for (let to = from; to < from + MAX_DEPTH; to++) {
      const goesOn = to > from && continuesHeader(grid, from, to);
      if (to > from && !goesOn && !cutsMerges(grid, from, to - 1)) break;
      if (cutsMerges(grid, from, to)) continue;
      const header = headerAt(grid, from, to, dictionary, periodMeaning);
      // under a header a line of names that begins no item belongs to it; else a deeper one must say more to be taken
      const worth = header.score - 0.1 * (to - from) + (goesOn && isHeaderAlready ? NAMES_BELOW : 0);
      if (header.score > 0 && worth > bestWorth + 0.001) {
        best = header;
        bestWorth = worth;
      }
      isHeaderAlready ||= header.score > 0;
    }
  }
  return best;
};
