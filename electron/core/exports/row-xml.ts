/**
 * A row of a sheet as SpreadsheetML. exceljs makes an object of each cell, a model of each object and an element of each
 * model, which costs twice what the rest of an export does; the rows of a ledger, all of one kind, are written straight.
 */
import type { CellValue } from "./excel.ts";
import { heldByXml } from "./xml-text.ts";

const day = 86_400_000;
/** 1970-01-01 as Excel counts days. */
const unixEpoch = 25_569;

/** `A`, `B` … `AA` for a column counted from 0. */
export const columnLetters = (index: number): string =>
  (index >= 26 ? columnLetters(Math.floor(index / 26) - 1) : "") + String.fromCharCode(65 + (index % 26));

// oxlint-disable-next-line no-control-regex -- these are the characters that XML cannot hold at all
const needsCare = /[<>&\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF\uD800-\uDFFF]/u;
const entities: Readonly<Record<string, string>> = { "<": "&lt;", ">": "&gt;", "&": "&amp;" };

/** Text as XML holds it; what it cannot hold (control characters, half surrogates) is left out. */
const escaped = (text: string): string => {
  if (!needsCare.test(text)) return text;
  return heldByXml(text.replaceAll(/[<>&]/g, (character) => entities[character] ?? ""));
};

const cellXml = (reference: string, value: CellValue, style: number): string => {
  const head = `<c r="${reference}" s="${style}"`;
  if (value === null || value === "") return `${head}/>`;
  if (typeof value === "string")
    return `${head} t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`;
  return `${head}><v>${typeof value === "number" ? value : value.getTime() / day + unixEpoch}</v></c>`;
};

/**
 * @param row counted from 1
 * @param letters of the columns, as `columnLetters` gives them
 * @param height in points
 * @param styles the number of each cell's style in the workbook
 */
export const rowXml = (
  row: number,
  letters: readonly string[],
  values: readonly CellValue[],
  height: number,
  styles: readonly number[],
): string => {
  let cells = "";
  for (let index = 0; index < letters.length; index++) {
    cells += cellXml(`${letters[index] ?? ""}${row}`, values[index] ?? null, styles[index] ?? 0);
  }
  return `<row r="${row}" ht="${height}" customHeight="1">${cells}</row>`;
};
