/** Campaigns and templates at the window: a campaign's counts lead to its tasks; a list starts again for another year. */
import { beginDemo, clerkAt, goTo } from "./driver.ts";
import { expect, test } from "./fixtures.ts";
import { expectEnglish, expectOpenToAll, expectWhole } from "./looks.ts";

for (const language of ["zh-CN", "en"] as const) {
  test.describe(language, () => {
    test.use({ language });

    test("a campaign is begun from a suggestion, changed and undone", async ({ program, shoot }) => {
      const clerk = clerkAt(program, language);
      const { page, say, dialog, toast } = clerk;
      await beginDemo(clerk);
      await goTo(clerk, "/campaigns");
      const name = say("campaigns.suggestions.hotline");
      await page.getByRole("button", { name, exact: true }).click();
      await expect(dialog.getByLabel(say("campaigns.fields.name"))).toHaveValue(name);
      await shoot("campaign-add");
      await page.keyboard.press("Control+Enter");
      await expect(page.getByRole("cell", { name })).toBeVisible();
      await expectWhole(page, "here");
      await expectOpenToAll(page, "here");
      await shoot("campaigns");
      await toast(name)
        .getByRole("button", { name: say("app.action.undo") })
        .click();
      await expect(page.getByRole("cell", { name })).toBeHidden();
    });

    test("a list is kept as a template, started for another year with its dates moved, and undone at once", async ({
      program,
      shoot,
    }) => {
      const clerk = clerkAt(program, language);
      const { page, say, dialog, grid, toast } = clerk;
      await beginDemo(clerk);
      await goTo(clerk, "/tasks");
      await expect(grid.getByRole("row").nth(1)).toBeVisible();
      await page.getByRole("button", { name: say("campaigns.act.save") }).click();
      await dialog.getByLabel(say("campaigns.fields.name")).fill("2020年联动任务");
      await shoot("template-save");
      await page.keyboard.press("Control+Enter");
      await expect(page.getByRole("cell", { name: "2020年联动任务" })).toBeVisible();
      await expectWhole(page, "here");
      await expectOpenToAll(page, "here");
      await shoot("templates");
      await page.getByRole("button", { name: say("campaigns.act.start"), exact: true }).click();
      await dialog.getByLabel(say("campaigns.start.year")).fill("2031");
      await page.keyboard.press("Tab");
      await expect(dialog.getByRole("columnheader", { name: /2031/ })).toBeVisible();
      await expect(dialog.getByLabel(say("campaigns.start.campaign"))).toHaveValue(/联动任务$/);
      await expectWhole(page, "here");
      await expectOpenToAll(page, "here");
      await shoot("template-start");
      await dialog.getByLabel(say("campaigns.start.campaign")).fill("2031年联动任务");
      await page.keyboard.press("Control+Enter");
      await expect(dialog).toBeHidden();
      await expect(page.getByText("2031年联动任务").first()).toBeVisible();
      await expect(grid.getByRole("row").nth(1)).toBeVisible();
      await shoot("template-started");
      await toast(say("campaigns.saved.started").split("{{")[0]?.trim() ?? "")
        .getByRole("button", { name: say("app.action.undo") })
        .click();
      await expect(grid.getByRole("row").nth(1)).toBeHidden();
      if (language === "en") await goTo(clerk, "/campaigns");
      if (language === "en") await expectEnglish(page, "here");
    });
  });
}
