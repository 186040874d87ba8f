import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import ExcelJS from "exceljs";
import { afterEach, beforeEach, expect, test } from "vitest";
import { temporaryFolder } from "../store/testing.ts";
import { writeSheet } from "./excel.ts";

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder.remove());

test("a workbook that is given up at once leaves no file behind, though its file was only about to be made", async () => {
  const path = join(folder.path, "台账.xlsx.part");
  const columns = [{ heading: "问题", width: 40, look: "text" }] as const;
  const writer = writeSheet(path, {
    sheetName: "台账",
    title: "台账",
    left: "",
    right: "",
    columns,
    footer: "",
    created: new Date(0),
  });
  await writer.abandon();
  rmSync(path, { force: true });
  await setTimeout(100);
  expect(existsSync(path)).toBe(false);
});

test("the filter covers the whole table, from the headings to the last row", async () => {
  const path = join(folder.path, "台账.xlsx");
  const writer = writeSheet(path, {
    sheetName: "台账",
    title: "台账",
    left: "",
    right: "",
    columns: [
      { heading: "序号", width: 8, look: "number" },
      { heading: "问题", width: 40, look: "text" },
    ],
    footer: "",
    created: new Date(0),
  });
  for (const title of ["甲", "乙", "丙"]) writer.addRow([1, title], 18);
  await writer.finish();
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(path);
  expect(workbook.worksheets[0]?.autoFilter).toBe("A3:B6");
});
