/** For tests: an office with tasks in the hands of a town, forms written for it, and files filled in by hand. */
import ExcelJS from "exceljs";
import { join } from "node:path";
import type { FormStage, FormStageRow } from "#shared/forms/view.ts";
import { fixedEnv, temporaryFolder } from "../store/testing.ts";
import { clientOf } from "../testing/client.ts";
import { resultOf } from "../testing/result-of.ts";
import { begunStore } from "../testing/store.ts";

export const town = "370303001";
/** The columns of the form, as a sheet counts them. */
export const columns = {
  no: 1,
  title: 2,
  measures: 3,
  period: 4,
  now: 5,
  received: 6,
  state: 7,
  percent: 8,
  text: 9,
  next: 10,
  difficulty: 11,
  on: 12,
  contact: 13,
  key: 14,
} as const;
export const firstRow = 5;

export type Cells = Readonly<Record<string, string | number | Date | null>>;

export const formsOffice = (now = "2020-06-01T08:00:00+08:00") => {
  const folder = temporaryFolder();
  const env = fixedEnv(now);
  const store = begunStore(join(folder.path, "data"), env);
  const { client } = clientOf(store);
  const assigned = async (entry: { title: string; no?: string; period?: string }, unit = town): Promise<string> => {
    const { ids } = await client.tasks.add(entry);
    const id = ids[0] ?? "";
    await client.tasks.assign({ ids: [id], units: [unit] });
    return id;
  };
  const write = async (units = [town], backBy: string | null = null) => {
    const written = await resultOf(client.forms.write({ folder: folder.path, units, backBy }));
    return { ...written, path: written.files[0]?.path ?? "" };
  };
  /** A copy of a form in which somebody wrote. */
  const filled = async (path: string, name: string, fill: (sheet: ExcelJS.Worksheet) => void): Promise<string> => {
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.readFile(path);
    const [sheet] = workbook.worksheets;
    if (sheet) fill(sheet);
    const to = join(folder.path, name);
    await workbook.xlsx.writeFile(to);
    return to;
  };
  const open = (...paths: string[]): Promise<FormStage> => resultOf(client.forms.open({ paths }));
  const rows = (stage: FormStage, file = 0): Promise<FormStageRow[]> => client.forms.rows({ stage: stage.stage, file });
  const confirm = (stage: FormStage) => resultOf(client.forms.confirm({ stage: stage.stage }));
  return {
    folder: folder.path,
    env,
    store,
    client,
    assigned,
    write,
    filled,
    open,
    rows,
    confirm,
    close: () => {
      store.close();
      folder.remove();
    },
  };
};

/** Writes into the cells of a form's row, counted from 1. */
export const fillRow = (sheet: ExcelJS.Worksheet, number: number, cells: Cells): void => {
  for (const [field, value] of Object.entries(cells)) {
    sheet.getCell(firstRow + number - 1, columns[field as keyof typeof columns]).value = value;
  }
};
