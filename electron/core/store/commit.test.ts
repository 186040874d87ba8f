import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { afterEach, beforeEach, expect, test } from "vitest";
import { AppError } from "#shared/errors.ts";
import { unitRecordId } from "#shared/units/record.ts";
import { unitProjection } from "../units/projection.ts";
import { commit } from "./commit.ts";
import { factProjections } from "./facts.ts";
import { historyOf, recentCommits } from "./history.ts";
import { writeHighWater } from "./high-water.ts";
import { openStore, type Store } from "./store.ts";
import { fixedEnv, temporaryFolder } from "./testing.ts";
import { undo } from "./undo.ts";
import { verifyLog } from "./verify-log.ts";

let folder: ReturnType<typeof temporaryFolder>;
let store: Store;
const env = fixedEnv();
const projections = [unitProjection, ...factProjections];
const open = (readonly = false): Store => openStore({ folder: folder.path, projections, env, readonly });

beforeEach(() => {
  folder = temporaryFolder();
  store = open();
});
afterEach(() => {
  store.close();
  folder.remove();
});

const unit = (code: string, name: string) => ({
  record: unitRecordId(code),
  kind: "unit",
  unit: "*",
  value: { code, name: { name, aliases: [] }, place: { kind: "zone", tier: "district", parent: "370300" } },
});
const rename = (code: string, name: string) => ({
  record: unitRecordId(code),
  kind: "unit",
  unit: "name",
  value: { name, aliases: [] },
});
const nameOf = (code: string): unknown => store.db.prepare("SELECT name FROM units WHERE code = ?").pluck().get(code);
const codeOf = (run: () => unknown): string => {
  try {
    run();
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
  return "";
};

test("EX1: a commit appends to the log and updates the tables in one transaction, or does neither", () => {
  commit(store, { action: "units.add", changes: [unit("Z1", "高新区")] });
  expect(nameOf("Z1")).toBe("高新区");
  const before = recentCommits(store, 10);
  const bad = [unit("Z2", "经开区"), { ...rename("Z1", ""), value: { name: "", aliases: [] } }];
  expect(codeOf(() => commit(store, { action: "units.add", changes: bad }))).toBe("not-valid");
  expect(nameOf("Z2")).toBeUndefined();
  expect(recentCommits(store, 10)).toEqual(before);
  commit(store, { action: "units.add", changes: [unit("Z2", "经开区")] });
  expect(verifyLog(store).problems).toEqual([]);
});

test("EX2: commits of an epoch are hash-chained, and a change to any of them shows", () => {
  for (const name of ["甲", "乙", "丙"]) commit(store, { action: "units.add", changes: [unit(name, name)] });
  expect(verifyLog(store)).toMatchObject({ commits: 3, problems: [] });
  store.db.prepare("UPDATE changes SET value = replace(value, '乙', '戊') WHERE commit_id = 2").run();
  expect(verifyLog(store).problems.map(({ code }) => code)).toEqual(["commit-altered"]);
});

test("EX3: a write whose base is no longer what stands is refused, and its Lamport counter is beyond all it has seen", () => {
  const first = commit(store, { action: "units.add", changes: [unit("Z1", "高新区")] });
  const second = commit(store, {
    action: "units.edit",
    changes: [{ ...rename("Z1", "高新技术区"), base: [first.version] }],
  });
  const late = { ...rename("Z1", "开发区"), base: [first.version] };
  expect(codeOf(() => commit(store, { action: "units.edit", changes: [late] }))).toBe("changed-since");
  commit(store, { action: "units.edit", changes: [{ ...rename("Z1", "新区"), base: [second.version] }] });
  expect(historyOf(store, unitRecordId("Z1")).map(({ commit: head }) => head.lamport)).toEqual([1, 2, 3]);
});

test("a record's history says what stood before and after each change", () => {
  commit(store, { action: "units.add", changes: [unit("Z1", "高新区")] });
  commit(store, { action: "units.edit", changes: [rename("Z1", "高新技术区")] });
  expect(historyOf(store, unitRecordId("Z1"))[1]).toMatchObject({
    unit: "name",
    before: { name: "高新区" },
    after: { name: "高新技术区" },
  });
});

test("undo writes the opposite, undoing the undo brings it back, and later work is not overwritten", () => {
  const added = commit(store, { action: "units.add", changes: [unit("Z1", "高新区")] });
  const renamed = commit(store, { action: "units.edit", changes: [rename("Z1", "新区")] });
  const undone = undo(store, renamed.version);
  expect(nameOf("Z1")).toBe("高新区");
  expect(codeOf(() => undo(store, renamed.version))).toBe("already-undone");
  undo(store, undone.version);
  expect(nameOf("Z1")).toBe("新区");
  commit(store, { action: "units.edit", changes: [rename("Z1", "又名")] });
  expect(codeOf(() => undo(store, renamed.version))).toBe("changed-since");
  expect(codeOf(() => undo(store, added.version))).toBe("worked-on-since");
  undo(store, added.version, { force: true });
  expect(store.db.prepare("SELECT life FROM units WHERE code = 'Z1'").pluck().get()).toBe("undone");
});

test("undoing goes on step by step: what an undo put back can be undone in its turn", () => {
  commit(store, { action: "units.add", changes: [unit("Z1", "甲")] });
  const second = commit(store, { action: "units.edit", changes: [rename("Z1", "乙")] });
  const third = commit(store, { action: "units.edit", changes: [rename("Z1", "丙")] });
  undo(store, third.version);
  undo(store, second.version);
  expect(nameOf("Z1")).toBe("甲");
  expect(codeOf(() => undo(store, third.version))).toBe("already-undone");
});

test("EX19: a database that has gone back in time is seen by the high-water file and begins a new epoch", () => {
  commit(store, { action: "units.add", changes: [unit("Z1", "高新区")] });
  store.db.exec(`VACUUM INTO '${folder.path}/old.sqlite'`);
  const epoch = store.end.epoch;
  commit(store, { action: "units.add", changes: [unit("Z2", "经开区")] });
  store.close();
  restoreFile("old.sqlite");
  store = open();
  expect(store.end.epoch).not.toBe(epoch);
  expect(store.end.seq).toBe(0);
  commit(store, { action: "units.add", changes: [unit("Z3", "文昌湖区")] });
  expect(verifyLog(store)).toMatchObject({ commits: 2, problems: [] });
});

test("EX19: an epoch in which nothing was written yet goes on when the database is opened again", () => {
  const { epoch } = store.end;
  // As a bundle that is taken in leaves the mark after a restore, before any commit of the new epoch.
  writeHighWater(folder.path, { epoch, seq: 0, hash: "" });
  for (let round = 0; round < 2; round++) {
    store.close();
    store = open();
    expect(store.end.epoch).toBe(epoch);
  }
});

const restoreFile = (name: string): void => {
  for (const suffix of ["-wal", "-shm"]) rmSync(`${folder.path}/liandong.sqlite${suffix}`, { force: true });
  renameSync(`${folder.path}/${name}`, `${folder.path}/liandong.sqlite`);
};

test("every connection holds synchronous=FULL, also when the database is opened again", () => {
  for (let round = 0; round < 2; round++) {
    expect(store.db.pragma("synchronous", { simple: true })).toBe(2);
    store.close();
    store = open();
  }
  const reader = open(true);
  expect(reader.db.pragma("synchronous", { simple: true })).toBe(2);
  reader.close();
});

test("one writer has the folder: a second is refused with who has it, a reader is not", () => {
  expect(codeOf(() => open())).toBe("data-folder-held");
  const reader = open(true);
  expect(codeOf(() => commit(reader, { action: "units.add", changes: [unit("Z9", "某区")] }))).toBe("read-only");
  reader.close();
});

test("a database from the future is refused by name, a damaged one too, and neither is changed", () => {
  store.db.pragma("user_version = 999");
  store.close();
  expect(codeOf(() => open())).toBe("database-from-the-future");
  const path = `${folder.path}/liandong.sqlite`;
  for (const suffix of ["-wal", "-shm"]) rmSync(path + suffix, { force: true });
  writeFileSync(path, "not a database at all ".repeat(300));
  const bytes = readFileSync(path);
  expect(codeOf(() => open())).toBe("database-corrupt");
  expect(readFileSync(path).equals(bytes)).toBe(true);
  rmSync(path);
  store = open();
});
