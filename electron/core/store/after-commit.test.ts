import { existsSync, mkdirSync, readFileSync, rmSync, cpSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { AppError } from "#shared/errors.ts";
import { settingsRecordId } from "#shared/system/settings.ts";
import { unitRecordId } from "#shared/units/record.ts";
import { unitProjection } from "../units/projection.ts";
import { commit } from "./commit.ts";
import { factProjections } from "./facts.ts";
import { recentCommits } from "./history.ts";
import type { Projection } from "./projection.ts";
import { databaseIn, openStore, type Store } from "./store.ts";
import { fixedEnv, temporaryFolder } from "./testing.ts";
import { undo } from "./undo.ts";

let folder: ReturnType<typeof temporaryFolder>;
let store: Store;
const env = fixedEnv();
const open = (projections: readonly Projection[] = [unitProjection, ...factProjections]): Store =>
  openStore({ folder: folder.path, projections, env });
const reopen = (projections?: readonly Projection[]): void => {
  store.close();
  store = open(projections);
};

beforeEach(() => {
  folder = temporaryFolder();
  store = open();
});
afterEach(() => {
  store.close();
  folder.remove();
});

const added = (code: string) => ({
  action: "units.add",
  changes: [
    {
      record: unitRecordId(code),
      kind: "unit",
      unit: "*",
      value: { code, name: { name: code, aliases: [] }, place: { kind: "zone", tier: "district", parent: "370300" } },
    },
  ],
});
const markFile = (): string => join(folder.path, "high-water.json");
const seqOfMark = (): number => (JSON.parse(readFileSync(markFile(), "utf8")) as { seq: number }).seq;

test("a commit that is in is not called failed because its mark could not be written, and whoever listens hears of it", () => {
  commit(store, added("Z1"));
  rmSync(markFile());
  mkdirSync(markFile());
  const heard: string[] = [];
  store.onCommit(({ version }) => heard.push(version));
  const { version } = commit(store, added("Z2"));
  expect(heard).toEqual([version]);
});

test("what was rolled back as one leaves no mark ahead of the log, and nobody hears of it", () => {
  commit(store, added("Z1"));
  const heard: string[] = [];
  store.onCommit(({ version }) => heard.push(version));
  const { epoch } = store.end;
  expect(() =>
    store.atomically(() => {
      commit(store, added("Z2"));
      throw new Error("broken off");
    }),
  ).toThrow("broken off");
  expect(heard).toEqual([]);
  expect(seqOfMark()).toBe(1);
  reopen();
  expect(store.end.epoch).toBe(epoch);
});

test("several commits as one are told once they are in, each of them, and the mark is at the last", () => {
  const heard: string[] = [];
  store.onCommit(({ version }) => heard.push(version));
  store.atomically(() => {
    commit(store, added("Z1"));
    commit(store, added("Z2"));
    expect(heard).toEqual([]);
    expect(existsSync(markFile())).toBe(false);
  });
  expect(heard.map((version) => version.split(":")[1])).toEqual(["1", "2"]);
  expect(seqOfMark()).toBe(2);
});

test("EX19: a database that does not know the marked epoch has gone back, also when it went back before", () => {
  commit(store, added("Z1"));
  const first = store.end.epoch;
  store.close();
  const copy = temporaryFolder();
  cpSync(databaseIn(folder.path), databaseIn(copy.path));
  const putBack = (): void => cpSync(databaseIn(copy.path), databaseIn(folder.path));
  store = open();
  commit(store, added("Z2"));
  store.close();
  putBack();
  store = open();
  expect(store.end.epoch).not.toBe(first);
  commit(store, added("Z3"));
  store.close();
  putBack();
  store = open();
  copy.remove();
  expect(store.end.epoch).not.toBe(first);
});

test("a commit that fails at its end leaves no settings behind that were never stored", () => {
  const stops: Projection = {
    ...unitProjection,
    finish: (_rids, context) => {
      context.settings();
      throw new Error("disk full");
    },
  };
  reopen([stops, ...factProjections]);
  const before = store.settings().soonDays;
  const settings = { kind: "settings", record: settingsRecordId };
  const changes = [
    ...added("Z1").changes,
    { ...settings, unit: "*", value: { lights: { soonDays: before + 5, behindPoints: 1 } } },
  ];
  expect(() => commit(store, { action: "settings.save", changes })).toThrow("disk full");
  expect(store.settings().soonDays).toBe(before);
});

test("a commit for which the disk has no room is refused as such, and nothing of it is in", () => {
  commit(store, added("Z1"));
  store.db.pragma(`max_page_count = ${store.db.pragma("page_count", { simple: true }) as number}`);
  const many = Array.from({ length: 3000 }, (_, at) => added(`Y${at}`).changes).flat();
  let code = "";
  try {
    commit(store, { action: "units.add", changes: many });
  } catch (error) {
    if (error instanceof AppError) code = error.code;
  }
  expect(code).toBe("disk-full");
  expect(recentCommits(store, 10)).toHaveLength(1);
});

test("what was undone and brought back again is not shown as undone", () => {
  const { version } = commit(store, added("Z1"));
  const { version: undoing } = undo(store, version);
  const shown = () => recentCommits(store, 10).map(({ undone }) => undone);
  expect(shown()).toEqual([false, true]);
  undo(store, undoing);
  expect(shown()).toEqual([false, true, false]);
});

test("a reader says that nothing is there only when nothing is: a database that it cannot open is not a first run", () => {
  const codeOf = (at: string): string => {
    try {
      openStore({ folder: at, projections: [], readonly: true }).close();
    } catch (error) {
      if (error instanceof AppError) return error.code;
      throw error;
    }
    return "";
  };
  const beside = join(folder.path, "beside");
  mkdirSync(beside);
  expect(codeOf(beside)).toBe("not-begun");
  mkdirSync(databaseIn(beside));
  expect(codeOf(beside)).toBe("data-folder-not-writable");
});
