import { appendFileSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { temporaryFolder } from "../../store/testing.ts";
import { settledFiles } from "./settled.ts";

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder.remove());

const put = (name: string, text = "x"): string => {
  const path = join(folder.path, name);
  writeFileSync(path, text);
  return path;
};

test("EX21: a half-written file in the watched folder is left alone until its size rests", () => {
  const files = settledFiles(folder.path);
  expect(files.look()).toBe(false);
  const path = put("a.ldx");
  put("b.xlsx");
  put("c.ldx.part");
  mkdirSync(join(folder.path, "d.ldx"));
  expect([files.look(), files.settled()]).toEqual([true, []]);
  appendFileSync(path, "more");
  expect([files.look(), files.settled()]).toEqual([true, []]);
  expect([files.look(), files.settled()]).toEqual([false, [path]]);
});

test("a file that was dealt with is not named again unless it changes, and one that is gone is forgotten", () => {
  const files = settledFiles(folder.path);
  const path = put("a.LDX");
  files.look();
  files.look();
  files.dealtWith(path);
  expect([files.look(), files.settled()]).toEqual([false, []]);
  appendFileSync(path, "changed");
  expect([files.look(), files.look(), files.settled()]).toEqual([true, false, [path]]);
  rmSync(path);
  expect([files.look(), files.settled()]).toEqual([false, []]);
});

test("a folder that is not there holds nothing", () => {
  const files = settledFiles(join(folder.path, "stick"));
  expect([files.look(), files.settled()]).toEqual([false, []]);
});
