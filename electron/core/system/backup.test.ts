import { createRouterClient } from "@orpc/server";
import { chmodSync, createWriteStream, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { afterEach, beforeEach, expect, test } from "vitest";
import { ZipFile } from "yazl";
import { attachmentPath } from "../attachments/files.ts";
import { keptFiles } from "../attachments/kept.ts";
import { unwatched } from "../jobs/context.ts";
import { projections } from "../projections.ts";
import { issuesRouter } from "../issues/router.ts";
import { openStore, type Store } from "../store/store.ts";
import { temporaryFolder } from "../store/testing.ts";
import { refusalOf } from "../testing/client.ts";
import { begunStore } from "../testing/store.ts";
import { createBackup } from "./backup.ts";
import { openBackup } from "./backup-archive.ts";
import { restoreBackup } from "./restore.ts";
import { verifyFolder } from "./verify.ts";

let folder: ReturnType<typeof temporaryFolder>;
let store: Store;

beforeEach(async () => {
  folder = temporaryFolder();
  store = begunStore(join(folder.path, "data"));
  const context = { store, workerUrl: new URL("file:///none"), version: "0.0.0", close: () => {} };
  const client = createRouterClient(issuesRouter, { context });
  const { ids } = await client.add({ title: "孝妇河东岸堆放垃圾", units: ["马尚街道"], limit: "每月5日前" });
  const photo = join(folder.path, "photo.jpg");
  writeFileSync(photo, "not really a photograph");
  const on = store.today();
  await client.step({ ids, step: { step: "hand-over", unit: "马尚街道", on } });
  await client.step({ ids, step: { step: "report-done", unit: "马尚街道", on, text: "已清运" }, files: [photo] });
});
afterEach(() => {
  store.close();
  folder.remove();
});

const backup = (path: string) =>
  createBackup(
    {
      folder: store.folder,
      path,
      temporary: { archive: `${path}.part`, database: join(store.folder, "backup.part") },
      version: "0.0.0",
    },
    unwatched,
  );
const verify = (at: string) => verifyFolder({ folder: at }, unwatched);
const codes = async (): Promise<string[]> => (await verify(store.folder)).problems.map(({ code }) => code);

test("a backup holds a consistent copy of the database beside whoever writes, and every kept file", async () => {
  const path = join(folder.path, "backup.zip");
  const done = await backup(path);
  expect(done).toMatchObject({ path, bytes: readFileSync(path).length });
  const archive = await openBackup(path);
  expect(archive.manifest).toMatchObject({
    office: { unit: "370303" },
    seq: store.end.seq,
    counts: { attachments: 1 },
  });
  archive.close();
  const restored = join(folder.path, "restored");
  await restoreBackup({ path, folder: restored, force: false }, unwatched);
  const [before, after] = [await verify(store.folder), await verify(restored)];
  expect(after).toMatchObject({ ok: true, counts: before.counts, digests: { ...before.digests } });
});

test("EX19: what is restored begins a new epoch, and goes on from there", async () => {
  const path = join(folder.path, "backup.zip");
  await backup(path);
  const restored = join(folder.path, "restored");
  const { epoch } = await restoreBackup({ path, folder: restored, force: false }, unwatched);
  expect(epoch).not.toBe(store.end.epoch);
  const reopened = openStore({ folder: restored, projections });
  expect(reopened.end).toMatchObject({ epoch, seq: 0 });
  reopened.close();
});

test("EX27: a target that cannot be written leaves no half file, and the backup that stood there stays", async () => {
  expect(await refusalOf(backup(join(folder.path, "no such folder", "backup.zip")))).toBe("backup-target");
  const path = join(folder.path, "backup.zip");
  writeFileSync(path, "the last backup");
  rmSync(attachmentPath(store.folder, keptFiles(store.db)[0]?.hash ?? ""));
  writeFileSync(join(store.folder, "backup.part"), "");
  const cancelled = {
    progress: (stage: string) => {
      if (stage === "backup-check") throw new Error("power cut");
    },
  };
  const temporary = { archive: `${path}.part`, database: join(store.folder, "backup.part") };
  await expect(createBackup({ folder: store.folder, path, temporary, version: "" }, cancelled)).rejects.toThrow(
    "power cut",
  );
  expect(readFileSync(path, "utf8")).toBe("the last backup");
  expect(readdirSync(folder.path).filter((name) => name.includes(".part"))).toEqual([]);
  expect(existsSync(join(store.folder, "backup.part"))).toBe(false);
});

test("what is no backup, a damaged one and one from the future are refused, and the folder stays untouched", async () => {
  const target = join(folder.path, "target");
  const restore = (path: string) => restoreBackup({ path, folder: target, force: false }, unwatched);
  const text = join(folder.path, "text.zip");
  writeFileSync(text, "no archive at all");
  expect(await refusalOf(restore(text))).toBe("backup-not-one");
  expect(await refusalOf(restore(join(folder.path, "nowhere.zip")))).toBe("file-missing");
  const whole = join(folder.path, "backup.zip");
  await backup(whole);
  const bytes = readFileSync(whole);
  for (const share of [0.3, 0.5, 0.9]) {
    const cut = join(folder.path, "cut.zip");
    writeFileSync(cut, bytes.subarray(0, Math.floor(bytes.length * share)));
    expect(await refusalOf(restore(cut))).toMatch(/^backup-/);
    const flipped = Buffer.from(bytes);
    const at = Math.floor(bytes.length * share);
    flipped[at] = (flipped[at] ?? 0) ^ 0x01;
    writeFileSync(cut, flipped);
    expect(await refusalOf(restore(cut))).toMatch(/^backup-/);
  }
  expect(readdirSync(folder.path).filter((name) => name.startsWith("target"))).toEqual([]);
});

test("restoring over an office is refused, by force moves it aside, and is refused while a program has it", async () => {
  const path = join(folder.path, "backup.zip");
  await backup(path);
  const restore = (force: boolean) => restoreBackup({ path, folder: store.folder, force }, unwatched);
  expect(await refusalOf(restore(false))).toBe("restore-over-office");
  expect(await refusalOf(restore(true))).toBe("data-folder-held");
  store.close();
  const { movedAside } = await restore(true);
  expect(readdirSync(movedAside ?? "")).toContain("liandong.sqlite");
});

test("verify: database, log chain, tables and attachments are whole, and each kind of damage is named", async () => {
  expect(await verify(store.folder)).toMatchObject({ ok: true, counts: { issues: 1, attachments: 1 }, problems: [] });
  store.db.exec("UPDATE issues SET title = '改过' ");
  expect(await codes()).toEqual(["table-differs"]);
  store.db.exec("UPDATE issues SET title = '孝妇河东岸堆放垃圾'");
  store.db.exec("UPDATE changes SET value = replace(value, '清运', '搬走') WHERE unit = 'step'");
  expect(await codes()).toContain("commit-altered");
  store.db.exec("UPDATE changes SET value = replace(value, '搬走', '清运') WHERE unit = 'step'");
  const kept = store.db
    .prepare("SELECT value FROM changes WHERE unit = '*' AND rid IN (SELECT rid FROM issues)")
    .pluck()
    .get() as string;
  for (const value of ["json_set(value, '$.nosuch', 1)", "'{cut off'", "'{}'", "'null'"]) {
    store.db.exec(`UPDATE changes SET value = ${value} WHERE unit = '*' AND rid IN (SELECT rid FROM issues)`);
    const found = await codes();
    expect(found).toContain("commit-altered");
    expect(found).toContainEqual(expect.stringMatching(/^table/));
    store.db.exec(`UPDATE changes SET value = '${kept}' WHERE unit = '*' AND rid IN (SELECT rid FROM issues)`);
  }
  expect(await codes()).toEqual([]);
  const path = attachmentPath(store.folder, keptFiles(store.db)[0]?.hash ?? "");
  chmodSync(path, 0o600);
  writeFileSync(path, "another content");
  expect(await codes()).toEqual(["attachment-altered"]);
  rmSync(path);
  expect(await codes()).toEqual(["attachment-missing"]);
});

test("verify: a page of the database that was overwritten is named, not a crash", async () => {
  store.db.pragma("wal_checkpoint(TRUNCATE)");
  store.close();
  const path = join(store.folder, "liandong.sqlite");
  const bytes = readFileSync(path);
  bytes.fill(0x5a, 8192, bytes.length - 4096);
  writeFileSync(path, bytes);
  const told = await verify(store.folder).then(
    ({ ok, problems }) => (ok ? "" : problems[0]?.code),
    (error: unknown) => refusalOf(Promise.reject(error)),
  );
  expect(["database-damaged", "database-corrupt"]).toContain(told);
});

test("an archive whose manifest is no manifest is refused in words", async () => {
  const path = join(folder.path, "strange.zip");
  for (const [manifest, code] of [
    ["{ half", "backup-damaged"],
    ["null", "backup-not-one"],
  ] as const) {
    const zip = new ZipFile();
    zip.addBuffer(Buffer.from(manifest), "manifest.json");
    zip.end();
    await pipeline(zip.outputStream, createWriteStream(path));
    expect(await refusalOf(openBackup(path))).toBe(code);
  }
});
