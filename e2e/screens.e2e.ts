/**
 * Each screen with the demonstration data at 1366×768, in both languages, light and dark: pictures for people to look at
 * (`screenshots/`, kept out of git), and what can be judged without a person (looks.ts).
 */
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { answerDialogs, beginDemo, clerkAt } from "./driver.ts";
import type { Clerk } from "./driver.ts";
import { expect, test } from "./fixtures.ts";
import { expectContrast, expectEnglish, expectOpenToAll, expectWhole } from "./looks.ts";
import type { Program } from "./launch.ts";

/** Screens that between them show every colour there is; the dark theme's contrast is judged on these. */
const colourful = new Set([
  "first-run",
  "workbench",
  "import-preview",
  "issues",
  "issue",
  "issue-form",
  "task-handed-down",
  "task-paste",
  "exchange-start",
]);

const taskList = join(import.meta.dirname, "fixtures/02-配档表-合并单元格.xlsx");

interface Screen {
  readonly name: string;
  readonly open: (clerk: Clerk, program: Program) => Promise<void>;
  /** Leaves what would lie over the next screen. */
  readonly leave?: (clerk: Clerk, program: Program) => Promise<void>;
}

const goTo = async (page: Page, place: string): Promise<void> => {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, place);
};
const escape = ({ page }: Clerk): Promise<void> => page.keyboard.press("Escape");

/** Finds a record by searching the list for it, and opens it. */
const openRecord = async ({ page, row, beside, say }: Clerk, place: string, text: string): Promise<void> => {
  await goTo(page, place);
  await page.getByLabel(say("app.list.searchLabel")).fill(text);
  await row(text).first().getByText(text).first().click();
  await expect(beside.getByRole("heading", { level: 2 })).toBeVisible();
};

const clearSearch = ({ page, say }: Clerk): Promise<void> => page.getByLabel(say("app.list.searchLabel")).fill("");

const openBoard = async ({ page }: Clerk): Promise<void> => {
  await goTo(page, "/tasks/board");
  await expect(page.locator(".board-line.is-task").first()).toBeVisible();
};

const cancel = ({ dialog, say }: Clerk): Promise<void> =>
  dialog.getByRole("button", { name: say("app.action.cancel"), exact: true }).click();

/** A task of the demonstration data that has units under it. */
const handedDown = "代表联系群众";

const settings = ["units", "lights", "holidays", "look", "exchange", "data", "about"] as const;

/** Presses a button of the page, and waits for its dialog. */
const openDialog = async ({ page, dialog }: Clerk, name: string): Promise<void> => {
  await page.getByRole("button", { name, exact: true }).first().click();
  await expect(dialog).toBeVisible();
};

const screens: readonly Screen[] = [
  { name: "workbench", open: ({ page }) => goTo(page, "/") },
  { name: "tasks", open: ({ page }) => goTo(page, "/tasks") },
  {
    name: "task",
    open: async (clerk) => {
      await goTo(clerk.page, "/tasks");
      await clerk.grid.focus();
      await clerk.page.keyboard.press("Enter");
      await expect(clerk.beside.getByRole("heading", { level: 2 })).toBeVisible();
    },
  },
  {
    name: "task-handed-down",
    open: (clerk) => openRecord(clerk, "/tasks", handedDown),
  },
  {
    name: "task-assign",
    open: async (clerk) => {
      await clerk.page.keyboard.press("a");
      await clerk.dialog.getByRole("button", { name: clerk.say("tasks.assigning.group.towns") }).click();
      await clerk.dialog.getByText(clerk.say("tasks.assigning.each")).click();
    },
    leave: cancel,
  },
  {
    name: "task-progress",
    open: async ({ page, dialog }) => {
      await page.keyboard.press("p");
      await expect(dialog).toBeVisible();
    },
    leave: cancel,
  },
  {
    name: "task-breakdown",
    open: async ({ page, dialog }, { app }) => {
      await page.keyboard.press("k");
      await expect(dialog).toBeVisible();
      await app.evaluate(({ clipboard }, text) => clipboard.writeText(text), "排查\t12月底前\t马尚街道\n销号\t待定\n");
      await page.keyboard.press("Control+v");
    },
    leave: async (clerk) => {
      await cancel(clerk);
      await clearSearch(clerk);
    },
  },
  {
    name: "task-paste",
    open: async ({ page, grid, dialog }, { app }) => {
      await goTo(page, "/tasks");
      await expect(grid.getByRole("row").nth(4)).toBeVisible();
      await grid.focus();
      await page.keyboard.press("Control+Home");
      for (let right = 0; right < 2; right += 1) await page.keyboard.press("ArrowRight");
      const text = "组织视察\t逐处查看\t市人大城环委\t\t\t\t\t很多\n开展调研\n";
      await app.evaluate(({ clipboard }, copied) => clipboard.writeText(copied), text);
      await page.keyboard.press("Control+v");
      await expect(dialog).toBeVisible();
    },
    leave: cancel,
  },
  {
    name: "task-extension",
    open: (clerk) => openRecord(clerk, "/tasks", "秋冬季扬尘和散煤问题逐点排查"),
    leave: clearSearch,
  },
  {
    name: "task-parts",
    open: (clerk) => openRecord(clerk, "/tasks", "准备“向污染宣战”年度工作评议"),
    leave: clearSearch,
  },
  {
    name: "task-recurring",
    open: (clerk) => openRecord(clerk, "/tasks", "整改台账月调度"),
    leave: clearSearch,
  },
  { name: "task-form", open: ({ page }) => goTo(page, "/tasks/new"), leave: escape },
  { name: "board", open: openBoard },
  {
    name: "board-wide",
    open: async (clerk, program) => {
      await program.resize(1920, 1080);
      await openBoard(clerk);
    },
    leave: async (_, program) => program.resize(1366, 768),
  },
  {
    name: "board-task",
    open: async (clerk) => {
      await openBoard(clerk);
      await clerk.page.getByRole("treegrid").press("End");
      await clerk.page.getByRole("treegrid").press("Enter");
      await expect(clerk.beside.getByRole("heading", { level: 2 })).toBeVisible();
    },
    leave: async ({ page }) => page.getByRole("treegrid").press("Escape"),
  },
  { name: "import-file", open: ({ page }) => goTo(page, "/tasks/import") },
  {
    name: "import-match",
    open: async ({ page, say }, program) => {
      await answerDialogs(program, { open: [taskList] });
      await page.getByRole("button", { name: say("imports.file.pick"), exact: true }).click();
      await expect(page.getByText(say("imports.match.columns"))).toBeVisible();
    },
  },
  {
    name: "import-table",
    open: async ({ page, say }) => {
      await page.getByRole("button", { name: say("imports.back"), exact: true }).click();
      await expect(page.getByText(say("imports.table.howTo"))).toBeVisible();
    },
  },
  {
    name: "import-preview",
    open: async ({ page, say }) => {
      const next = page.getByRole("button", { name: say("imports.next"), exact: true });
      await next.click();
      await expect(page.getByText(say("imports.match.columns"))).toBeVisible();
      await next.click();
      await expect(page.getByText("发动部署、落实责任").first()).toBeVisible();
    },
  },
  {
    name: "import-done",
    open: async ({ page, say }) => {
      await page.keyboard.press("Control+Enter");
      await expect(page.getByRole("button", { name: say("imports.done.undo") })).toBeVisible();
    },
  },
  { name: "imports", open: ({ page }) => goTo(page, "/imports") },
  { name: "issues", open: ({ page }) => goTo(page, "/issues") },
  { name: "issue", open: (clerk) => openRecord(clerk, "/issues", "印染企业废水色度高"), leave: clearSearch },
  {
    name: "issue-overdue",
    open: (clerk) => openRecord(clerk, "/issues", "商业街油烟净化器长期不清洗"),
    leave: clearSearch,
  },
  {
    name: "issue-step",
    open: async ({ page, beside, dialog }) => {
      await beside.locator(".step-buttons button").first().click();
      await expect(dialog).toBeVisible();
      await page.waitForTimeout(100);
    },
    leave: escape,
  },
  { name: "issue-form", open: ({ page }) => goTo(page, "/issues/new"), leave: escape },
  {
    name: "issues-bulk",
    open: async ({ page, grid, dialog, say }) => {
      await goTo(page, "/issues");
      await grid.focus();
      await page.keyboard.press("Space");
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Space");
      await page.getByRole("button", { name: say("issues.bulk.action") }).click();
      await dialog.getByRole("checkbox", { name: say("issues.fields.limit") }).check();
      await dialog.getByRole("checkbox", { name: say("issues.fields.type") }).check();
    },
    leave: async (clerk) => {
      await escape(clerk);
      await clerk.page.getByRole("button", { name: clerk.say("app.list.clearSelection") }).click();
    },
  },
  {
    name: "issues-searched",
    open: async ({ page, say }) => {
      await page.getByLabel(say("app.list.searchLabel")).fill("扬尘");
      await expect(page.getByRole("row").filter({ hasText: "扬尘" }).first()).toBeVisible();
    },
    leave: clearSearch,
  },
  {
    name: "task-join",
    open: async (clerk) => {
      await goTo(clerk.page, "/tasks");
      await clerk.grid.focus();
      await clerk.page.keyboard.press("Enter");
      await openDialog(clerk, clerk.say("exchange.join.act"));
    },
    leave: escape,
  },
  { name: "purge", open: (clerk) => openDialog(clerk, clerk.say("exchange.purge.act")), leave: escape },
  { name: "exchange-outbox", open: ({ page }) => goTo(page, "/exchange/outbox") },
  { name: "exchange-inbox", open: ({ page }) => goTo(page, "/exchange/inbox") },
  { name: "exchange-conflicts", open: ({ page }) => goTo(page, "/exchange/conflicts") },
  {
    name: "exchange-set-up",
    open: async (clerk) => {
      await goTo(clerk.page, "/exchange/start");
      await openDialog(clerk, clerk.say("exchange.start.setUp"));
    },
  },
  {
    name: "exchange-recovery",
    open: async ({ dialog, say }) => {
      await dialog.getByRole("button", { name: say("exchange.start.setUpTitle") }).click();
      await expect(dialog.getByText(say("exchange.recovery.title"))).toBeVisible();
    },
    leave: async ({ dialog, say }) => {
      await dialog.getByRole("checkbox", { name: say("exchange.recovery.written") }).check();
      await dialog.getByRole("button", { name: say("exchange.recovery.done") }).click();
    },
  },
  { name: "exchange-start", open: ({ page }) => goTo(page, "/exchange/start") },
  {
    name: "exchange-passphrase",
    open: (clerk) => openDialog(clerk, clerk.say("exchange.start.setPassphrase")),
    leave: escape,
  },
  { name: "exchange-offices", open: ({ page }) => goTo(page, "/exchange/offices") },
  { name: "exchange-enrol", open: (clerk) => openDialog(clerk, clerk.say("exchange.offices.enrol")), leave: escape },
  { name: "exchange-trust", open: (clerk) => openDialog(clerk, clerk.say("exchange.offices.trust")), leave: escape },
  {
    name: "exchange-welcome",
    open: (clerk) => openDialog(clerk, clerk.say("exchange.offices.welcome")),
    leave: escape,
  },
  {
    name: "campaigns",
    open: async ({ page, dialog, say }) => {
      await goTo(page, "/campaigns");
      await page.getByRole("button", { name: say("campaigns.suggestions.hotline"), exact: true }).click();
      await expect(dialog).toBeVisible();
      await page.keyboard.press("Control+Enter");
      await expect(page.getByRole("cell", { name: say("campaigns.suggestions.hotline") })).toBeVisible();
    },
  },
  {
    name: "campaign-form",
    open: (clerk) => openDialog(clerk, clerk.say("campaigns.act.edit")),
    leave: escape,
  },
  {
    name: "template-save",
    open: async (clerk) => {
      await goTo(clerk.page, "/tasks");
      await openDialog(clerk, clerk.say("campaigns.act.save"));
    },
  },
  {
    name: "template-start",
    open: async (clerk) => {
      const { page, dialog, say } = clerk;
      await dialog.getByLabel(say("campaigns.fields.name")).fill("2020");
      await page.keyboard.press("Control+Enter");
      await openDialog(clerk, say("campaigns.act.start"));
      await expect(dialog.getByRole("columnheader").nth(2)).toBeVisible();
    },
    leave: escape,
  },
  { name: "templates", open: ({ page }) => goTo(page, "/campaigns/templates") },
  { name: "urgings", open: ({ page }) => goTo(page, "/urgings") },
  { name: "urging", open: ({ page }) => goTo(page, "/urgings/demo-urging-2") },
  { name: "urging-issue", open: (clerk) => openDialog(clerk, clerk.say("urgings.list.add")), leave: escape },
  { name: "forms", open: ({ page }) => goTo(page, "/forms") },
  { name: "forms-write", open: (clerk) => openDialog(clerk, clerk.say("forms.act.write")), leave: escape },
  { name: "dispatch", open: ({ page }) => goTo(page, "/dispatch") },
  { name: "dispatch-meeting", open: ({ page }) => goTo(page, "/dispatch/demo-dispatch-1") },
  {
    name: "palette",
    open: async ({ page, dialog }) => {
      await page.keyboard.press("Control+k");
      await expect(dialog).toBeVisible();
      await page.keyboard.type("zd");
    },
    leave: escape,
  },
  {
    name: "units-villages",
    open: async ({ page, dialog, say }) => {
      await goTo(page, "/settings/units");
      await page.getByRole("button", { name: `${say("app.action.more")}: 马尚街道` }).click();
      await page.getByRole("menuitem", { name: say("units.villages.act") }).click();
      await expect(dialog).toBeVisible();
      await page.keyboard.type("积家村");
    },
    leave: cancel,
  },
  ...settings.map((part) => ({
    name: `settings-${part}`,
    open: ({ page }: Clerk): Promise<void> => goTo(page, `/settings/${part}`),
  })),
];

for (const language of ["zh-CN", "en"] as const) {
  test.describe(language, () => {
    test.use({ language });

    test("every screen, light and dark, is whole, in its language and open to all", async ({ program, shoot }) => {
      test.setTimeout(360_000);
      const { page } = program;
      const clerk = clerkAt(program, language);
      const take = async (name: string): Promise<void> => {
        await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
        await page.waitForTimeout(60);
        await shoot(`${name}.dark`);
        // What axe looks at is the same in each language.
        if (language === "zh-CN" && colourful.has(name)) await expectContrast(page, name);
        await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
        await page.waitForTimeout(60);
        await shoot(`${name}.light`);
        await expectWhole(page, name);
        await (language === "en" ? expectEnglish(page, name) : expectOpenToAll(page, name));
      };
      await page.evaluate(() => localStorage.setItem("liandong.theme", "system"));
      await page.reload();
      await page.getByLabel(clerk.say("system.first.searchLabel")).fill("zdq");
      await expect(page.getByRole("option").first()).toBeVisible();
      await take("first-run");
      await page.getByLabel(clerk.say("system.first.searchLabel")).fill("");
      await page.getByRole("button", { name: clerk.say("exchange.welcome.have") }).click();
      await take("first-welcome");
      await page.getByRole("button", { name: clerk.say("app.action.back"), exact: true }).click();
      await beginDemo(clerk);
      for (const { name, open, leave } of screens) {
        await test.step(name, async () => {
          await open(clerk, program);
          await page.waitForTimeout(250);
          await take(name);
          await leave?.(clerk, program);
        });
      }
    });
  });
}
