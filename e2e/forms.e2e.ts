/** Fill-back forms on the real program: written for units, filled in, dropped back, looked at cell by cell, stored, undone. */
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import ExcelJS from "exceljs";
import { answerDialogs, beginDemo, clerkAt, goTo } from "./driver.ts";
import { expect, test } from "./fixtures.ts";
import { expectOpenToAll, expectWhole } from "./looks.ts";

const unit = "区住房城乡建设局";

/** Somebody fills in the form, well and badly. */
const fillIn = async (path: string, to: string): Promise<void> => {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(path);
  const [sheet] = workbook.worksheets;
  const put = (cell: string, value: string | number): void => {
    if (sheet) sheet.getCell(cell).value = value;
  };
  put("F5", "是");
  put("H5", "45%");
  put("I5", "已约见两部门，分段施工计划已提交");
  put("J5", "12月上旬完成管网排查");
  put("B6", "对群众反映强烈的夜间施工噪声缓办");
  put("H6", 120);
  put("I6", "每晚巡查两次");
  put("A9", "另：请协调经费");
  await workbook.xlsx.writeFile(to);
};

for (const language of ["zh-CN", "en"] as const) {
  test.describe(language, () => {
    test.use({ language });
    test("forms are written, taken back with every cell shown, and one undo takes all back", async ({
      program,
      shoot,
      dataFolder,
    }) => {
      const clerk = clerkAt(program, language);
      const { page, say, dialog, toast } = clerk;
      const folder = join(dataFolder, "..");
      const out = await import("node:fs/promises").then(({ mkdtemp }) => mkdtemp(join(folder, "forms-")));
      await beginDemo(clerk);
      await goTo(clerk, "/forms");
      await expect(page.getByRole("row").filter({ hasText: "科苑街道" })).toBeVisible();
      await page.getByRole("button", { name: say("forms.act.write"), exact: true }).click();
      await expect(dialog.getByRole("row").nth(1)).toBeVisible();
      await answerDialogs(program, { open: [out] });
      await dialog.getByRole("button", { name: say("forms.write.pick") }).click();
      await shoot("forms-write");
      await expectOpenToAll(page, "forms-write");
      await dialog.getByRole("button", { name: new RegExp(say("forms.write.run").split("{{")[0] ?? "") }).click();
      await expect(dialog).toBeHidden();
      await expect(page.getByRole("row").filter({ hasText: unit })).toBeVisible();
      await shoot("forms-sent");
      await expectWhole(page, "forms-sent");

      const names = await readdir(out);
      const form = names.find((name) => name.startsWith(unit)) ?? "";
      const [back, junk] = [join(out, "交回-住建局.xlsx"), join(out, names.find((name) => name !== form) ?? "")];
      await fillIn(join(out, form), back);
      await answerDialogs(program, {
        open: [back, junk, join(import.meta.dirname, "fixtures/02-配档表-合并单元格.xlsx")],
      });
      await page.getByRole("button", { name: say("forms.take.pick"), exact: true }).click();
      await expect(page.getByText("45%")).toBeVisible();
      await shoot("forms-take");
      await expectOpenToAll(page, "forms-take");
      await expectWhole(page, "forms-take");
      await page.getByRole("button", { name: new RegExp(say("forms.act.confirm").split("{{")[0] ?? "") }).click();
      const told = toast((say("forms.take.done").split("}}")[1] ?? "").split("{{")[0]?.trim() ?? "");
      await expect(told).toBeVisible();
      await shoot("forms-taken");
      await told.getByRole("button", { name: say("app.action.undo") }).click();
      await expect(toast(say("app.toast.undone"))).toBeVisible();
    });
  });
}
