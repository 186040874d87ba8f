import { existsSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { docxLines } from "../documents/testing.ts";
import { fixedEnv, temporaryFolder } from "../store/testing.ts";
import { refusalOf, testClient } from "../testing/client.ts";

let folder: ReturnType<typeof temporaryFolder>;
let out: ReturnType<typeof temporaryFolder>;
let office: ReturnType<typeof testClient>;
const on = "2020-05-19";

beforeEach(() => {
  folder = temporaryFolder();
  out = temporaryFolder();
  office = testClient(folder.path, fixedEnv());
});
afterEach(() => {
  office.close();
  folder.remove();
  out.remove();
});

/** A task that was due on 10 May, in the hands of two towns. */
const late = async (...to: string[]): Promise<string> => {
  const added = await office.client.tasks.add({ no: "12", title: "河道巡查", period: "2020年5月10日前" });
  const id = added.ids[0] ?? "";
  if (to.length > 0) await office.client.tasks.assign({ ids: [id], units: to });
  return id;
};
const progress = (id: string, unit: string, percent: number) =>
  office.client.tasks.step({ ids: [id], step: { step: "progress", unit, on, text: "进展", percent } });

test("a draft for each unit that is late or unheard of, of number, title, due date, days late and what was said last", async () => {
  const id = await late("370303001", "370303002");
  await progress(id, "370303002", 30);
  expect(await office.client.urgings.draft({ task: id })).toEqual([
    {
      unit: "370303001",
      unitName: "马尚街道",
      text: "第12项任务“河道巡查”应于2020年5月10日前完成，现已逾期9天，至今未收到反馈。请抓紧办理，并书面反馈办理情况。",
      limit: "",
    },
    {
      unit: "370303002",
      unitName: "和平街道",
      text: "第12项任务“河道巡查”应于2020年5月10日前完成，现已逾期9天，2020年5月19日反馈进度30%。请抓紧办理，并书面反馈办理情况。",
      limit: "",
    },
  ]);
});

test("whoever reported completion is not urged, nor this office itself", async () => {
  const id = await late("370303001", "370303002");
  await office.client.tasks.step({ ids: [id], step: { step: "report-done", unit: "370303001", on, text: "完成" } });
  expect((await office.client.urgings.draft({ task: id })).map(({ unit }) => unit)).toEqual(["370303002"]);
});

test("a task that nobody was assigned is urged of the units that it names", async () => {
  const { ids } = await office.client.tasks.add({
    title: "接访",
    period: "2020年6月10日前",
    units: { lead: ["马尚街道"], responsible: ["张店区", "某公司"], support: [] },
  });
  const drafts = await office.client.urgings.draft({ task: ids[0] ?? "" });
  expect(drafts.map(({ unit, text }) => [unit, text])).toEqual([
    ["370303001", "任务“接访”时限为“2020年6月10日前”，至今未收到反馈。请尽快反馈进展情况。"],
    ["某公司", "任务“接访”时限为“2020年6月10日前”，至今未收到反馈。请尽快反馈进展情况。"],
  ]);
});

test("a group unit that a task names is urged as the units that it stands for here", async () => {
  const { ids } = await office.client.tasks.add({
    title: "接访",
    period: "2020年5月10日前",
    units: { lead: [], responsible: ["各镇（街道）"], support: [] },
  });
  const drafts = await office.client.urgings.draft({ task: ids[0] ?? "" });
  expect(drafts.map(({ unitName }) => unitName)).toEqual(["马尚街道", "和平街道", "房镇镇"]);
});

test("a message has three to five lines and says nothing but what stands in the record", async () => {
  const { ids: tasks } = await office.client.tasks.add({ no: "3", title: "接访日", period: "2020年5月10日前" });
  const { ids } = await office.client.urgings.issue({
    urgings: [{ unit: "马尚街道", task: tasks[0] ?? "", text: "请书面\n说明", limit: "2020年5月15日前" }],
  });
  const { text } = await office.client.urgings.plainText({ id: ids[0] ?? "" });
  expect(text.split("\n")).toEqual([
    "【督办〔2020〕1号】马尚街道：",
    "事项：3 接访日",
    "请书面 说明",
    "反馈时限：2020年5月15日前（已逾期4天）",
    "张店区 2020年5月19日",
  ]);
});

test("a message of a task's unit needs no urging; of all its units, those told the same stand together", async () => {
  const id = await late("370303001", "370303002", "370303105");
  await progress(id, "370303105", 50);
  const one = await office.client.urgings.plainText({ task: id, unit: "马尚街道" });
  expect(one.text.split("\n")).toEqual([
    "【督办】马尚街道：",
    expect.stringContaining("逾期9天"),
    "张店区 2020年5月19日",
  ]);
  const all = (await office.client.urgings.plainText({ task: id })).text.split("\n");
  expect(all[0]).toBe("【督办】");
  expect(all[1]).toMatch(/^马尚街道、和平街道：.*至今未收到反馈/);
  expect(all[2]).toMatch(/^房镇镇：.*进度50%/);
  const done = office.client.urgings.plainText({ task: id, unit: "淄博市" });
  expect(await refusalOf(done)).toBe("urging-nobody");
});

test("the sheet: number, unit, matter, what is asked, limit, signature and date, and a strip for the answer", async () => {
  const task = await late("370303001");
  const [draft] = await office.client.urgings.draft({ task });
  const entry = { unit: "马尚街道", task, text: draft?.text ?? "", limit: "5月25日前" };
  const { ids } = await office.client.urgings.issue({ urgings: [entry, { unit: "和平街道", text: "请清理" }] });
  const path = join(out.path, "督办单.docx");
  const { bytes } = await office.client.urgings.document({ ids: [...ids], path });
  expect(bytes).toBeGreaterThan(2000);
  const lines = await docxLines(path);
  expect(lines.slice(0, lines.lastIndexOf("督办单"))).toEqual([
    "督办单",
    "编号：督办〔2020〕1号",
    "承办单位",
    "马尚街道",
    "督办事项",
    "第12项：河道巡查",
    "督办要求",
    draft?.text,
    "反馈时限",
    "5月25日前",
    "张店区",
    "2020年5月19日",
    "－－－－－－－－－－　回　执　－－－－－－－－－－",
    "办理情况",
    "盖章、日期",
  ]);
  expect(lines.filter((line) => line === "督办单")).toHaveLength(2);
});

test("a sheet is not written into the data folder", async () => {
  const { ids } = await office.client.urgings.issue({ urgings: [{ unit: "马尚街道", text: "请清理" }] });
  const path = join(folder.path, "督办单.docx");
  expect(await refusalOf(office.client.urgings.document({ ids: [...ids], path }))).toBe("inside-data-folder");
  expect(existsSync(path)).toBe(false);
});
