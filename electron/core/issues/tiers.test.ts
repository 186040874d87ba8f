import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { IssueStep } from "#shared/issues/record.ts";
import { unitRecordId } from "#shared/units/record.ts";
import { commit } from "../store/commit.ts";
import { refusalOf } from "../testing/client.ts";
import { hand, type TestOffice, type TestOffices, testOffices } from "../testing/offices.ts";

let offices: TestOffices;
let district: TestOffice;
let town: TestOffice;
const on = "2020-05-19";

beforeEach(() => {
  offices = testOffices();
  district = offices.open("370303");
  town = offices.open("370303009");
});
afterEach(() => offices.close());

const registered = async (units: string[] = ["马尚街道办事处"]): Promise<string> => {
  const { ids } = await district.client.issues.add({ title: "河道垃圾", units, limit: "6月底前" });
  return ids[0] ?? "";
};
const step = ({ client }: TestOffice, id: string, name: IssueStep["step"], more: object = {}, files: string[] = []) =>
  client.issues.step({ ids: [id], step: { step: name, unit: null, on, ...more }, files });
const codesOf = ({ store }: TestOffice, id: string): unknown => {
  const row = store.db.prepare("SELECT codes FROM issues JOIN records USING (rid) WHERE id = ?").get(id);
  return JSON.parse((row as { codes: string }).codes);
};

test("EX4: the codes of the responsible units are resolved where it is written: entry, edit, bulk edit and hand-over", async () => {
  const id = await registered();
  expect(codesOf(district, id)).toEqual(["370303009"]);
  await district.client.issues.edit({ id, changes: { units: ["和平街道"] } });
  expect(codesOf(district, id)).toEqual(["370303004"]);
  await district.client.issues.bulkEdit({ ids: [id], changes: { units: ["马尚街道", "某公司"] } });
  expect(codesOf(district, id)).toEqual(["370303009"]);
  await district.client.issues.step({
    ids: [id],
    step: { step: "hand-over", unit: null, on },
    handOver: { units: ["和平街道"] },
  });
  expect(codesOf(district, id)).toEqual(["370303004"]);
});

test("EX4: who is responsible does not depend on what another office knows: a unit known there by another name has its code", async () => {
  const alias = { name: "马尚街道", aliases: ["马尚城管所"] };
  commit(district.store, {
    action: "units.edit",
    changes: [{ record: unitRecordId("370303009"), kind: "unit", unit: "name", value: alias }],
  });
  const id = await registered(["马尚城管所"]);
  await step(district, id, "hand-over");
  hand(district, town);
  await step(town, id, "receive");
  hand(town, district);
  expect(await district.client.issues.get({ id })).toMatchObject({ state: "in-progress", marks: [] });
});

test("EX4: a district hands over to a town; the town receives, reports and sends evidence; the district verifies and closes", async () => {
  const id = await registered();
  await step(district, id, "hand-over");
  hand(district, town);
  const there = await town.client.issues.get({ id });
  expect(there).toMatchObject({ state: "handed-over", owner: "370303", onBehalfOf: null, marks: ["foreign"] });
  expect(there.allowed).toEqual(["receive", "return", "measures", "progress", "report-done", "evidence"]);
  await step(town, id, "receive");
  await step(town, id, "measures", { text: "清运并立牌" });
  const file = join(town.store.folder, "..", `${id}.jpg`);
  writeFileSync(file, "picture");
  await step(town, id, "report-done", { text: "已清运" }, [file]);
  expect(await refusalOf(step(town, id, "verify-passed"))).toBe("step-not-yours");
  hand(town, district);
  const back = await district.client.issues.get({ id });
  expect(back).toMatchObject({ state: "awaiting", measures: "清运并立牌", progress: "已清运", evidence: 1, marks: [] });
  expect(back.steps.map(({ data, office, own }) => [data.step, office, own])).toEqual([
    ["hand-over", "张店区", true],
    ["receive", "马尚街道", false],
    ["measures", "马尚街道", false],
    ["report-done", "马尚街道", false],
  ]);
  await step(district, id, "verify-passed");
  hand(district, town);
  expect(await town.client.issues.get({ id })).toMatchObject({ state: "closed", allowed: [] });
});

test("EX4: for a town without an enrolled computer the district writes on its behalf, and says so", async () => {
  const id = await registered();
  await step(district, id, "hand-over");
  await step(district, id, "receive");
  const { steps, onBehalfOf } = await district.client.issues.get({ id });
  expect(onBehalfOf).toBe("马尚街道");
  expect(steps.at(-1)).toMatchObject({ office: "张店区", onBehalfOf: "马尚街道" });
});

test("EX5: the town's edit of what the district describes is a proposal, its measures are its own", async () => {
  const id = await registered();
  await step(district, id, "hand-over");
  hand(district, town);
  expect(await town.client.issues.edit({ id, changes: { title: "河道生活垃圾" } })).toMatchObject({ proposed: 1 });
  expect((await town.client.issues.edit({ id, changes: { measures: "每日巡查" } })).proposed).toBeUndefined();
  expect(await town.client.issues.get({ id })).toMatchObject({ title: "河道垃圾", measures: "每日巡查" });
});
