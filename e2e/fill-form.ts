/**
 * Fills in fill-back forms outside the program, with openpyxl where a Python with it is there and with exceljs elsewhere:
 * the same cells either way, and the caller is told by which.
 */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import ExcelJS from "exceljs";

export interface Filling {
  /** Cells by the title of the task and the heading of the column. */
  readonly cells: readonly { readonly title: string; readonly column: string; readonly value: string | number }[];
  /** Rows that somebody adds under the table. */
  readonly added: readonly (readonly (string | number)[])[];
}

const python = "/usr/bin/python3";
const script = join(import.meta.dirname, "fixtures/fill-form.py");

const hasOpenpyxl = (): boolean => spawnSync(python, ["-c", "import openpyxl"], { stdio: "ignore" }).status === 0;

const byPython = (form: string, filled: string, filling: Filling): void => {
  const { status, stderr } = spawnSync(python, [script, form, filled], {
    input: JSON.stringify(filling),
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`openpyxl could not fill in ${form}: ${stderr}`);
};

const placesOf = (
  sheet: ExcelJS.Worksheet,
): { readonly rows: Map<string, number>; readonly columns: Map<string, number> } => {
  const columns = new Map<string, number>();
  const rows = new Map<string, number>();
  sheet.eachRow((row, at) => {
    const texts: string[] = [];
    row.eachCell((cell, column) => {
      texts[column] = cell.text.replaceAll("\n", "");
    });
    const title = texts[columns.get("工作任务") ?? 0] ?? "";
    if (columns.size > 0 && title !== "") rows.set(title, at);
    if (columns.size === 0 && texts.includes("序号")) texts.forEach((text, column) => columns.set(text, column));
  });
  return { rows, columns };
};

/** The same by exceljs. */
const fillByExceljs = async (form: string, filled: string, { cells, added }: Filling): Promise<void> => {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(form);
  const [sheet] = workbook.worksheets;
  if (sheet === undefined) throw new Error(`${form} has no sheet.`);
  const { rows, columns } = placesOf(sheet);
  for (const { title, column, value } of cells) {
    const [row, at] = [rows.get(title), columns.get(column)];
    if (row === undefined || at === undefined) throw new Error(`${form} has no cell “${column}” of “${title}”.`);
    sheet.getCell(row, at).value = value;
  }
  const last = Math.max(...rows.values());
  for (const [below, values] of added.entries())
    for (const [at, value] of values.entries()) sheet.getCell(last + 1 + below, at + 1).value = value;
  await workbook.xlsx.writeFile(filled);
};

/** @returns which program filled it in, in words for a report */
export const fillForm = async (form: string, filled: string, filling: Filling): Promise<string> => {
  if (!hasOpenpyxl()) {
    await fillByExceljs(form, filled, filling);
    return "exceljs (no /usr/bin/python3 with openpyxl here)";
  }
  byPython(form, filled, filling);
  return "openpyxl";
};
