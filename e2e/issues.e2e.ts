/**
 * The ledger beyond the straight way: many at once, refused as a whole; the same change to many and its undo; what comes
 * back and opens round 2; personal data masked until it is asked for.
 */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beginOffice, clerkAt, fieldOf, fillIn, pickUnit, takeStep } from "./driver.ts";
import type { Clerk } from "./driver.ts";
import { expect, test } from "./fixtures.ts";

/** Registers issues one after the other in one form, as they come from one visit. */
const register = async (
  clerk: Clerk,
  titles: readonly string[],
  fields: Readonly<Record<string, string>>,
): Promise<void> => {
  const { page, say, beside, go, row } = clerk;
  await go("issues");
  await page
    .getByRole("button", { name: say("issues.list.add") })
    .first()
    .click();
  const form = beside.getByRole("form");
  await form.getByRole("button", { name: new RegExp(`^${say("app.form.more")}`) }).click();
  for (const title of titles) {
    await fillIn(form, say("issues.fields.title"), title);
    for (const [field, text] of Object.entries(fields)) await fillIn(form, say(`issues.fields.${field}`), text);
    await page.keyboard.press("Control+Enter");
    await expect(row(title)).toBeVisible();
  }
  await page.keyboard.press("Escape");
};

/** Ticks every row of the list. */
const tickAll = async ({ page, grid }: Clerk): Promise<void> => {
  await grid.focus();
  await page.keyboard.press("Control+a");
};

test("many at once: a step is refused as a whole and says which; the same change goes to all, and is undone at once", async ({
  program,
  shoot,
}) => {
  const clerk = clerkAt(program);
  const { page, say, row, toast, dialog, beside } = clerk;
  await beginOffice(clerk, "zdq", "张店区");
  await register(clerk, ["问题甲", "问题乙", "问题丙"], { place: "猪龙河", limit: "10月底前" });

  await test.step("handing over many that have no unit is refused, naming them", async () => {
    await tickAll(clerk);
    const bar = page.getByRole("toolbar", { name: say("app.list.bulkBar") });
    await bar.getByRole("button", { name: say("issues.act.hand-over") }).click();
    await dialog.getByRole("button", { name: say("issues.act.hand-over"), exact: true }).click();
    await expect(toast("问题甲；2 问题乙；3 问题丙")).toBeVisible();
    await shoot("issues-refused");
    await pickUnit(clerk, fieldOf(dialog, say("issues.dialog.units")), "区水利局");
    await dialog.getByRole("button", { name: say("issues.act.hand-over"), exact: true }).click();
    await expect(dialog).toBeHidden();
    for (const title of ["问题甲", "问题乙", "问题丙"])
      await expect(row(title)).toContainText(say("issues.state.handed-over"));
    await expect(row("问题丙")).toContainText("区水利局");
  });

  await test.step("the same limit for all, one commit and one undo", async () => {
    await tickAll(clerk);
    await page.getByRole("button", { name: say("issues.bulk.action") }).click();
    await dialog.getByRole("checkbox", { name: say("issues.fields.limit") }).check();
    await dialog.getByRole("textbox", { name: say("issues.fields.limit") }).fill("12月5日前");
    await dialog.getByRole("button", { name: say("issues.bulk.apply", { count: 3 }) }).click();
    await expect(row("问题乙")).toContainText("12月5日前");
    await toast(say("issues.done.bulk", { count: 3 }))
      .getByRole("button", { name: say("app.action.undo") })
      .click();
    await expect(row("问题乙")).toContainText("10月底前");
    await expect(row("问题丙")).toContainText("10月底前");
  });

  await test.step("the history of one tells the change and its undo, field by field", async () => {
    await row("问题乙").getByText("问题乙").click();
    await expect(beside.locator(".history")).toContainText(say("issues.history.limit"));
    await expect(beside.locator(".history")).toContainText("12月5日前");
  });
});

test("what comes back opens round 2, and round 1 stays as it was; a telephone number is masked until it is asked for", async ({
  program,
  dataFolder,
  shoot,
}) => {
  const clerk = clerkAt(program);
  const { say, row, beside, dialog } = clerk;
  await beginOffice(clerk, "zdq", "张店区");
  await register(clerk, ["夜间施工噪声"], { place: "柳泉路", phone: "13812345678" });
  await row("夜间施工噪声").getByText("夜间施工噪声").click();

  await test.step("the number is masked in the detail and shown on demand", async () => {
    await expect(beside).toContainText("138****5678");
    await expect(beside).not.toContainText("13812345678");
    await beside.getByRole("button", { name: say("issues.detail.reveal") }).click();
    await expect(beside).toContainText("13812345678");
  });

  await test.step("files of evidence are picked, many at once", async () => {
    const files = ["一.txt", "二.pdf"].map((name) => join(dataFolder, name));
    for (const [index, file] of files.entries()) await writeFile(file, `材料 ${index}`);
    await program.app.evaluate(({ dialog: system }, filePaths) => {
      system.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths, bookmarks: [] });
    }, files);
    await takeStep(clerk, "evidence", async (open) => {
      await open.getByRole("button", { name: say("files.pick") }).click();
      await expect(open.getByText("二.pdf")).toBeVisible();
    });
    await expect(beside.locator(".evidence-file")).toHaveCount(2);
  });

  await test.step("closed, then reopened with a reason that is confirmed", async () => {
    await takeStep(clerk, "hand-over", async (open) => {
      await pickUnit(clerk, fieldOf(open, say("issues.dialog.units")), "区住房城乡建设局");
    });
    await takeStep(clerk, "report-done", (open) => fillIn(open, say("issues.dialog.text.report-done"), "已停工整顿"));
    await takeStep(clerk, "verify-passed");
    await expect(beside.getByText(say("issues.detail.sealed"))).toBeVisible();
    await takeStep(clerk, "reopen", async (open) => {
      await fillIn(open, say("issues.dialog.text.reopen"), "夜间又有施工");
      await dialog.getByRole("button", { name: say("issues.act.reopen"), exact: true }).click();
      await expect(open.getByText(say("issues.dialog.reopenConfirmedNeeded"))).toBeVisible();
      await open.getByRole("checkbox").check();
    });
    await expect(row("夜间施工噪声")).toContainText(say("issues.detail.round", { round: 2 }));
  });

  await test.step("round 1 is sealed with its evidence, round 2 begins without", async () => {
    const sealed = beside.locator(".issue-round.sealed");
    await expect(sealed).toContainText("已停工整顿");
    await expect(sealed.locator(".evidence-file")).toHaveCount(2);
    await expect(sealed.getByRole("button", { name: say("app.action.undo") })).toHaveCount(0);
    await expect(beside.locator(".issue-round").first()).toContainText("夜间又有施工");
    await expect(beside.locator(".issue-round").first().locator(".evidence-file")).toHaveCount(0);
    await shoot("issue-round-2");
  });
});
