import { afterEach, beforeEach, expect, test } from "vitest";
import type { BundledCommit } from "#shared/exchange/bundle.ts";
import { commitHash } from "./canonical.ts";
import { commit } from "./commit.ts";
import { historyOf } from "./history.ts";
import { markAccepted, releaseHeld } from "./mark-accepted.ts";
import type { Store } from "./store.ts";
import { commitsOf } from "./testing-commits.ts";
import {
  accept,
  add,
  column,
  endOffices,
  expectSound,
  isTask,
  office,
  questions,
  send,
  set,
  task,
  taskTitle,
} from "./testing-offices.ts";

let city: Store;
let district: Store;
beforeEach(() => {
  city = office("370300");
  district = office("370303");
});
afterEach(endOffices);

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
  expect(column(district, "title")).toBe(taskTitle);
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

test("EX17: what a revoked device wrote is set aside with what follows from it, and let in again", () => {
  add(city);
  const edited = set(city, "title", "改过的题目");
  send(city, district);
  markAccepted(district, [edited.version], false);
  expect(column(district, "title")).toBe(taskTitle);
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
  expect(column(district, "title")).toBe(taskTitle);
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
