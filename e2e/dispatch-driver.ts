/** What a clerk does at a dispatch meeting: calling one, and its agenda. */
import type { Locator } from "@playwright/test";
import type { Clerk } from "./driver.ts";
import { goTo } from "./driver.ts";

/** Months and days are typed as dates are everywhere. */
const pick = async ({ page, dialog }: Clerk, label: string, value: string): Promise<void> => {
  await dialog.getByLabel(label, { exact: true }).fill(value);
  await page.keyboard.press("Enter");
};

export interface Called {
  /** `2020-06` */
  readonly month: string;
  /** `2020-06-28`; today unless told */
  readonly on?: string;
}

/** Opens the form of a new meeting and fills it in; Ctrl+Enter calls it. */
export const callMeeting = async (clerk: Clerk, { month, on }: Called): Promise<void> => {
  const { page, say, dialog } = clerk;
  await goTo(clerk, "/dispatch");
  await page.getByRole("button", { name: say("dispatch.act.add") }).click();
  await pick(clerk, say("dispatch.form.month"), month);
  if (on !== undefined) await pick(clerk, say("dispatch.form.on"), on);
  await dialog.getByLabel(say("dispatch.form.place")).fill("区人大常委会三楼会议室");
  await dialog.getByLabel(say("dispatch.form.chair")).fill("王主任");
  await dialog.getByLabel(say("dispatch.form.attendees")).fill("各镇（街道）人大负责人");
};

export const agendaOf = ({ page, say }: Clerk): Locator =>
  page.getByRole("navigation", { name: say("dispatch.agenda.name") });
