/**
 * What stands in a cell, as plain text: the same on a copied range, in the workbook and on the command line, because
 * it is asked for here and nowhere else.
 */
import type { Field } from "./query.ts";

/** The words of a capability: `state.closed` → 已销号. */
export type CellWords = (key: string) => string;

/** Between units of one cell, as offices write them. */
export const unitSeparator = "、";

/** A deadline as it was written; of parts, how many of how many are done (3/8). */
export const textOfObject = (value: object): string => {
  if ("text" in value && typeof value.text === "string") return value.text;
  if (!("count" in value && "done" in value)) return "";
  return value.count === 0 ? "" : `${String(value.done)}/${String(value.count)}`;
};

/** The text of one field of a row; empty where there is nothing. Dates stay ISO, for whoever shows them to put into words. */
export const cellText = (field: Field, row: Readonly<Record<string, unknown>>, words: CellWords): string => {
  const value = row[field.key];
  if (value === null || value === undefined) return "";
  if (Array.isArray(value)) {
    const all = value.map(String);
    return (field.choices ? all.map((each) => words(`${field.key}.${each}`)) : all).join(unitSeparator);
  }
  if (typeof value === "boolean") return value ? words(`${field.key}.yes`) : "";
  if (typeof value === "object") return textOfObject(value);
  const plain = `${value as string | number}`;
  return field.kind === "light" || (field.kind === "choice" && field.choices) ? words(`${field.key}.${plain}`) : plain;
};
