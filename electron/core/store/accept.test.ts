import { afterEach, beforeEach, expect, test } from "vitest";
import type { BundledCommit } from "#shared/exchange/bundle.ts";
import { stepUnit } from "#shared/exchange/merging.ts";
import { AppError } from "#shared/errors.ts";
import { projections } from "../projections.ts";
import { initOffice } from "../system/office.ts";
import { acceptCommits } from "./accept.ts";
import type { Acceptance } from "./accepting.ts";
import { commitHash } from "./canonical.ts";
import { type ChangeInput, commit, type Committed } from "./commit.ts";
import { derivedTables, digestOf } from "./digests.ts";
import { historyOf } from "./history.ts";
import { replay } from "./replay.ts";
import { markAccepted, releaseHeld } from "./mark-accepted.ts";
import { openStore, type Store } from "./store.ts";
import { commitsOf, incoming } from "./testing-commits.ts";
import { fixedEnv, temporaryFolder } from "./testing.ts";
import { undo } from "./undo.ts";
import { verifyLog } from "./verify-log.ts";

let seed = 0;
let open: { store: Store; remove: () => void }[] = [];

const office = (code: string): Store => {
  seed += 1;
  const folder = temporaryFolder();
  const store = openStore({ folder: folder.path, projections, env: fixedEnv(undefined, seed) });
  open.push({ store, remove: folder.remove });
  initOffice(store, code);
  return store;
};

let city: Store;
let district: Store;
beforeEach(() => {
  seed = 0;
  city = office("370300");
  district = office("370303");
});
afterEach(() => {
  for (const { store, remove } of open) {
    store.close();
    remove();
  }
  open = [];
});

const task = "task0000000000000000000001";
const isTask = (record: string): boolean => record === task;
const add = (store: Store, value: object = {}): Committed =>
  commit(store, {
    action: "tasks.add",
    changes: [{ record: task, kind: "task", unit: "*", value: { title: "巡查河道", ...value } }],
  });
const set = (store: Store, unit: string, value: unknown, more: Partial<ChangeInput> = {}): Committed =>
  commit(store, { action: "tasks.edit", changes: [{ record: task, kind: "task", unit, value, ...more }] });
const step = (store: Store, name: string, unit: string | null): Committed =>
  set(store, stepUnit, { step: name, unit, on: "2020-05-19", text: "说明" });

const accept = (store: Store, commits: readonly BundledCommit[], quarantined = false): Acceptance =>
  store.atomically(() => acceptCommits(store, incoming(commits, quarantined)));
/** Everything of the task that one has goes to the other. */
const send = (from: Store, to: Store): Acceptance => accept(to, commitsOf(from, 0, isTask));

const column = (store: Store, name: string): unknown =>
  store.db.prepare(`SELECT ${name} FROM tasks JOIN records USING (rid) WHERE records.id = ?`).pluck().get(task);
const questions = (store: Store) =>
  store.db.prepare("SELECT kind, unit FROM conflicts ORDER BY kind, unit, id").all() as {
    kind: string;
    unit: string;
  }[];
const refusalOf = (run: () => unknown): string => {
  try {
    run();
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
  return "";
};

/** The tables are what the log alone gives, and the log is whole. */
const expectSound = (store: Store): void => {
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

test("EX1: what another office wrote is accepted through the log, and taking it again changes nothing", () => {
  add(city, { period: { text: "10月底前", kind: "by", due: "2020-10-31" } });
  step(city, "assign", "370303");
  const heard: string[] = [];
  district.onCommit(({ kinds }) => heard.push(...kinds));
  expect(send(city, district)).toMatchObject({ new: 2, alreadyHere: 0, recordsNew: [task], conflicts: 0 });
  expect(heard).toEqual(["task"]);
  expect([column(district, "title"), column(district, "state"), column(district, "due")]).toEqual([
    "巡查河道",
    "issued",
    "2020-10-31",
  ]);
  expect(send(city, district)).toMatchObject({ new: 0, alreadyHere: 2, recordsNew: [], recordsChanged: [] });
  expectSound(district);
});

test("EX3: the Lamport counter goes beyond everything that came in", () => {
  add(city);
  for (let time = 0; time < 9; time += 1) set(city, "note", `第${time}次`);
  send(city, district);
  expect(district.end.lamport).toBe(city.end.lamport);
  set(district, "note", "区里");
  expect(historyOf(district, task).at(-1)?.commit.lamport).toBe(city.end.lamport + 1);
});

test("EX4: the assigned unit reports on its own assignment, and the owner sees it", () => {
  add(city);
  step(city, "assign", "370303");
  send(city, district);
  expect(step(district, "receive", "370303").proposed).toBeUndefined();
  step(district, "progress", "370303");
  expect(send(district, city)).toMatchObject({ new: 2, conflicts: 0, proposals: 0 });
  expect(column(city, "state")).toBe("in-progress");
  expectSound(city);
});

test("EX5: a change without authority is a proposal to the one who has it, neither applied nor dropped", () => {
  add(city);
  send(city, district);
  expect(set(district, "title", "巡查全部河道").proposed).toBe(1);
  expect(column(district, "title")).toBe("巡查河道");
  expect(send(district, city)).toMatchObject({ proposals: 1, conflicts: 0 });
  expect(column(city, "title")).toBe("巡查河道");
  expect(questions(city)).toEqual([{ kind: "proposal", unit: "title" }]);
  expectSound(city);
});

test("EX5: a proposal is closed by a change with authority that has seen it, everywhere", () => {
  add(city);
  send(city, district);
  const proposal = set(district, "title", "巡查全部河道");
  send(district, city);
  const rid = city.db.prepare("SELECT rid FROM records WHERE id = ?").pluck().get(task) as number;
  set(city, "title", "巡查全部河道", { base: [...city.heads(rid, "title"), proposal.version] });
  expect(questions(city)).toEqual([]);
  send(city, district);
  expect([questions(district), column(district, "title")]).toEqual([[], "巡查全部河道"]);
  expectSound(district);
});

test("EX5: a proposal that is not taken is closed by settling it, and stays in the history", () => {
  add(city);
  send(city, district);
  const proposal = set(district, "title", "巡查全部河道");
  send(district, city);
  set(city, "settle", { closes: [proposal.version], note: "不变" });
  send(city, district);
  expect([questions(city), questions(district), column(district, "title")]).toEqual([[], [], "巡查河道"]);
  expect(historyOf(district, task).map(({ after }) => after)).toContain("巡查全部河道");
  expectSound(district);
});

test("EX6: concurrent changes to different units merge by themselves; to the same one they are a conflict with one id", () => {
  const [one, two] = [city, office("370300")];
  add(one);
  send(one, two);
  set(one, "note", "甲");
  set(two, "measures", "乙");
  set(one, "title", "甲的题目");
  set(two, "title", "乙的题目");
  expect(send(one, two)).toMatchObject({ conflicts: 1, proposals: 0, parallel: 1 });
  send(two, one);
  const ids = (store: Store): unknown => store.db.prepare("SELECT id, versions FROM conflicts").all();
  expect(ids(one)).toEqual(ids(two));
  expect([column(one, "note"), column(one, "measures")]).toEqual(["甲", "乙"]);
  expect(column(one, "title")).toBe(column(two, "title"));
  set(one, "title", "商定的题目");
  send(one, two);
  expect([questions(two), column(two, "title")]).toEqual([[], "商定的题目"]);
  expectSound(one);
  expectSound(two);
});

test("EX7: steps that no rule allows after merging are left out of the state and put to a person", () => {
  add(city);
  step(city, "assign", "370303");
  send(city, district);
  step(district, "report-done", "370303");
  step(city, "return", "370303");
  const before = commitsOf(district, 0, isTask);
  send(city, district);
  accept(city, before);
  expect(questions(city)).toEqual([{ kind: "rules", unit: "step" }]);
  expect(questions(district)).toEqual(questions(city));
  expect(column(district, "state")).toBe(column(city, "state"));
  expectSound(city);
});

test("EX8: an edit beats a concurrent withdrawal, which becomes a conflict", () => {
  const other = office("370300");
  add(city);
  send(city, other);
  set(city, "life", { state: "withdrawn", reason: "不再需要" });
  set(other, "measures", "每周一次");
  send(city, other);
  send(other, city);
  for (const store of [city, other]) {
    expect([questions(store), column(store, "life")]).toEqual([[{ kind: "withdrawn", unit: "life" }], "live"]);
    expectSound(store);
  }
  set(city, "life", { state: "withdrawn", reason: "确实不再需要" });
  send(city, other);
  expect([questions(other), column(other, "life")]).toEqual([[], "withdrawn"]);
});

test("EX8: a purge blanks the content here and everywhere, and the log can still be checked", () => {
  add(city, { note: "张某 13900000000" });
  set(city, "measures", "联系张某");
  send(city, district);
  set(city, "purge", { units: ["note"], reason: "个人信息" });
  expect(column(city, "note")).toBe("");
  expect(column(city, "title")).toBe("巡查河道");
  send(city, district);
  for (const store of [city, district]) {
    expect(column(store, "note")).toBe("");
    expect(store.db.prepare("SELECT count(*) FROM changes WHERE value LIKE '%13900000000%'").pluck().get()).toBe(0);
    expectSound(store);
  }
  set(city, "purge", { units: [], reason: "不应录入" });
  send(city, district);
  expect([column(district, "title"), column(district, "listed")]).toEqual(["", 0]);
  expect(historyOf(district, task).filter(({ purged }) => purged)).toHaveLength(2);
  const third = office("370302");
  send(district, third);
  expect(column(third, "listed")).toBe(0);
  expectSound(third);
});

test("EX10: what an office wrote after it was no longer responsible, before it could know, is a proposal", () => {
  const issue = "issue000000000000000000001";
  const write = (store: Store, unit: string, value: unknown): Committed =>
    commit(store, { action: "issues.edit", changes: [{ record: issue, kind: "issue", unit, value }] });
  const given = (codes: string[]) => ({ units: codes, leader: "", person: "", phone: "", codes });
  const share = (from: Store, to: Store): Acceptance =>
    accept(
      to,
      commitsOf(from, 0, (record) => record === issue),
    );
  write(city, "*", { title: "河道异味", responsibility: given(["370303"]) });
  share(city, district);
  expect(write(district, "measures", "清淤").proposed).toBeUndefined();
  share(district, city);
  write(city, "responsibility", given(["370302"]));
  expect(write(district, "measures", "再清淤").proposed).toBeUndefined();
  expect(share(district, city)).toMatchObject({ proposals: 1 });
  share(city, district);
  const measures = (store: Store): unknown => store.db.prepare("SELECT measures FROM issues").pluck().get();
  expect([measures(city), measures(district)]).toEqual(["清淤", "清淤"]);
  expectSound(district);
});

test("EX20: two commits of one number are both kept under their own names, and are reported", () => {
  add(city);
  set(city, "note", "原机");
  const [first, second] = commitsOf(city, 0, isTask);
  if (!first || !second) throw new Error("nothing written");
  const change = { ...second.changes[0]!, value: JSON.stringify("复制机") };
  const head = { ...second, prev: first.hash };
  const { epoch, seq, prev, lamport, at, office: by, device, action, note, undoes } = head;
  const hash = commitHash({ epoch, seq, prev, lamport, at, office: by, device, action, note, undoes }, [
    { ...change, value: change.value, base: JSON.stringify(change.base) },
  ]);
  const copied: BundledCommit = { ...head, hash, changes: [change] };
  accept(district, [first, second]);
  expect(accept(district, [copied]).forks).toEqual([{ version: `${epoch}:${seq}:${hash.slice(0, 8)}`, own: false }]);
  expect(questions(district)).toEqual([{ kind: "values", unit: "note" }]);
  expect(historyOf(district, task)).toHaveLength(3);
  expectSound(district);
  expect(accept(city, [copied]).forks).toMatchObject([{ own: true }]);
  expect(column(city, "note")).toBe(column(district, "note"));
  expectSound(city);
  set(city, "note", "原机继续");
  expectSound(city);
});

test("EX20: a part of a commit is no fork, and its other part is added", () => {
  const other = "task0000000000000000000002";
  const value = { title: "一同录入" };
  commit(city, {
    action: "tasks.add",
    changes: [task, other].map((record) => ({ record, kind: "task", unit: "*", value })),
  });
  const whole = commitsOf(city, 1);
  accept(district, commitsOf(city, 1, isTask));
  expect(
    accept(
      district,
      commitsOf(city, 1, (record) => record === other),
    ),
  ).toMatchObject({ new: 1, forks: [] });
  expect(accept(district, whole)).toMatchObject({ new: 0, alreadyHere: 2, forks: [] });
  expectSound(district);
});

test("EX22: a change of a kind, unit or format to come is held and passed on as it came", () => {
  add(city);
  const [commitOfTask] = commitsOf(city, 0, isTask);
  if (!commitOfTask) throw new Error("nothing written");
  const [change] = commitOfTask.changes;
  if (!change) throw new Error("no change");
  const later = (ord: number, more: object) => ({ ...change, ord, value: '{"b":1,"a":2}', ...more });
  const commits: BundledCommit[] = [
    {
      ...commitOfTask,
      whole: false,
      changes: [change, later(1, { unit: "colour" }), later(2, { record: "x1", kind: "vote" })],
    },
    { ...commitOfTask, seq: 90, hash: "9".repeat(64), format: 3, changes: [later(0, { unit: "title" })] },
  ];
  expect(accept(district, commits)).toMatchObject({ new: 4, held: 3, poisoned: 0 });
  expect(column(district, "title")).toBe("巡查河道");
  expect(commitsOf(district, 1).flatMap(({ changes }) => changes.map((each) => each.value))).toContain('{"b":1,"a":2}');
  expectSound(district);
});

test("EX22, EX25: a poisoned change is set aside alone, and keys such as __proto__ are refused", () => {
  add(city);
  const [commitOfTask] = commitsOf(city, 0, isTask);
  if (!commitOfTask) throw new Error("nothing written");
  const [change] = commitOfTask.changes;
  if (!change) throw new Error("no change");
  const bad = ['{"__proto__":{"a":"b"}}', '{"\\u005f_proto__":"x"}', "not json", '"text"'];
  const poison = bad.map((value, index) => ({ ...change, ord: index + 1, unit: "extra", value }));
  const odd = { ...change, ord: 9, unit: "constructor", value: "{}" };
  const commits = [{ ...commitOfTask, whole: false, changes: [change, ...poison, odd] }];
  expect(accept(district, commits)).toMatchObject({ new: 6, poisoned: 4, held: 1, recordsNew: [task] });
  expect(column(district, "extra")).toBe("{}");
  expectSound(district);
});

test("EX2: a whole commit that is not what its hash says is not kept", () => {
  add(city);
  const [commitOfTask] = commitsOf(city, 0, isTask);
  if (!commitOfTask) throw new Error("nothing written");
  expect(accept(district, [{ ...commitOfTask, note: "anders" }])).toMatchObject({ commitIds: [null], new: 0 });
});

test("EX1: a change that comes before its record's creation waits for it", () => {
  add(city);
  set(city, "title", "巡查水库");
  const [created, edited] = commitsOf(city, 0, isTask);
  if (!created || !edited) throw new Error("nothing written");
  expect(accept(district, [edited])).toMatchObject({ recordsNew: [], touched: [expect.any(Number)] });
  expect(column(district, "title")).toBeUndefined();
  expectSound(district);
  expect(accept(district, [created])).toMatchObject({ recordsNew: [task] });
  expect(column(district, "title")).toBe("巡查水库");
  expectSound(district);
});

test("what another office did cannot be undone here", () => {
  const { version } = add(city);
  send(city, district);
  expect(refusalOf(() => undo(district, version))).toBe("not-yours");
  const own = set(district, "note", "区里");
  send(district, city);
  undo(district, own.version);
  expectSound(district);
});

test("EX17: what a revoked device wrote is set aside with what follows from it, and let in again", () => {
  add(city);
  const edited = set(city, "title", "改过的题目");
  send(city, district);
  markAccepted(district, [edited.version], false);
  expect(column(district, "title")).toBe("巡查河道");
  expectSound(district);
  const created = commitsOf(district, 0, isTask)[0];
  if (!created) throw new Error("nothing came");
  const version = `${created.epoch}:${created.seq}:${created.hash.slice(0, 8)}`;
  markAccepted(district, [version], false);
  expect(column(district, "title")).toBeUndefined();
  expectSound(district);
  markAccepted(district, [version, edited.version], true);
  expect(column(district, "title")).toBe("改过的题目");
  expectSound(district);
});

test("EX17: quarantined commits are kept and do not count until they are let in", () => {
  add(city);
  expect(accept(district, commitsOf(city, 0, isTask), true)).toMatchObject({ quarantined: 1, recordsNew: [] });
  expect(column(district, "title")).toBeUndefined();
  markAccepted(
    district,
    commitsOf(city, 0, isTask).map(({ epoch, seq, hash }) => `${epoch}:${seq}:${hash.slice(0, 8)}`),
    true,
  );
  expect(column(district, "title")).toBe("巡查河道");
});

test("EX22: what was held is tried again after an upgrade, once", () => {
  add(city);
  set(city, "title", "改过的题目");
  send(city, district);
  district.db.prepare("UPDATE changes SET state = 1 WHERE unit = 'title'").run();
  expect(releaseHeld(district, "2.1")).toBe(1);
  expect(column(district, "title")).toBe("改过的题目");
  district.db.prepare("UPDATE changes SET state = 1 WHERE unit = 'title'").run();
  expect([releaseHeld(district, "2.1"), releaseHeld(district, "2.2")]).toEqual([0, 1]);
  expectSound(district);
});
