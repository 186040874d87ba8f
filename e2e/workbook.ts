/** Reads a workbook back with a program other than the one that wrote it (SheetJS), as rows under their column names. */
import { read, utils } from "@e965/xlsx";
import { readFileSync } from "node:fs";

export interface ReadBack {
  /** The first filled cell: the ledger's title. */
  readonly title: string;
  /** One record per line under the header, by the header's names, as the cells show. */
  readonly rows: readonly Readonly<Record<string, string>>[];
}

/** @param named a column that the header must have; the line that holds it is the header */
export const readBack = (path: string, named: string): ReadBack => {
  const workbook = read(readFileSync(path), { cellDates: true });
  const sheet = workbook.Sheets[workbook.SheetNames[0] ?? ""];
  if (sheet === undefined) throw new Error("The workbook has no sheet.");
  const lines = utils.sheet_to_json<string[]>(sheet, { header: 1, raw: false, defval: "", blankrows: false });
  const at = lines.findIndex((line) => line.includes(named));
  const header = lines[at] ?? [];
  return {
    title: lines[0]?.find((cell) => cell !== "") ?? "",
    rows: lines.slice(at + 1).map((line) => Object.fromEntries(header.map((name, index) => [name, line[index] ?? ""]))),
  };
};
