/**
 * A task in the hands of the units below, in the real window: assigned to a group with its preview, broken down, an
 * extension answered, the units' reports summed up, and the list worked on as a sheet: pasted into, undone, filled down.
 */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { answerDialogs, beginOffice, clerkAt, fillIn } from "./driver.ts";
import type { Clerk } from "./driver.ts";
import { expect, test } from "./fixtures.ts";
import { askExtension, assignmentOf, copyText, reportFor, submit } from "./task-driver.ts";

const title = "整治沿河排污口";
const towns = ["马尚街道", "湖田街道", "车站街道"];

for (const language of ["zh-CN", "en"] as const) {
  test.describe(language, () => {
    test.use({ language });

    test("a task is handed down, reported on, summed up, and the list is worked on as a sheet", async ({
      program,
      dataFolder,
      shoot,
    }) => {
      const clerk = clerkAt(program, language);
      const { page, say, go, beside, dialog, row, grid, toast } = clerk;
      await beginOffice(clerk, "zhangdian", "张店区");

      await test.step("a task is entered", async () => {
        await go("tasks");
        await page
          .getByRole("button", { name: say("tasks.act.add") })
          .first()
          .click();
        const form = beside.getByRole("form");
        await fillIn(form, say("tasks.fields.title"), title);
        await fillIn(form, say("tasks.fields.period"), "1月1日至12月31日");
        await form.getByRole("button", { name: say("app.action.save"), exact: true }).click();
        await row(title).getByText(title).click();
        await expect(beside.getByRole("heading", { name: title })).toBeVisible();
      });

      await test.step("it is assigned to a group, whose units are looked at and ticked", async () => {
        await page.keyboard.press("a");
        await dialog.getByRole("button", { name: say("tasks.assigning.group.towns") }).click();
        await expect(dialog.getByRole("checkbox", { name: "马尚街道" })).toBeChecked();
        await dialog.getByRole("button", { name: say("tasks.assigning.none") }).click();
        for (const town of towns) await dialog.getByRole("checkbox", { name: town }).check();
        await dialog.getByText(say("tasks.assigning.each")).click();
        await dialog
          .getByRole("textbox", { name: `马尚街道: ${say("tasks.assigning.period")}`, exact: true })
          .fill("11月底前");
        await fillIn(dialog, say("tasks.assigning.contact"), "王芳");
        await shoot("task-assign");
        await submit(clerk);
        await expect(beside.locator(".task-assignments li")).toHaveCount(towns.length);
        await expect(assignmentOf(clerk, "马尚街道")).toContainText("王芳");
      });

      await test.step("who has it already is shown as such and does not get it twice", async () => {
        await page.keyboard.press("a");
        await dialog.getByRole("button", { name: say("tasks.assigning.group.towns") }).click();
        await expect(dialog.getByRole("checkbox", { name: "马尚街道" })).toBeDisabled();
        await dialog.getByRole("button", { name: say("app.action.cancel") }).click();
        await expect(dialog).toBeHidden();
      });

      await test.step("two units report, with the next step, a difficulty and evidence", async () => {
        const file = join(dataFolder, "排查记录.txt");
        await writeFile(file, "排污口12处\n");
        await answerDialogs(program, { open: [file] });
        await reportFor(clerk, "马尚街道", "已排查排污口12处", "20");
        await fillIn(dialog, say("tasks.dialog.next"), "下月进场封堵");
        await fillIn(dialog, say("tasks.dialog.difficulty"), "水位偏高");
        await dialog.getByText(say("files.pick")).click();
        await expect(dialog.getByText("排查记录.txt")).toBeVisible();
        await submit(clerk);
        await reportFor(clerk, "湖田街道", "已封堵3处", "60");
        await submit(clerk);
        const timeLine = beside.locator(".time-line");
        for (const text of ["下月进场封堵", "水位偏高", "排查记录.txt"]) await expect(timeLine).toContainText(text);
        await expect(beside.locator(".roll-up").first()).toContainText("车站街道");
      });

      await test.step("an extension is asked for and answered in place with another date", async () => {
        await askExtension(clerk, "马尚街道", "冬季无法施工", "12月底前");
        const asked = beside.getByRole("region", { name: say("tasks.extension.asked") });
        await expect(asked).toContainText("冬季无法施工");
        await shoot("task-extension");
        await asked.getByRole("button", { name: say("tasks.extension.another") }).click();
        await asked.getByLabel(say("tasks.extension.newPeriod")).fill("12月20日前");
        await asked.getByLabel(say("tasks.extension.newPeriod")).press("Enter");
        await expect(asked).toBeHidden();
        await beside.locator(".period-changes summary").click();
        await expect(beside.locator(".period-changes li").first()).toContainText("12月20日前");
      });

      await test.step("the units' reports are drafted into one, which says who is silent", async () => {
        await page.keyboard.press("p");
        await dialog.getByRole("button", { name: say("tasks.summary.draft") }).click();
        await expect(fieldText(clerk)).toHaveValue(/已封堵3处/);
        await expect(dialog.locator(".summary-used")).toContainText("车站街道");
        await shoot("task-summary");
        await submit(clerk);
        await expect(beside.locator(".time-line li").first()).toContainText("已排查排污口12处");
      });

      await test.step("it is broken down line by line and by lines that were copied", async () => {
        await page.keyboard.press("k");
        await expect(dialog).toBeVisible();
        await page.keyboard.type("逐处封堵");
        await page.keyboard.press("Enter");
        await copyText(program.app, "验收\t12月下旬\t马尚街道、湖田街道\t王芳\n销号\t12月底前\n");
        await page.keyboard.press("Control+v");
        await expect(dialog.getByRole("textbox", { name: `${say("tasks.breaking.part")} 3` })).toHaveValue("销号");
        await shoot("task-breakdown");
        await submit(clerk);
        await expect(beside.locator(".task-parts li")).toHaveCount(3);
        await shoot("task-handed-down");
      });

      await test.step("a part leads back to the task that it is a part of", async () => {
        await beside.getByRole("link", { name: "验收" }).click();
        await expect(beside.getByRole("heading", { name: "验收" })).toBeVisible();
        await expect(beside.locator(".task-assignments li")).toHaveCount(2);
        await beside.getByRole("link", { name: title }).click();
        await expect(beside.getByRole("heading", { name: title })).toBeVisible();
      });

      await test.step("a range is pasted: cells that cannot be taken are red, surplus lines are new, one undo", async () => {
        await page.keyboard.press("Escape");
        await expect(beside).toBeHidden();
        const rows = grid.getByRole("row");
        await expect(rows).toHaveCount(5);
        await row("销号")
          .getByText("销号")
          .click({ modifiers: ["Shift"] });
        await page.keyboard.press("Control+End");
        await page.keyboard.press("Home");
        await page.keyboard.press("ArrowRight");
        await page.keyboard.press("ArrowRight");
        await copyText(program.app, "销号（逐处）\t现场核查\n复查\t第二年复查\n");
        await page.keyboard.press("Control+v");
        await expect(dialog).toContainText(say("paste.changes", { count: 2 }));
        await expect(dialog).toContainText(say("paste.adds", { count: 1 }));
        await shoot("task-paste");
        await dialog.getByRole("button", { name: say("paste.ok"), exact: true }).click();
        await expect(rows).toHaveCount(6);
        await expect(row("现场核查")).toHaveCount(1);
        await toast(say("paste.done", { changed: 2, added: 1 }))
          .getByRole("button", { name: say("app.action.undo") })
          .click();
        await expect(rows).toHaveCount(5);
        await expect(row("现场核查")).toHaveCount(0);
      });

      await test.step("the first row of a range is filled down it", async () => {
        await grid.focus();
        await page.keyboard.press("Control+Home");
        for (let right = 0; right < 3; right += 1) await page.keyboard.press("ArrowRight");
        await copyText(program.app, "按河段推进");
        await page.keyboard.press("Control+v");
        await dialog.getByRole("button", { name: say("paste.ok"), exact: true }).click();
        await expect(dialog).toBeHidden();
        await expect(row("按河段推进")).toHaveCount(1);
        await page.keyboard.press("Shift+ArrowDown");
        await page.keyboard.press("Shift+ArrowDown");
        await page.keyboard.press("Control+d");
        await expect(row("按河段推进")).toHaveCount(3);
      });

      await test.step("an urging is copied at one key", async () => {
        await page.keyboard.press("Control+Home");
        await page.keyboard.press("u");
        await expect(toast(say("tasks.urging.copied"))).toBeVisible();
        const copied = await program.app.evaluate(({ clipboard }) => clipboard.readText());
        expect(copied).toContain(title);
      });
    });
  });
}

/** The text of the report in the open dialog. */
const fieldText = ({ dialog, say }: Clerk) => dialog.getByLabel(say("tasks.dialog.text.progress"), { exact: true });
