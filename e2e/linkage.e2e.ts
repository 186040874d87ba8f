/**
 * A year's linkage tasks played through at the window of a district: the city's list is taken in, handed down and broken
 * down, forms go out and come back filled in by another program, more time is asked for, the board is moved on, a
 * dispatch meeting is held, and everything leaves as Excel and Word that are read back.
 */
import { mkdir, readdir } from "node:fs/promises";
import { join } from "node:path";
import { agendaOf, callMeeting } from "./dispatch-driver.ts";
import { barOf, holdBar } from "./board-driver.ts";
import { textOfDocx } from "./docx.ts";
import { answerDialogs, beginOffice, clerkAt, goTo, importList } from "./driver.ts";
import { fillForm } from "./fill-form.ts";
import { expect, test } from "./fixtures.ts";
import { expectOpenToAll, expectWhole } from "./looks.ts";
import { askExtension, assignmentOf, copyText, submit } from "./task-driver.ts";
import { readBack } from "./workbook.ts";

const list = join(import.meta.dirname, "fixtures/02-配档表-合并单元格.xlsx");
const towns = ["马尚街道", "湖田街道", "车站街道"] as const;
const handed = { title: "三级督导、四级联动", measures: "三级督导检查" };
const parent = "组织环保世纪行";
const parts = ["检查沿河企业", "检查河道", "汇总检查报告"] as const;
/** Late, soon and far off on whatever day the test runs. */
const soon = new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10);
const periods = ["2020年5月10日前", soon, "2031年6月底前"] as const;

/** What each town writes into its form. */
const fillings = [
  {
    cells: [
      { title: parts[0], column: "是否签收", value: "是" },
      { title: parts[0], column: "进度%", value: "45%" },
      { title: parts[0], column: "进展情况", value: "已检查企业9家，发现问题4个" },
      { title: parts[0], column: "下一步打算", value: "督促4家企业限期整改" },
      { title: handed.title, column: "进度%", value: 120 },
      { title: handed.title, column: "进展情况", value: "已督导2次" },
    ],
    added: [["", "另请区里安排车辆"]],
  },
  {
    cells: [
      { title: parts[1], column: "是否签收", value: "是" },
      { title: parts[1], column: "办理状态", value: "已完成" },
      { title: parts[1], column: "进展情况", value: "河道检查全部完成，报告已送" },
    ],
    added: [],
  },
  {
    cells: [
      { title: parts[2], column: "是否签收", value: "是" },
      { title: parts[2], column: "进度%", value: 10 },
      { title: parts[2], column: "进展情况", value: "报告提纲已拟" },
    ],
    added: [],
  },
] as const;

const beforeCount = (text: string): string => text.split("{{")[0]?.trim() ?? "";

test("a district's year: list in, handed down, forms out and back, board, dispatch meeting, out again", async ({
  program,
  shoot,
}) => {
  test.setTimeout(300_000);
  const clerk = clerkAt(program);
  const { page, say, go, beside, dialog, row, toast } = clerk;
  const folder = test.info().outputPath("desk");
  await mkdir(folder, { recursive: true });
  const openTask = async (title: string): Promise<void> => {
    await row(title).first().getByText(title).first().click();
    await expect(beside.getByRole("heading", { name: title })).toBeVisible();
  };

  await test.step("the district begins and takes the city's list in", async () => {
    await beginOffice(clerk, "zhangdian", "张店区");
    await goTo(clerk, "/tasks/import");
    await answerDialogs(program, { open: [list] });
    await importList(clerk);
    await expect(row(parent)).toHaveCount(1);
    await shoot("linkage-01-imported");
  });

  await test.step("a task goes to all towns, after a look at whom that means", async () => {
    await openTask(handed.title);
    await page.keyboard.press("a");
    await dialog.getByRole("button", { name: say("tasks.assigning.group.towns") }).click();
    // 各区县 would mean this district itself, and is not offered.
    await expect(dialog.getByRole("button", { name: say("tasks.assigning.group.districts") })).toHaveCount(0);
    const members = dialog.locator(".assign-units").getByRole("checkbox");
    for (const town of towns) await expect(dialog.getByRole("checkbox", { name: town })).toBeChecked();
    const count = await members.count();
    expect(count).toBeGreaterThan(towns.length);
    await shoot("linkage-02-group");
    await submit(clerk);
    await expect(beside.locator(".task-assignments li")).toHaveCount(count);
    await shoot("linkage-03-assigned");
  });

  await test.step("another is broken down to three towns, each with a period of its own", async () => {
    await page.keyboard.press("Escape");
    await openTask(parent);
    await page.keyboard.press("k");
    await expect(dialog).toBeVisible();
    const lines = parts.map((part, at) => [part, periods[at], towns[at]].join("\t"));
    await copyText(program.app, `${lines.join("\n")}\n`);
    await page.keyboard.press("Control+v");
    await expect(dialog.getByRole("textbox", { name: `${say("tasks.breaking.part")} 3` })).toHaveValue(parts[2]);
    await shoot("linkage-04-breakdown");
    await submit(clerk);
    await expect(beside.locator(".task-parts li")).toHaveCount(3);
    await expect(beside.getByText(say("tasks.detail.notAssigned"))).toHaveCount(0);
    await shoot("linkage-05-broken-down");
  });

  await test.step("a form is written for each of the three towns", async () => {
    await goTo(clerk, "/forms");
    await page.getByRole("button", { name: say("forms.act.write"), exact: true }).click();
    await dialog.getByRole("checkbox", { name: say("forms.write.all") }).uncheck();
    for (const town of towns) await dialog.getByRole("checkbox", { name: town }).check();
    await answerDialogs(program, { open: [folder] });
    await dialog.getByRole("button", { name: say("forms.write.pick") }).click();
    await shoot("linkage-06-forms-write");
    await dialog.getByRole("button", { name: new RegExp(beforeCount(say("forms.write.run"))) }).click();
    await expect(dialog).toBeHidden();
    await expect(page.getByRole("row").filter({ hasText: /街道/ })).toHaveCount(3);
    await shoot("linkage-07-forms-sent");
  });

  await test.step("the towns fill them in, one of them badly, and they are taken back after a look", async () => {
    const names = await readdir(folder);
    const filled: string[] = [];
    for (const [at, town] of towns.entries()) {
      const form = join(folder, names.find((name) => name.startsWith(town)) ?? "");
      const back = join(folder, `交回-${town}.xlsx`);
      const by = await fillForm(form, back, fillings[at] ?? { cells: [], added: [] });
      test.info().annotations.push({ type: "filled by", description: `${town}: ${by}` });
      filled.push(back);
    }
    await answerDialogs(program, { open: filled });
    await page.getByRole("button", { name: say("forms.take.pick"), exact: true }).click();
    const files = page.locator(".forms-files li");
    await expect(files).toHaveCount(3);
    await files.filter({ hasText: towns[0] }).locator("button").first().click();
    await expect(page.locator(".forms-cell-change").filter({ hasText: "45%" })).toBeVisible();
    await expect(page.locator(".forms-cell-invalid")).toContainText("120");
    await expect(page.locator(".forms-row-added")).toContainText("另请区里安排车辆");
    await shoot("linkage-08-forms-back");
    await expectWhole(page, "forms back");
    await page.getByRole("button", { name: new RegExp(beforeCount(say("forms.act.confirm"))) }).click();
    await expect(page.getByRole("row").filter({ hasText: towns[0] })).toContainText("收回");
    await shoot("linkage-09-forms-taken");
  });

  await test.step("the whole says how its parts stand: how many, how far, the slowest, lights, last heard", async () => {
    await go("tasks");
    await openTask(parent);
    const rolled = beside.locator(".roll-up").first();
    await expect(rolled).toContainText(say("tasks.parts.rolled", { count: 3, done: 0 }));
    await expect(rolled).toContainText(parts[2]);
    const lights = beside.locator(".task-parts li");
    await expect(lights.filter({ hasText: parts[0] })).toContainText(say("tasks.light.overdue"));
    await expect(lights.filter({ hasText: parts[0] })).toContainText("45%");
    await expect(lights.filter({ hasText: parts[1] })).toContainText(say("tasks.state.reported-done"));
    await shoot("linkage-10-roll-up");
    await beside.getByRole("link", { name: parts[0] }).click();
    await expect(assignmentOf(clerk, towns[0])).toContainText(beforeCount(say("tasks.hands.heard")));
    await shoot("linkage-11-heard");
    await expectOpenToAll(page, "a part");
  });

  await test.step("a town asks by telephone for more time and is granted it", async () => {
    await beside.getByRole("link", { name: parent }).click();
    await beside.getByRole("link", { name: parts[2] }).click();
    await expect(beside.getByRole("heading", { name: parts[2] })).toBeVisible();
    await askExtension(clerk, towns[2], "报告要等市里的数据", "2031年7月底前");
    const asked = beside.getByRole("region", { name: say("tasks.extension.asked") });
    await expect(asked).toContainText("报告要等市里的数据");
    await shoot("linkage-12-extension");
    await asked.getByRole("button", { name: say("tasks.extension.grant"), exact: true }).click();
    await expect(asked).toBeHidden();
    await expect(beside.locator(".task-assignments li").first()).toContainText("7月31日");
    await shoot("linkage-13-granted");
    await page.keyboard.press("Escape");
  });

  await test.step("on the board a bar is dragged a month on and put back", async () => {
    await goTo(clerk, "/tasks/board");
    await expect(page.getByRole("treegrid")).toBeVisible();
    // One of the parts has its day in this year, so the board opens there; the list is of 2020.
    await page.getByLabel(say("board.year")).click();
    await page.getByTitle(say("board.yearOf", { year: 2020 })).click();
    const { bar, track } = barOf(clerk, parent);
    await expect(track).toHaveAttribute("aria-label", "5月19日—20日");
    await holdBar(clerk, bar, 1);
    await shoot("linkage-14-board-dragged");
    await page.mouse.up();
    await expect(track).toHaveAttribute("aria-label", "6月中旬");
    await toast("6月中旬")
      .getByRole("button", { name: say("app.action.undo") })
      .click();
    await expect(track).toHaveAttribute("aria-label", "5月19日—20日");
    await shoot("linkage-15-board");
  });

  await test.step("the month's dispatch meeting notes, decides and urges, and its minutes say so", async () => {
    await callMeeting(clerk, { month: "2020-05" });
    await page.keyboard.press("Control+Enter");
    const agenda = agendaOf(clerk);
    await agenda.getByText(parts[0]).first().click();
    await expect(page.getByRole("heading", { name: parts[0] })).toBeVisible();
    await shoot("linkage-16-meeting");
    const entry = page.getByRole("textbox", { name: say("dispatch.act.note") });
    await page.keyboard.press("n");
    await entry.fill("4家企业的整改还缺验收单");
    await page.keyboard.press("Control+Enter");
    await entry.fill("月底前补齐验收单");
    await page.keyboard.press("Control+Shift+Enter");
    await expect(page.locator(".said-line")).toHaveCount(2);
    await entry.blur();
    await page.keyboard.press("u");
    await expect(dialog).toContainText(towns[0]);
    await shoot("linkage-17-urge");
    await page.keyboard.press("Control+Enter");
    await expect(page.locator('.said-line[data-step="urging"]')).toContainText("1号");
    await shoot("linkage-18-noted");

    const path = join(folder, "纪要.docx");
    await answerDialogs(program, { save: path });
    await page.getByRole("button", { name: say("dispatch.act.minutes") }).click();
    await expect(toast("纪要.docx")).toBeVisible();
    const text = textOfDocx(path);
    for (const said of [
      "2020年5月联动任务调度会纪要",
      parts[0],
      "还缺验收单",
      "月底前补齐验收单",
      `向${towns[0]}发督办单`,
    ])
      expect(text).toContain(said);
    await goTo(clerk, "/urgings");
    await expect(row(towns[0])).toHaveCount(1);
    await shoot("linkage-19-urgings");
  });

  await test.step("the board of the list leaves in the paper form and, taken in as a revision, changes nothing", async () => {
    await goTo(clerk, "/tasks/board");
    await expect(page.getByRole("treegrid")).toBeVisible();
    const path = join(folder, "配档表.xlsx");
    await answerDialogs(program, { save: path, open: [path] });
    await page.getByRole("button", { name: say("app.list.export") }).click();
    await expect(toast("配档表.xlsx")).toBeVisible();
    await goTo(clerk, "/tasks/import");
    await page.getByRole("button", { name: say("imports.file.pick"), exact: true }).click();
    const next = page.getByRole("button", { name: say("imports.next"), exact: true });
    const compare = page.getByRole("button", { name: say("imports.match.compare") });
    await expect(compare).toBeVisible();
    await shoot("linkage-20-revision");
    await compare.click();
    await expect(compare).toBeHidden();
    await next.click();
    const confirm = page.getByRole("button", {
      name: say("imports.preview.confirmRevision", { added: 0, changed: 0, withdrawn: 0 }),
    });
    await expect(confirm).toBeVisible();
    await shoot("linkage-21-no-change");
    await page.getByRole("button", { name: say("imports.cancel"), exact: true }).click();
    await dialog.getByRole("button", { name: say("imports.leave.yes") }).click();
  });

  await test.step("the list leaves as Excel and says what the window says", async () => {
    await go("tasks");
    // Opened after an import, the list is of that import alone; parts that were broken off stand beside it.
    await page.keyboard.press("Escape");
    await page.locator(".chip").getByRole("button").last().click();
    await expect(row(parts[0])).toHaveCount(1);
    await shoot("linkage-22-tasks");
    const path = join(folder, "任务.xlsx");
    await answerDialogs(program, { save: path });
    await page.getByRole("button", { name: say("app.list.export") }).click();
    await expect(toast("任务.xlsx")).toBeVisible();
    const { rows } = readBack(path, say("tasks.fields.title"));
    const titles = rows.map((line) => line[say("tasks.fields.title")]);
    expect(titles).toHaveLength(11);
    for (const part of parts) expect(titles).toContain(part);
    const [late] = rows.filter((line) => line[say("tasks.fields.title")] === parts[0]);
    expect(Object.values(late ?? {})).toEqual(
      expect.arrayContaining([say("tasks.light.overdue"), towns[0], say("tasks.state.in-progress"), "45%"]),
    );
  });
});
