import { afterEach, beforeEach, expect, test } from "vitest";
import { AppError } from "#shared/errors.ts";
import type { Acceptance } from "./accepting.ts";
import { commit, type Committed } from "./commit.ts";
import { historyOf } from "./history.ts";
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
  step,
  task,
  taskTitle,
} from "./testing-offices.ts";
import { undo } from "./undo.ts";

let city: Store;
let district: Store;
beforeEach(() => {
  city = office("370300");
  district = office("370303");
});
afterEach(endOffices);

const refusalOf = (run: () => unknown): string => {
  try {
    run();
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
  return "";
};

test("EX1: what another office wrote is accepted through the log, and taking it again changes nothing", () => {
  add(city, { period: { text: "10月底前", kind: "by", due: "2020-10-31" } });
  step(city, "assign", "370303");
  const heard: string[] = [];
  district.onCommit(({ kinds }) => heard.push(...kinds));
  expect(send(city, district)).toMatchObject({ new: 2, alreadyHere: 0, recordsNew: [task], conflicts: 0 });
  expect(heard).toEqual(["task"]);
  expect([column(district, "title"), column(district, "state"), column(district, "due")]).toEqual([
    taskTitle,
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
  expect(column(district, "title")).toBe(taskTitle);
  expect(send(district, city)).toMatchObject({ proposals: 1, conflicts: 0 });
  expect(column(city, "title")).toBe(taskTitle);
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
  expect([questions(city), questions(district), column(district, "title")]).toEqual([[], [], taskTitle]);
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
  expect(column(city, "title")).toBe(taskTitle);
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

test("what another office did cannot be undone here", () => {
  const { version } = add(city);
  send(city, district);
  expect(refusalOf(() => undo(district, version))).toBe("not-yours");
  const own = set(district, "note", "区里");
  send(district, city);
  undo(district, own.version);
  expectSound(district);
});
