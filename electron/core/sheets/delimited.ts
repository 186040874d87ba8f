/**
 * CSV and its relatives. Rows are records, not lines: a cell may hold line breaks, and the row that a problem names is
 * the record's number. Every value is text, so 0533-0000001 and 1-2 stay what they are.
 */
import { parse } from "csv-parse/sync";
import type { Cell, Sheet, SheetRow } from "#shared/sheets/sheet.ts";
import { cellText } from "./cell-text.ts";

const SEPARATORS = [",", "\t", ";", "，", "|"] as const;

/** How often each separator stands outside quotes, over the first part of the file. */
const separatorOf = (text: string): string => {
  const sample = text.slice(0, 20_000).replace(/"(?:[^"]|"")*"/gu, "");
  const lines = sample.split(/\r\n|\r|\n/u).slice(0, 50);
  const score = (separator: string) => lines.filter((line) => line.split(separator).length > 2).length;
  const [first, ...others] = SEPARATORS;
  return others.reduce((best: string, next) => (score(next) > score(best) ? next : best), first);
};

const parseRecords = (text: string, delimiter: string, quoted: boolean): string[][] =>
  parse(text, {
    delimiter,
    quote: quoted ? '"' : null,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
    record_delimiter: ["\r\n", "\n", "\r"],
  });

const recordsOf = (text: string, delimiter: string): string[][] => {
  try {
    return parseRecords(text, delimiter, true);
  } catch {
    // a quotation mark that never closes: then the marks are part of the text
    return parseRecords(text, delimiter, false);
  }
};

/** A sheet of the records of a delimited text. `sep=;` on the first line, as Excel writes it, is obeyed. */
export const sheetOfDelimited = (text: string, name: string): Sheet => {
  const told = /^sep=(.)\r?\n/u.exec(text);
  const body = told ? text.slice(told[0].length) : text;
  const records = recordsOf(body, told?.[1] ?? separatorOf(body));
  const rows: SheetRow[] = [];
  for (const [index, record] of records.entries()) {
    const cells: Cell[] = [];
    for (const [col, raw] of record.entries()) {
      const shown = cellText(unformula(raw));
      if (shown !== "") cells.push({ col, text: shown, kind: "text", value: shown });
    }
    if (cells.length > 0) rows.push({ row: index + 1 + (told ? 1 : 0), cells });
  }
  return { name, hidden: false, rows, merges: [], hiddenRows: [], hiddenCols: [] };
};

/** `="0533"` is how some systems keep leading zeros through Excel. */
const unformula = (raw: string): string => /^="((?:[^"]|"")*)"$/u.exec(raw.trim())?.[1]?.replaceAll('""', '"') ?? raw;
