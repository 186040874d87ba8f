import { createRouterClient } from "@orpc/server";
import { mkdirSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { exportsRouter } from "../exports/router.ts";
import { systemRouter } from "../system/router.ts";
import { refusalOf } from "../testing/client.ts";
import { begunStore } from "../testing/store.ts";
import { databaseIn, type Store } from "./store.ts";
import { temporaryFolder } from "./testing.ts";

let folder: ReturnType<typeof temporaryFolder>;
let store: Store;
beforeEach(() => {
  folder = temporaryFolder();
  store = begunStore(join(folder.path, "data"));
});
afterEach(() => {
  store.close();
  folder.remove();
});

const allOf = async (events: Promise<AsyncIterable<unknown>>): Promise<void> => {
  for await (const event of await events) void event;
};

test("neither an export nor a backup is written over the data folder's own files, by whatever way they are named", async () => {
  const workerUrl = new URL("../jobs/worker.ts", import.meta.url);
  const context = { store, workerUrl, version: "0.0.0", close: () => store.close() };
  const client = createRouterClient({ exports: exportsRouter, system: systemRouter }, { context });
  const link = join(folder.path, "link");
  symlinkSync(store.folder, link);
  mkdirSync(join(folder.path, "data..old"));
  const exported = (path: string) =>
    refusalOf(allOf(client.exports.workbook({ capability: "issues", path, query: {}, language: "zh-CN" })));
  const backedUp = (path: string) => refusalOf(allOf(client.system.backup({ path })));
  for (const path of [databaseIn(store.folder), join(link, "liandong.sqlite"), join(link, "new.xlsx")]) {
    expect([path, await exported(path), await backedUp(path)]).toEqual([
      path,
      "inside-data-folder",
      "inside-data-folder",
    ]);
  }
  expect(readFileSync(databaseIn(store.folder)).subarray(0, 6).toString()).toBe("SQLite");
  expect(await exported(join(folder.path, "data..old", "台账.xlsx"))).toBe("");
});
