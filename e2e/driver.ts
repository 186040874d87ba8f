/**
 * What a clerk does at the window, in the clerk's words: first run, import, register, take a step, export. The tests
 * read as the story they tell, and how a button is found stands here once.
 */
import type { Locator, Page } from "@playwright/test";
import { expect } from "./fixtures.ts";
import type { Program } from "./launch.ts";
import { sayIn } from "./words.ts";
import type { Say } from "./words.ts";

export interface Clerk {
  readonly page: Page;
  readonly say: Say;
  /** Goes to a page by the navigation. */
  readonly go: (item: "workbench" | "tasks" | "issues" | "exchange" | "settings") => Promise<void>;
  /** The pane beside the list. */
  readonly beside: Locator;
  readonly dialog: Locator;
  readonly grid: Locator;
  readonly row: (text: string) => Locator;
  readonly toast: (text: string) => Locator;
}

export const clerkAt = ({ page }: Program, language: "zh-CN" | "en" = "zh-CN"): Clerk => {
  const say = sayIn(language);
  return {
    page,
    say,
    go: (item) =>
      page
        .getByRole("navigation")
        .getByRole("link", { name: say(`app.nav.${item}`) })
        .click(),
    beside: page.locator(".beside"),
    dialog: page.getByRole("dialog"),
    grid: page.getByRole("grid"),
    row: (text) => page.getByRole("grid").getByRole("row").filter({ hasText: text }),
    toast: (text) => page.locator(".toast").filter({ hasText: text }),
  };
};

/** Goes to a page by its address, as a link inside the program would. */
export const goTo = ({ page }: Clerk, place: string): Promise<void> =>
  page.evaluate((hash) => {
    globalThis.location.hash = hash;
  }, place);

/** First run: finds the office by typing and begins. */
export const beginOffice = async ({ page, say }: Clerk, typed: string, name: string): Promise<void> => {
  await page.getByLabel(say("system.first.searchLabel")).fill(typed);
  await page.getByRole("option", { name }).first().click();
  await page.getByRole("button", { name: say("system.first.start") }).click();
  await expect(page.getByRole("navigation")).toBeVisible();
};

/** First run with the demonstration data. */
export const beginDemo = async ({ page, say }: Clerk): Promise<void> => {
  await page.getByRole("button", { name: say("system.first.demo") }).click();
  await expect(page.getByRole("navigation")).toBeVisible({ timeout: 60_000 });
};

/** What the system's dialogs answer, in place of a person: paths to open, a path to save to. */
export const answerDialogs = (
  { app }: Program,
  answers: { readonly open?: readonly string[]; readonly save?: string },
): Promise<void> =>
  app.evaluate(({ dialog }, { open, save }) => {
    if (open !== undefined)
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [...open], bookmarks: [] });
    if (save !== undefined)
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: save, bookmark: "" });
  }, answers);

/** Takes a task list through the wizard as it was read, without a correction. */
export const importList = async (clerk: Clerk): Promise<void> => {
  const { page, say } = clerk;
  await page.getByRole("button", { name: say("imports.file.pick"), exact: true }).click();
  const next = page.getByRole("button", { name: say("imports.next"), exact: true });
  const confirm = page.getByRole("button", {
    name: new RegExp(`^${say("imports.preview.confirmCount").split("{{")[0] ?? ""}`),
  });
  await expect(next.or(confirm)).toBeVisible();
  while (await next.isVisible()) await next.click();
  await confirm.click();
  await page.getByRole("button", { name: say("imports.done.open") }).click();
};

const literally = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

/** The field with just this label, required (marked with a star) or not. */
export const fieldOf = (form: Locator, label: string): Locator =>
  form.getByLabel(new RegExp(String.raw`^${literally(label)}(\s*\*)?$`)).first();

/** Fills in the field with just this label. */
export const fillIn = (form: Locator, label: string, text: string): Promise<void> => fieldOf(form, label).fill(text);

/** Chooses one unit in a unit picker by typing part of its name. */
export const pickUnit = async ({ page }: Clerk, picker: Locator, typed: string): Promise<void> => {
  await picker.click();
  await picker.fill(typed);
  await page.locator(".ant-select-dropdown:visible").getByText(typed, { exact: false }).first().click();
  await picker.press("Escape");
};

/** Takes a step of the issue that is open: its button, the dialog, what `fill` writes into it, and OK. */
export const takeStep = async (
  clerk: Clerk,
  step: string,
  fill: (dialog: Locator) => Promise<void> = () => Promise.resolve(),
): Promise<void> => {
  const { beside, dialog, say } = clerk;
  const name = say(`issues.act.${step}`);
  await beside.getByRole("button", { name: new RegExp(`^${name}`) }).click();
  await fill(dialog);
  await dialog.getByRole("button", { name, exact: true }).click();
  await expect(dialog).toBeHidden();
};
