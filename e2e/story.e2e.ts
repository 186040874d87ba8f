/**
 * The main job from an empty data folder to a workbook on the disk, through the real window: choose the office, take in
 * the city's list, look into a task, keep a problem until it is truly put right, export the ledger, read the file back.
 */
import { readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { answerDialogs, beginOffice, clerkAt, fieldOf, fillIn, importList, pickUnit, takeStep } from "./driver.ts";
import { expect, test } from "./fixtures.ts";
import { readBack } from "./workbook.ts";

const taskList = join(import.meta.dirname, "fixtures/02-配档表-合并单元格.xlsx");
const title = "范阳河沿岸堆放建筑垃圾";

/** A picture that any program decodes: one red dot. */
const redDot = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==",
  "base64",
);

test("the main job: first run, import, a task, a problem from registering to closing, the ledger as a workbook", async ({
  program,
  dataFolder,
  shoot,
}) => {
  const clerk = clerkAt(program);
  const { page, say, go, beside, row, toast } = clerk;

  await test.step("first run: the district is found by its initials", async () => {
    await beginOffice(clerk, "zdq", "张店区");
    await expect(page.getByText("张店区", { exact: false }).first()).toBeVisible();
  });

  await test.step("the city's list is taken in with the titles repeated for each measure", async () => {
    await answerDialogs(program, { open: [taskList] });
    await go("tasks");
    await page
      .getByRole("button", { name: say("tasks.act.import") })
      .first()
      .click();
    await importList(clerk);
    await expect(clerk.grid.getByRole("row").filter({ hasText: "发动部署、落实责任" })).toHaveCount(3);
    await shoot("story-1-tasks");
  });

  await test.step("a task opens beside the list", async () => {
    await row("组织环保世纪行").getByText("组织环保世纪行").click();
    await expect(beside.getByRole("heading", { name: "组织环保世纪行" })).toBeVisible();
    await expect(beside).toContainText("5月19日—20日");
    await expect(beside).toContainText("到企业和河道检查采访");
    await shoot("story-2-task");
  });

  await test.step("a problem is registered", async () => {
    await go("issues");
    await page
      .getByRole("button", { name: say("issues.list.add") })
      .first()
      .click();
    const form = beside.getByRole("form", { name: say("issues.entry.add") });
    await fillIn(form, say("issues.fields.title"), title);
    await fillIn(form, say("issues.fields.limit"), "2020年9月30日前");
    await expect(form).toContainText("9月30日");
    await fillIn(form, say("issues.fields.place"), "范阳河湖田段");
    await form.getByRole("button", { name: say("app.action.save"), exact: true }).click();
    await expect(row(title)).toContainText(say("issues.state.registered"));
  });

  await test.step("handed over to a unit, which is named in the same dialog", async () => {
    await row(title).getByText(title).click();
    await takeStep(clerk, "hand-over", async (dialog) => {
      await pickUnit(clerk, fieldOf(dialog, say("issues.dialog.units")), "湖田街道");
    });
    await expect(beside).toContainText(say("issues.step.hand-over"));
    await expect(row(title)).toContainText(say("issues.state.handed-over"));
  });

  await test.step("progress is reported on behalf of a unit without the program", async () => {
    await takeStep(clerk, "progress", async (dialog) => {
      await fillIn(dialog, say("issues.dialog.text.progress"), "已清运垃圾12车");
      await fillIn(dialog, say("issues.dialog.percent"), "80");
    });
    await expect(beside).toContainText("已清运垃圾12车");
    await expect(row(title)).toContainText(say("issues.state.in-progress"));
    await takeStep(clerk, "report-done");
    await expect(row(title)).toContainText(say("issues.state.awaiting"));
  });

  await test.step("closing without evidence is refused until it is said aloud; with evidence it is not asked", async () => {
    const photo = join(dataFolder, "..", `验收照片-${Date.now()}.png`);
    await writeFile(photo, redDot);
    await answerDialogs(program, { open: [photo] });
    await takeStep(clerk, "verify-passed", async (dialog) => {
      await dialog.getByRole("button", { name: say("issues.act.verify-passed"), exact: true }).click();
      await expect(dialog.getByText(say("issues.dialog.withoutEvidenceNeeded"))).toBeVisible();
      await shoot("story-3-closing");
      await dialog.getByRole("button", { name: say("files.pick") }).click();
      await expect(dialog.getByText(say("issues.dialog.withoutEvidence"))).toBeHidden();
      await fillIn(dialog, say("issues.dialog.verifiers"), "区人大代表视察组");
    });
    await expect(row(title)).toContainText(say("issues.state.closed"));
    const picture = beside.locator(".evidence-picture");
    await expect(picture).toBeVisible();
    expect(await picture.evaluate((image) => image instanceof HTMLImageElement && image.naturalWidth)).toBe(1);
    await shoot("story-4-closed");
  });

  await test.step("the ledger is exported as it is shown, and another program reads it", async () => {
    const path = test.info().outputPath("整改台账.xlsx");
    await answerDialogs(program, { save: path });
    await page.getByRole("button", { name: say("app.list.export") }).click();
    await expect(toast("整改台账.xlsx")).toBeVisible();
    expect((await stat(path)).size).toBeGreaterThan(2000);
    expect((await readFile(path)).subarray(0, 2).toString()).toBe("PK");
    const { title: heading, rows } = readBack(path, say("issues.fields.title"));
    expect(heading).toContain(say("issues.name"));
    expect(rows.filter((line) => line[say("issues.fields.title")] === title)).toHaveLength(1);
    expect(rows[0]).toMatchObject({
      [say("issues.fields.title")]: title,
      [say("issues.fields.place")]: "范阳河湖田段",
      [say("issues.fields.units")]: "湖田街道",
      [say("issues.fields.state")]: say("issues.state.closed"),
      [say("issues.fields.progress")]: "已清运垃圾12车",
      [say("issues.fields.evidence")]: "1",
    });
  });
});

test("the main job by keyboard alone: import, many problems in a row, each step by its letter, undo, export", async ({
  program,
}) => {
  const clerk = clerkAt(program);
  const { page, say, row, beside, dialog } = clerk;
  const { keyboard } = page;
  const path = test.info().outputPath("台账.xlsx");
  await answerDialogs(program, { open: [taskList], save: path });

  /** Finds a command by Ctrl+K, and runs it. */
  const command = async (key: string): Promise<void> => {
    await keyboard.press("Control+k");
    await expect(dialog).toBeVisible();
    await keyboard.type(say(key));
    await keyboard.press("Enter");
    await expect(dialog).toBeHidden();
  };
  /** Presses a step's letter, writes what is asked first, takes the step, and sees where it leads. */
  const step = async (
    letter: string,
    text: string,
    leadsTo: string,
    more: () => Promise<void> = () => Promise.resolve(),
  ): Promise<void> => {
    await keyboard.press(letter);
    await expect(dialog.locator("textarea, input").first()).toBeFocused();
    await keyboard.type(text);
    await more();
    await keyboard.press("Control+Enter");
    await expect(dialog).toBeHidden();
    await expect(beside.locator(".issue-state")).toHaveText(say(`issues.state.${leadsTo}`));
  };

  await test.step("the office is chosen", async () => {
    await expect(page.getByLabel(say("system.first.searchLabel"))).toBeFocused();
    await keyboard.type("zdq");
    await expect(page.getByRole("option").first()).toContainText("张店区");
    await keyboard.press("Enter");
    await expect(page.getByRole("textbox")).toBeFocused();
    await keyboard.press("Enter");
    await expect(page.getByRole("navigation")).toBeVisible();
  });

  await test.step("a list is imported: Enter picks the file, Ctrl+Enter goes on and confirms", async () => {
    await command("app.palette.importTasks");
    await expect(page.getByRole("button", { name: say("imports.file.pick"), exact: true })).toBeFocused();
    await keyboard.press("Enter");
    await expect(page.getByText(say("imports.match.columns"))).toBeVisible();
    await keyboard.press("Control+Enter");
    await expect(page.getByText("发动部署、落实责任").first()).toBeVisible();
    await keyboard.press("Control+Enter");
    await expect(page.getByRole("button", { name: say("imports.done.open") })).toBeFocused();
    await keyboard.press("Enter");
    await expect(row("组织环保世纪行")).toBeVisible();
  });

  await test.step("Ctrl+Enter saves a problem and keeps place and source for the next", async () => {
    await command("app.palette.newIssue");
    const form = beside.getByRole("form");
    const title = fieldOf(form, say("issues.fields.title"));
    await expect(title).toBeFocused();
    await keyboard.type("河道漂浮物");
    for (const text of ["", "", "猪龙河", "代表视察"]) {
      await keyboard.press("Tab");
      await keyboard.type(text);
    }
    await keyboard.press("Control+Enter");
    await expect(row("河道漂浮物")).toContainText("代表视察");
    await expect(title).toBeFocused();
    await expect(title).toHaveValue("");
    await expect(fieldOf(form, say("issues.fields.place"))).toHaveValue("猪龙河");
    await keyboard.type("排污口未封堵");
    await keyboard.press("Control+Enter");
    await expect(row("排污口未封堵")).toContainText("猪龙河");
    await keyboard.press("Escape");
    await expect(form).toBeHidden();
  });

  await test.step("Enter opens a problem; H, P, D and V take it to its end", async () => {
    await expect(clerk.grid).toBeFocused();
    await keyboard.press("Control+Home");
    await keyboard.press("Enter");
    await expect(beside.getByRole("heading", { level: 2 })).toHaveText("河道漂浮物");
    await step("h", "区水利局", "handed-over", () => keyboard.press("Enter"));
    await step("p", "已打捞两遍", "in-progress");
    await step("d", "河面已清", "awaiting");
    await step("v", "现场看过", "closed", async () => {
      const sentence = dialog.getByRole("checkbox");
      for (let tabs = 0; tabs < 20 && !(await sentence.evaluate((box) => box === document.activeElement)); tabs += 1)
        await keyboard.press("Tab");
      await keyboard.press("Space");
      await expect(sentence).toBeChecked();
    });
    await expect(beside).toContainText(say("issues.detail.withoutEvidence"));
  });

  await test.step("what was done is undone where it was told", async () => {
    const told = clerk.toast(say("issues.done.verify-passed", { count: 1 }));
    await told.getByRole("button", { name: say("app.action.undo") }).press("Enter");
    await expect(beside.locator(".issue-state")).toHaveText(say("issues.state.awaiting"));
  });

  await test.step("the ledger is exported", async () => {
    await page.getByRole("button", { name: say("app.list.export") }).press("Enter");
    await expect(clerk.toast("台账.xlsx")).toBeVisible();
    const { rows } = readBack(path, say("issues.fields.title"));
    expect(rows.map((line) => [line[say("issues.fields.title")], line[say("issues.fields.state")]])).toEqual([
      ["河道漂浮物", say("issues.state.awaiting")],
      ["排污口未封堵", say("issues.state.registered")],
    ]);
  });
});
