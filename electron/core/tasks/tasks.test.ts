import { afterEach, beforeEach, expect, test } from "vitest";
import type { TaskStep } from "#shared/tasks/record.ts";
import { commit } from "../store/commit.ts";
import { fixedEnv, temporaryFolder } from "../store/testing.ts";
import { refusalOf, testClient } from "../testing/client.ts";

let folder: ReturnType<typeof temporaryFolder>;
let program: ReturnType<typeof testClient>;
let env: ReturnType<typeof fixedEnv>;
const on = "2020-05-19";
const [mashang, heping] = ["370303001", "370303002"] as const;

beforeEach(() => {
  folder = temporaryFolder();
  env = fixedEnv();
  program = testClient(folder.path, env);
});
afterEach(() => {
  program.close();
  folder.remove();
});

const add = async (entry: Partial<Parameters<typeof program.client.tasks.add>[0]> = {}): Promise<string> => {
  const { ids } = await program.client.tasks.add({ title: "巡查孝妇河", period: "6月底前", ...entry });
  return ids[0] ?? "";
};
const step = (id: string, name: TaskStep["step"], unit: string | null = null, more: object = {}) =>
  program.client.tasks.step({ ids: [id], step: { step: name, unit, on, ...more } });
const get = (id: string) => program.client.tasks.get({ id });
const stateOf = async (id: string) => (await get(id)).state;

test("Task states are derived from steps, per assignment, and rolled up: the earliest of those not done", async () => {
  const id = await add();
  await program.client.tasks.assign({ ids: [id], units: [mashang, "和平街道办事处"] });
  expect(await stateOf(id)).toBe("issued");
  await step(id, "receive", mashang);
  await step(id, "receive", heping);
  expect(await stateOf(id)).toBe("received");
  await step(id, "progress", mashang, { percent: 40, text: "已排查" });
  const task = await get(id);
  expect(task.assignments.map(({ unitName, state, percent }) => [unitName, state, percent])).toEqual([
    ["马尚街道", "in-progress", 40],
    ["和平街道", "received", null],
  ]);
  expect(task).toMatchObject({ state: "received", percent: 20, progress: "已排查" });
});

test("the roll-up of a parent is done when all are done", async () => {
  const id = await add();
  await program.client.tasks.assign({ ids: [id], units: [mashang, heping] });
  for (const unit of [mashang, heping]) await step(id, "report-done", unit);
  expect(await stateOf(id)).toBe("reported-done");
  await step(id, "confirm", mashang);
  expect(await stateOf(id)).toBe("reported-done");
  await step(id, "confirm", heping);
  expect(await get(id)).toMatchObject({ state: "done", percent: 100, light: "done" });
});

test("returned with reason, and assigned again → issued; refused with a note → in progress", async () => {
  const id = await add();
  await program.client.tasks.assign({ ids: [id], units: [mashang] });
  expect(await refusalOf(step(id, "return", mashang))).toBe("note-missing");
  await step(id, "return", mashang, { text: "不属本街道" });
  expect(await stateOf(id)).toBe("returned");
  await program.client.tasks.assign({ ids: [id], units: [mashang] });
  expect(await stateOf(id)).toBe("issued");
  expect(await refusalOf(program.client.tasks.assign({ ids: [id], units: [mashang] }))).toBe("already-assigned");
  await step(id, "report-done", mashang);
  expect(await refusalOf(step(id, "refuse", mashang))).toBe("note-missing");
  await step(id, "refuse", mashang, { text: "材料不全" });
  expect(await stateOf(id)).toBe("in-progress");
});

test("a step that its state does not allow is refused, and so is one of a unit that has no part in the task", async () => {
  const id = await add();
  expect(await refusalOf(step(id, "confirm"))).toBe("task-step-refused");
  expect(await refusalOf(step(id, "progress", mashang, { text: "已办" }))).toBe("task-not-assigned");
  expect(await refusalOf(program.client.tasks.assign({ ids: [id], units: ["370303999"] }))).toBe("unit-unknown");
});

test("withdrawal with reason, from any state; the task stays in the list with it", async () => {
  const id = await add();
  await program.client.tasks.withdraw({ ids: [id], reason: "市里已撤销" });
  expect(await get(id)).toMatchObject({ state: "withdrawn", withdrawnReason: "市里已撤销", withdrawn: true });
  expect((await program.client.tasks.list({})).rows).toHaveLength(1);
  expect(await refusalOf(step(id, "progress", null, { text: "又做" }))).toBe("task-withdrawn");
});

test("EX4: what an assigned unit reports is written on behalf of it, the confirmation of the office's own on behalf of the city", async () => {
  const id = await add();
  await program.client.tasks.assign({ ids: [id], units: [mashang] });
  await step(id, "progress", mashang, { text: "已排查" });
  await step(id, "report-done", null, { text: "全部完成" });
  await step(id, "confirm");
  expect((await get(id)).steps.map(({ data, onBehalfOf }) => [data.step, onBehalfOf])).toEqual([
    ["assign", null],
    ["progress", "马尚街道"],
    ["report-done", null],
    ["confirm", "淄博市"],
  ]);
});

test("长期坚持 is never overdue, and a light says why it is what it is", async () => {
  const lasting = await add({ period: "5月20日前，并长期坚持" });
  const plain = await add({ period: "5月20日前" });
  const unknown = await add({ period: "择期" });
  env.setNow("2020-06-01T09:00:00+08:00");
  expect(await get(lasting)).toMatchObject({ light: "on-track", lightReason: { code: "lasting" } });
  expect(await get(plain)).toMatchObject({ light: "overdue", lightReason: { code: "overdue", params: { days: 12 } } });
  expect(await get(unknown)).toMatchObject({ light: "none", lightReason: { code: "unknown-period" } });
});

test("a task whose period is by day N counts as in time through day N", async () => {
  const id = await add({ period: "5月20日前" });
  env.setNow("2020-05-20T23:00:00+08:00");
  expect(await get(id)).toMatchObject({ light: "soon", lightReason: { code: "due-today" } });
});

test("per occurrence of a recurring task: a report counts for the occurrence that stands open, and the detail lists them", async () => {
  const id = await add({ period: "每月25日前" });
  env.setNow("2020-06-02T09:00:00+08:00");
  await step(id, "progress", null, { text: "补报五月" });
  const task = await get(id);
  expect(task.steps[0]?.data.occurrence).toBe("2020-05-25");
  expect(task.occurrences).toEqual([
    { occurrence: "2020-05-25", due: "2020-05-25", state: "in-progress", percent: null, current: false },
    { occurrence: "2020-06-25", due: "2020-06-25", state: "issued", percent: null, current: true },
  ]);
  expect(task.due).toBe("2020-06-25");
  expect(await refusalOf(step(id, "progress", null, { occurrence: "2020-06-24" }))).toBe("occurrence-unknown");
});

test("editing writes only the units of merge that differ, and reads the period by the grammar with the year of the list", async () => {
  const value = { capability: "tasks", fileName: "清单.xlsx", hash: "0", size: 1, sheet: "1", year: 2021 };
  const counts = { headerSignature: "", added: 1, changed: 0, withdrawn: 0, unchanged: 0, revises: null };
  commit(program.store, {
    action: "tasks.import",
    changes: [
      { record: "i1", kind: "import", unit: "*", value: { facts: { ...value, ...counts } } },
      {
        record: "t1",
        kind: "task",
        unit: "*",
        value: { title: "宣传", no: "1", origin: { importId: "i1", sheet: "1", row: 4, order: 0 } },
      },
    ],
  });
  await program.client.tasks.edit({ id: "t1", changes: { no: "1", title: "集中宣传", period: "8月底前" } });
  const task = await get("t1");
  expect(task).toMatchObject({ title: "集中宣传", due: "2021-08-31", list: "清单.xlsx" });
  expect(task.origin).toMatchObject({ fileName: "清单.xlsx", row: 4 });
  expect(task.history.slice(1).map(({ unit }) => unit)).toEqual(["title", "period"]);
});
