/** The fourth level (四级联动): villages work through their town, and what it writes for them goes up. */
import { afterEach, beforeEach, expect, test } from "vitest";
import type { TaskStep } from "#shared/tasks/record.ts";
import { clientOf, refusalOf } from "../testing/client.ts";
import { addUnits } from "../units/add-many.ts";
import { send, type TestOffice, testWorld } from "../exchange/testing.ts";

let world: ReturnType<typeof testWorld>;
let city: TestOffice;
let district: TestOffice;
let town: TestOffice;
const on = "2020-05-19";
const villages = ["370303105-V01", "370303105-V02"] as const;

beforeEach(async () => {
  world = testWorld();
  city = await world.office("370300");
  district = await world.office("370303", city);
  town = await world.office("370303105", district);
});
afterEach(() => world.remove());

const tasks = (office: TestOffice) => clientOf(office.program.store).client.tasks;
const step = (office: TestOffice, id: string, name: TaskStep["step"], more: object = {}) =>
  tasks(office).step({ ids: [id], step: { step: name, unit: null, on, ...more } });

test("a city's task becomes a district's, a town's and its villages' work, and what the town wrote for them comes back up", async () => {
  addUnits(town.program.store, { under: "370303105", kind: "village", names: ["东张村", "西张村"] });
  const { ids } = await tasks(city).add({ title: "人居环境整治", period: "2026年12月底前" });
  const [id = ""] = ids;
  await tasks(city).assign({ ids: [id], units: ["370303"] });
  await send(city, district, world.stick());
  await tasks(district).assign({ ids: [id], units: ["370303105"], period: "2026年11月底前", contact: "张某" });
  await send(district, town, world.stick());
  expect(await tasks(town).get({ id })).toMatchObject({ whole: ["assign"], period: { due: "2026-11-30" } });

  await tasks(town).assign({ ids: [id], units: ["东张村", "西张村"], period: "2026年10月底前" });
  await step(town, id, "receive", { unit: villages[0] });
  await step(town, id, "progress", { unit: villages[0], percent: 60, text: "已清理" });
  await step(town, id, "progress", { unit: villages[1], nothing: true });
  const drafted = await tasks(town).draftSummary({ id });
  expect(drafted).toMatchObject({ percent: 30, silent: [], since: null });
  expect(drafted.text).toBe("2 个单位全部反馈，平均进度 30%。东张村（60%）：已清理；西张村：无新进展。");
  await step(town, id, "progress", { text: drafted.text, percent: 30 });
  expect(await tasks(town).draftSummary({ id })).toMatchObject({
    since: on,
    entries: [],
    silent: ["东张村", "西张村"],
  });

  await send(town, district, world.stick());
  const seen = await tasks(district).get({ id });
  expect(
    seen.assignments.map(({ unit, unitName, under, percent, due }) => [unit, unitName, under, percent, due]),
  ).toEqual([
    ["370303", "张店区", null, 30, "2026-12-31"],
    ["370303105", "中埠镇", "370303", 30, "2026-11-30"],
    [villages[0], "东张村", "370303105", 60, "2026-10-31"],
    [villages[1], "西张村", "370303105", null, "2026-10-31"],
  ]);
  expect(seen.steps.filter(({ onBehalfOf }) => onBehalfOf === "东张村").map(({ data }) => data.step)).toEqual([
    "receive",
    "progress",
  ]);
  expect(await refusalOf(step(district, id, "progress", { unit: villages[0], text: "代报" }))).toBe(
    "unit-writes-itself",
  );
  expect(await refusalOf(step(district, id, "progress", { unit: "370303105", text: "代报" }))).toBe(
    "unit-writes-itself",
  );
  expect(await tasks(district).draftSummary({ id, language: "en" })).toMatchObject({
    percent: 30,
    entries: [{ unitName: "中埠镇", percent: 30 }],
  });
  await send(district, city, world.stick());
  expect((await tasks(city).get({ id })).percent).toBe(30);
});

test("a sub-task that a district makes of the city's task is its own, and goes to the towns that have it", async () => {
  const { ids } = await tasks(city).add({ title: "清理河道", no: "3", period: "2026年12月底前" });
  const [id = ""] = ids;
  await tasks(city).assign({ ids: [id], units: ["370303"] });
  await send(city, district, world.stick());
  const { ids: parts } = await tasks(district).breakDown({
    id,
    parts: [{ title: "清理孝妇河", units: ["370303105"], period: "2026年9月底前" }],
  });
  const [part = ""] = parts;
  expect(await tasks(district).get({ id: part })).toMatchObject({ no: "3-1", owner: "370303", parentTask: { id } });
  await send(district, town, world.stick());
  expect(await tasks(town).get({ id: part })).toMatchObject({ owner: "370303", period: { due: "2026-09-30" } });
  expect(await refusalOf(tasks(town).breakDown({ id, parts: [{ title: "排查" }] }))).toBe("not-found");
  expect(await refusalOf(tasks(town).partOf({ ids: [part], parent: part }))).toBe("breakdown-loops");
  await step(town, part, "progress", { percent: 50, text: "过半" });
  await send(town, district, world.stick());
  expect((await tasks(district).draftSummary({ id })).text).toContain("清理孝妇河: 过半");
  expect(await refusalOf(tasks(city).breakDown({ id, parts: [{ title: "排查" }] }))).toBe("");
  expect(await refusalOf(tasks(district).breakDown({ id: "nowhere", parts: [{ title: "排查" }] }))).toBe("not-found");
});

test("an extension goes up to whoever assigned, and the answer comes back", async () => {
  const { ids } = await tasks(district).add({ title: "清理河道", period: "2026年5月31日前" });
  const [id = ""] = ids;
  await tasks(district).assign({ ids: [id], units: ["370303105"] });
  await send(district, town, world.stick());
  await step(town, id, "ask-extension", { text: "汛期", period: "2026年6月20日前", percent: 40 });
  expect((await tasks(town).get({ id })).extension).toMatchObject({ text: "汛期", percent: 40 });
  expect(await refusalOf(step(town, id, "grant-extension"))).toBe("step-not-yours");
  await send(town, district, world.stick());
  expect((await tasks(district).get({ id })).hands[0]).toMatchObject({
    unit: "370303105",
    steps: expect.arrayContaining(["grant-extension", "refuse-extension"]),
  });
  await step(district, id, "grant-extension", { unit: "370303105" });
  await send(district, town, world.stick());
  expect(await tasks(town).get({ id })).toMatchObject({
    due: "2026-06-20",
    extension: null,
    statedPeriod: { due: "2026-05-31" },
  });
});
