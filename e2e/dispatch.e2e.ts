/** A dispatch meeting played through at the window: called, gone through by keys, noted, decided, and its minutes read. */
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { agendaOf, callMeeting } from "./dispatch-driver.ts";
import { textOfDocx } from "./docx.ts";
import { answerDialogs, beginDemo, clerkAt, goTo } from "./driver.ts";
import { expect, test } from "./fixtures.ts";
import { repository } from "./launch.ts";
import { expectEnglish, expectOpenToAll, expectWhole } from "./looks.ts";

/** The demonstration tells of 2020. */
const meeting = { month: "2020-06", on: "2020-06-28" };

/** The demonstration, and one task more that is overdue now and on the day of the meeting. */
const withLateTask = (dataFolder: string): void => {
  const cli = (...args: readonly string[]): string =>
    execFileSync(process.execPath, [join(repository, "electron/cli/main.ts"), "--data", dataFolder, ...args], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    });
  cli("demo");
  const added = cli("call", "tasks.add", JSON.stringify({ title: "沣水河道清淤", period: "2020年6月20日前" }));
  const { ids } = JSON.parse(added) as { ids: string[] };
  cli("tasks", "assign", ids[0] ?? "", "--to", "沣水镇");
};

test("a meeting is called, gone through by keyboard, noted and decided at, and its minutes say so", async ({
  start,
  dataFolder,
  shoot,
}) => {
  withLateTask(dataFolder);
  const program = await start();
  const clerk = clerkAt(program);
  const { page, say, dialog, toast } = clerk;
  await expect(page.getByRole("navigation")).toBeVisible();
  await goTo(clerk, "/dispatch");
  await expect(page.getByRole("heading", { name: say("app.nav.dispatch") }).first()).toBeVisible();
  await expectWhole(page, "here");
  await callMeeting(clerk, meeting);
  await shoot("dispatch-new");
  await page.keyboard.press("Control+Enter");

  const agenda = agendaOf(clerk);
  const here = agenda.locator("[aria-current]");
  await expect(here).toContainText("沣水河道清淤");
  await expectWhole(page, "here");
  await expectOpenToAll(page, "here");
  await shoot("dispatch-meeting");

  // N writes, Ctrl+Enter saves, Alt+Down goes on while one writes.
  await page.keyboard.press("n");
  const entry = page.getByRole("textbox", { name: say("dispatch.act.note") });
  await expect(entry).toBeFocused();
  await entry.fill("清淤资金尚未到位");
  await page.keyboard.press("Control+Enter");
  await expect(page.locator(".said-line")).toHaveCount(1);
  await expect(entry).toBeFocused();
  await entry.fill("7月3日前落实资金");
  await page.keyboard.press("Control+Shift+Enter");
  await expect(page.locator('.said-line[data-step="decision"]')).toContainText("7月3日前落实资金");
  await entry.fill("还没有记完");
  const first = await here.textContent();
  await page.keyboard.press("Alt+ArrowDown");
  await expect(here).not.toHaveText(first ?? "");
  await page.keyboard.press("Escape");
  await page.keyboard.press("k");
  await expect(entry).toHaveValue("还没有记完");
  await entry.fill("");
  await entry.blur();

  await page.keyboard.press("u");
  await expect(dialog).toContainText("沣水镇");
  await expect(dialog.getByRole("textbox").first()).not.toHaveValue("");
  await shoot("dispatch-urge");
  await page.keyboard.press("Control+Enter");
  await expect(toast(say("dispatch.done.urge").replace("{{count}}", "1"))).toBeVisible();
  await expect(page.locator('.said-line[data-step="urging"]')).toContainText(/〕\d+号/);

  await page.keyboard.press("t");
  await expect(dialog.getByLabel(say("dispatch.makeTask.title"))).toHaveValue("7月3日前落实资金");
  await shoot("dispatch-task");
  await page.keyboard.press("Control+Enter");
  await expect(page.locator('.said-line[data-step="task"]')).toBeVisible();

  await page.keyboard.press("n");
  await entry.fill("写错了的一条");
  await page.keyboard.press("Control+Enter");
  const wrong = page.locator(".said-line").filter({ hasText: "写错了的一条" });
  await wrong.getByRole("button", { name: say("dispatch.act.undo") }).click();
  await expect(wrong).toContainText(say("dispatch.said.undone"));
  await shoot("dispatch-noted");

  await page.getByRole("button", { name: say("dispatch.agenda.meeting") }).click();
  await page.keyboard.press("n");
  await entry.fill("下次调度会7月28日召开");
  await page.keyboard.press("Control+Enter");
  await expect(page.locator(".said-line")).toContainText("7月28日");
  await expectWhole(page, "here");
  await shoot("dispatch-whole");

  const path = test.info().outputPath("minutes.docx");
  await answerDialogs(program, { save: path });
  await page.getByRole("button", { name: say("dispatch.act.minutes") }).click();
  await expect(toast("minutes.docx")).toBeVisible();
  const text = textOfDocx(path);
  for (const said of [
    "2020年6月联动任务调度会纪要",
    "2020年6月28日",
    "王主任",
    "清淤资金尚未到位",
    "7月3日前落实资金",
    "逾期8天",
    "向沣水镇发督办单",
    "督办事项",
    "下次调度会7月28日召开",
  ])
    expect(text).toContain(said);
  expect(text).not.toContain("写错了的一条");

  await goTo(clerk, "/dispatch");
  await expect(page.getByRole("row").filter({ hasText: "2020年6月联动任务调度会" })).toBeVisible();
  await shoot("dispatch-list");
});

test.describe("en", () => {
  test.use({ language: "en" });
  test("the meeting reads in English, dark and light, on a projector too", async ({ program, shoot }) => {
    const clerk = clerkAt(program, "en");
    const { page, say } = clerk;
    await beginDemo(clerk);
    await callMeeting(clerk, meeting);
    await expectEnglish(page, "here");
    await shoot("dispatch-new");
    await page.keyboard.press("Control+Enter");
    await expect(agendaOf(clerk)).toBeVisible();
    await expectWhole(page, "here");
    await expectEnglish(page, "here");
    await shoot("dispatch-meeting");
    await page.getByRole("button", { name: say("dispatch.byUnit") }).click();
    await expectWhole(page, "here");
    await shoot("dispatch-by-unit");
    await page.keyboard.press("Escape");
    await page.evaluate(() => localStorage.setItem("liandong.theme", "dark"));
    await page.reload();
    await expect(agendaOf(clerk)).toBeVisible();
    await expectOpenToAll(page, "here");
    await shoot("dispatch-meeting-dark");
    await program.resize(1920, 1080);
    await expect(page.locator(".agenda-line[aria-current]")).toBeVisible();
    await expectWhole(page, "here");
    await shoot("dispatch-meeting-wide-dark");
  });
});
