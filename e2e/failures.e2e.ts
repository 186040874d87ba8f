/**
 * What the window says when the ground gives way: a folder that cannot be written, a damaged database, one from a later
 * version, one that somebody else has open, a core that is killed. Nothing may be lost, and each says what to do.
 */
import Database from "better-sqlite3";
import { execFileSync } from "node:child_process";
import { accessSync, chmodSync, constants, readFileSync } from "node:fs";
import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { beginOffice, clerkAt, fillIn } from "./driver.ts";
import { expect, test } from "./fixtures.ts";
import { sayIn } from "./words.ts";

const say = sayIn("zh-CN");
const database = (folder: string): string => join(folder, "liandong.sqlite");

/** The refusal stands in the window with its words and its hint, and no page of the program behind it. */
const expectRefusal = async (
  page: Page,
  code: string,
  params: Readonly<Record<string, string | number>> = {},
): Promise<void> => {
  await expect(page.getByText(say("system.refused.title"))).toBeVisible();
  await expect(page.getByText(say(`errors.${code}.message`, params))).toBeVisible();
  await expect(page.getByRole("navigation")).toBeHidden();
};

const canBeWritten = (folder: string): boolean => {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
};

interface ReadOnlyFolder {
  readonly path: string;
  readonly release: () => void;
}

/** An empty folder that nobody can write to, not even root: by its rights, by a read-only mount, or one that Linux itself keeps. */
const readOnlyFolder = async (): Promise<ReadOnlyFolder> => {
  const path = await mkdtemp(join(tmpdir(), "liandong-readonly-"));
  chmodSync(path, 0o555);
  if (!canBeWritten(path)) return { path, release: () => chmodSync(path, 0o755) };
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", "ro,size=64k", "liandong-test", path], { stdio: "ignore" });
    return { path, release: () => execFileSync("umount", [path]) };
  } catch {
    return { path: "/proc/sys/kernel", release: () => undefined };
  }
};

test.describe("a data folder that cannot be written", () => {
  test("an empty folder that is read-only is refused by name, and nothing is left in it", async ({ start, shoot }) => {
    const folder = await readOnlyFolder();
    try {
      const before = await readdir(folder.path);
      const { page } = await start({ dataFolder: folder.path });
      await expectRefusal(page, "data-folder-not-writable", { path: folder.path });
      await shoot("refused-not-writable");
      expect(await readdir(folder.path)).toEqual(before);
    } finally {
      folder.release();
    }
  });

  test("a folder that cannot be made, because a file stands in its way, is refused by name", async ({
    start,
    dataFolder,
  }) => {
    const inTheWay = join(dataFolder, "file");
    await writeFile(inTheWay, "x");
    const { page } = await start({ dataFolder: join(inTheWay, "data") });
    await expectRefusal(page, "data-folder-not-writable", { path: join(inTheWay, "data") });
    expect(readFileSync(inTheWay, "utf8")).toBe("x");
  });
});

test("a corrupt database is refused, left as it is, and opens again once it was restored", async ({
  start,
  dataFolder,
  shoot,
}) => {
  const first = await start();
  await beginOffice(clerkAt(first), "zdq", "张店区");
  await first.close();
  const good = readFileSync(database(dataFolder));
  const damaged = Buffer.from(good);
  damaged.fill(0xa5, 0, 8192);
  await writeFile(database(dataFolder), damaged);
  const second = await start();
  await expectRefusal(second.page, "database-corrupt", { path: dataFolder });
  await shoot("refused-corrupt");
  expect(readFileSync(database(dataFolder)).equals(damaged)).toBe(true);
  await writeFile(database(dataFolder), good);
  await second.page.getByRole("button", { name: say("system.refused.retry") }).click();
  await expect(second.page.getByRole("navigation")).toBeVisible();
});

test("a database from the future is refused by name and not touched", async ({ start, dataFolder, shoot }) => {
  const first = await start();
  await beginOffice(clerkAt(first), "zdq", "张店区");
  await first.close();
  const db = new Database(database(dataFolder));
  db.pragma("user_version = 4711");
  db.close();
  const { page } = await start();
  await expect(page.getByText(say("system.refused.title"))).toBeVisible();
  await expect(page.getByRole("main")).toContainText("4711");
  await shoot("refused-future");
  const after = new Database(database(dataFolder), { readonly: true });
  expect(after.pragma("user_version", { simple: true })).toBe(4711);
  after.close();
});

test("a data folder that another writer holds is refused, saying who has it", async ({ start, dataFolder, shoot }) => {
  await mkdir(dataFolder, { recursive: true });
  const other = new Database(join(dataFolder, "writer.lock"));
  other.exec("BEGIN EXCLUSIVE");
  await writeFile(
    join(dataFolder, "writer.json"),
    JSON.stringify({ who: "command line", pid: 4242, host: "office-pc" }),
  );
  const { page } = await start();
  await expect(page.getByText(say("system.refused.title"))).toBeVisible();
  await expect(page.locator("body")).toContainText("4242");
  await shoot("refused-held");
  other.exec("ROLLBACK");
  other.close();
  await page.getByRole("button", { name: say("system.refused.retry") }).click();
  await expect(page.getByLabel(say("system.first.searchLabel"))).toBeVisible();
});

test("core that is killed is started again: the window says so, and what was saved is there", async ({
  program,
  shoot,
}) => {
  const clerk = clerkAt(program);
  const { page, beside, row, go } = clerk;
  await beginOffice(clerk, "zdq", "张店区");
  await go("issues");
  await page
    .getByRole("button", { name: say("issues.list.add") })
    .first()
    .click();
  await fillIn(beside, say("issues.fields.title"), "杀掉之前登记的问题");
  await beside.getByRole("button", { name: say("app.action.save"), exact: true }).click();
  await expect(row("杀掉之前登记的问题")).toBeVisible();

  await program.killCore();
  await expect(page.getByText(say("app.core.restarted"))).toBeVisible();
  await shoot("core-restarted");
  await expect(row("杀掉之前登记的问题")).toBeVisible();

  await page
    .getByRole("button", { name: say("issues.list.add") })
    .first()
    .click();
  await fillIn(beside, say("issues.fields.title"), "重启之后登记的问题");
  await beside.getByRole("button", { name: say("app.action.save"), exact: true }).click();
  await expect(row("重启之后登记的问题")).toBeVisible();
  await expect(row("杀掉之前登记的问题")).toBeVisible();
  program.complaints.length = 0;
});

test.afterAll(async () => {
  for (const name of await readdir(tmpdir()))
    if (name.startsWith("liandong-readonly-")) await rm(join(tmpdir(), name), { recursive: true, force: true });
});
