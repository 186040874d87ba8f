/**
 * Writes one formatted sheet to a workbook, row by row, so that a ledger of any length passes through in little memory.
 * exceljs is named in this file alone (it stands still at its maker, and may have to be replaced): it makes the package,
 * the styles and the head; the rows below go into its sheet as XML of our own (row-xml.ts), with strings inline.
 */
import ExcelJS from "exceljs";
import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { columnLetters, rowXml } from "./row-xml.ts";

export type CellValue = string | number | Date | null;
export type CellLook = "text" | "centre" | "number" | "percent" | "date" | "red" | "amber" | "green" | "grey" | "bad";

export interface SheetColumn {
  readonly heading: string;
  /** In characters of the default font; a Chinese character counts two. */
  readonly width: number;
  readonly look: CellLook;
}

export interface SheetSpec {
  readonly sheetName: string;
  readonly title: string;
  /** Left and right of the line under the title: 填报单位 and 填报日期. */
  readonly left: string;
  readonly right: string;
  readonly columns: readonly SheetColumn[];
  /** Page number pattern, `第 &P 页，共 &N 页`. */
  readonly footer: string;
  readonly created: Date;
}

export interface SheetWriter {
  /** Looks override the column's; `height` in points. */
  readonly addRow: (values: readonly CellValue[], height: number, looks?: readonly (CellLook | undefined)[]) => void;
  /** Resolves when what was added has left memory. */
  readonly drained: () => Promise<void>;
  readonly finish: () => Promise<void>;
  /** Resolves when the file is let go of, so that it can be taken away; before that it may only be about to be made. */
  readonly abandon: () => Promise<void>;
}

/** Widths up to this many characters in all print legibly on A4 across; wider sheets go on A3. */
const widestForA4 = 190;
const paper = { A3: 8, A4: 9 } as const;
const headerLines = 3;

const thin = { style: "thin", color: { argb: "FF7F7F7F" } } as const;
const border = { top: thin, left: thin, bottom: thin, right: thin };
const bodyFont = { name: "仿宋_GB2312", family: 3, size: 11 };
const middle = { vertical: "middle", wrapText: true } as const;
const centred = { ...middle, horizontal: "center" } as const;
const coloured = (argb: string): Partial<ExcelJS.Style> => ({
  font: { ...bodyFont, color: { argb } },
  alignment: centred,
  border,
});

const looks: Readonly<Record<CellLook, Partial<ExcelJS.Style>>> = {
  text: { font: bodyFont, alignment: { ...middle, horizontal: "left" }, border },
  centre: { font: bodyFont, alignment: centred, border },
  number: { font: bodyFont, alignment: centred, border, numFmt: "0" },
  percent: { font: bodyFont, alignment: centred, border, numFmt: "0%" },
  date: { font: bodyFont, alignment: centred, border, numFmt: "yyyy-mm-dd" },
  red: coloured("FFB3261E"),
  amber: coloured("FF9A6700"),
  green: coloured("FF1E6B3A"),
  grey: coloured("FF6B6B6B"),
  bad: {
    font: { ...bodyFont, color: { argb: "FFB3261E" } },
    alignment: { ...middle, horizontal: "left" },
    border,
    fill: { type: "pattern", pattern: "solid", fgColor: { argb: "FFFDE7E7" } },
  },
};
const titleStyle: Partial<ExcelJS.Style> = {
  font: { name: "方正小标宋简体", family: 1, size: 20 },
  alignment: centred,
};
const lineStyle = (horizontal: "left" | "right"): Partial<ExcelJS.Style> => ({
  font: bodyFont,
  alignment: { vertical: "middle", horizontal },
});
const headingStyle: Partial<ExcelJS.Style> = {
  font: { name: "黑体", family: 2, size: 11 },
  alignment: centred,
  border,
  fill: { type: "pattern", pattern: "solid", fgColor: { argb: "FFEDF1F1" } },
};

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
  const sheet = workbook.addWorksheet(spec.sheetName, {
    properties: { defaultRowHeight: 18 },
    views: [{ state: "frozen", ySplit: headerLines, xSplit: 0, showGridLines: false }],
    pageSetup: pageSetupOf(spec),
    headerFooter: { oddFooter: `&C&"宋体,Regular"&10${spec.footer}` },
  });
  sheet.columns = spec.columns.map(({ width }) => ({ width }));
  writeHead(sheet, spec);
  const { stream: sheetXml } = sheet as unknown as { stream: { write: (xml: string) => void } };
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
    drained: async () => {
      if (stream.writableNeedDrain) await Promise.race([once(stream, "drain"), failed]);
      else await new Promise((resolve) => setImmediate(resolve));
    },
    finish: async () => {
      // Named whole: LibreOffice and WPS filter no more than the range that the file gives.
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

const pageSetupOf = ({ columns }: SheetSpec): Partial<ExcelJS.PageSetup> => {
  const total = columns.reduce((sum, { width }) => sum + width, 0);
  return {
    paperSize: (total > widestForA4 ? paper.A3 : paper.A4) as ExcelJS.PaperSize,
    orientation: "landscape",
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    horizontalCentered: true,
    printTitlesRow: `${headerLines}:${headerLines}`,
    margins: { left: 0.5, right: 0.5, top: 0.6, bottom: 0.7, header: 0.3, footer: 0.35 },
  };
};

const writeHead = (sheet: ExcelJS.Worksheet, { title, left, right, columns }: SheetSpec): void => {
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
  const headings = sheet.addRow(columns.map(({ heading }) => heading));
  headings.height = 30;
  for (let index = 1; index <= last; index++) headings.getCell(index).style = headingStyle;
  headings.commit();
};
