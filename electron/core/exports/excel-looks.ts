/**
 * How the cells of a ledger look, by the names that exporters use: fonts of an official paper with families to fall back
 * on, thin borders, colours for lights alone. Styles as exceljs takes them, which is named in excel.ts.
 */
import type { Style } from "exceljs";

export type CellLook =
  | "text"
  | "indented"
  | "centre"
  | "number"
  | "percent"
  | "date"
  | "red"
  | "amber"
  | "orange"
  | "blue"
  | "green"
  | "grey"
  | "bad"
  | "mark"
  | "section"
  | "note";

const thin = { style: "thin", color: { argb: "FF7F7F7F" } } as const;
const border = { top: thin, left: thin, bottom: thin, right: thin };
const bodyFont = { name: "仿宋_GB2312", family: 3, size: 11 };
const headFont = { name: "黑体", family: 2, size: 11 };
const middle = { vertical: "middle", wrapText: true } as const;
const centred = { ...middle, horizontal: "center" } as const;
const filled = (argb: string) => ({ type: "pattern", pattern: "solid", fgColor: { argb } }) as const;
const coloured = (argb: string): Partial<Style> => ({
  font: { ...bodyFont, color: { argb } },
  alignment: centred,
  border,
});

export const looks: Readonly<Record<CellLook, Partial<Style>>> = {
  text: { font: bodyFont, alignment: { ...middle, horizontal: "left" }, border },
  indented: { font: bodyFont, alignment: { ...middle, horizontal: "left", indent: 1 }, border },
  centre: { font: bodyFont, alignment: centred, border },
  number: { font: bodyFont, alignment: centred, border, numFmt: "0" },
  percent: { font: bodyFont, alignment: centred, border, numFmt: "0%" },
  date: { font: bodyFont, alignment: centred, border, numFmt: "yyyy-mm-dd" },
  red: coloured("FFB3261E"),
  amber: coloured("FF9A6700"),
  orange: coloured("FFA8480B"),
  blue: coloured("FF2B63A6"),
  green: coloured("FF1E6B3A"),
  grey: coloured("FF6B6B6B"),
  bad: {
    font: { ...bodyFont, color: { argb: "FFB3261E" } },
    alignment: { ...middle, horizontal: "left" },
    border,
    fill: filled("FFFDE7E7"),
  },
  mark: {
    font: { ...bodyFont, name: "宋体", size: 10, color: { argb: "FF1F5C63" } },
    alignment: { vertical: "middle", horizontal: "center" },
    border,
    fill: filled("FFDCE9E9"),
  },
  section: {
    font: headFont,
    alignment: { ...middle, horizontal: "left" },
    border,
    fill: filled("FFF6F4EF"),
  },
  note: { font: { ...bodyFont, size: 10 }, alignment: { ...middle, horizontal: "left" } },
};
export const titleStyle: Partial<Style> = {
  font: { name: "方正小标宋简体", family: 1, size: 20 },
  alignment: centred,
};
export const lineStyle = (horizontal: "left" | "right"): Partial<Style> => ({
  font: bodyFont,
  alignment: { vertical: "middle", horizontal },
});
export const headingStyle: Partial<Style> = {
  font: headFont,
  alignment: centred,
  border,
  fill: filled("FFEDF1F1"),
};

/** A page number pattern as it stands at the foot of a printed sheet, in the middle. */
export const footerOf = (text: string): string => `&C&"宋体,Regular"&10${text}`;
