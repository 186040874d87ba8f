/**
 * The tasks' half of the main job, in the real window and in both languages: first run by pinyin, a task list imported
 * with a column and a cell put right on the way, found again as one types, reported on, and the import undone.
 */
import { join } from "node:path";
import { answerDialogs, clerkAt } from "./driver.ts";
import { expect, test } from "./fixtures.ts";

const list = join(import.meta.dirname, "fixtures/02-配档表-合并单元格.xlsx");

for (const language of ["zh-CN", "en"] as const) {
  test.describe(language, () => {
    test.use({ language });

    test("from first run to a task's progress, and the import undone", async ({ program, shoot }) => {
      const { page, say: t, go, grid, dialog } = clerkAt(program, language);
      const button = (name: string) => page.getByRole("button", { name, exact: true });

      await test.step("the office is found by pinyin", async () => {
        await page.getByRole("combobox").fill("zhangdian");
        await expect(page.getByRole("option").first()).toContainText("张店区");
        await page.getByRole("combobox").press("Enter");
        await page.getByRole("textbox").press("Enter");
        await expect(page.getByRole("navigation")).toBeVisible();
      });

      await test.step("an empty list says what to do next", async () => {
        await go("tasks");
        await expect(page.getByText(t("tasks.empty"))).toBeVisible();
        await shoot("tasks-empty");
      });

      await test.step("the file is read, and its table found", async () => {
        await button(t("tasks.act.import")).last().click();
        await shoot("import-file");
        await answerDialogs(program, { open: [list] });
        await button(t("imports.file.pick")).click();
        await expect(page.getByText(t("imports.match.columns"))).toBeVisible();
        await button(t("imports.back")).click();
        await expect(page.locator(".import-top tr.is-header").first()).toBeVisible();
        await shoot("import-table");
        await button(t("imports.next")).click();
        await shoot("import-match");
        await button(t("imports.next")).click();
      });

      await test.step("a column and a cell are put right in the preview", async () => {
        await expect(grid.getByRole("row")).toHaveCount(9);
        const measures = t("imports.meanings.tasks.measures");
        const support = t("imports.meanings.tasks.support");
        const headOf = (field: string) => page.getByRole("button", { name: field });
        await headOf(support).click();
        await page.getByRole("menuitem", { name: "推进措施" }).click();
        await expect(page.getByRole("columnheader", { name: measures })).toHaveCount(0);
        await headOf(support).click();
        await page.getByRole("menuitem", { name: "配合单位" }).click();
        await page.keyboard.press("Escape");
        await headOf(t("imports.meanings.tasks.period")).waitFor();
        await button(t("imports.back")).click();
        await page.getByRole("combobox", { name: "推进措施" }).click();
        await page.getByTitle(measures, { exact: true }).click();
        await button(t("imports.next")).click();
        await expect(page.getByRole("columnheader", { name: measures })).toHaveCount(1);

        await page.getByRole("gridcell", { name: "组织环保世纪行" }).click();
        await page.keyboard.press("Enter");
        await page.keyboard.type("组织淄博环保世纪行");
        await page.keyboard.press("Enter");
        await expect(page.getByRole("gridcell", { name: "组织淄博环保世纪行" })).toBeVisible();
        await shoot("import-preview");
      });

      await test.step("what was confirmed is stored, and opened", async () => {
        await button(t("imports.preview.confirmCount", { count: 8 })).click();
        await expect(page.getByText(t("imports.done.title", { count: 8 }))).toBeVisible();
        await shoot("import-done");
        await button(t("imports.done.open")).click();
        await expect(grid.getByRole("row")).toHaveCount(9);
        await shoot("tasks-list");
      });

      await test.step("two characters, or their pinyin, find a task as one types", async () => {
        const rows = grid.getByRole("row");
        const search = page.getByLabel(t("app.list.searchLabel"));
        await search.fill("督导");
        await expect(rows).toHaveCount(3);
        await search.fill("shijixing");
        await expect(rows).toHaveCount(2);
        await expect(rows.last()).toContainText("组织淄博环保世纪行");
      });

      await test.step("a task is reported on by keyboard alone", async () => {
        await page.getByLabel(t("app.list.searchLabel")).press("Enter");
        await page.keyboard.press("Enter");
        await expect(page.getByRole("heading", { name: "组织淄博环保世纪行" })).toBeVisible();
        await shoot("task-detail");
        await page.keyboard.press("p");
        await expect(dialog).toBeVisible();
        await page.keyboard.type("已确定采访路线");
        await shoot("task-progress");
        await page.keyboard.press("Control+Enter");
        await expect(page.locator(".time-line")).toContainText("已确定采访路线");
        await expect(page.locator(".detail-over")).toContainText(t("tasks.state.in-progress"));
        await page.keyboard.press("Shift+P");
        await expect(page.locator(".time-line")).toContainText(t("tasks.detail.nothing"));
        await shoot("task-detail-reported");
      });

      await test.step("the import is undone as a whole, after asking twice", async () => {
        await page.evaluate(() => {
          globalThis.location.hash = "/imports";
        });
        await expect(page.getByText("02-配档表-合并单元格.xlsx")).toBeVisible();
        await shoot("imports");
        await page
          .getByRole("table")
          .getByRole("button", { name: t("imports.list.undo"), exact: true })
          .click();
        await page
          .getByRole("dialog")
          .getByRole("button", { name: t("imports.list.undo"), exact: true })
          .click();
        await button(t("imports.list.workedOnYes")).click();
        await expect(page.locator(".import-undone")).toHaveCount(1);
        await go("tasks");
        await button(t("app.list.noMatchAction")).click();
        await expect(page.getByText(t("tasks.empty"))).toBeVisible();
      });
    });
  });
}
