import Database from "better-sqlite3";
import { closeSync, existsSync, mkdirSync, openSync, utimesSync, writeFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { incomingIn } from "../attachments/files.ts";
import { openProgram } from "../program.ts";
import { fixedEnv, temporaryFolder } from "../store/testing.ts";

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder.remove());

const half = (path: string, hoursAgo: number): string => {
  writeFileSync(path, "half");
  const at = Date.now() / 1000 - hoursAgo * 3600;
  utimesSync(path, at, at);
  return path;
};

test("half files of a program that was killed are gone when the folder is opened for writing, one being written is not", () => {
  mkdirSync(incomingIn(folder.path), { recursive: true });
  const old = [half(join(folder.path, "backup-ab.sqlite.part"), 30), half(join(incomingIn(folder.path), "x.part"), 30)];
  const others = [half(join(folder.path, "backup-cd.sqlite.part"), 1), half(join(folder.path, "notes.txt"), 30)];
  openProgram({ folder: folder.path, version: "0.0.0", workerUrl: new URL("file:///none") }).close();
  expect(old.filter(existsSync)).toEqual([]);
  expect(others.filter(existsSync)).toEqual(others);
});

test("a folder that cannot be got ready is let go of, and a database that is damaged inside is named as such", () => {
  const open = (day: string) =>
    openProgram({
      folder: folder.path,
      version: "0.0.0",
      workerUrl: new URL("file:///none"),
      env: fixedEnv(`${day}T08:00:00+08:00`),
    });
  open("2020-05-19").close();
  const db = new Database(join(folder.path, "liandong.sqlite"));
  const roots = db
    .prepare("SELECT rootpage FROM sqlite_schema WHERE tbl_name IN ('tasks', 'records')")
    .pluck()
    .all() as number[];
  const size = db.pragma("page_size", { simple: true }) as number;
  db.pragma("wal_checkpoint(TRUNCATE)");
  db.close();
  const file = openSync(join(folder.path, "liandong.sqlite"), "r+");
  for (const root of roots) writeSync(file, Buffer.alloc(size, 0xee), 0, size, (root - 1) * size);
  closeSync(file);
  expect(() => open("2020-05-20")).toThrow("database-corrupt");
  expect(() => open("2020-05-20")).toThrow("database-corrupt");
});
