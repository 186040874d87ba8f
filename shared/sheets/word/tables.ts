/**
 * Tables of a text document as sheets. A table that was split over pages, or that goes on under the next heading, is one
 * list: it has the same columns, and the same header or none. Paragraphs above a table are its title lines, headings
 * between its parts are sections, what follows the last one are its notes.
 */
import { isStrongSection } from "../phrases.ts";
import type { Cell, Merge, Sheet, SheetRow } from "../sheet.ts";
import type { Block, WordTable } from "./blocks.ts";

/** A sheet while tables are added to it. */
interface OpenSheet {
  readonly columns: number;
  /** The first row as texts, by which a repeated header is known. */
  readonly head: string;
  readonly rows: SheetRow[];
  readonly merges: Merge[];
  row: number;
}

/** Title lines beyond these belong to the text before, not to the table. */
const mostTitleLines = 12;

const textCell = (col: number, text: string): Cell => ({ col, text, kind: "text", value: text });

const plain = (text: string): string => text.replaceAll(/\s+/gu, "");

const headOf = ({ rows }: WordTable): string =>
  (rows[0] ?? []).map(({ col, text }) => `${col}:${plain(text)}`).join("|");

/** 续表, （续上表）: says nothing but that the table goes on. */
const isContinued = (text: string): boolean =>
  /^[（(]?(?:续上?表|接上表|上接第.+页)[\d\s]*[）)]?[：:]?$/u.test(plain(text));

const isHeading = (text: string): boolean => isStrongSection(text) && !/[。；;]$/u.test(text);

/** A line of text across the whole table. */
const addLine = (sheet: OpenSheet, text: string): void => {
  sheet.row += 1;
  sheet.rows.push({ row: sheet.row, cells: [textCell(0, text)] });
  if (sheet.columns > 1) sheet.merges.push({ top: sheet.row, bottom: sheet.row, left: 0, right: sheet.columns - 1 });
};

const addRows = (sheet: OpenSheet, table: WordTable, from: number, to: number): void => {
  const above = sheet.row - from;
  for (let at = from; at < to; at++) {
    const cells = (table.rows[at] ?? []).map(({ col, text }) => textCell(col, text));
    if (cells.length > 0) sheet.rows.push({ row: above + at + 1, cells });
  }
  for (const { top, bottom, left, right } of table.merges) {
    if (top < from || top >= to) continue;
    sheet.merges.push({ top: above + top + 1, bottom: above + Math.min(bottom, to - 1) + 1, left, right });
  }
  sheet.row = above + to;
};

/** How many rows at its top are a header: those that repeat, or those that cells of the first row reach down to. */
const headerRowsOf = ({ headerRows, merges }: WordTable): number =>
  Math.max(1, headerRows, ...merges.filter(({ top }) => top === 0).map(({ bottom }) => bottom + 1));

/** Headings stand under the header, other lines above the table. */
const begin = (table: WordTable, above: readonly string[]): OpenSheet => {
  const sheet: OpenSheet = { columns: table.columns, head: headOf(table), rows: [], merges: [], row: 0 };
  const titles = above.slice(-mostTitleLines);
  const last = titles.at(-1);
  const section = last !== undefined && isHeading(last) ? last : undefined;
  for (const line of section === undefined ? titles : titles.slice(0, -1)) addLine(sheet, line);
  if (section === undefined) addRows(sheet, table, 0, table.rows.length);
  else addBelowHeader(sheet, table, [section]);
  return sheet;
};

const addBelowHeader = (sheet: OpenSheet, table: WordTable, sections: readonly string[]): void => {
  const header = Math.min(headerRowsOf(table), table.rows.length);
  addRows(sheet, table, 0, header);
  for (const section of sections) addLine(sheet, section);
  addRows(sheet, table, header, table.rows.length);
};

/** The same list goes on: same columns, the same header or none, and nothing between but headings. */
const goesOn = (sheet: OpenSheet, table: WordTable, between: readonly string[]): "with-header" | "without" | null => {
  if (sheet.columns !== table.columns || !between.every((line) => isContinued(line) || isHeading(line))) return null;
  if (sheet.head === headOf(table)) return "with-header";
  return between.every(isContinued) ? "without" : null;
};

const goOn = (sheet: OpenSheet, table: WordTable, how: "with-header" | "without", between: readonly string[]): void => {
  const sections = between.filter((line) => !isContinued(line));
  if (how === "without") addRows(sheet, table, 0, table.rows.length);
  else addBelowHeader(sheet, table, sections);
};

/** @param nameOf the name of the sheet at a place, 0 first */
export const sheetsOfTables = (blocks: readonly Block[], nameOf: (at: number) => string): Sheet[] => {
  const sheets: OpenSheet[] = [];
  let between: string[] = [];
  for (const block of blocks) {
    if (block.kind === "paragraph") {
      if (block.text.trim() !== "") between.push(block.text.trim());
      continue;
    }
    if (block.rows.every((cells) => cells.length === 0)) continue;
    const open = sheets.at(-1);
    const how = open && goesOn(open, block, between);
    if (open && how) goOn(open, block, how, between);
    else sheets.push(begin(block, between));
    between = [];
  }
  const last = sheets.at(-1);
  if (last) for (const line of between.slice(0, mostTitleLines)) addLine(last, line);
  return sheets.map(({ rows, merges }, at) => ({
    name: nameOf(at),
    hidden: false,
    rows,
    merges,
    hiddenRows: [],
    hiddenCols: [],
  }));
};
