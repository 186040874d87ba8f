/**
 * Tables in HTML that was saved as .xls, as web systems export them. Merges are rowspan and colspan, values are text
 * except where Excel's own x:num says the number behind it.
 */
import type { Cell, Merge, Sheet, SheetRow } from "#shared/sheets/sheet.ts";
import { cellText } from "./cell-text.ts";
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

export const decodeEntities = (text: string): string =>
  text.replace(
    /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|(\w{2,8}));/gu,
    (whole, decimal?: string, hex?: string, name?: string) => {
      if (decimal) return codePoint(Number(decimal));
      if (hex) return codePoint(Number.parseInt(hex, 16));
      return ENTITIES[name ?? ""] ?? whole;
    },
  );

/** The text between tags: white space is one space, `<br>` and paragraphs are line breaks. */
const innerText = (html: string): string => {
  const flat = html
    .replace(/<!--[\s\S]*?-->/gu, "")
    .replace(/\s+/gu, " ")
    .replace(/\s*<(?:br|\/p|\/div)\b[^>]*>\s*/giu, "\n")
    .replace(/<[^>]*>/gu, "");
  return cellText(
    decodeEntities(flat)
      .replaceAll("\u00a0", " ")
      .replace(/ *\n */gu, "\n"),
  );
};

const attribute = (tag: string, name: string): string | undefined => {
  const match = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s>]+))`, "iu").exec(tag);
  return match ? (match[1] ?? match[2] ?? match[3]) : undefined;
};

const spanOf = (tag: string, name: string): number => {
  const n = Number(attribute(tag, name) ?? 1);
  return Number.isInteger(n) && n > 0 ? Math.min(n, 10_000) : 1;
};

const cellOf = (tag: string, html: string, col: number): Cell | undefined => {
  const text = innerText(html);
  if (text === "") return undefined;
  const number = attribute(tag, "x:num");
  if (number && /^-?\d+(?:\.\d+)?$/u.test(number) && /^[\d,.\s-]+$/u.test(text)) {
    return { col, text, kind: "number", value: Number(number) };
  }
  return { col, text, kind: "text", value: text };
};

const isHidden = (tag: string): boolean => /display\s*:\s*none|\shidden(?:\s|>|=)/iu.test(tag);

/** Cells up to the next cell or the row's end; HTML lets both closing tags be left out. */
const CELL = /<t[dh]\b[^>]*>([\s\S]*?)(?=<t[dh]\b|<\/t[dh]>|<\/tr>|<tr\b|$)/giu;
const ROW = /<tr\b[^>]*>([\s\S]*?)(?=<tr\b|<\/tr>|<\/table>|$)/giu;

const tableSheet = (html: string, name: string, limits: SheetLimits): Sheet => {
  const rows: SheetRow[] = [];
  const merges: Merge[] = [];
  const hiddenRows: number[] = [];
  /** How far down each column is still taken by a rowspan from above. */
  const takenUntil: number[] = [];
  let row = 0;
  for (const rowMatch of html.matchAll(ROW)) {
    row += 1;
    const openTag = rowMatch[0].slice(0, rowMatch[0].indexOf(">") + 1);
    if (isHidden(openTag)) hiddenRows.push(row);
    const cells: Cell[] = [];
    let col = 0;
    for (const cellMatch of (rowMatch[1] ?? "").matchAll(CELL)) {
      while ((takenUntil[col] ?? 0) >= row) col += 1;
      if (col >= limits.columns) break;
      const tag = cellMatch[0].slice(0, cellMatch[0].indexOf(">") + 1);
      const right = Math.min(col + spanOf(tag, "colspan"), limits.columns) - 1;
      const bottom = row + spanOf(tag, "rowspan") - 1;
      const cell = cellOf(tag, cellMatch[1] ?? "", col);
      if (cell) cells.push(cell);
      if (right > col || bottom > row) merges.push({ top: row, left: col, bottom, right });
      for (let c = col; c <= right; c++) takenUntil[c] = bottom;
      col = right + 1;
    }
    if (cells.length > 0) rows.push({ row, cells });
  }
  return { name, hidden: false, rows, merges, hiddenRows, hiddenCols: [] };
};

/** Each table of the page that holds more than one cell is a sheet. Scripts, styles and comments are no text. */
export const sheetsOfHtml = (html: string, limits: SheetLimits): Sheet[] => {
  const body = html.replace(/<(script|style|head)\b[\s\S]*?<\/\1>/giu, "").replace(/<!--(?!\[if)[\s\S]*?-->/gu, "");
  const title = /<x:Name>([^<]{1,40})<\/x:Name>/iu.exec(html)?.[1] ?? /<title>([^<]{1,60})<\/title>/iu.exec(html)?.[1];
  const tables = body.split(/<table\b[^>]*>/iu).slice(1);
  return tables
    .map((table, index) =>
      tableSheet(table, index === 0 && title ? decodeEntities(title.trim()) : `Sheet${index + 1}`, limits),
    )
    .filter((sheet) => sheet.rows.length > 0);
};
