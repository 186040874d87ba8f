/**
 * Lists in Word (.docx): its tables are sheets, and a text whose paragraphs end with units in brackets is one more. From
 * there on a list from Word is read like any other.
 */
import { AppError } from "#shared/errors.ts";
import type { Sheet, WorkbookNotice } from "#shared/sheets/sheet.ts";
import { sheetOfParagraphs } from "#shared/sheets/word/paragraphs.ts";
import { sheetsOfTables } from "#shared/sheets/word/tables.ts";
import type { SheetLimits } from "../limits.ts";
import { unzip } from "../unzip.ts";
import { blocksOf } from "./blocks.ts";
import { numberingOf } from "./numbering.ts";
import { parseXml } from "./xml.ts";

const documentPart = /^word\/document\d*\.xml$/iu;
const numberingPart = /^word\/numbering\d*\.xml$/iu;

/** The text of a document is held as a tree while it is read; a list of thousands of rows stays far below. */
const mostDocumentBytes = 60_000_000;

/** @throws AppError `sheet-damaged`, `sheet-bomb`, `sheet-file-too-large` */
export const openWord = (
  zip: Buffer,
  limits: SheetLimits,
): { readonly sheets: Sheet[]; readonly notices: readonly WorkbookNotice[] } => {
  const parts = unzip(zip, (name) => documentPart.test(name) || numberingPart.test(name), limits);
  const partNamed = (pattern: RegExp): Buffer | undefined => parts.find(({ name }) => pattern.test(name))?.bytes;
  const document = partNamed(documentPart);
  if (!document) throw new AppError("sheet-damaged");
  if (document.length > mostDocumentBytes) {
    throw new AppError("sheet-file-too-large", { limit: Math.round(mostDocumentBytes / 1024 / 1024) });
  }
  const counted = partNamed(numberingPart);
  const blocks = blocksOf(parseXml(document), numberingOf(counted && parseXml(counted)), limits);
  const tables = sheetsOfTables(blocks, (at) => `表${at + 1}`);
  const paragraphs = blocks.flatMap((block) => (block.kind === "paragraph" ? [block.text] : []));
  const text = sheetOfParagraphs(paragraphs, "正文");
  const notices =
    text && text.passed > 0 ? [{ code: "text-passed", params: { count: text.passed, sheet: text.sheet.name } }] : [];
  return { sheets: text ? [...tables, text.sheet] : tables, notices };
};
