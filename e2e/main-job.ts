/**
 * The main job of the program on the demonstration data, driven through its real window from end to end, for machines
 * without a display: first run, a task list taken in, an issue registered and closed, the ledger exported. Run as a
 * script: `node e2e/main-job.ts FOLDER`; pictures and the workbook come to lie in FOLDER.
 */
import { copyFile, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { answerDialogs, beginDemo, clerkAt, fillIn, importList, pickUnit, takeStep } from "./driver.ts";
import { expect } from "./fixtures.ts";
import { launchProgram } from "./launch.ts";

const [, , folder] = process.argv;
if (folder === undefined) throw new Error("Usage: node e2e/main-job.ts FOLDER");
await mkdir(folder, { recursive: true });

const title = "河道边坡堆放建筑垃圾";
const listName = "02-配档表-合并单元格.xlsx";
const ledger = join(folder, "整改台账.xlsx");

const program = await launchProgram({ dataFolder: join(folder, "data") });
const clerk = clerkAt(program);
const { page, say, go, beside, row, toast } = clerk;

let pictures = 0;
/** Says what has been done and keeps a picture of it. */
const done = async (what: string, name: string): Promise<void> => {
  pictures += 1;
  const file = `${pictures}-${name}.png`;
  await page.screenshot({ path: join(folder, file), animations: "disabled" });
  console.log(`  ✔ ${what} (${file})`);
};

try {
  await expect(page.getByRole("button", { name: say("system.first.demo") })).toBeVisible();
  await done("the window is open, for the first time", "first-run");

  await beginDemo(clerk);
  await go("workbench");
  await done("the demonstration data are loaded", "workbench");

  const list = join(folder, listName);
  await copyFile(join(import.meta.dirname, "fixtures", listName), list);
  await answerDialogs(program, { open: [list] });
  await go("tasks");
  await page
    .getByRole("button", { name: say("tasks.act.import") })
    .first()
    .click();
  await importList(clerk);
  await done("a task list is imported", "tasks");

  await go("issues");
  await page
    .getByRole("button", { name: say("issues.list.add") })
    .first()
    .click();
  const form = beside.getByRole("form", { name: say("issues.entry.add") });
  await fillIn(form, say("issues.fields.title"), title);
  await fillIn(form, say("issues.fields.limit"), "9月30日前");
  await form.getByRole("button", { name: say("app.action.save"), exact: true }).click();
  const search = page.getByPlaceholder(say("app.list.search"));
  await search.fill(title);
  await row(title).getByText(title).click();
  await done("an issue is registered", "issue-registered");

  await takeStep(clerk, "hand-over", async (dialog) => {
    await pickUnit(clerk, dialog.getByLabel(say("issues.dialog.units")), "湖田街道");
  });
  await takeStep(clerk, "progress", async (dialog) => {
    await dialog.getByLabel(say("issues.dialog.text.progress")).fill("已清运垃圾12车");
  });
  await takeStep(clerk, "report-done");
  const evidence = join(folder, "验收记录.txt");
  await writeFile(evidence, "现场复查，已清理完毕。\n");
  await answerDialogs(program, { open: [evidence] });
  await takeStep(clerk, "verify-passed", async (dialog) => {
    await dialog.getByText(say("files.pick")).click();
    await dialog.getByLabel(say("issues.dialog.verifiers")).fill("人大代表视察组");
  });
  await expect(row(title)).toContainText(say("issues.state.closed"));
  await done("the issue is closed with evidence", "issue-closed");

  await search.fill("");
  // The issue stands last: with the whole ledger shown again it is below what the window has room for.
  await expect(row(title)).toBeHidden();
  await answerDialogs(program, { save: ledger });
  await page.getByRole("button", { name: say("app.list.export") }).click();
  await expect(toast("整改台账.xlsx")).toBeVisible();
  await done("the ledger is exported to 整改台账.xlsx", "ledger-exported");

  if (program.complaints.length > 0) throw new Error(`The window complained:\n${program.complaints.join("\n")}`);
} catch (error) {
  await page.screenshot({ path: join(folder, "failed.png") }).catch(() => undefined);
  throw error;
} finally {
  await program.close();
}
