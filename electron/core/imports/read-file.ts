/**
 * Reads a file that a person wants to take in: bytes, hash, workbook, table. Pure but for the reading of the file, so
 * that the wizard (in a worker thread) and `--dry-run` (without any data folder) get the same.
 */
import { createHash } from "node:crypto";
import { open } from "node:fs/promises";
import { basename } from "node:path";
import { AppError } from "#shared/errors.ts";
import type { ImportCapability } from "#shared/imports/record.ts";
import type { Sheet, Workbook } from "#shared/sheets/sheet.ts";
import type { JobContext } from "../jobs/context.ts";
import { sheetLimits } from "../sheets/limits.ts";
import { type ListReading, readers, type ReadOptions } from "./readers.ts";

export interface ReadFileInput {
  readonly capability: ImportCapability;
  /** Where the file lies; or its bytes, when it was read before. */
  readonly source: { readonly path: string } | { readonly bytes: Uint8Array; readonly fileName: string };
  readonly options: ReadOptions;
}

export interface ReadFile {
  readonly fileName: string;
  readonly size: number;
  /** SHA-256 of the file in hex. */
  readonly hash: string;
  /** In memory that threads share, so that it is neither copied nor read again from a stick that was pulled out. */
  readonly bytes: Uint8Array;
  readonly reading: ListReading;
  /** Rows that are listed but would be items with a title, as they would then be read. */
  readonly latent: ListReading["rows"];
  readonly top: readonly { readonly row: number; readonly cells: readonly string[] }[];
  /** Column index → a few values below the header. */
  readonly samples: Readonly<Record<string, readonly string[]>>;
}

/** @throws AppError `file-missing`, `sheet-*`, `no-table`, `no-such-sheet`, `cancelled` */
export const readFile = async (input: ReadFileInput, context: JobContext): Promise<ReadFile> => {
  const { capability, source, options } = input;
  context.progress("read", 0, 0);
  const fileName = "path" in source ? basename(source.path) : source.fileName;
  const bytes = "path" in source ? await sharedBytesOf(source.path) : source.bytes;
  const hash = createHash("sha256").update(bytes).digest("hex");
  context.progress("open", 0, 100);
  const { openWorkbook } = await import("../sheets/open.ts");
  const workbook = openWorkbook(Uint8Array.from(bytes), fileName, {
    onProgress: (share) => context.progress("open", Math.round(share * 100), 100),
  });
  context.progress("table", 0, 0);
  const read = await readers[capability]();
  const reading = read(workbook, options);
  const sheet = workbook.sheets.find(({ name }) => name === reading.sheet);
  return {
    fileName,
    size: bytes.length,
    hash,
    bytes,
    reading,
    latent: latentRows(workbook, reading, (changed) => read(changed, options)),
    top: sheet ? topOf(sheet, reading.headerRows.to) : [],
    samples: sheet ? samplesOf(sheet, reading) : {},
  };
};

const sharedBytesOf = async (path: string): Promise<Uint8Array> => {
  const handle = await opened(path);
  try {
    const { size } = await handle.stat();
    if (size > sheetLimits.fileBytes) {
      throw new AppError("sheet-file-too-large", { limit: Math.round(sheetLimits.fileBytes / 1024 / 1024) });
    }
    const bytes = new Uint8Array(new SharedArrayBuffer(size));
    let at = 0;
    for await (const piece of handle.createReadStream({ autoClose: false })) {
      const part = (piece as Buffer).subarray(0, size - at);
      bytes.set(part, at);
      at += part.length;
    }
    return bytes.subarray(0, at);
  } finally {
    await handle.close();
  }
};

const opened = async (path: string) => {
  try {
    const handle = await open(path, "r");
    if ((await handle.stat()).isFile()) return handle;
    await handle.close();
    throw new AppError("file-missing", { path });
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError("file-missing", { path }, { cause: error });
  }
};

/** Told apart from anything a person writes. */
const placeholder = "\u2060?\u2060";

/**
 * Listed rows have a number but no title, and are not read further. Reads them once more with a title put in, so that
 * a title typed into the preview makes a whole item.
 */
const latentRows = (
  workbook: Workbook,
  reading: ListReading,
  read: (workbook: Workbook) => ListReading,
): ListReading["rows"] => {
  const titleColumn = reading.columns.find(({ meaning }) => meaning === "title")?.index;
  const rows = new Set(
    reading.problems
      .filter(({ code, sheet }) => code.startsWith("title-missing") && sheet === reading.sheet)
      .map(({ row }) => row),
  );
  if (titleColumn === undefined || rows.size === 0) return [];
  const withTitles = (sheet: Sheet): Sheet => ({
    ...sheet,
    rows: sheet.rows.map((line) => {
      if (!rows.has(line.row)) return line;
      const cell = { col: titleColumn, text: placeholder, kind: "text", value: placeholder } as const;
      const others = line.cells.filter(({ col }) => col !== titleColumn);
      return { ...line, cells: [...others, cell].toSorted((a, b) => a.col - b.col) };
    }),
  });
  const sheets = workbook.sheets.map((sheet) => (sheet.name === reading.sheet ? withTitles(sheet) : sheet));
  const again = read({ ...workbook, sheets });
  return again.rows.filter(({ row, title }) => rows.has(row) && title.includes(placeholder)) as ListReading["rows"];
};

/** How many lines of the sheet are shown for choosing the header, how many columns, and how much of a cell. */
const shown = { rows: 24, below: 6, columns: 40, characters: 80 };

const topOf = (sheet: Sheet, headerTo: number): ReadFile["top"] => {
  const least = Math.max(shown.rows, headerTo + shown.below);
  return sheet.rows
    .filter(({ row }) => row <= least)
    .slice(0, least)
    .map(({ row, cells }) => {
      const texts: string[] = [];
      for (const { col, text } of cells) {
        if (col >= shown.columns) break;
        while (texts.length < col) texts.push("");
        texts.push(text.slice(0, shown.characters));
      }
      return { row, cells: texts };
    });
};

const samplesOf = (sheet: Sheet, reading: ListReading): ReadFile["samples"] => {
  const samples: Record<string, string[]> = {};
  for (const { row, cells } of sheet.rows) {
    if (row <= reading.headerRows.to) continue;
    if (row > reading.headerRows.to + 50) break;
    for (const { col, text } of cells) {
      const known = (samples[String(col)] ??= []);
      const sample = text.slice(0, shown.characters);
      if (known.length < 3 && sample !== "" && !known.includes(sample)) known.push(sample);
    }
  }
  return samples;
};
