/**
 * The board (配档表) in the real window: a bar dragged by ten-day periods and taken back, moved by the keys, groups
 * closed, and the exported form opened again and found to be what was shown.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { openWorkbook } from "#core/sheets/open.ts";
import { readTaskList } from "#shared/tasks/reading.ts";
import { barOf, holdBar } from "./board-driver.ts";
import { answerDialogs, beginOffice, clerkAt, goTo, importList } from "./driver.ts";
import { expect, test } from "./fixtures.ts";
import { expectOpenToAll, expectWhole } from "./looks.ts";

const list = join(import.meta.dirname, "fixtures/02-配档表-合并单元格.xlsx");

test("a task is dragged to other days and taken back, groups close, and the exported board reads as itself", async ({
  program,
  dataFolder,
  shoot,
}) => {
  const clerk = clerkAt(program);
  const { page, say, toast } = clerk;
  const title = "组织环保世纪行";
  const { line, bar, track } = barOf(clerk, title);
  await beginOffice(clerk, "zhangdian", "张店区");

  await test.step("the list of 2020 stands on the board of 2020", async () => {
    await goTo(clerk, "/tasks/import");
    await answerDialogs(program, { open: [list] });
    await importList(clerk);
    await page.getByText(say("board.view.board"), { exact: true }).click();
    await expect(page.getByRole("treegrid")).toBeVisible();
    await expect(page.locator(".board-line.is-task")).toHaveCount(8);
    await shoot("board-imported");
    await expectWhole(page, "board");
    await expectOpenToAll(page, "board");
  });

  await test.step("a bar is dragged by its body, and the notice takes it back", async () => {
    await expect(track).toHaveAttribute("aria-label", "5月19日—20日");
    await holdBar(clerk, bar, 1);
    await expect(page.locator(".board-preview")).toHaveText("6月中旬");
    await shoot("board-dragged");
    await page.keyboard.press("Escape");
    await expect(page.locator(".board-preview")).toHaveCount(0);
    await page.mouse.up();
    await expect(track).toHaveAttribute("aria-label", "5月19日—20日");

    await holdBar(clerk, bar, 1);
    await page.mouse.up();
    await expect(track).toHaveAttribute("aria-label", "6月中旬");
    await toast("6月中旬")
      .getByRole("button", { name: say("app.action.undo") })
      .click();
    await expect(track).toHaveAttribute("aria-label", "5月19日—20日");
  });

  await test.step("the keys move it too: Alt moves, Shift+Alt lengthens, Enter keeps", async () => {
    await line.locator(".board-title").click();
    await expect(page.getByRole("heading", { name: title })).toBeVisible();
    await page.getByRole("treegrid").press("Escape");
    await expect(page.locator(".beside")).toHaveCount(0);
    await page.getByRole("treegrid").focus();
    await page.keyboard.press("Alt+ArrowRight");
    await page.keyboard.press("Shift+Alt+ArrowRight");
    await page.keyboard.press("Enter");
    await expect(track).toHaveAttribute("aria-label", "5月下旬—6月上旬");
    await expect(toast("5月下旬—6月上旬")).toBeVisible();
  });

  await test.step("what recurs says why it is not to be moved", async () => {
    const fixed = page.locator(".bar-dues, .bar.is-fixed").first();
    if ((await fixed.count()) > 0) await expect(fixed).toHaveAttribute("title", /修改|长期坚持/);
  });

  await test.step("groups close by a click and by the keys", async () => {
    await page.getByRole("button", { name: say("board.collapse") }).click();
    await expect(page.locator(".board-line.is-task")).toHaveCount(0);
    await shoot("board-closed");
    await page.locator(".board-line.is-group").first().click();
    await expect(page.locator(".board-line.is-task").first()).toBeVisible();
    await page.getByRole("treegrid").focus();
    await page.keyboard.press("ArrowLeft");
    await expect(page.locator(".board-line.is-task")).toHaveCount(0);
    await page.getByRole("button", { name: say("board.expand") }).click();
    await expect(page.locator(".board-line.is-task")).toHaveCount(8);
  });

  await test.step("the exported form holds what the board shows, and is read as such", async () => {
    const path = join(dataFolder, "..", `board-${Date.now()}.xlsx`);
    await answerDialogs(program, { save: path });
    await page.getByRole("button", { name: say("app.list.export") }).click();
    await expect(toast(say("app.list.exportDone", { count: 8, file: "" }).slice(0, 6))).toBeVisible();
    const reading = readTaskList(openWorkbook(readFileSync(path), "board.xlsx"));
    expect(reading.year).toBe(2020);
    expect(reading.count).toBe(8);
    const read = reading.rows.find((row) => row.title === title);
    expect(read?.period).toMatchObject({ text: "5月下旬—6月上旬", start: "2020-05-21", due: "2020-06-10" });
  });
});
