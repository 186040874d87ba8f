/** How fields become columns of a printed ledger: widths in characters, looks, and rows high enough for their text. */
import { cellText, type CellWords } from "#shared/list/cells.ts";
import type { Field } from "#shared/list/query.ts";
import type { LightScheme } from "#shared/system/settings.ts";
import type { Light } from "#shared/tasks/fields.ts";
import type { CellLook, CellValue, SheetColumn } from "./excel.ts";

/** Excel refuses a cell with more characters than this. */
const mostCharacters = 32_767;
const pixelsPerCharacter = 7.6;
const lineHeight = 15;
const leastHeight = 24;
/** Excel's own limit for a row, in points. */
const mostHeight = 409;

const lookOf: Readonly<Record<Field["kind"], CellLook>> = {
  text: "centre",
  long: "text",
  date: "date",
  number: "number",
  choice: "centre",
  units: "text",
  light: "centre",
};

type LightLooks = Readonly<Record<Light, CellLook>>;

const looksIn = (soon: CellLook, onTrack: CellLook): LightLooks => ({
  overdue: "red",
  soon,
  behind: soon,
  "on-track": onTrack,
  done: "grey",
  none: "grey",
});

const lightLooks: Readonly<Record<LightScheme, LightLooks>> = {
  "red-yellow-green": looksIn("amber", "green"),
  "blue-yellow-red": looksIn("amber", "blue"),
  "blue-orange-red": looksIn("orange", "blue"),
};

export const columnOf = (field: Field, heading: string): SheetColumn => ({
  heading,
  width: Math.max(6, Math.round(field.width / pixelsPerCharacter)),
  look: field.key === "percent" ? "percent" : lookOf[field.kind],
});

/** The value of a cell as Excel should hold it: dates and numbers as such, so that they sort and sum. */
export const cellValue = (field: Field, row: Readonly<Record<string, unknown>>, words: CellWords): CellValue => {
  const value = row[field.key];
  if (value === null || value === undefined || value === "") return null;
  if (field.kind === "date" && typeof value === "string") return new Date(`${value}T00:00:00Z`);
  if (typeof value === "number") return field.key === "percent" ? value / 100 : value;
  return fitted(cellText(field, row, words));
};

/** The text as far as a cell of Excel takes it. */
export const fitted = (text: string): string =>
  text.length <= mostCharacters ? text : `${text.slice(0, mostCharacters - 1)}…`;

/** A light's cell is coloured by its value in the office's scheme, and its word stands in it. */
export const lookOfCell = (
  field: Field,
  row: Readonly<Record<string, unknown>>,
  scheme: LightScheme,
): CellLook | undefined => (field.kind === "light" ? lightLooks[scheme][row[field.key] as Light] : undefined);

/** The height in points that the fullest cell of a row needs when its text is wrapped. */
export const rowHeight = (values: readonly CellValue[], columns: readonly SheetColumn[]): number => {
  let lines = 1;
  for (const [index, value] of values.entries()) {
    if (typeof value === "string" && value.length > 4)
      lines = Math.max(lines, linesOf(value, (columns[index]?.width ?? 10) - 1));
  }
  return Math.min(mostHeight, Math.max(leastHeight, lines * lineHeight + 6));
};

const lineBreak = 10;
/** From here on the characters of Chinese text begin, each as wide as two of the default font. */
const firstWide = 0x2e80;

/** By character codes: asked for every cell of a ledger, and most fit on one line at a glance. */
const linesOf = (text: string, width: number): number => {
  if (text.length * 2 <= width && !text.includes("\n")) return 1;
  let lines = 1;
  let used = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const wide = code >= firstWide ? 2 : 1;
    if (code === lineBreak || used + wide > width) {
      lines += 1;
      used = code === lineBreak ? 0 : wide;
    } else used += wide;
  }
  return lines;
};
