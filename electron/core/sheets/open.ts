/**
 * Opens a workbook that somebody sent: its kind is told by content, hostile and broken files get a sentence, and what
 * comes out is plain sheets (task-list-import.md 'Formats'). Nothing is walked by a sheet's stated size.
 */
import { AppError } from "#shared/errors.ts";
import type { Sheet, Workbook, WorkbookFormat, WorkbookNotice } from "#shared/sheets/sheet.ts";
import { withBuiltInFormats } from "./built-in-formats.ts";
import { decodeText } from "./decode.ts";
import { sheetOfDelimited } from "./delimited.ts";
import { hiddenInSheet, sheetParts } from "./hidden.ts";
import { sheetsOfHtml } from "./html-table.ts";
import type { SheetLimits } from "./limits.ts";
import { sheetLimits } from "./limits.ts";
import { assertWholeOle } from "./ole.ts";
import { installOldEncodings } from "./old-encodings.ts";
import { kindOfBytes } from "./sniff.ts";
import { oleStreams, parseWorkbook, sheetsOf } from "./spreadsheet.ts";
import { trimSheetXml } from "./trim-sheet.ts";
import { stored, unzip, zipEntries } from "./unzip.ts";
import { openWord } from "./word/open.ts";

export type OpenOptions = {
  /** Looked at between the stages; an abort throws the signal's reason. */
  readonly signal?: AbortSignal;
  /** 0 to 1. */
  readonly onProgress?: (share: number) => void;
  readonly limits?: Partial<SheetLimits>;
};

type Opened = {
  readonly format: WorkbookFormat;
  readonly sheets: Sheet[];
  readonly date1904: boolean;
  readonly notices?: readonly WorkbookNotice[];
};

/** Parts that hold no cells: never inflated, never parsed. */
const IDLE_PARTS =
  /^(?:docProps|customXml|xl\/(?:media|drawings|theme|charts|chartsheets|printerSettings|embeddings|comments|threadedComments|persons|externalLinks|pivot\w*|slicers?|slicerCaches|diagrams|ctrlProps|activeX|vbaProject|calcChain|worksheets\/_rels))(?:\/|\.|\d|$)/iu;

const isSheetPart = (name: string): boolean => /^xl\/worksheets\/[^/]+\.xml$/iu.test(name);

const refuseForeignZip = (names: readonly string[]): void => {
  const has = (pattern: RegExp) => names.some((name) => pattern.test(name));
  if (has(/^OFD\.xml$/iu)) throw new AppError("sheet-is-document");
  if (has(/^ppt\//iu)) throw new AppError("sheet-is-document");
  if (has(/^content\.xml$/iu)) throw new AppError("sheet-is-opendocument");
  if (!has(/(?:^|\/)workbook\d*\.(?:xml|bin)$/iu)) throw new AppError("sheet-not-a-workbook");
};

const openZip = (bytes: Buffer, limits: SheetLimits, pause: (share: number) => void): Opened => {
  const entries = zipEntries(bytes);
  if (entries.some((entry) => entry.encrypted)) throw new AppError("sheet-password");
  const names = entries.map((entry) => entry.name);
  if (names.some((name) => /^word\//iu.test(name))) return openDocument(bytes, limits);
  refuseForeignZip(names);
  const parts = unzip(bytes, (name) => !IDLE_PARTS.test(name), limits);
  pause(0.2);
  const trimmed = parts.map((part) => {
    if (isSheetPart(part.name)) return { ...part, bytes: trimSheetXml(part.bytes), crc: 0 };
    return /^xl\/styles\.xml$/iu.test(part.name) ? { ...part, bytes: withBuiltInFormats(part.bytes), crc: 0 } : part;
  });
  pause(0.3);
  const book = parseWorkbook(stored(trimmed), { withStyles: false });
  pause(0.8);
  const hidden = sheetParts(trimmed).map((part) =>
    part ? hiddenInSheet(part.bytes, limits.columns) : { rows: [], cols: [] },
  );
  return { format: "xlsx", ...sheetsOf(book, limits, hidden) };
};

const openDocument = (bytes: Buffer, limits: SheetLimits): Opened => {
  const { sheets, notices } = openWord(bytes, limits);
  return { format: "docx", sheets: withinLimits(sheets, limits), date1904: false, notices };
};

const openOle = (bytes: Buffer, limits: SheetLimits, pause: (share: number) => void): Opened => {
  assertWholeOle(bytes);
  const streams = oleStreams(bytes);
  const has = (name: string) => streams.some((stream) => stream.toLowerCase() === name);
  if (has("encryptedpackage") || has("encryptioninfo")) throw new AppError("sheet-password");
  if (has("worddocument")) throw new AppError("sheet-is-old-word");
  if (has("powerpoint document") || has("hwpdocument")) throw new AppError("sheet-is-document");
  if (!has("workbook") && !has("book")) throw new AppError("sheet-not-a-workbook");
  pause(0.2);
  if (!has("workbook")) installOldEncodings();
  const book = parseWorkbook(bytes);
  pause(0.8);
  return { format: "xls", ...sheetsOf(book, limits) };
};

const openText = (bytes: Buffer, kind: "html" | "text" | "xml-workbook", name: string, limits: SheetLimits): Opened => {
  if (kind === "xml-workbook") return { format: "xls", ...sheetsOf(parseWorkbook(bytes), limits) };
  const { text } = kind === "html" ? decodeHtml(bytes) : decodeText(bytes);
  if (kind === "html") {
    if (/<table\b/iu.test(text) && !/<\/table\s*>/iu.test(text)) throw new AppError("sheet-truncated");
    return { format: "html", sheets: withinLimits(sheetsOfHtml(text, limits), limits), date1904: false };
  }
  const sheet = sheetOfDelimited(text, name.replace(/\.[^.]*$/u, ""));
  return { format: "csv", sheets: withinLimits([sheet], limits), date1904: false };
};

/** The page's own word for its encoding counts where the bytes allow it. */
const decodeHtml = (bytes: Buffer): { text: string } => {
  const told = /charset\s*=\s*["']?([\w-]+)/iu.exec(bytes.toString("latin1", 0, 2048))?.[1]?.toLowerCase();
  if (told && /^gb|^hz/u.test(told)) {
    const decoded = decodeText(bytes);
    return decoded.encoding === "utf-8" ? decoded : { text: new TextDecoder("gb18030").decode(bytes) };
  }
  return decodeText(bytes);
};

const withinLimits = (sheets: Sheet[], limits: SheetLimits): Sheet[] => {
  let cells = 0;
  for (const sheet of sheets) {
    if (sheet.rows.length > limits.rows) throw new AppError("sheet-too-many-rows", { limit: limits.rows });
    if (sheet.merges.length > limits.merges) throw new AppError("sheet-too-many-merges", { limit: limits.merges });
    for (const row of sheet.rows) cells += row.cells.length;
  }
  if (cells > limits.cells) throw new AppError("sheet-too-many-cells", { limit: limits.cells });
  return sheets;
};

const openKind = (bytes: Buffer, fileName: string, limits: SheetLimits, pause: (share: number) => void): Opened => {
  const kind = kindOfBytes(bytes);
  switch (kind) {
    case "empty":
      throw new AppError("sheet-empty-file");
    case "picture":
      throw new AppError("sheet-is-picture");
    case "pdf":
      throw new AppError("sheet-is-document");
    case "word":
      throw new AppError("sheet-is-old-word");
    case "archive":
      throw new AppError("sheet-is-archive");
    case "unknown":
      throw new AppError("sheet-not-a-workbook");
    case "zip":
      return openZip(bytes, limits, pause);
    case "ole":
      return openOle(bytes, limits, pause);
    case "biff":
      installOldEncodings();
      return { format: "xls", ...sheetsOf(parseWorkbook(bytes), limits) };
    default:
      return openText(bytes, kind, fileName, limits);
  }
};

/**
 * Opens a workbook of any of the formats offices send. `fileName` is for messages and the year it may tell. Throws
 * AppError `sheet-*`, each with words that say what to do; the limits stand in limits.ts.
 */
export const openWorkbook = (bytes: Uint8Array, fileName: string, options: OpenOptions = {}): Workbook => {
  const limits = { ...sheetLimits, ...options.limits };
  const pause = (share: number) => {
    options.signal?.throwIfAborted();
    options.onProgress?.(share);
  };
  if (bytes.length > limits.fileBytes) {
    throw new AppError("sheet-file-too-large", { limit: Math.round(limits.fileBytes / 1024 / 1024) });
  }
  pause(0);
  const name = fileName.replace(/^.*[\\/]/u, "");
  const opened = openKind(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), name, limits, pause);
  if (opened.sheets.every((sheet) => sheet.rows.length === 0)) throw new AppError("sheet-without-cells");
  pause(1);
  return { notices: [], ...opened, fileName: name };
};
