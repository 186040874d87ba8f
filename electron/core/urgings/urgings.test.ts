import fc from "fast-check";
import { afterEach, beforeEach, expect, test } from "vitest";
import { addDays } from "#shared/calendar/dates.ts";
import { lightOf } from "#shared/tasks/light.ts";
import { urgingSteps, type UrgingStepName } from "#shared/urgings/record.ts";
import { judgedUrging } from "#shared/urgings/standing.ts";
import { undo } from "../store/undo.ts";
import { expectSound } from "../store/testing-offices.ts";
import { fixedEnv, temporaryFolder } from "../store/testing.ts";
import { listContextOf } from "../list/context.ts";
import { refusalOf, testClient } from "../testing/client.ts";
import { findUrging } from "./find.ts";

let folder: ReturnType<typeof temporaryFolder>;
let env: ReturnType<typeof fixedEnv>;
let office: ReturnType<typeof testClient>;
const on = "2020-05-19";

beforeEach(() => {
  folder = temporaryFolder();
  env = fixedEnv();
  office = testClient(folder.path, env);
});
afterEach(() => {
  office.close();
  folder.remove();
});

const issue = async (...units: string[]): Promise<string[]> => {
  const urgings = units.map((unit) => ({ unit, text: "请报送进展", limit: "2020年5月25日前" }));
  return [...(await office.client.urgings.issue({ urgings })).ids];
};
const step = (id: string, name: UrgingStepName, text?: string) =>
  office.client.urgings.step({ ids: [id], step: { step: name, on, ...(text !== undefined && { text }) } });
const get = (id = "") => office.client.urgings.get({ id });

test("several at once are one commit, numbered on from the last of the year; another year begins at 1", async () => {
  const [first, second] = await issue("马尚街道", "和平街道");
  const [third] = await issue("房镇镇");
  expect((await get(first)).number).toBe("〔2020〕1号");
  expect([(await get(second)).no, (await get(third)).no]).toEqual([2, 3]);
  expect(await office.client.urgings.nextNumber({})).toEqual({ year: 2020, no: 4 });
  env.setNow("2021-01-04T08:00:00+08:00");
  expect((await get((await issue("房镇镇"))[0])).number).toBe("〔2021〕1号");
  expectSound(office.store);
});

test("an urging is about a task as it stood, and its unit is known by its code", async () => {
  const { ids } = await office.client.tasks.add({ no: "12", title: "河道巡查", period: "5月底前" });
  const task = ids[0] ?? "";
  const made = await office.client.urgings.issue({ urgings: [{ unit: "马尚街道", task, text: "请抓紧" }] });
  await office.client.tasks.edit({ id: task, changes: { title: "河道清淤" } });
  expect(await get(made.ids[0])).toMatchObject({
    task,
    taskNo: "12",
    title: "河道巡查",
    unit: "马尚街道",
    unitCode: "370303001",
  });
});

test("an office urges neither itself nor whom it stands under, and nothing is stored", async () => {
  expect(await refusalOf(issue("马尚街道", "张店区"))).toBe("urging-not-below");
  expect(await refusalOf(issue("370300"))).toBe("urging-not-below");
  expect(await office.client.urgings.count({})).toEqual({ count: 0 });
});

test("a limit that ends before it begins, or a task that is not there, is refused and nothing is stored", async () => {
  const entry = { unit: "马尚街道", text: "请抓紧" };
  const backwards = office.client.urgings.issue({
    urgings: [entry, { ...entry, limit: "2020年5月20日至2020年5月1日" }],
  });
  expect(await refusalOf(backwards)).toBe("period-backwards");
  expect(await refusalOf(office.client.urgings.issue({ urgings: [{ ...entry, task: "nowhere" }] }))).toBe("not-found");
  expect(await office.client.urgings.count({})).toEqual({ count: 0 });
});

test("nobody is urged about a task that was withdrawn", async () => {
  const [task = ""] = (await office.client.tasks.add({ title: "河道巡查" })).ids;
  await office.client.tasks.withdraw({ ids: [task], reason: "并入另一项" });
  const urgings = [{ unit: "马尚街道", task, text: "请抓紧" }];
  expect(await refusalOf(office.client.urgings.issue({ urgings }))).toBe("task-withdrawn");
  expect(await office.client.urgings.count({})).toEqual({ count: 0 });
});

test("received, answered, pressed again, answered, closed: each by whose step it is, said in the time line", async () => {
  const [id = ""] = await issue("马尚街道");
  expect((await get(id)).may).toEqual(["receive", "answer", "close", "withdraw"]);
  await step(id, "receive");
  await step(id, "answer", "已清理一半");
  expect(await get(id)).toMatchObject({ state: "answered", answer: "已清理一半", answeredOn: on, light: "on-track" });
  await step(id, "press", "请全部清理");
  expect(await get(id)).toMatchObject({ state: "issued", answer: "已清理一半" });
  await step(id, "answer", "已全部清理");
  await step(id, "close");
  const { state, light, may, answer, steps } = await get(id);
  expect({ state, light, may, answer }).toEqual({ state: "closed", light: "done", may: [], answer: "已全部清理" });
  expect(steps.map(({ data, onBehalfOf }) => [data.step, onBehalfOf])).toEqual([
    ["receive", "马尚街道"],
    ["answer", "马尚街道"],
    ["press", null],
    ["answer", "马尚街道"],
    ["close", null],
  ]);
  expectSound(office.store);
});

test("a step that its moment does not allow, or an answer that says nothing, is refused; of many, none is taken", async () => {
  const [one = "", other = ""] = await issue("马尚街道", "和平街道");
  expect(await refusalOf(step(one, "answer", " "))).toBe("note-missing");
  expect(await refusalOf(step(one, "press", "请全部清理"))).toBe("urging-step-refused");
  await step(one, "close");
  const both = office.client.urgings.step({ ids: [other, one], step: { step: "receive", on } });
  expect(await refusalOf(both)).toBe("urging-step-refused");
  expect((await get(other)).state).toBe("issued");
});

test("a number that another of the year has is not given by hand; a free one is", async () => {
  const [one = "", other = ""] = await issue("马尚街道", "和平街道");
  expect(await refusalOf(office.client.urgings.edit({ id: other, no: 1 }))).toBe("urging-number-taken");
  await office.client.urgings.edit({ id: other, no: 9, text: "请书面报送", limit: "2020年6月1日前" });
  expect(await get(other)).toMatchObject({ no: 9, text: "请书面报送", due: "2020-06-01" });
  expect(await refusalOf(office.client.urgings.edit({ id: one, no: 1 }))).toBe("nothing-to-do");
});

test("working days of a limit count from the day on which the unit had it in hand", async () => {
  const urgings = [{ unit: "马尚街道", text: "请报送进展", limit: "5个工作日内" }];
  const [id = ""] = (await office.client.urgings.issue({ urgings })).ids;
  expect(await get(id)).toMatchObject({ due: null, light: "none", lightReason: { code: "not-received" } });
  await step(id, "receive");
  expect(await get(id)).toMatchObject({ due: "2020-05-26" });
});

test("issuing is undone as one: the urgings leave the list and their numbers are free", async () => {
  const made = await office.client.urgings.issue({
    urgings: ["马尚街道", "和平街道"].map((unit) => ({ unit, text: "请报送进展" })),
  });
  undo(office.store, made.version);
  expect(await office.client.urgings.count({})).toEqual({ count: 0 });
  expect(await office.client.urgings.nextNumber({})).toEqual({ year: 2020, no: 1 });
  expect(await refusalOf(get(made.ids[0]))).toBe("not-found");
  expectSound(office.store);
});

test("found by number, task, unit in pinyin and words; filtered by unit, state and light; the last one first", async () => {
  const [one = "", other = ""] = await issue("马尚街道", "和平街道");
  await step(one, "answer", "已清理完毕");
  const ids = async (query: object): Promise<string[]> =>
    (await office.client.urgings.list(query)).rows.map(({ id }) => id);
  expect(await ids({})).toEqual([other, one]);
  expect(await ids({ q: "msjd" })).toEqual([one]);
  expect(await ids({ q: "清理完毕" })).toEqual([one]);
  expect(await ids({ filters: [{ field: "unit", op: "in", values: ["和平街道"] }] })).toEqual([other]);
  expect(await ids({ filters: [{ field: "state", op: "in", values: ["answered"] }] })).toEqual([one]);
  expect(
    await ids({ filters: [{ field: "light", op: "in", values: ["on-track", "soon"] }], sort: [{ field: "number" }] }),
  ).toEqual([one, other]);
  const facets = await office.client.urgings.facets({ fields: ["unit", "state"] });
  expect(facets["unit"]).toContainEqual({ value: "马尚街道", count: 1 });
});

test("the light of the list says what the rule says, whatever the steps and the day", async () => {
  const [id = ""] = await issue("马尚街道");
  const moment = fc.record({ step: fc.constantFrom(...urgingSteps), after: fc.integer({ min: 0, max: 12 }) });
  await fc.assert(
    fc.asyncProperty(fc.array(moment, { maxLength: 4 }), fc.integer({ min: 0, max: 12 }), async (steps, days) => {
      for (const { step: name, after } of steps) {
        const taken = { step: name, on: addDays(on, after), text: "字" };
        await refusalOf(office.client.urgings.step({ ids: [id], step: taken }));
        if ((await get(id)).may.length === 0) break;
      }
      env.setNow(`${addDays(on, days)}T08:00:00+08:00`);
      const context = listContextOf(office.store);
      const judged = lightOf(judgedUrging(findUrging(office.store, id).standing), context.today, context);
      const { rows } = await office.client.urgings.list({});
      expect(rows.map(({ light }) => light)).toEqual([judged.light]);
      // Each history begins with one that was just issued.
      while ((await get(id)).steps.some(({ retracted }) => !retracted)) {
        const last = (await get(id)).steps.findLast(({ retracted }) => !retracted);
        undo(office.store, last?.version ?? "");
      }
    }),
    { numRuns: 100 },
  );
});
