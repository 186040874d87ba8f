import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { TaskStep } from "#shared/tasks/record.ts";
import { campaignKind } from "#shared/campaigns/record.ts";
import { keptFiles } from "../attachments/kept.ts";
import { attachmentPath } from "../attachments/files.ts";
import { commit } from "../store/commit.ts";
import { fixedEnv, temporaryFolder } from "../store/testing.ts";
import { refusalOf, testClient } from "../testing/client.ts";

let folder: ReturnType<typeof temporaryFolder>;
let program: ReturnType<typeof testClient>;
let env: ReturnType<typeof fixedEnv>;
const on = "2020-05-19";
const [mashang, heping, fangzhen] = ["370303001", "370303002", "370303105"] as const;

beforeEach(() => {
  folder = temporaryFolder();
  env = fixedEnv();
  program = testClient(folder.path, env);
});
afterEach(() => {
  program.close();
  folder.remove();
});

const tasks = () => program.client.tasks;
const add = async (entry: Partial<Parameters<typeof program.client.tasks.add>[0]> = {}): Promise<string> => {
  const { ids } = await tasks().add({ title: "巡查孝妇河", period: "6月底前", ...entry });
  return ids[0] ?? "";
};
const step = (
  id: string,
  name: TaskStep["step"],
  unit: string | null = null,
  more: object = {},
  files: string[] = [],
) => tasks().step({ ids: [id], step: { step: name, unit, on, ...more }, files });
const get = (id: string) => tasks().get({ id });
const undo = (version: string) => program.client.history.undo({ version });
const evidence = (name: string, text: string): string => {
  const path = join(folder.path, name);
  writeFileSync(path, text);
  return path;
};

test("each assignment has its own period and contact, read with the year that the task means", async () => {
  const id = await add({ period: "2021年6月底前" });
  await tasks().assign({
    ids: [id],
    units: [mashang, "和平街道", fangzhen],
    period: "5月底前",
    contact: "张某",
    text: "按月报送",
    each: { 和平街道: { period: "6月10日前", contact: "李某" }, [fangzhen]: { period: "" } },
  });
  const steps = (await get(id)).steps.map(({ data }) => [data.unit, data.period?.due, data.contact, data.text]);
  expect(steps).toEqual([
    [mashang, "2021-05-31", "张某", "按月报送"],
    [heping, "2021-06-10", "李某", "按月报送"],
    [fangzhen, undefined, "张某", "按月报送"],
  ]);
});

test("a group is not assigned to: whoever assigns says whom it means here", async () => {
  const id = await add();
  expect(await refusalOf(tasks().assign({ ids: [id], units: ["各镇（街道）"] }))).toBe("unit-is-group");
  expect(await refusalOf(step(id, "assign", "区直各部门"))).toBe("unit-is-group");
  await tasks().assign({ ids: [id], units: ["某某公司"] });
  expect((await get(id)).assignments.map(({ unit }) => unit)).toEqual(["某某公司"]);
});

test("a period that ends before it begins is refused wherever it is written, and nothing is stored", async () => {
  const id = await add();
  await tasks().assign({ ids: [id], units: [mashang] });
  const before = program.store.db.prepare("SELECT count(*) FROM commits").pluck().get();
  const backwards = "5月20日至5月10日";
  for (const call of [
    tasks().add({ title: "又一项", period: backwards }),
    tasks().edit({ id, changes: { period: "2020-06-30至2020-06-01" } }),
    tasks().assign({ ids: [id], units: [heping], period: backwards }),
    tasks().breakDown({ id, parts: [{ title: "排查", period: backwards }] }),
    step(id, "arrange", mashang, { period: backwards }),
    step(id, "ask-extension", mashang, { text: "汛期", period: backwards }),
    program.client.issues.add({ title: "某问题", limit: backwards }),
  ]) {
    expect(await refusalOf(call)).toBe("period-backwards");
  }
  expect(program.store.db.prepare("SELECT count(*) FROM commits").pluck().get()).toBe(before);
});

test("the issuer arranges another period or contact of an assignment; its state stays", async () => {
  const id = await add();
  await tasks().assign({ ids: [id], units: [mashang], period: "5月底前" });
  await step(id, "receive", mashang, { contact: "张某" });
  await step(id, "arrange", mashang, { period: "6月15日前" });
  expect(await get(id)).toMatchObject({
    state: "received",
    assignments: [{ unit: mashang, due: "2020-06-15", hasOwnPeriod: true, contact: "张某" }],
  });
  expect(await refusalOf(step(id, "arrange", mashang))).toBe("arrange-nothing");
  expect(await refusalOf(step(id, "arrange", null, { period: "7月底前" }))).toBe("arrange-without-unit");
  expect(await refusalOf(step(id, "arrange", heping, { period: "7月底前" }))).toBe("task-not-assigned");
});

test("Extension: asked before the due date with reason, progress and a later date, one at a time; granted, it counts from then on", async () => {
  const id = await add({ period: "5月20日前" });
  await tasks().assign({ ids: [id], units: [mashang] });
  const ask = (more: object) =>
    step(id, "ask-extension", mashang, { text: "汛期无法施工", period: "6月10日前", ...more });
  expect(await refusalOf(ask({ text: "" }))).toBe("note-missing");
  expect(await refusalOf(ask({ period: "5月20日前" }))).toBe("extension-not-later");
  expect(await refusalOf(ask({ period: "尽快" }))).toBe("extension-without-date");
  expect(await refusalOf(ask({ on: "2020-05-21" }))).toBe("extension-late");
  expect(await refusalOf(step(id, "grant-extension", mashang))).toBe("extension-not-asked");
  await ask({ on: "2020-05-20", percent: 60 });
  expect(await refusalOf(ask({}))).toBe("extension-asked-already");
  expect(await get(id)).toMatchObject({
    state: "issued",
    extensionAsked: true,
    assignments: [
      { due: "2020-05-20", extension: { text: "汛期无法施工", percent: 60, period: { due: "2020-06-10" } } },
    ],
  });
  await step(id, "grant-extension", mashang);
  expect(await get(id)).toMatchObject({
    extensionAsked: false,
    assignments: [{ due: "2020-06-10", extension: null, period: { text: "6月10日前" } }],
  });
  await ask({ period: "6月30日前" });
  expect(await refusalOf(step(id, "refuse-extension", mashang))).toBe("note-missing");
  await step(id, "refuse-extension", mashang, { text: "理由不充分" });
  expect((await get(id)).assignments[0]?.due).toBe("2020-06-10");
  await ask({ period: "6月30日前" });
  await step(id, "grant-extension", mashang, { period: "6月20日前" });
  expect((await get(id)).assignments[0]?.due).toBe("2020-06-20");
});

test("an extension has nothing to extend without a due date, and occurrences of what recurs have none", async () => {
  for (const [period, code] of [
    ["长期坚持", "extension-no-due"],
    ["每月5日前", "extension-recurring"],
  ] as const) {
    const id = await add({ period });
    await tasks().assign({ ids: [id], units: [mashang] });
    const asked = step(id, "ask-extension", mashang, { text: "汛期", period: "9月底前" });
    expect(await refusalOf(asked)).toBe(code);
  }
});

test("progress has text, percent, next step, difficulty and evidence kept before the commit; nothing to report in one key", async () => {
  const id = await add();
  await tasks().assign({ ids: [id], units: [mashang] });
  const photo = evidence("现场.jpg", "照片");
  const said = { text: "已排查", percent: 30, next: "清运", difficulty: "缺车辆" };
  await step(id, "progress", mashang, said, [photo]);
  await step(id, "progress", mashang, { nothing: true });
  const [, first, second] = (await get(id)).steps;
  expect(first?.data).toMatchObject({ ...said, evidence: [{ name: "现场.jpg", size: 6 }] });
  expect(second?.data).toMatchObject({ nothing: true });
  const [file] = keptFiles(program.store.db);
  expect(file?.name).toBe("现场.jpg");
  expect(attachmentPath(folder.path, file?.hash ?? "")).toContain(file?.hash ?? "none");
  expect(await refusalOf(step(id, "receive", mashang, {}, [photo]))).toBe("step-without-files");
  expect(await refusalOf(step(id, "progress", mashang, said, [join(folder.path, "没有.jpg")]))).toBe("evidence-gone");
  await step(id, "report-done", mashang, { text: "完成" }, [photo]);
  expect(keptFiles(program.store.db)).toHaveLength(1);
});

test("no report is taken on a withdrawn task, on a done one, or for a unit that has it not; a file is then not kept", async () => {
  const id = await add();
  await tasks().assign({ ids: [id], units: [mashang] });
  expect(await refusalOf(step(id, "progress", heping, { text: "已办" }))).toBe("task-not-assigned");
  await tasks().withdraw({ ids: [id], reason: "市里已撤销" });
  const photo = evidence("现场.jpg", "照片");
  expect(await refusalOf(step(id, "progress", mashang, { text: "又做" }, [photo]))).toBe("task-withdrawn");
  expect(await refusalOf(tasks().assign({ ids: [id], units: [heping] }))).toBe("task-withdrawn");
  expect(await refusalOf(tasks().breakDown({ id, parts: [{ title: "排查" }] }))).toBe("task-withdrawn");
  expect(keptFiles(program.store.db)).toEqual([]);
});

test("a task is broken down into sub-tasks with numbers under its own, assigned at once, in one commit and one undo", async () => {
  const id = await add({ no: "3", section: "一、水污染", campaign: "向污染宣战" });
  const done = await tasks().breakDown({
    id,
    parts: [
      { title: "排查排污口", units: [mashang, "和平街道"], period: "5月底前", contact: "张某" },
      { no: "3-甲", title: "清理河道" },
      { title: "建立台账", units: [fangzhen] },
    ],
  });
  const { rows } = await tasks().list({ sort: [{ field: "no", dir: "asc" }] });
  const sub = rows.filter(({ parent }) => parent === id);
  expect(sub.map(({ no, title, section, campaign }) => [no, title, section, campaign])).toEqual([
    ["3-1", "排查排污口", "一、水污染", "向污染宣战"],
    ["3-2", "建立台账", "一、水污染", "向污染宣战"],
    ["3-甲", "清理河道", "一、水污染", "向污染宣战"],
  ]);
  const first = await get(sub[0]?.id ?? "");
  expect(first).toMatchObject({
    lead: ["马尚街道"],
    responsible: ["和平街道"],
    period: { due: "2020-05-31" },
    parentTask: { id, no: "3" },
    assignments: [{ unit: mashang, contact: "张某" }, { unit: heping }],
  });
  expect((await get(sub[1]?.id ?? "")).period.text).toBe("6月底前");
  expect((await get(id)).subTasks.map(({ title }) => title)).toEqual(["排查排污口", "清理河道", "建立台账"]);
  await tasks().breakDown({ id, parts: [{ title: "回头看" }] });
  expect((await get(id)).subTasks.map(({ no }) => no)).toContain("3-3");
  await undo(done.version);
  expect((await get(id)).subTasks.map(({ title }) => title)).toEqual(["回头看"]);
});

test("a breakdown that loops is refused, also through several steps and through a joined task", async () => {
  const [a, b, c, d] = [
    await add({ no: "1", title: "甲" }),
    await add({ title: "乙" }),
    await add({ title: "丙" }),
    await add({ title: "丁" }),
  ];
  await tasks().partOf({ ids: [b], parent: a });
  await tasks().partOf({ ids: [c], parent: b });
  expect(await refusalOf(tasks().partOf({ ids: [a], parent: a }))).toBe("breakdown-loops");
  expect(await refusalOf(tasks().partOf({ ids: [d, a], parent: c }))).toBe("breakdown-loops");
  expect((await get(d)).parent).toBeNull();
  await program.client.exchange.join({ record: d, same: a });
  expect(await refusalOf(tasks().partOf({ ids: [d], parent: c }))).toBe("task-joined");
  const e = await add({ title: "戊" });
  await tasks().partOf({ ids: [e], parent: c });
  await program.client.exchange.join({ record: b, same: e });
  // 丙 is now a part of 戊, for which 乙 stands, and 戊 a part of 丙: a person parts them, and nothing runs in circles.
  expect(await refusalOf(tasks().partOf({ ids: [a], parent: c }))).toBe("");
  await tasks().partOf({ ids: [c, e], parent: null });
  expect((await get(c)).parent).toBeNull();
  expect(await refusalOf(tasks().partOf({ ids: [c], parent: null }))).toBe("nothing-to-do");
});

test("a campaign is named: its own record gives id and interval; many at once; an empty name takes them out", async () => {
  const facts = { name: "向污染宣战", year: 2020, every: "month" as const, note: "" };
  commit(program.store, {
    action: "campaigns.add",
    changes: [{ record: "campaign:1", kind: campaignKind.kind, unit: "*", value: { facts } }],
  });
  const [a, b] = [await add({ campaign: "向污染宣战" }), await add()];
  expect((await get(a)).campaignOf).toEqual({ id: "campaign:1", name: "向污染宣战", every: "month" });
  await tasks().setCampaign({ ids: [a, b], campaign: " 12345监督 " });
  expect((await get(b)).campaignOf).toEqual({ id: null, name: "12345监督" });
  await tasks().edit({ id: b, changes: { campaign: "向污染宣战" } });
  expect((await get(b)).campaignOf).toMatchObject({ every: "month" });
  await tasks().setCampaign({ ids: [a, b], campaign: "" });
  expect((await get(a)).campaignOf).toBeNull();
  expect(await refusalOf(tasks().setCampaign({ ids: [a, b], campaign: "" }))).toBe("nothing-to-do");
});
