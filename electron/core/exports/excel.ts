/**
 * Writes one formatted sheet to a workbook, row by row, so that a ledger of any length passes through in little memory.
 * exceljs is named in this file alone (it stands still at its maker, and may have to be replaced): it makes the package,
 * the styles and the head; the rows below go into its sheet as XML of our own (row-xml.ts), with strings inline.
 */
import ExcelJS from "exceljs";
import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { footerOf, type CellLook, headingStyle, lineStyle, looks, titleStyle } from "./excel-looks.ts";
import { columnLetters, rowXml } from "./row-xml.ts";

export type CellValue = string | number | Date | null;
export type { CellLook } from "./excel-looks.ts";

export interface SheetColumn {
  readonly heading: string;
  /** In characters of the default font; a Chinese character counts two. */
  readonly width: number;
  readonly look: CellLook;
}

/** A rectangle of cells, counted from 0 within its lines. */
export interface Merge {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export interface SheetSpec {
  readonly sheetName: string;
  readonly title: string;
  /** Left and right of the line under the title: 填报单位 and 填报日期. */
  readonly left: string;
  readonly right: string;
  readonly columns: readonly SheetColumn[];
  /** Several lines of headings, merged; left out: one line of the columns' own, with a filter below it. */
  readonly heads?: {
    readonly lines: readonly { readonly texts: readonly string[]; readonly height: number }[];
    readonly merges: readonly Merge[];
  };
  /** How many columns stay when one scrolls sideways. */
  readonly frozen?: number;
  /** Page number pattern, `第 &P 页，共 &N 页`. */
  readonly footer: string;
  readonly created: Date;
}

export interface SheetWriter {
  /** Looks override the column's; `height` in points. */
  readonly addRow: (values: readonly CellValue[], height: number, looks?: readonly (CellLook | undefined)[]) => void;
  /** A row that is one cell across the whole table. */
  readonly addAcross: (text: string, height: number, look: CellLook) => void;
  /** Resolves when what was added has left memory. */
  readonly drained: () => Promise<void>;
  readonly finish: () => Promise<void>;
  /** Resolves when the file is let go of, so that it can be taken away; before that it may only be about to be made. */
  readonly abandon: () => Promise<void>;
}

/** Widths up to this many characters in all print legibly on A4 across; wider sheets go on A3. */
const widestForA4 = 190;
const paper = { A3: 8, A4: 9 } as const;
/** The title, and the line of who reports and when. */
const linesAboveHeads = 2;
const oneHeadHeight = 30;

/** Begins a workbook at `path` (a temporary name; whoever calls renames it when all is well). */
export const writeSheet = (path: string, spec: SheetSpec): SheetWriter => {
  const stream = createWriteStream(path);
  const failed = once(stream, "error").then(([error]) => {
    throw error;
  });
  failed.catch(() => {});
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream, useStyles: true, useSharedStrings: false });
  workbook.creator = spec.left;
  workbook.created = spec.created;
  workbook.modified = spec.created;
  const headerLines = linesAboveHeads + (spec.heads?.lines.length ?? 1);
  const sheet = workbook.addWorksheet(spec.sheetName, {
    properties: { defaultRowHeight: 18 },
    views: [{ state: "frozen", ySplit: headerLines, xSplit: spec.frozen ?? 0, showGridLines: false }],
    pageSetup: pageSetupOf(spec, headerLines),
    headerFooter: { oddFooter: footerOf(spec.footer) },
  });
  sheet.columns = spec.columns.map(({ width }) => ({ width }));
  writeHead(sheet, spec);
  const { stream: sheetXml, _merges: merges } = sheet as unknown as WrittenSheet;
  const styleOf = styleNumbers(workbook);
  const columnStyles = spec.columns.map(({ look }) => styleOf(look));
  const letters = spec.columns.map((_, index) => columnLetters(index));
  const last = spec.columns.length;
  let rows = 0;

  return {
    addRow: (values, height, overrides) => {
      rows++;
      const styles = overrides?.some((look) => look !== undefined)
        ? columnStyles.map((style, index) => (overrides[index] ? styleOf(overrides[index]) : style))
        : columnStyles;
      sheetXml.write(rowXml(headerLines + rows, letters, values, height, styles));
    },
    addAcross: (text, height, look) => {
      rows++;
      const row = headerLines + rows;
      const styles = columnStyles.map(() => styleOf(look));
      sheetXml.write(rowXml(row, letters, [text], height, styles));
      if (last > 1) merges.push(`A${row}:${letters.at(-1)}${row}`);
    },
    drained: async () => {
      if (stream.writableNeedDrain) await Promise.race([once(stream, "drain"), failed]);
      else await new Promise((resolve) => setImmediate(resolve));
    },
    finish: async () => {
      // Named whole: LibreOffice and WPS filter no more than the range that the file gives.
      if (spec.heads === undefined)
        sheet.autoFilter = { from: { row: headerLines, column: 1 }, to: { row: headerLines + rows, column: last } };
      sheet.commit();
      await Promise.race([workbook.commit(), failed]);
    },
    abandon: async () => {
      stream.destroy();
      if (!stream.closed) await once(stream, "close").catch(() => {});
    },
  };
};

/** What exceljs's writer of a sheet has within: where its XML goes, and the merged ranges that it writes at the end. */
interface WrittenSheet {
  readonly stream: { readonly write: (xml: string) => void };
  readonly _merges: string[];
}

/** The number under which the workbook keeps a look; each look is handed over once. */
const styleNumbers = (workbook: ExcelJS.stream.xlsx.WorkbookWriter): ((look: CellLook) => number) => {
  const { styles } = workbook as unknown as { styles: { addStyleModel: (style: object, type?: number) => number } };
  const known = new Map<CellLook, number>();
  return (look) => {
    const number = known.get(look) ?? styles.addStyleModel(looks[look]);
    known.set(look, number);
    return number;
  };
};

const pageSetupOf = ({ columns }: SheetSpec, headerLines: number): Partial<ExcelJS.PageSetup> => {
  const total = columns.reduce((sum, { width }) => sum + width, 0);
  return {
    paperSize: (total > widestForA4 ? paper.A3 : paper.A4) as ExcelJS.PaperSize,
    orientation: "landscape",
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    horizontalCentered: true,
    printTitlesRow: `${linesAboveHeads + 1}:${headerLines}`,
    margins: { left: 0.5, right: 0.5, top: 0.6, bottom: 0.7, header: 0.3, footer: 0.35 },
  };
};

const writeHead = (sheet: ExcelJS.Worksheet, { title, left, right, columns, heads }: SheetSpec): void => {
  const last = columns.length;
  const half = Math.max(1, Math.floor(last / 2));
  const titleRow = sheet.addRow([title]);
  titleRow.height = 36;
  titleRow.getCell(1).style = titleStyle;
  if (last > 1) sheet.mergeCells(1, 1, 1, last);
  titleRow.commit();
  const line = sheet.addRow([left]);
  line.height = 20;
  line.getCell(1).style = lineStyle("left");
  if (last > 1) {
    line.getCell(half + 1).value = right;
    line.getCell(half + 1).style = lineStyle("right");
    if (half > 1) sheet.mergeCells(2, 1, 2, half);
    if (last > half + 1) sheet.mergeCells(2, half + 1, 2, last);
  }
  line.commit();
  const lines = heads?.lines ?? [{ texts: columns.map(({ heading }) => heading), height: oneHeadHeight }];
  const headings = lines.map(({ texts, height }) => {
    const row = sheet.addRow([...texts]);
    row.height = height;
    for (let index = 1; index <= last; index++) row.getCell(index).style = headingStyle;
    return row;
  });
  const above = linesAboveHeads + 1;
  for (const { top, left: from, bottom, right: to } of heads?.merges ?? [])
    sheet.mergeCells(above + top, from + 1, above + bottom, to + 1);
  for (const row of headings) row.commit();
};
