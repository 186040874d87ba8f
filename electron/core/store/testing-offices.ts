/** For tests: two offices, what they tell each other of one task, and whether their tables are what their log gives. */
import { expect } from "vitest";
import type { BundledCommit } from "#shared/exchange/bundle.ts";
import { stepUnit } from "#shared/exchange/merging.ts";
import { projections } from "../projections.ts";
import { initOffice } from "../system/office.ts";
import { acceptCommits } from "./accept.ts";
import type { Acceptance } from "./accepting.ts";
import { type ChangeInput, commit, type Committed } from "./commit.ts";
import { derivedTables, digestOf } from "./digests.ts";
import { replay } from "./replay.ts";
import { openStore, type Store } from "./store.ts";
import { commitsOf, incoming } from "./testing-commits.ts";
import { fixedEnv, temporaryFolder } from "./testing.ts";
import { verifyLog } from "./verify-log.ts";

let seed = 0;
let open: { store: Store; remove: () => void }[] = [];

export const office = (code: string): Store => {
  seed += 1;
  const folder = temporaryFolder();
  const store = openStore({ folder: folder.path, projections, env: fixedEnv(undefined, seed) });
  open.push({ store, remove: folder.remove });
  initOffice(store, code);
  return store;
};

/** Closes all offices that a test began. */
export const endOffices = (): void => {
  for (const { store, remove } of open) {
    store.close();
    remove();
  }
  open = [];
  seed = 0;
};

export const task = "task0000000000000000000001";
export const taskTitle = "Patrol the river";
export const isTask = (record: string): boolean => record === task;
export const add = (store: Store, value: object = {}): Committed =>
  commit(store, {
    action: "tasks.add",
    changes: [{ record: task, kind: "task", unit: "*", value: { title: taskTitle, ...value } }],
  });
export const set = (store: Store, unit: string, value: unknown, more: Partial<ChangeInput> = {}): Committed =>
  commit(store, { action: "tasks.edit", changes: [{ record: task, kind: "task", unit, value, ...more }] });
export const step = (store: Store, name: string, unit: string | null): Committed =>
  set(store, stepUnit, { step: name, unit, on: "2020-05-19", text: "words" });

export const accept = (store: Store, commits: readonly BundledCommit[], quarantined = false): Acceptance =>
  store.atomically(() => acceptCommits(store, incoming(commits, quarantined)));
/** Everything of the task that one has goes to the other. */
export const send = (from: Store, to: Store): Acceptance => accept(to, commitsOf(from, 0, isTask));

export const column = (store: Store, name: string): unknown =>
  store.db.prepare(`SELECT ${name} FROM tasks JOIN records USING (rid) WHERE records.id = ?`).pluck().get(task);
export const questions = (store: Store) =>
  store.db.prepare("SELECT kind, unit FROM conflicts ORDER BY kind, unit, id").all() as {
    kind: string;
    unit: string;
  }[];
/** The tables are what the log alone gives, and the log is whole. */
export const expectSound = (store: Store): void => {
  const rebuilt = replay(store.db, {
    projections,
    today: store.today(),
    settings: () => store.settings(),
    holidays: () => store.holidays(),
    onProgress: () => {},
  });
  const differing = derivedTables.filter((table) => digestOf(rebuilt, table) !== digestOf(store.db, table));
  rebuilt.close();
  expect(differing).toEqual([]);
  expect(verifyLog(store).problems).toEqual([]);
};
