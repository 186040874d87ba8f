/**
 * Tells what a row under a header is: an item or part of one, a section, a note, a total, the header again. Each rule is
 * one that people who make lists follow without saying it.
 */
import type { Column } from "./columns.ts";
import type { Grid } from "./grid.ts";
import { isBlankText, normaliseName } from "./names.ts";
import {
  isChineseNumber,
  isDateAlone,
  isNote,
  isStrongSection,
  isTotal,
  isWeakSection,
  looksLikeNumber,
} from "./phrases.ts";
import type { Cell } from "./sheet.ts";
import type { Value } from "./values.ts";

export type LineKind = "blank" | "section" | "note" | "total" | "header" | "data";

export type Line<Meaning extends string> = {
  readonly row: number;
  readonly kind: LineKind;
  /** The section's text. */
  readonly text: string;
  readonly values: ReadonlyMap<Column<Meaning>, Value>;
};

export type Roles<Meaning extends string> = { readonly no?: Column<Meaning>; readonly title?: Column<Meaning> };

export const rolesOf = <Meaning extends string>(columns: readonly Column<Meaning>[]): Roles<Meaning> => {
  const holder = (meaning: string) => columns.find((column) => column.meaning === meaning);
  const no = holder("no");
  const title = holder("title");
  return { ...(no && { no }), ...(title && { title }) };
};

/** Cells that say something, blanks of the `/` kind aside. */
export const spoken = (grid: Grid, row: number): Cell[] => grid.cells(row).filter((cell) => !isBlankText(cell.text));

/** The names in each line of the header, by column. */
export const headerNames = (grid: Grid, header: { from: number; to: number }): ReadonlyMap<number, string>[] => {
  const lines: Map<number, string>[] = [];
  for (let row = header.from; row <= header.to; row++) {
    lines.push(new Map(grid.cells(row).map((cell) => [cell.col, normaliseName(cell.text)])));
  }
  return lines;
};

/** Normalising takes characters away and adds none: a quick no for nearly every cell. */
const mayBeNamed = (text: string, name: string): boolean => text.length >= name.length && text.length <= 40;

/** Whether the row repeats one line of the header, as lists printed on several pages do. */
const repeatsHeader = (names: readonly ReadonlyMap<number, string>[], cells: readonly Cell[]): boolean =>
  cells.length >= 2 &&
  names.some((line) => {
    let others = 0;
    for (const cell of cells) {
      const name = line.get(cell.col);
      if (name === undefined || !mayBeNamed(cell.text, name) || name !== normaliseName(cell.text)) others += 1;
      if (others > cells.length * 0.2 || cells.length - others < 2) return false;
    }
    return true;
  });

/** 1 | 2 | 3 … or 甲 | 乙 | 丙 under the heads: columns numbered for a form. */
const numbersColumns = (cells: readonly Cell[], columns: number): boolean =>
  cells.length >= 4 &&
  cells.length >= columns - 1 &&
  (cells.every((cell, index) => cell.text.replace(/[（）()]/gu, "") === String(index + 1)) ||
    cells.every((cell, index) => cell.text === "甲乙丙丁戊己庚辛壬癸"[index] || cell.text === String(index - 1)));

/** A text above the table that stands again between its rows: the title on the next page. */
export const textsAbove = (grid: Grid, from: number): Set<string> =>
  new Set(
    grid.sheet.rows
      .filter(({ row }) => row < from)
      .flatMap(({ cells }) => cells.map((cell) => normaliseName(cell.text))),
  );

export type Sorter<Meaning extends string> = {
  readonly grid: Grid;
  readonly names: readonly ReadonlyMap<number, string>[];
  readonly columns: readonly Column<Meaning>[];
  readonly roles: Roles<Meaning>;
  readonly above: ReadonlySet<string>;
  /** Columns with a meaning. */
  readonly meant: ReadonlySet<number>;
  /** The last row that is plainly an item; what follows may be notes. */
  readonly lastItem: number;
  readonly countsInDigits: boolean;
};

export const meantColumns = (columns: readonly Column<string>[]): Set<number> =>
  new Set(columns.filter((column) => column.meaning !== "extra").flatMap((column) => column.span));

/** How many of the table's columns the cell lies over. */
const reach = (sorter: Sorter<string>, row: number, cell: Cell): number => {
  const merge = sorter.grid.mergeAt(row, cell.col);
  if (!merge) return 1;
  return sorter.columns.filter((column) => column.index >= merge.left && column.index <= merge.right).length;
};

const liesAcross = (sorter: Sorter<string>, row: number, cell: Cell): boolean => {
  const reached = reach(sorter, row, cell);
  const merge = sorter.grid.mergeAt(row, cell.col);
  return (
    reached >= 2 &&
    merge !== undefined &&
    merge.top === row &&
    merge.bottom === row &&
    reached >= sorter.columns.length / 2
  );
};

export const ownText = (values: ReadonlyMap<Column<string>, Value>, column: Column<string> | undefined): string => {
  const value = column && values.get(column);
  return value && !value.fromAbove ? value.text : "";
};

/** The number column says 一 while items count 1, 2, 3, and nothing but a name stands beside it. */
const numberedSection = (sorter: Sorter<string>, line: Pick<Line<string>, "row" | "values">): string | undefined => {
  const no = ownText(line.values, sorter.roles.no);
  if (!sorter.countsInDigits || !isChineseNumber(no)) return undefined;
  const said = [...line.values].filter(([column, value]) => value.text !== "" && column !== sorter.roles.no);
  const name = ownText(line.values, sorter.roles.title) || (said.length === 1 ? (said[0]?.[1].text ?? "") : "");
  const isItem = said.some(
    ([column, { text }]) => text !== name && column.meaning !== "extra" && column.meaning !== "note",
  );
  if (name === "" || isItem) return undefined;
  return /[、.．)）]$/u.test(no) ? no + name : `${no}、${name}`;
};

export const kindOf = (
  sorter: Sorter<string>,
  line: Pick<Line<string>, "row" | "values">,
): { kind: LineKind; text?: string } => {
  const { grid, roles } = sorter;
  const cells = spoken(grid, line.row);
  // a mark in a column of our own making (审核情况) does not make a section an item
  const told = cells.filter((cell) => sorter.meant.has(cell.col));
  const [first = cells[0], second] = told;
  if (!first) return [...line.values.values()].some((value) => value.fromAbove) ? { kind: "data" } : { kind: "blank" };
  const no = ownText(line.values, roles.no);
  const title = ownText(line.values, roles.title);
  if ([first.text, no, title].some(isTotal)) return { kind: "total" };
  if (repeatsHeader(sorter.names, cells) || numbersColumns(cells, sorter.columns.length)) return { kind: "header" };
  const across = liesAcross(sorter, line.row, first);
  if (second === undefined || across) {
    if (isNote(first.text)) return { kind: "note" };
    const sole = soleCell(sorter, line.row, first, across, second === undefined);
    if (sole) return sole;
  }
  const hasNumber = no !== "" && looksLikeNumber(no);
  if (!hasNumber && title === "" && isTail(sorter, line, told)) return { kind: "note" };
  if (
    !hasNumber &&
    isNote(first.text) &&
    (line.row > sorter.lastItem || no !== "" || title === "" || cells.length <= 3)
  )
    return { kind: "note" };
  const section = numberedSection(sorter, line);
  return section === undefined ? { kind: "data" } : { kind: "section", text: section };
};

/** Below the last item, and apart from it: who made the list and when, without a word that says so. */
const isTail = (sorter: Sorter<string>, line: Pick<Line<string>, "row" | "values">, told: readonly Cell[]): boolean => {
  if (line.row <= sorter.lastItem || told.length > 2) return false;
  if ([...line.values.values()].some((value) => value.fromAbove)) return false;
  const isApart = sorter.grid.cells(line.row - 1).length === 0;
  return isApart || told.every((cell) => isDateAlone(cell.text));
};

/** A row that says one thing only, perhaps merged across the table. Undefined when it may be an item after all. */
const soleCell = (
  sorter: Sorter<string>,
  row: number,
  cell: Cell,
  across: boolean,
  alone: boolean,
): { kind: LineKind; text?: string } | undefined => {
  const { roles, lastItem, above } = sorter;
  const text = cell.text;
  if (!alone && !(across && (isStrongSection(text) || isWeakSection(text)))) return undefined;
  if (across && above.has(normaliseName(text))) return { kind: "header" };
  const inMeasures = roles.title !== undefined && cell.col > Math.max(roles.title.index, roles.no?.index ?? 0);
  if (
    row > lastItem &&
    (across || isInFirstColumns(sorter, cell)) &&
    !looksLikeNumber(text) &&
    !isTitleOnly(sorter, cell)
  ) {
    return { kind: "note" };
  }
  if (isStrongSection(text) && !inMeasures) return { kind: "section", text };
  if (across && !inMeasures)
    return text.length <= 60 || isWeakSection(text) ? { kind: "section", text } : { kind: "note" };
  const inNumber = roles.no !== undefined && cell.col === roles.no.index;
  if (inNumber && !looksLikeNumber(text)) return text.length <= 60 ? { kind: "section", text } : { kind: "note" };
  return undefined;
};

const isInFirstColumns = (sorter: Sorter<string>, cell: Cell): boolean =>
  cell.col <= Math.max(sorter.roles.no?.index ?? 0, sorter.roles.title?.index ?? 0);

/** The text stands in the title column by itself and reads like a title, not like 一、 or a note's 2. */
const isTitleOnly = (sorter: Sorter<string>, cell: Cell): boolean =>
  sorter.roles.title?.index === cell.col &&
  sorter.roles.no !== undefined &&
  !isStrongSection(cell.text) &&
  !isWeakSection(cell.text);

export const saysItem = (
  sorter: Omit<Sorter<string>, "lastItem" | "countsInDigits">,
  values: ReadonlyMap<Column<string>, Value>,
): boolean => {
  const { no, title } = sorter.roles;
  if (no) {
    const number = values.get(no)?.text ?? "";
    if (number !== "" && looksLikeNumber(number)) return true;
  }
  const known = [...values].filter(
    ([column, value]) => value.text !== "" && column.meaning !== "extra" && column.meaning !== "no",
  );
  return title !== undefined && (values.get(title)?.text ?? "") !== "" ? known.length >= 2 : known.length >= 3;
};
