/**
 * The ledger export, 50,000 × 16 fully formatted, against SheetJS writing the same cells bare and exceljs streaming
 * them bare; and the memory that a process of its own needs for it.
 */
import * as XLSX from "@e965/xlsx";
import ExcelJS from "exceljs";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { issueFields } from "#shared/issues/fields.ts";
import type { Field } from "#shared/list/query.ts";
import { type CellValue, type SheetSpec, writeSheet } from "#core/exports/excel.ts";
import { cellValue, columnOf, lookOfCell, rowHeight } from "#core/exports/layout.ts";
import { alternately, type BenchLine, medianTime } from "./line.ts";

const rowCount = 50_000;
const fields: readonly Field[] = issueFields.slice(0, 16);
const columns = fields.map((field) => columnOf(field, field.key));
const words = (key: string): string => key;

const issueRow = (index: number): Readonly<Record<string, unknown>> => ({
  light: ["overdue", "soon", "on-track", "done"][index % 4],
  no: String(index + 1),
  title: `孝妇河第${index % 97}号断面排污口溢流，周边居民反映异味明显`,
  source: ["12345热线", "代表视察", "执法检查"][index % 3],
  place: `马尚街道${index % 50}号路口`,
  category: "水污染",
  units: ["市生态环境局", "区城市管理局"].slice(index % 2),
  leader: "责任领导",
  person: "责任人",
  phone: "138****5678",
  type: "staged",
  measures: "清理管网、封堵溢流口，安装在线监测并每周巡查",
  limit: { text: "10月底前" },
  due: `2020-${String(1 + (index % 12)).padStart(2, "0")}-28`,
  state: "in-progress",
  progress: `已完成${index % 100}%，剩余管段正在施工`,
});

const spec: SheetSpec = {
  sheetName: "整改台账",
  title: "张店区人大常委会办公室整改台账",
  left: "填报单位：张店区人大常委会办公室",
  right: "填报日期：2020年5月19日",
  footer: "第 &P 页，共 &N 页",
  created: new Date(0),
  columns,
};

/** All of what an export does to a row, from the list's row on. */
export const exportFormatted = async (path: string, count: number): Promise<void> => {
  const writer = writeSheet(path, spec);
  for (let index = 0; index < count; index++) {
    const row = issueRow(index);
    const values = fields.map((field) => cellValue(field, row, words));
    writer.addRow(
      values,
      rowHeight(values, columns),
      fields.map((field) => lookOfCell(field, row, "red-yellow-green")),
    );
    if (index % 250 === 249) await writer.drained();
  }
  await writer.finish();
};

const bareValues = (index: number): CellValue[] => {
  const row = issueRow(index);
  return fields.map((field) => cellValue(field, row, words));
};

const exceljsBare = async (path: string): Promise<void> => {
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({
    filename: path,
    useStyles: false,
    useSharedStrings: false,
  });
  const sheet = workbook.addWorksheet("bare");
  for (let index = 0; index < rowCount; index++) sheet.addRow(bareValues(index)).commit();
  sheet.commit();
  await workbook.commit();
};

const sheetjsBare = (path: string): void => {
  const sheet = XLSX.utils.aoa_to_sheet(Array.from({ length: rowCount }, (_, index) => bareValues(index)));
  const workbook = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(workbook, sheet, "bare");
  writeFileSync(path, XLSX.write(workbook, { type: "buffer", bookType: "xlsx" }) as Uint8Array);
};

/** Peak resident memory in MB of a process that exports, and of one that only loads the same modules. */
const peakMemory = (path: string, count: number): number => {
  const program = `import { exportFormatted } from ${JSON.stringify(import.meta.url)};
    await exportFormatted(${JSON.stringify(path)}, ${count});
    console.log(process.resourceUsage().maxRSS);`;
  const { stdout } = spawnSync(process.execPath, ["--input-type=module", "--eval", program], { encoding: "utf8" });
  return Math.round(Number(stdout) / 1024);
};

export const exportBench = async (): Promise<BenchLine[]> => {
  const folder = mkdtempSync(join(tmpdir(), "liandong-bench-"));
  const path = (name: string): string => join(folder, name);
  try {
    const name = `ledger export ${rowCount} × ${fields.length}, formatted`;
    const memory = `peak memory ${peakMemory(path("m.xlsx"), rowCount)} MB (${peakMemory(path("m.xlsx"), 100)} MB with 100 rows; goal < 250)`;
    const ours = (): Promise<void> => exportFormatted(path("ours.xlsx"), rowCount);
    const streamed = await alternately(ours, () => exceljsBare(path("exceljs.xlsx")), 5);
    const whole = await alternately(ours, () => sheetjsBare(path("sheetjs.xlsx")), 3);
    const quarter = await medianTime(() => exportFormatted(path("quarter.xlsx"), rowCount / 4), 3);
    return [
      {
        name,
        ...whole,
        against: "SheetJS writing the same cells bare",
        goal: 0.4,
        slope: whole.ours / quarter,
        note: memory,
      },
      { name, ...streamed, against: "exceljs streaming the same cells bare", goal: 1.4 },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
