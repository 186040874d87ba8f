/** What is to be remembered: the desktop's notification and badge, asked for once a day, and the workbench that it leads to. */
import { beginDemo, beginOffice, clerkAt } from "./driver.ts";
import { expect, test } from "./fixtures.ts";
import type { Program } from "./launch.ts";
import { expectOpenToAll, expectWhole } from "./looks.ts";

interface Told {
  readonly shown: { title: string; body: string }[];
  readonly badges: number[];
}

/** Stands in for the desktop: what it is asked to show is written down. */
const standIn = ({ app }: Program): Promise<void> =>
  app.evaluate(({ app: program, Notification }) => {
    const told: Told = { shown: [], badges: [] };
    Object.assign(globalThis, { told });
    Notification.isSupported = () => true;
    Notification.prototype.show = function show(this: Electron.Notification) {
      told.shown.push({ title: this.title, body: this.body });
      Object.assign(globalThis, { clickIt: () => this.emit("click") });
    };
    program.setBadgeCount = (count = 0) => {
      told.badges.push(count);
      return false;
    };
  });

const told = ({ app }: Program): Promise<Told> => app.evaluate(() => (globalThis as unknown as { told: Told }).told);
const titleOf = ({ app }: Program): Promise<string | undefined> =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getTitle());

test("a reminder is asked for once a day, in counts alone, and clicking it brings the workbench", async ({
  start,
  shoot,
}) => {
  const first = await start();
  await standIn(first);
  const clerk = clerkAt(first);
  await expect(clerk.page.getByRole("button", { name: clerk.say("system.first.demo") })).toBeVisible();
  await first.page.waitForTimeout(300);
  expect((await told(first)).shown).toEqual([]);
  await beginDemo(clerk);
  await expect.poll(async () => (await told(first)).shown.length).toBe(1);
  const { shown, badges } = await told(first);
  expect(shown[0]?.title).toBe("联动台账：今日提醒");
  expect(shown[0]?.body).toMatch(/^[^\d]+\d+ 项(，[^\d]+\d+ 项)*$/);
  const badge = badges.at(-1) ?? 0;
  expect(badge).toBeGreaterThan(0);
  // A desktop that counts nothing on its icons has the window's title instead.
  await expect.poll(() => titleOf(first)).toBe(`(${badge}) 联动台账`);
  await expectWhole(clerk.page, "here");
  await expectOpenToAll(clerk.page, "here");
  await shoot("workbench-today");

  await clerk.go("issues");
  await first.app.evaluate(() => (globalThis as unknown as { clickIt: () => void }).clickIt());
  await expect(clerk.page.getByRole("heading", { name: clerk.say("reminders.title") })).toBeVisible();
  await clerk.page.reload();
  await expect(clerk.page.getByRole("heading", { name: clerk.say("reminders.title") })).toBeVisible();
  expect((await told(first)).shown).toHaveLength(1);
  await first.close();

  const again = await start();
  await standIn(again);
  const same = clerkAt(again);
  await expect(same.page.getByRole("heading", { name: same.say("reminders.title") })).toBeVisible();
  await same.page.waitForTimeout(500);
  expect((await told(again)).shown).toEqual([]);
});

test("each count of the workbench leads to exactly that list", async ({ program }) => {
  const clerk = clerkAt(program);
  const { page, say, grid } = clerk;
  await beginDemo(clerk);
  const overdue = page.locator(".today-list").filter({ hasText: say("reminders.lists.overdue") });
  await overdue.click();
  const part = page.locator(".today-parts button").first();
  const count = Number((await part.locator("strong").innerText()).replaceAll(",", ""));
  expect(count).toBeGreaterThan(0);
  await part.click();
  await expect(grid).toHaveAttribute("aria-rowcount", String(count + 1));
});

test("reminding is silenced in the settings of this computer, where each light is shown as it is", async ({
  program,
  shoot,
}) => {
  const clerk = clerkAt(program);
  const { page, say } = clerk;
  await standIn(program);
  await beginOffice(clerk, "张店", "张店区");
  await page.evaluate(() => {
    location.hash = "/settings/lights";
  });
  await page.getByRole("radio", { name: say("system.settings.scheme.blue-orange-red") }).click();
  await page.getByRole("button", { name: say("system.settings.schemeTake") }).click();
  await expect(page.getByLabel(say("system.settings.soonDays"))).toHaveValue("10");
  await expect(page.locator(".lights-sample")).toContainText("10 天");
  await expectWhole(page, "here");
  await expectOpenToAll(page, "here");
  await shoot("settings-lights-scheme");
  await page.getByRole("switch", { name: say("reminders.settings.on") }).click();
  await expect(page.getByLabel(say("reminders.settings.at"))).toBeDisabled();
  await page.getByText(say("reminders.settings.badgeHint")).scrollIntoViewIfNeeded();
  await shoot("settings-reminders");
});
