/** What a clerk does with a task that is open beside the list: its units, their reports, their wishes for more time. */
import type { ElectronApplication, Locator } from "@playwright/test";
import type { Clerk } from "./driver.ts";
import { fillIn } from "./driver.ts";
import { expect } from "./fixtures.ts";

/** What another program copied. */
export const copyText = (app: ElectronApplication, text: string): Promise<void> =>
  app.evaluate(({ clipboard }, copied) => clipboard.writeText(copied), text);

/** The line of an assigned unit in the open task. */
export const assignmentOf = ({ beside }: Clerk, unit: string): Locator =>
  beside.locator(".task-assignments li").filter({ hasText: unit });

/** The open dialog is done with, by its key. */
export const submit = async ({ page, dialog }: Clerk): Promise<void> => {
  await page.keyboard.press("Control+Enter");
  await expect(dialog).toBeHidden();
};

/** Opens the report of a unit and writes the two things that nobody leaves out; `submit` stores it. */
export const reportFor = async (clerk: Clerk, unit: string, text: string, percent: string): Promise<void> => {
  const { dialog, say } = clerk;
  await assignmentOf(clerk, unit)
    .getByRole("button", { name: say("tasks.act.progress") })
    .click();
  await fillIn(dialog, say("tasks.dialog.text.progress"), text);
  await dialog.getByLabel(say("tasks.dialog.percent")).fill(percent);
};

/** On a unit's behalf: more time is asked for. */
export const askExtension = async (clerk: Clerk, unit: string, reason: string, period: string): Promise<void> => {
  const { page, dialog, say } = clerk;
  await assignmentOf(clerk, unit)
    .getByRole("button", { name: say("tasks.hands.acts", { unit }) })
    .click();
  await page.getByRole("menuitem", { name: say("tasks.act.ask-extension") }).click();
  await fillIn(dialog, say("tasks.dialog.text.ask-extension"), reason);
  await fillIn(dialog, say("tasks.dialog.period.ask-extension"), period);
  await submit(clerk);
};
