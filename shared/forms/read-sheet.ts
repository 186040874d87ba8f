/**
 * A form as it came back, read from the sheets of its workbook: who it says that it is, its rows by the names of their
 * columns, and everything else that somebody wrote into it. Nothing is judged here.
 */
import type { Cell, Sheet, Workbook } from "../sheets/sheet.ts";
import { languages, type Language } from "../translations/index.ts";
import { identityOf, type FormIdentity } from "./identity.ts";
import { type ColumnKey, formColumns, heading } from "./words.ts";
import { plain } from "./reading-words.ts";
import type { CellTexts } from "./compare.ts";

export interface CameRow {
  /** 1-based, as the sheet counts. */
  readonly row: number;
  /** What its hidden cell says; empty: nothing. */
  readonly key: string;
  readonly texts: CellTexts;
  /** What stands beside the form's own columns. */
  readonly beside: readonly string[];
}

export interface CameForm {
  readonly identity: FormIdentity;
  readonly language: Language;
  readonly rows: readonly CameRow[];
  /** The texts above the table, each with its place. */
  readonly head: readonly { readonly at: string; readonly text: string }[];
  /** Texts of other sheets that can be seen, each with its place. */
  readonly elsewhere: readonly string[];
}

interface Header {
  readonly row: number;
  readonly columns: ReadonlyMap<number, ColumnKey>;
  readonly language: Language;
}

/** Fewer of the form's own headings than this, and it is another table. */
const leastHeadings = 6;

/** Null: none of its sheets is a form. */
export const readForm = (workbook: Workbook): CameForm | null => {
  const found = workbook.sheets
    .map((sheet) => ({ sheet, header: headerOf(sheet) }))
    .find(({ header, sheet }) => header !== null && !sheet.hidden);
  if (!found?.header) return null;
  const { sheet, header } = found;
  const rows = sheet.rows.filter(({ row }) => row > header.row).map(({ row, cells }) => rowOf(row, cells, header));
  const above = sheet.rows.filter(({ row }) => row < header.row);
  const head = above.flatMap(({ row, cells }) =>
    cells.map((cell) => ({ at: `${letters(cell.col)}${row}`, text: cell.text })),
  );
  const others = workbook.sheets.filter((other) => other !== sheet && !other.hidden);
  return {
    identity: identityOf(workbook, head, rows),
    language: header.language,
    rows: rows.filter(({ texts, beside, key }) => key !== "" || beside.length > 0 || Object.keys(texts).length > 0),
    head,
    elsewhere: others.flatMap((other) =>
      other.rows.flatMap(({ row, cells }) =>
        cells.map(({ col, text }) => `${other.name} ${letters(col)}${row}: ${text}`),
      ),
    ),
  };
};

/** The row with the most headings of the form, in whichever language; the first of them, since it may be repeated. */
const headerOf = (sheet: Sheet): Header | null => {
  let best: Header | null = null;
  for (const { row, cells } of sheet.rows) {
    for (const language of languages) {
      const columns = columnsOf(cells, language);
      if (columns.size >= leastHeadings && columns.size > (best?.columns.size ?? 0)) best = { row, columns, language };
    }
  }
  return best;
};

const headings = new Map(
  languages.map((language) => [language, new Map(formColumns.map((key) => [plain(heading(key, language)), key]))]),
);

const columnsOf = (cells: readonly Cell[], language: Language): Map<number, ColumnKey> => {
  const columns = new Map<number, ColumnKey>();
  for (const { col, text } of cells) {
    const key = headings.get(language)?.get(plain(text));
    if (key !== undefined && ![...columns.values()].includes(key)) columns.set(col, key);
  }
  return columns;
};

const rowOf = (row: number, cells: readonly Cell[], { columns }: Header): CameRow => {
  const texts: Partial<Record<ColumnKey, string>> = {};
  const beside: string[] = [];
  let key = "";
  for (const { col, text } of cells) {
    const column = columns.get(col);
    if (column !== undefined) texts[column] = text;
    else if (key === "" && text.startsWith("form:")) key = text.trim();
    else beside.push(`${letters(col)}${row}: ${text}`);
  }
  return { row, key, texts, beside };
};

/** 0 → A, 26 → AA. */
export const letters = (col: number): string =>
  (col >= 26 ? letters(Math.floor(col / 26) - 1) : "") + String.fromCharCode(65 + (col % 26));
