/** Dispatch meetings over a real database: agenda as of a day, notes, what decisions become, and undo. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { AgendaItem } from "#shared/dispatch/view.ts";
import { refusalOf, testClient } from "../testing/client.ts";
import { fixedEnv, temporaryFolder } from "../store/testing.ts";

const mashang = "370303001";
const heping = "370303002";
const month = "2020-05";

let folder: ReturnType<typeof temporaryFolder>;
let env: ReturnType<typeof fixedEnv>;
let office: ReturnType<typeof testClient>;

beforeEach(() => {
  folder = temporaryFolder();
  env = fixedEnv("2020-04-10T09:00:00+08:00");
  office = testClient(folder.path, env);
});
afterEach(() => {
  office.close();
  folder.remove();
});

const addTask = async (title: string, period = "", units: string[] = []): Promise<string> => {
  const { ids } = await office.client.tasks.add({ title, period });
  const id = ids[0] ?? "";
  if (units.length > 0) await office.client.tasks.assign({ ids: [id], units });
  return id;
};
const report = (id: string, unit: string, on: string, changes: { percent?: number; step?: "report-done" } = {}) =>
  office.client.tasks.step({
    ids: [id],
    step: { step: changes.step ?? "progress", unit, on, text: "正在推进", percent: changes.percent },
  });
const meet = async (head: { on?: string; units?: string[]; month?: string } = {}): Promise<string> => {
  const { ids } = await office.client.dispatch.add({ month, on: "2020-05-28", ...head });
  return ids[0] ?? "";
};
const agendaOf = async (id: string): Promise<Record<string, readonly string[]>> => {
  const { agenda } = await office.client.dispatch.get({ id });
  return Object.fromEntries(agenda.map(({ title, reasons }) => [title, reasons]));
};
const itemOf = async (id: string, title: string): Promise<AgendaItem | undefined> =>
  (await office.client.dispatch.get({ id })).agenda.find((item) => item.title === title);

describe("the agenda of a meeting", () => {
  it("lists what is late, due and unheard of in the month, each under its first reason", async () => {
    await addTask("逾期", "4月底前", [mashang]);
    await addTask("到期", "5月底前", [mashang]);
    const heard = await addTask("有反馈", "12月底前", [mashang]);
    await addTask("未反馈", "12月底前", [heping]);
    await report(heard, mashang, "2020-05-20", { percent: 40 });
    expect(await agendaOf(await meet())).toEqual({
      逾期: ["late", "unheard"],
      到期: ["due", "unheard"],
      未反馈: ["unheard"],
    });
  });

  it("looks at the units that were picked and at no others", async () => {
    await addTask("马尚的", "4月底前", [mashang]);
    await addTask("和平的", "4月底前", [heping]);
    const both = await addTask("两家的", "4月底前", [mashang, heping]);
    const id = await meet({ units: ["和平街道"] });
    expect(Object.keys(await agendaOf(id)).toSorted()).toEqual(["两家的", "和平的"].toSorted());
    const item = await itemOf(id, "两家的");
    expect(item?.concerned.map(({ unitName }) => unitName)).toEqual(["和平街道"]);
    expect(item?.task).toBe(both);
  });

  it("an assignment with a period of its own is late or due by that one", async () => {
    const id = await addTask("清淤", "12月底前");
    await office.client.tasks.assign({ ids: [id], units: [mashang], period: "5月20日前" });
    const [hands] = (await itemOf(await meet(), "清淤"))?.concerned ?? [];
    expect([hands?.due, hands?.daysLate, hands?.reasons]).toEqual(["2020-05-20", 8, ["late", "due", "unheard"]]);
  });

  it("an occurrence that falls in the month is due in it", async () => {
    await addTask("月报", "每月5日前", [mashang]);
    expect(await agendaOf(await meet())).toMatchObject({ 月报: expect.arrayContaining(["due"]) });
  });

  it("is as of the day of the meeting: what was said later does not change it", async () => {
    const id = await addTask("清淤", "12月底前", [mashang]);
    const meeting = await meet();
    await report(id, mashang, "2020-05-29", { percent: 60 });
    expect((await itemOf(meeting, "清淤"))?.reasons).toEqual(["unheard"]);
  });

  it("a sub-task stands by itself, and the task that it is a part of is not asked for its own word", async () => {
    const parent = await addTask("总任务", "12月底前");
    await office.client.tasks.breakDown({
      id: parent,
      parts: [{ title: "分任务", units: [mashang], period: "5月10日前", measures: "", no: "", contact: "" }],
    });
    const agenda = await agendaOf(await meet());
    expect(agenda["分任务"]).toEqual(["late", "due", "unheard"]);
  });

  it("says what changed since the meeting before, with before and after", async () => {
    const id = await addTask("清淤", "12月底前", [mashang]);
    await report(id, mashang, "2020-04-20", { percent: 10 });
    await meet({ on: "2020-04-28", month: "2020-04" });
    env.setNow("2020-05-12T09:00:00+08:00");
    await office.client.tasks.edit({ id, changes: { title: "河道清淤", period: "11月底前" } });
    await office.client.tasks.assign({ ids: [id], units: [heping] });
    await report(id, mashang, "2020-05-13", { step: "report-done" });
    await report(id, heping, "2020-05-13");
    const item = await itemOf(await meet(), "河道清淤");
    expect(item?.reasons).toEqual(["changed"]);
    expect(item?.changes).toEqual([
      { field: "title", unit: null, before: "清淤", after: "河道清淤" },
      { field: "period", unit: null, before: "12月底前", after: "11月底前" },
      { field: "assignments", unit: null, before: "马尚街道", after: "和平街道、马尚街道" },
    ]);
  });

  it("a task that was not here at the meeting before did not change since", async () => {
    await meet({ on: "2020-04-09", month: "2020-03" });
    const id = await addTask("新来的", "12月底前", [mashang]);
    await report(id, mashang, "2020-05-02");
    expect(await agendaOf(await meet())).toEqual({});
  });

  it("figures count by unit what each has in hand", async () => {
    const done = await addTask("办完", "5月10日前", [mashang]);
    await report(done, mashang, "2020-05-09", { step: "report-done" });
    await office.client.tasks.step({ ids: [done], step: { step: "confirm", unit: mashang, on: "2020-05-11" } });
    await addTask("逾期", "4月底前", [mashang, heping]);
    const { figures, byUnit } = await office.client.dispatch.get({ id: await meet() });
    expect(figures).toEqual({ tasks: 2, done: 1, inTime: 1, reported: 0, due: 1, late: 1, unheard: 1 });
    expect(byUnit.map(({ unitName, tasks, done: over, late }) => [unitName, tasks, over, late])).toEqual([
      ["马尚街道", 2, 1, 1],
      ["和平街道", 1, 0, 1],
    ]);
  });
});

describe("what is said at a meeting", () => {
  it("notes and decisions are steps; each is taken back by its own undo", async () => {
    const task = await addTask("清淤", "4月底前", [mashang]);
    const id = await meet();
    await office.client.dispatch.note({ id, task, text: "资金未到位", unit: mashang });
    const decided = await office.client.dispatch.note({ id, task, text: "6月10日前完成", decision: true });
    await office.client.history.undo({ version: decided.version });
    const { steps, notes, decisions } = await office.client.dispatch.get({ id });
    expect(steps.map(({ data, retracted, unitName }) => [data.step, retracted, unitName])).toEqual([
      ["note", false, "马尚街道"],
      ["decision", true, null],
    ]);
    expect([notes, decisions]).toEqual([1, 0]);
  });

  it("a decision becomes urgings in the same commit, numbered, and one undo takes both back", async () => {
    const task = await addTask("清淤", "4月底前", [mashang, heping]);
    const id = await meet();
    const urged = await office.client.dispatch.urge({
      id,
      task,
      urgings: [
        { unit: "马尚街道", text: "请抓紧", limit: "6月5日前" },
        { unit: heping, text: "请抓紧", limit: "6月5日前" },
      ],
    });
    const { steps } = await office.client.dispatch.get({ id });
    expect(steps.map(({ data, madeTitle, unitName }) => [data.step, madeTitle, unitName])).toEqual([
      ["urging", "〔2020〕1号", "马尚街道"],
      ["urging", "〔2020〕2号", "和平街道"],
    ]);
    const urging = await office.client.urgings.get({ id: steps[0]?.data.made ?? "" });
    expect([urging.unit, urging.dispatch, urging.limit.text]).toEqual(["马尚街道", id, "6月5日前"]);
    await office.client.history.undo({ version: urged.version });
    const after = await office.client.dispatch.get({ id });
    expect(after.steps.every(({ retracted, madeTitle }) => retracted && madeTitle === null)).toBe(true);
    expect(after.urgings).toBe(0);
  });

  it("a decision becomes a sub-task of the task that it is about, assigned at once", async () => {
    const about = await addTask("清淤", "4月底前", [mashang]);
    const id = await meet();
    await office.client.dispatch.makeTask({ id, about, title: "补充勘察", units: ["和平街道"], period: "6月15日前" });
    const { steps } = await office.client.dispatch.get({ id });
    const task = await office.client.tasks.get({ id: steps[0]?.data.made ?? "" });
    expect([task.title, task.parent, task.due, task.assignments.map(({ unitName }) => unitName)]).toEqual([
      "补充勘察",
      about,
      "2020-06-15",
      ["和平街道"],
    ]);
    expect(steps[0]?.madeTitle).toBe("补充勘察");
  });

  it("nothing is noted at a withdrawn meeting; undoing the withdrawal opens it again", async () => {
    const id = await meet();
    const withdrawn = await office.client.dispatch.withdraw({ id, reason: "改期" });
    expect(await refusalOf(office.client.dispatch.note({ id, task: null, text: "x" }))).toBe("dispatch-withdrawn");
    expect((await office.client.dispatch.list())[0]?.withdrawn).toBe(true);
    await office.client.history.undo({ version: withdrawn.version });
    await office.client.dispatch.note({ id, task: null, text: "照常召开" });
    expect((await office.client.dispatch.list())[0]).toMatchObject({ withdrawn: false, notes: 1 });
  });

  it("refuses what makes no sense, and stores nothing", async () => {
    const task = await addTask("清淤");
    const id = await meet();
    const { dispatch } = office.client;
    expect(await refusalOf(dispatch.add({ month, units: ["月球街道"] }))).toBe("unit-unknown");
    expect(await refusalOf(dispatch.add({ month, on: "2020-02-31" }))).toBe("day-unreal");
    expect(await refusalOf(dispatch.note({ id, task: "nothing", text: "x" }))).toBe("not-found");
    expect(await refusalOf(dispatch.makeTask({ id, about: null, title: "x", units: ["月球街道"] }))).toBe(
      "unit-unknown",
    );
    expect(await refusalOf(dispatch.makeTask({ id, about: task, title: "x", period: "2020年9月至2020年5月" }))).toBe(
      "period-backwards",
    );
    await office.client.tasks.withdraw({ ids: [task], reason: "重复" });
    expect(await refusalOf(dispatch.makeTask({ id, about: task, title: "x" }))).toBe("task-withdrawn");
    expect((await dispatch.get({ id })).steps).toEqual([]);
    expect(await dispatch.list()).toHaveLength(1);
  });

  it("the list has the meetings newest first, without one whose creation was undone", async () => {
    await meet({ on: "2020-04-28" });
    await meet({ on: "2020-05-28" });
    const { version } = await office.client.dispatch.add({ month, on: "2020-06-28" });
    await office.client.history.undo({ version });
    expect((await office.client.dispatch.list()).map(({ on }) => on)).toEqual(["2020-05-28", "2020-04-28"]);
  });
});

it("minutes are a Word file that says what was said, outside of the data folder", async () => {
  const task = await addTask("清淤", "4月底前", [mashang]);
  const id = await meet();
  await office.client.dispatch.note({ id, task, text: "资金未到位" });
  expect(await refusalOf(office.client.dispatch.minutes({ id, path: join(folder.path, "m.docx") }))).not.toBe("");
  const out = temporaryFolder();
  const { path, bytes } = await office.client.dispatch.minutes({ id, path: join(out.path, "纪要.docx") });
  expect(readFileSync(path).subarray(0, 2).toString()).toBe("PK");
  expect(bytes).toBeGreaterThan(1000);
  out.remove();
});
