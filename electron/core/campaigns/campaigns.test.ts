import { afterEach, beforeEach, expect, test } from "vitest";
import { campaignFilters } from "#shared/campaigns/lists.ts";
import { commit } from "../store/commit.ts";
import { newId } from "../store/env.ts";
import { fixedEnv, temporaryFolder } from "../store/testing.ts";
import { refusalOf, testClient } from "../testing/client.ts";

let folder: ReturnType<typeof temporaryFolder>;
let program: ReturnType<typeof testClient>;

beforeEach(() => {
  folder = temporaryFolder();
  program = testClient(folder.path, fixedEnv());
});
afterEach(() => {
  program.close();
  folder.remove();
});

const name = "向污染宣战";
const campaigns = () => program.client.campaigns;
const named = async (wanted: string) => (await campaigns().list()).find((row) => row.name === wanted);

/** A task with a campaign, as a task of this office or (`from`) of the office above. */
const task = (title: string, campaign: { id: string | null; name: string; every?: "month" } | null, from?: string) => {
  const { store } = program;
  const [id] = commit(store, {
    action: "tasks.add",
    ...(from !== undefined && { office: from }),
    changes: [
      {
        record: newId(store.env),
        kind: "task",
        unit: "*",
        value: { title, campaign, period: { text: "4月底前", kind: "by", due: "2020-04-30" } },
      },
    ],
  }).ids;
  return id ?? "";
};
const campaignOf = async (id: string) => (await program.client.tasks.get({ id })).campaignOf;

test("a campaign says how many tasks it has, how many are done and overdue, and each count leads to exactly that list", async () => {
  const { ids } = await campaigns().add({ name, every: "month" });
  const id = ids[0] ?? "";
  task("巡查孝妇河", { id, name });
  const done = task("整治黑臭水体", { id, name });
  const gone = task("不再做的", { id, name });
  await program.client.tasks.step({ ids: [done], step: { step: "report-done", unit: null, on: "2020-04-20" } });
  await program.client.tasks.step({ ids: [done], step: { step: "confirm", unit: null, on: "2020-04-21" } });
  await program.client.tasks.withdraw({ ids: [gone], reason: "并入他项" });
  const row = await named(name);
  expect(row).toMatchObject({ id, every: "month", tasks: 2, done: 1, overdue: 1, withdrawn: false });
  for (const count of ["tasks", "done", "overdue"] as const) {
    const found = await program.client.tasks.count({ filters: campaignFilters(name, count) });
    expect(found.count).toBe(row?.[count]);
  }
});

test("its name and interval are changed with all tasks that this office owns in it, in one commit and one undo", async () => {
  const id = (await campaigns().add({ name })).ids[0] ?? "";
  const own = task("巡查孝妇河", { id, name });
  const above = task("市里交办的", { id: null, name }, "370300");
  const { version } = await campaigns().edit({ id, changes: { name: "碧水保卫战", every: "month" } });
  expect(await campaignOf(own)).toEqual({ id, name: "碧水保卫战", every: "month" });
  expect(await campaignOf(above)).toEqual({ id: null, name });
  expect(await named(name)).toMatchObject({ id: null, tasks: 1 });
  await program.client.history.undo({ version });
  expect(await campaignOf(own)).toEqual({ id, name });
  expect(await named(name)).toMatchObject({ id, tasks: 2, every: null });
});

test("campaigns known only from tasks of the office above are listed too", async () => {
  task("市里交办的", { id: "of-the-city", name: "12345监督", every: "month" }, "370300");
  expect(await campaigns().list()).toMatchObject([{ id: null, name: "12345监督", tasks: 1, overdue: 1 }]);
});

test("adding a campaign takes in this office's own tasks that carry its name already", async () => {
  const own = task("巡查孝妇河", { id: null, name });
  const id = (await campaigns().add({ name, every: "quarter" })).ids[0] ?? "";
  expect(await campaignOf(own)).toEqual({ id, name, every: "quarter" });
});

test("a name is taken once, and again when its campaign was withdrawn; a withdrawn one is not changed", async () => {
  const id = (await campaigns().add({ name })).ids[0] ?? "";
  expect(await refusalOf(campaigns().add({ name }))).toBe("campaign-name-taken");
  expect(await refusalOf(campaigns().edit({ id, changes: { name } }))).toBe("nothing-to-do");
  await campaigns().withdraw({ id, reason: "已结束" });
  expect(await refusalOf(campaigns().edit({ id, changes: { note: "x" } }))).toBe("campaign-withdrawn");
  const kept = task("巡查孝妇河", { id, name });
  const again = (await campaigns().add({ name })).ids[0] ?? "";
  expect(await campaignOf(kept)).toEqual({ id: again, name });
  expect((await campaigns().list()).map(({ withdrawn }) => withdrawn)).toEqual([false, true]);
});

const everything = { q: "", filters: [], sort: [] };
const list = async () => {
  const [first] = (
    await program.client.tasks.add({
      no: "1",
      title: "落实2020年工作要点",
      section: "一、水",
      period: "2020年6月30日前",
      units: { lead: ["370303001"], responsible: [], support: [] },
    })
  ).ids;
  const { store } = program;
  const part = commit(store, {
    action: "tasks.add",
    changes: [
      {
        record: newId(store.env),
        kind: "task",
        unit: "*",
        value: {
          title: "排查河道",
          parent: first,
          extra: { 备注2: "甲" },
          period: { text: "2月29日前", kind: "by", due: "2020-02-29" },
        },
      },
    ],
  }).ids[0];
  await program.client.tasks.add({ no: "2", title: "常态巡查", period: "长期坚持" });
  await program.client.tasks.step({
    ids: [first ?? ""],
    step: { step: "progress", unit: null, on: "2020-05-01", text: "已排查", percent: 40 },
  });
  return { first: first ?? "", part: part ?? "" };
};
const saved = async (more: object = {}) =>
  (await campaigns().saveTemplate({ name: "2020年联动任务", query: everything, ...more })).ids[0] ?? "";

test("a list saved as a template starts again in a new year: dates moved, parents kept, nothing of what was reported", async () => {
  await list();
  const id = await saved();
  expect(await campaigns().templates()).toMatchObject([{ id, name: "2020年联动任务", year: 2020, tasks: 3 }]);
  const preview = await campaigns().previewTemplate({ id, year: 2021 });
  expect(preview.map(({ title, after, remarks, depth }) => [title, after.text, remarks, depth])).toEqual([
    ["落实2020年工作要点", "2021年6月30日前", ["year-in-title"], 0],
    ["排查河道", "2月28日前", ["leap-day"], 1],
    ["常态巡查", "长期坚持", [], 0],
  ]);
  const { version } = await campaigns().startTemplate({ id, year: 2021 });
  const filters = campaignFilters("2021年联动任务", "tasks");
  const { rows } = await program.client.tasks.list({ filters });
  expect(rows.map(({ no, title, due, state, progress }) => [no, title, due, state, progress])).toEqual([
    ["1", "落实2020年工作要点", "2021-06-30", "issued", ""],
    ["", "排查河道", "2021-02-28", "issued", ""],
    ["2", "常态巡查", null, "issued", ""],
  ]);
  const [first, part] = await Promise.all(rows.slice(0, 2).map((row) => program.client.tasks.get({ id: row.id })));
  expect(first).toMatchObject({ section: "一、水", lead: ["马尚街道"], percent: null });
  expect(part).toMatchObject({ parent: first?.id, extra: { 备注2: "甲" } });
  expect(await named("2021年联动任务")).toMatchObject({ year: 2021, tasks: 3 });
  await program.client.history.undo({ version });
  expect(await program.client.tasks.count({ filters })).toEqual({ count: 0 });
  expect(await named("2021年联动任务")).toBeUndefined();
  await program.client.history.undo({ version: (await program.client.history.recent({ limit: 1 }))[0]?.version ?? "" });
  expect(await program.client.tasks.count({ filters })).toEqual({ count: 3 });
});

test("what is left out is not started; a sub-task whose parent is left out is a task of its own", async () => {
  await list();
  const id = await saved();
  await campaigns().startTemplate({ id, year: 2022, campaign: "", leaveOut: [0, 2] });
  const { rows } = await program.client.tasks.list({ filters: [{ field: "due", op: "from", values: ["2022-01-01"] }] });
  expect(rows).toMatchObject([{ title: "排查河道", parent: null, campaign: "", due: "2022-02-28" }]);
  expect(await refusalOf(campaigns().startTemplate({ id, year: 2022, leaveOut: [0, 1, 2] }))).toBe(
    "template-all-left-out",
  );
  expect(await refusalOf(campaigns().previewTemplate({ id, year: 1066 }))).toBe("year-out-of-range");
});

test("a template is of the tasks that a query shows, their sub-tasks with them, and never of none", async () => {
  const { first } = await list();
  const some = await saved({ ids: [first] });
  expect((await campaigns().templates()).find(({ id }) => id === some)).toMatchObject({ tasks: 2 });
  const none = { ...everything, q: "没有这样的任务" };
  expect(await refusalOf(campaigns().saveTemplate({ name: "空", query: none }))).toBe("template-nothing");
  await campaigns().withdrawTemplate({ id: some, reason: "不用了" });
  expect(await refusalOf(campaigns().startTemplate({ id: some, year: 2021 }))).toBe("template-withdrawn");
});

test("a task of another year than the list's is moved by as much, with a remark", async () => {
  for (const period of ["2020年3月底前", "2020年5月底前", "2024年5月底前", "2020年11月至次年3月"])
    await program.client.tasks.add({ title: period, period });
  const preview = await campaigns().previewTemplate({ id: await saved(), year: 2021 });
  expect(preview.map(({ after, remarks }) => [after.due, remarks.includes("other-year")])).toEqual([
    ["2021-03-31", false],
    ["2021-05-31", false],
    ["2025-05-31", true],
    ["2022-03-31", false],
  ]);
});

test("the year of a template is the one that most of its deadlines lie in", async () => {
  for (const period of ["2019年3月底前", "2018年5月底前", "2019年7月底前"])
    await program.client.tasks.add({ title: period, period });
  const id = await saved();
  expect((await campaigns().templates()).find((row) => row.id === id)).toMatchObject({ year: 2019 });
});
