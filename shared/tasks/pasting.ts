/**
 * Cells that are pasted into the task list, or filled down, as text from anywhere: which columns take them, and what a
 * text means there. Dates and units are read as a list's cells are.
 */
import { readPeriod } from "../calendar/period-grammar.ts";
import { AppError } from "../errors.ts";
import { splitUnits } from "../units/split.ts";

/** Columns of the issuer that hold plain text. */
const textFields = ["no", "title", "measures", "section", "note"] as const;
const unitFields = ["lead", "responsible", "support"] as const;
const progressFields = ["percent", "progress"] as const;
export const pasteFields = [...textFields, ...unitFields, "period", "campaign", ...progressFields] as const;

const among =
  <Field extends string>(fields: readonly Field[]) =>
  (field: string): field is Field =>
    (fields as readonly string[]).includes(field);

const isPasteField = among(pasteFields);
const isUnitField = among(unitFields);
/** What becomes a progress step, instead of a field of the record. */
export const isProgressField = among(progressFields);

/** The text as it will stand: trimmed, units parted, a percentage as a number from 0 to 100. */
export type PastedCell =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "units"; readonly text: string; readonly units: string[] }
  | { readonly kind: "percent"; readonly text: string; readonly percent: number | undefined };

/** How units stand in a cell. */
export const joinedUnits = (units: readonly string[]): string => units.join("、");

/**
 * @param year of deadlines that name none
 * @throws AppError `paste-column`, `paste-title`, `paste-percent`, `period-backwards`
 */
export const pastedCell = (field: string, written: string, year: number): PastedCell => {
  const text = written.trim();
  if (!isPasteField(field)) throw new AppError("paste-column", { field });
  if (isUnitField(field)) {
    const units = splitUnits(text);
    return { kind: "units", text: joinedUnits(units), units };
  }
  if (field === "title" && text === "") throw new AppError("paste-title");
  if (field === "period" && readPeriod(text, { year }).trouble === "period-backwards") {
    throw new AppError("period-backwards", { text });
  }
  return field === "percent" ? percentCell(text) : { kind: "text", text };
};

/** 85%, 85 or 0.85, as a spreadsheet copies it; a bare 1 is one per cent. */
const percentCell = (text: string): PastedCell => {
  if (text === "") return { kind: "percent", text, percent: undefined };
  const plain = text.normalize("NFKC").replaceAll(/[\s,]/gu, "");
  const [, figure = "", sign = ""] = /^(\d+(?:\.\d+)?)(%?)$/u.exec(plain) ?? [];
  const isShare = sign === "" && figure.includes(".") && Number(figure) <= 1;
  const percent = Math.round(Number(figure) * (isShare ? 10_000 : 100)) / 100;
  if (figure === "" || percent > 100) throw new AppError("paste-percent", { text });
  return { kind: "percent", text: String(percent), percent };
};
