/** The checks as they stand in the file: exceljs reads them back other than a spreadsheet program does. */
import { afterEach, beforeEach, expect, test } from "vitest";
import { docxParts } from "../documents/testing.ts";
import { formsOffice } from "./testing.ts";

let office: ReturnType<typeof formsOffice>;
beforeEach(() => {
  office = formsOffice();
});
afterEach(() => office.close());

test("drop-downs and dates validated: one check for each column, none twice, days by formulas from 2000 to today", async () => {
  for (const title of ["巡河", "清淤", "绿化", "宣传", "接访", "督导"]) await office.assigned({ title });
  const { path } = await office.write();
  const sheet = (await docxParts(path)).get("xl/worksheets/sheet1.xml") ?? "";
  const checks = [...sheet.matchAll(/<dataValidation type="(\w+)".*?sqref="([^"]+)">(.*?)<\/dataValidation>/gu)];
  expect(checks.map(([, type, where]) => [type, where])).toEqual([
    ["date", "F2"],
    ["list", "F5:F10"],
    ["list", "G5:G10"],
    ["decimal", "H5:H10"],
    ["textLength", "I5:I10"],
    ["textLength", "J5:J10"],
    ["textLength", "K5:K10"],
    ["date", "L5:L10"],
  ]);
  const days = checks.filter(([, type]) => type === "date").map(([, , , formulas]) => formulas);
  expect(new Set(days)).toEqual(new Set(["<formula1>DATE(2000,1,1)</formula1><formula2>TODAY()</formula2>"]));
  expect(sheet).not.toContain("NaN");
});
