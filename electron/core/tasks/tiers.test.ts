import { afterEach, beforeEach, expect, test } from "vitest";
import type { TaskStep } from "#shared/tasks/record.ts";
import { setUpKeys } from "../exchange/identity/ready.ts";
import { enrolled } from "../exchange/identity/testing.ts";
import { refusalOf } from "../testing/client.ts";
import { addUnit } from "../units/edit.ts";
import { hand, type TestOffice, type TestOffices, testOffices } from "../testing/offices.ts";

let offices: TestOffices;
let city: TestOffice;
let district: TestOffice;
let town: TestOffice;
const on = "2020-05-19";

beforeEach(() => {
  offices = testOffices();
  city = offices.open("370300");
  district = offices.open("370303");
  town = offices.open("370303001");
});
afterEach(() => offices.close());

const issued = async (): Promise<string> => {
  const { ids } = await city.client.tasks.add({ title: "巡查孝妇河", period: "6月底前" });
  const [id = ""] = ids;
  await city.client.tasks.assign({ ids: [id], units: ["370303"] });
  hand(city, district);
  return id;
};
const step = ({ client }: TestOffice, id: string, name: TaskStep["step"], more: object = {}) =>
  client.tasks.step({ ids: [id], step: { step: name, unit: null, on, ...more } });
const get = ({ client }: TestOffice, id: string) => client.tasks.get({ id });

test("EX4: a district works on its own assignment of the city's task without naming itself, and both see it alike", async () => {
  const id = await issued();
  expect(await get(district, id)).toMatchObject({ state: "issued", owner: "370300", marks: ["foreign"] });
  await step(district, id, "receive");
  await step(district, id, "progress", { percent: 30, text: "已排查" });
  expect(await get(district, id)).toMatchObject({ state: "in-progress", percent: 30, progress: "已排查" });
  hand(district, city);
  const seen = await get(city, id);
  expect(seen).toMatchObject({ state: "in-progress", percent: 30 });
  expect(seen.steps.map(({ data, office, onBehalfOf }) => [data.step, data.unit, office, onBehalfOf])).toEqual([
    ["assign", "370303", "淄博市", null],
    ["receive", "370303", "张店区", null],
    ["progress", "370303", "张店区", null],
  ]);
});

test("EX4: assigned on, the town works on its own, and the roll-up at each tier shows it", async () => {
  const id = await issued();
  await step(district, id, "receive");
  await district.client.tasks.assign({ ids: [id], units: ["370303001", "370303002"] });
  hand(district, town);
  await step(town, id, "progress", { percent: 40, text: "过半" });
  expect(await get(town, id)).toMatchObject({ state: "in-progress", percent: 40 });
  hand(town, district);
  const here = await get(district, id);
  expect(here).toMatchObject({ state: "in-progress", percent: 20 });
  expect(here.assignments.map(({ unit, state, under }) => [unit, state, under])).toEqual([
    ["370303", "in-progress", null],
    ["370303001", "in-progress", "370303"],
    ["370303002", "issued", "370303"],
  ]);
  hand(district, city);
  expect(await get(city, id)).toMatchObject({ state: "in-progress", percent: 20 });
  await step(town, id, "report-done");
  hand(town, district);
  expect(await get(district, id)).toMatchObject({ state: "in-progress" });
  await district.client.tasks.step({ ids: [id], step: { step: "confirm", unit: "370303001", on } });
  await step(district, id, "report-done", { text: "全区完成" });
  hand(district, city);
  await city.client.tasks.step({ ids: [id], step: { step: "confirm", unit: "370303", on } });
  hand(city, district);
  expect(await get(city, id)).toMatchObject({ state: "done" });
  expect(await get(district, id)).toMatchObject({ state: "done" });
});

test("EX4: what is not an office's own is neither offered nor taken; fields of another office's record stay editable", async () => {
  const id = await issued();
  const { hands, whole } = await get(district, id);
  expect(hands.map(({ unit, own, steps }) => [unit, own, steps])).toEqual([
    ["370303", true, ["receive", "return", "progress", "report-done", "ask-extension"]],
  ]);
  expect(whole).toEqual(["assign"]);
  await step(district, id, "report-done");
  expect((await get(district, id)).hands[0]?.steps).toEqual([]);
  expect(
    await refusalOf(district.client.tasks.step({ ids: [id], step: { step: "confirm", unit: "370303", on } })),
  ).toBe("step-not-yours");
  expect(await refusalOf(district.client.tasks.withdraw({ ids: [id], reason: "不办" }))).toBe("step-not-yours");
  expect(await refusalOf(district.client.tasks.assign({ ids: [id], units: ["370300"] }))).toBe("step-not-yours");
});

test("EX4: for a unit without an enrolled computer the office that assigned writes on its behalf, and is shown to have", async () => {
  const id = await issued();
  await city.client.tasks.step({ ids: [id], step: { step: "progress", unit: "370303", on, text: "电话报" } });
  expect((await get(city, id)).steps.at(-1)).toMatchObject({ office: "淄博市", onBehalfOf: "张店区" });
});

test("EX4: authority passes to a unit when it is enrolled: what was written for it before stays, the next write is refused", async () => {
  const id = await issued();
  const said = (text: string) =>
    city.client.tasks.step({ ids: [id], step: { step: "progress", unit: "370303", on, text } });
  await said("电话报");
  await setUpKeys(city.store);
  await setUpKeys(district.store);
  await enrolled(city.store, district.store);
  expect(await refusalOf(said("再代报"))).toBe("unit-writes-itself");
  expect((await get(city, id)).hands).toMatchObject([
    { unit: "370303", steps: ["arrange"], onBehalf: false },
    { unit: null },
  ]);
  hand(city, district);
  await step(district, id, "report-done");
  hand(district, city);
  expect((await get(city, id)).hands[0]).toMatchObject({ unit: "370303", steps: ["confirm", "refuse", "arrange"] });
});

test("EX8a: a task entered twice is joined: it leaves the lists, its steps count for the one that stands, and it can be parted", async () => {
  const id = await issued();
  const { ids } = await district.client.tasks.add({ title: "巡查孝妇河（区里表格）" });
  const [twice = ""] = ids;
  await step(district, twice, "progress", { percent: 60, text: "表里已报" });
  await district.client.exchange.join({ record: twice, same: id });
  expect((await district.client.tasks.list({})).rows.map((row) => row.id)).toEqual([id]);
  expect(await get(district, id)).toMatchObject({
    state: "in-progress",
    percent: 60,
    joined: [{ id: twice, title: "巡查孝妇河（区里表格）", office: "张店区" }],
  });
  expect(await get(district, twice)).toMatchObject({ standsIn: { id } });
  expect(await refusalOf(step(district, twice, "progress", { text: "再报" }))).toBe("task-joined");
  expect(await refusalOf(district.client.exchange.join({ record: id, same: twice }))).toBe("task-same-as-itself");
  hand(district, city);
  expect(await get(city, id)).toMatchObject({ state: "in-progress", percent: 60 });
  await district.client.exchange.join({ record: twice, same: null });
  expect((await district.client.tasks.list({})).rows).toHaveLength(2);
  expect(await get(district, id)).toMatchObject({ state: "issued", percent: null, joined: [] });
  hand(district, city);
  expect(await get(city, id)).toMatchObject({ state: "issued" });
});

test("EX10: a record that left this office's scope is archived: marked, shown with why, and not written about", async () => {
  const id = await issued();
  const left = district.store.db.prepare("INSERT INTO scope_in (peer, record, left_why) VALUES ('370300', ?, ?)");
  left.run(id, "改派他区");
  expect(await get(district, id)).toMatchObject({ archivedWhy: "改派他区", marks: ["foreign", "archived"], whole: [] });
  expect((await get(district, id)).hands.flatMap(({ steps }) => steps)).toEqual([]);
  expect(await refusalOf(step(district, id, "receive"))).toBe("record-archived");
  expect(await refusalOf(district.client.tasks.edit({ id, changes: { note: "记一笔" } }))).toBe("record-archived");
  const archived = { filters: [{ field: "marks", op: "in" as const, values: ["archived"] }] };
  expect((await district.client.tasks.list(archived)).rows.map((row) => [row.id, row.marks])).toEqual([
    [id, ["foreign", "archived"]],
  ]);
  expect(await district.client.tasks.count({ filters: [{ field: "marks", op: "empty", values: [] }] })).toEqual({
    count: 0,
  });
  expect(await district.client.tasks.facets({ fields: ["marks"] })).toEqual({
    marks: [
      { value: "foreign", count: 1 },
      { value: "archived", count: 1 },
    ],
  });
});

test("EX9: sub-tasks come up in one bundle with a new unit that one of them is assigned to, each finished once", async () => {
  const id = await issued();
  const { code, ids: units } = addUnit(district.store, { name: "张店高新园", under: "370303", kind: "zone" });
  const { ids } = await district.client.tasks.breakDown({
    id,
    parts: [
      { title: "巡查上游", units: [code] },
      { title: "巡查下游", units: ["370303001"] },
    ],
  });
  hand(district, city, units);
  expect((await get(city, id)).subTasks.map(({ title }) => title)).toEqual(["巡查上游", "巡查下游"]);
  expect(await get(city, ids[0] ?? "")).toMatchObject({ title: "巡查上游", parentTask: { id } });
});
