/** Urgings at the window: issued from a task in drafted words, copied, answered for a unit, pressed, closed, undone, printed. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { answerDialogs, beginDemo, clerkAt, fieldOf, goTo } from "./driver.ts";
import { expect, test } from "./fixtures.ts";
import { expectEnglish, expectOpenToAll, expectWhole } from "./looks.ts";

for (const language of ["zh-CN", "en"] as const) {
  test.describe(language, () => {
    test.use({ language });

    test("an urging from a task: drafted, issued, copied, answered, pressed, closed and written as Word", async ({
      program,
      shoot,
    }) => {
      test.setTimeout(180_000);
      const clerk = clerkAt(program, language);
      const { page, say, dialog, beside, grid, row, toast } = clerk;
      const state = (name: string) => beside.locator(`.urging-state[data-state="${name}"]`);
      await beginDemo(clerk);
      await goTo(clerk, "/tasks");
      await page.getByLabel(say("app.list.searchLabel")).fill("督办孝妇河沿线雨污分流问题");
      await row("督办孝妇河沿线雨污分流问题").first().click({ button: "right" });
      await page.getByRole("menuitem", { name: say("urgings.list.add") }).click();
      await expect(dialog.getByRole("checkbox")).toHaveCount(3);
      await expect(dialog.getByRole("textbox").first()).toHaveValue(/37.*2026|2026.*37|逾期|late/);
      await dialog.getByRole("checkbox").first().uncheck();
      await fieldOf(dialog, say("urgings.issue.limit")).fill("2031年3月5日前");
      await expectWhole(page, "urging-issue");
      await expectOpenToAll(page, "urging-issue");
      await shoot("urging-issue");
      await page.keyboard.press("Control+Enter");
      await expect(toast(say("urgings.done.issued").replace("{{count}}", "2"))).toBeVisible();

      await goTo(clerk, "/urgings");
      await page.getByLabel(say("app.list.searchLabel")).fill("督办孝妇河");
      await expect(row("督办孝妇河")).toHaveCount(2);
      await expectWhole(page, "urgings");
      await shoot("urgings");
      await grid.focus();
      await page.keyboard.press("u");
      await expect(toast(say("urgings.done.copied"))).toBeVisible();
      await page.keyboard.press("Enter");
      await expect(beside.getByRole("heading", { level: 2 })).toBeVisible();

      await page.keyboard.press("a");
      const answer = dialog.getByRole("button", { name: say("urgings.act.answer"), exact: true });
      await answer.click();
      const label = say("urgings.dialog.text.answer");
      await expect(dialog.getByText(say("urgings.dialog.textNeeded").replace("{{label}}", label))).toBeVisible();
      await fieldOf(dialog, label).fill("已完成雨污分流改造");
      await shoot("urging-answer");
      await answer.click();
      await expect(state("answered")).toBeVisible();
      await beside.getByRole("button", { name: say("urgings.act.press"), exact: true }).click();
      await fieldOf(dialog, say("urgings.dialog.text.press")).fill("请附照片");
      await dialog.getByRole("button", { name: say("urgings.act.press"), exact: true }).click();
      await expect(state("issued")).toBeVisible();
      await expectWhole(page, "urging");
      await (language === "en" ? expectEnglish(page, "urging") : expectOpenToAll(page, "urging"));
      await shoot("urging");

      const path = join(program.dataFolder, "..", `urging-${language}-${Date.now()}.docx`);
      await answerDialogs(program, { save: path });
      await beside.getByRole("button", { name: say("urgings.list.document"), exact: true }).click();
      await expect(toast(path.split("/").at(-1) ?? path)).toBeVisible();
      expect(existsSync(path)).toBe(true);

      await beside.getByRole("button", { name: say("urgings.act.close"), exact: true }).click();
      await dialog.getByRole("button", { name: say("urgings.act.close"), exact: true }).click();
      await expect(state("closed")).toBeVisible();
      await toast(say("urgings.done.close").replace("{{count}}", "1"))
        .getByRole("button", { name: say("app.action.undo") })
        .click();
      await expect(state("issued")).toBeVisible();
    });

    test("the sheet on paper is one upright page", async ({ program, shoot }) => {
      const clerk = clerkAt(program, language);
      const { page, say, dialog, beside, grid, row } = clerk;
      await beginDemo(clerk);
      await goTo(clerk, "/urgings");
      await page
        .getByRole("button", { name: say("urgings.list.add"), exact: true })
        .first()
        .click();
      await dialog.getByRole("combobox").fill("马尚");
      await page.locator(".ant-select-dropdown:visible").getByText("马尚", { exact: false }).first().click();
      await page.keyboard.press("Escape");
      await dialog.getByRole("textbox").first().fill("请于本周内清理积存垃圾，并报送照片。");
      await page.keyboard.press("Control+Enter");
      await page.getByLabel(say("app.list.searchLabel")).fill("马尚");
      await expect(row("马尚")).toHaveCount(1);
      await grid.focus();
      await page.keyboard.press("Enter");
      await expect(beside.getByRole("heading", { level: 2 })).toBeVisible();
      await page.evaluate(() => {
        window.print = () => {
          const copy = document.querySelector(".urging-sheet")?.cloneNode(true);
          if (copy) document.body.append(copy);
        };
      });
      await beside.getByRole("button", { name: say("urgings.list.print"), exact: true }).click();
      await expect(page.locator("body > .urging-sheet")).toHaveCount(1);
      await page.emulateMedia({ media: "print" });
      await shoot("urging-printed");
      await page.emulateMedia({ media: "screen" });
      const pages = await program.app.evaluate(async ({ BrowserWindow }) => {
        const pdf = await BrowserWindow.getAllWindows()[0]?.webContents.printToPDF({ preferCSSPageSize: true });
        const text = pdf?.toString("latin1") ?? "";
        const [, width = "0", height = "0"] = /\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)/.exec(text) ?? [];
        return { pages: text.match(/\/Type\s*\/Page\b/g)?.length, upright: Number(height) > Number(width) };
      });
      expect(pages).toEqual({ pages: 1, upright: true });
    });
  });
}
