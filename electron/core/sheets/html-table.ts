/**
 * Tables in HTML that was saved as .xls, as web systems export them. Merges are rowspan and colspan, values are text
 * except where Excel's own x:num says the number behind it.
 */
import type { Cell, Merge, Sheet, SheetRow } from "#shared/sheets/sheet.ts";
import { cellText } from "./cell-text.ts";
import { htmlTokens } from "./html-tokens.ts";
import type { SheetLimits } from "./limits.ts";

const ENTITIES: Record<string, string> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
  ensp: " ",
  emsp: " ",
  middot: "·",
  mdash: "—",
  ndash: "–",
  ldquo: "“",
  rdquo: "”",
  lsquo: "‘",
  rsquo: "’",
  hellip: "…",
  times: "×",
  bull: "•",
};

const codePoint = (code: number): string => (code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : "");

const decodeEntities = (text: string): string =>
  text.replace(
    /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|(\w{2,8}));/gu,
    (whole, decimal?: string, hex?: string, name?: string) => {
      if (decimal) return codePoint(Number(decimal));
      if (hex) return codePoint(Number.parseInt(hex, 16));
      return ENTITIES[name ?? ""] ?? whole;
    },
  );

const attribute = (tag: string, name: string): string | undefined => {
  const match = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s>]+))`, "iu").exec(tag);
  return match ? (match[1] ?? match[2] ?? match[3]) : undefined;
};

const spanOf = (tag: string, name: string): number => {
  const n = Number(attribute(tag, name) ?? 1);
  return Number.isInteger(n) && n > 0 ? Math.min(n, 10_000) : 1;
};

const isHidden = (tag: string): boolean =>
  /display\s*:\s*none/iu.test(attribute(tag, "style") ?? "") || /\shidden(?:[\s>=/])/iu.test(tag);

/** A table while it is read. A cell is put down when it ends, by its closing tag or by what cannot stand inside it. */
type OpenTable = {
  readonly rows: SheetRow[];
  readonly merges: Merge[];
  readonly hiddenRows: number[];
  /** How far down each column is still taken by a rowspan from above. */
  readonly takenUntil: number[];
  row: number;
  col: number;
  cells: Cell[];
  cell: { tag: string; text: string } | undefined;
};

const newTable = (): OpenTable => ({
  rows: [],
  merges: [],
  hiddenRows: [],
  takenUntil: [],
  row: 0,
  col: 0,
  cells: [],
  cell: undefined,
});

const valueOf = (tag: string, text: string, col: number): Cell => {
  const number = attribute(tag, "x:num");
  const isNumber = number !== undefined && /^-?\d+(?:\.\d+)?$/u.test(number) && /^[\d,.\s-]+$/u.test(text);
  return isNumber ? { col, text, kind: "number", value: Number(number) } : { col, text, kind: "text", value: text };
};

const tidy = (text: string): string =>
  cellText(
    decodeEntities(text)
      .replaceAll("\u00a0", " ")
      .replace(/ *\n[ \n]*/gu, "\n"),
  );

const endCell = (table: OpenTable, limits: SheetLimits): void => {
  const { cell } = table;
  table.cell = undefined;
  if (!cell) return;
  while ((table.takenUntil[table.col] ?? 0) >= table.row) table.col += 1;
  if (table.col >= limits.columns) return;
  const left = table.col;
  const right = Math.min(left + spanOf(cell.tag, "colspan"), limits.columns) - 1;
  const bottom = table.row + spanOf(cell.tag, "rowspan") - 1;
  const text = tidy(cell.text);
  if (text !== "") table.cells.push(valueOf(cell.tag, text, left));
  if (right > left || bottom > table.row) table.merges.push({ top: table.row, left, bottom, right });
  for (let col = left; col <= right; col++) table.takenUntil[col] = bottom;
  table.col = right + 1;
};

const endRow = (table: OpenTable, limits: SheetLimits): void => {
  endCell(table, limits);
  if (table.cells.length > 0) table.rows.push({ row: table.row, cells: table.cells });
  table.cells = [];
};

const beginRow = (table: OpenTable, tag: string, limits: SheetLimits): void => {
  endRow(table, limits);
  table.row += 1;
  table.col = 0;
  if (isHidden(tag)) table.hiddenRows.push(table.row);
};

const beginCell = (table: OpenTable, tag: string, limits: SheetLimits): void => {
  if (table.row === 0) beginRow(table, "", limits);
  endCell(table, limits);
  table.cell = { tag, text: "" };
};

const BREAKS = new Set(["br", "p", "div", "li"]);

/** Each table of the page that says something is a sheet, also one within the cell of another. */
export const sheetsOfHtml = (html: string, limits: SheetLimits): Sheet[] => {
  const done: OpenTable[] = [];
  const open: OpenTable[] = [];
  for (const token of htmlTokens(html)) {
    const table = open.at(-1);
    if (token.kind === "text") {
      if (table?.cell) table.cell.text += token.text.replace(/\s+/gu, " ");
      continue;
    }
    if (token.name === "table") {
      if (token.kind === "open") {
        const next = newTable();
        done.push(next);
        open.push(next);
      } else if (table) {
        endRow(table, limits);
        open.pop();
      }
      continue;
    }
    if (!table) continue;
    const isCell = token.name === "td" || token.name === "th";
    if (token.kind === "open" && token.name === "tr") beginRow(table, token.tag, limits);
    else if (token.kind === "close" && token.name === "tr") endRow(table, limits);
    else if (isCell && token.kind === "open") beginCell(table, token.tag, limits);
    else if (isCell) endCell(table, limits);
    else if (BREAKS.has(token.name) && table.cell && (token.name === "br" || token.kind === "close"))
      table.cell.text += "\n";
  }
  for (const table of open) endRow(table, limits);
  const name = /<x:Name>([^<]{1,40})<\/x:Name>/iu.exec(html)?.[1] ?? /<title>([^<]{1,60})<\/title>/iu.exec(html)?.[1];
  return done
    .filter((table) => table.rows.length > 0)
    .map(({ rows, merges, hiddenRows }, index) => {
      const title = index === 0 && name?.trim() ? decodeEntities(name.trim()) : `Sheet${index + 1}`;
      return { name: title, hidden: false, rows, merges, hiddenRows, hiddenCols: [] };
    });
};
