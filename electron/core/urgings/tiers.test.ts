import { afterEach, beforeEach, expect, test } from "vitest";
import type { UrgingStepName } from "#shared/urgings/record.ts";
import { enrolled } from "../exchange/identity/testing.ts";
import { expectSound } from "../store/testing-offices.ts";
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

const issued = async (at = district, unit = "马尚街道"): Promise<string> => {
  const { ids } = await at.client.urgings.issue({ urgings: [{ unit, text: "请报送进展", limit: "5月底前" }] });
  return ids[0] ?? "";
};
const step = ({ client }: TestOffice, id: string, name: UrgingStepName, text?: string) =>
  client.urgings.step({ ids: [id], step: { step: name, on, ...(text !== undefined && { text }) } });

test("EX4: an urging goes to the unit's office, which receives and answers; the answer comes back and the issuer closes", async () => {
  const id = await issued();
  hand(district, town);
  const there = await town.client.urgings.get({ id });
  expect(there).toMatchObject({
    state: "issued",
    owner: "370303",
    issuer: "张店区",
    marks: ["foreign"],
    onBehalfOf: null,
  });
  expect(there.may).toEqual(["receive", "answer"]);
  await step(town, id, "receive");
  await step(town, id, "answer", "已整改");
  expect(await refusalOf(step(town, id, "close"))).toBe("step-not-yours");
  hand(town, district);
  const back = await district.client.urgings.get({ id });
  expect(back).toMatchObject({ state: "answered", answer: "已整改", marks: [] });
  expect(back.steps.map(({ office, onBehalfOf }) => [office, onBehalfOf])).toEqual([
    ["马尚街道", null],
    ["马尚街道", null],
  ]);
  await step(district, id, "press", "请附照片");
  hand(district, town);
  expect((await town.client.urgings.get({ id })).may).toEqual(["receive", "answer"]);
  for (const { store } of [district, town]) expectSound(store);
});

test("EX4: for a unit without the program the issuer receives and answers; once it is enrolled, it writes itself", async () => {
  const id = await issued();
  expect(await district.client.urgings.get({ id })).toMatchObject({ onBehalfOf: "马尚街道" });
  await step(district, id, "receive");
  await enrolled(district.store, town.store);
  expect(await refusalOf(step(district, id, "answer", "已整改"))).toBe("unit-writes-itself");
  expect((await district.client.urgings.get({ id })).may).toEqual(["close", "withdraw"]);
  hand(district, town);
  await step(town, id, "answer", "已整改");
  expect(await town.client.urgings.get({ id })).toMatchObject({ state: "answered" });
});

test("EX5: what the urged unit changes in what is asked is a proposal to the issuer, who decides", async () => {
  const id = await issued();
  hand(district, town);
  expect(await town.client.urgings.edit({ id, limit: "6月底前" })).toMatchObject({ proposed: 1 });
  hand(town, district);
  const asked = await district.client.urgings.get({ id });
  expect(asked).toMatchObject({ limit: { text: "5月底前" }, marks: ["proposal"] });
  const { conflicts } = await district.client.exchange
    .conflicts({ record: id })
    .then((found) => ({ conflicts: found }));
  expect(JSON.stringify(conflicts)).toContain("6月底前");
});

test("EX6: two computers of the issuer that change the words at the same time leave a question, and the later stands", async () => {
  const id = await issued();
  const second = offices.open("370303");
  hand(district, second);
  await district.client.urgings.edit({ id, text: "请书面报送" });
  await second.client.urgings.edit({ id, text: "请当面汇报" });
  hand(second, district);
  hand(district, second);
  const [here, there] = await Promise.all([district, second].map(({ client }) => client.urgings.get({ id })));
  expect(here?.text).toBe(there?.text);
  expect([here?.marks, there?.marks]).toEqual([["conflict"], ["conflict"]]);
});

test("EX7: closed here and answered there at the same time: what the rules do not allow is asked about, in both alike", async () => {
  const id = await issued();
  hand(district, town);
  await step(district, id, "close");
  await step(town, id, "answer", "已整改");
  hand(town, district);
  hand(district, town);
  const [here, there] = await Promise.all([district, town].map(({ client }) => client.urgings.get({ id })));
  expect(here?.state).toBe("closed");
  expect(there?.state).toBe("closed");
  expect(here?.marks).toContain("conflict");
  for (const { store } of [district, town]) expectSound(store);
});

test("EX8: withdrawn with a reason it stays in both lists, with its state", async () => {
  const id = await issued();
  hand(district, town);
  expect(await refusalOf(step(district, id, "withdraw"))).toBe("note-missing");
  await step(district, id, "withdraw", "发错单位");
  hand(district, town);
  expect(await town.client.urgings.get({ id })).toMatchObject({
    state: "withdrawn",
    withdrawnReason: "发错单位",
    may: [],
  });
  expect(await town.client.urgings.count({})).toEqual({ count: 1 });
});

test("a number given twice by two computers is shown on both, and one of them is given another", async () => {
  const second = offices.open("370303");
  const here = await issued();
  const there = await issued(second, "和平街道");
  hand(second, district);
  const { rows } = await district.client.urgings.list({});
  expect(rows.map(({ number, numberTwice }) => [number, numberTwice])).toEqual([
    ["〔2020〕1号", true],
    ["〔2020〕1号", true],
  ]);
  expect(await district.client.urgings.nextNumber({})).toEqual({ year: 2020, no: 2 });
  await district.client.urgings.edit({ id: there, no: 2 });
  expect(await district.client.urgings.get({ id: here })).toMatchObject({ numberTwice: false });
});

test("numbers are each office's own: the district's first and the town's first are not one number given twice", async () => {
  await issued();
  hand(district, town);
  const { ids } = await town.client.urgings.issue({ urgings: [{ unit: "某村", text: "请清理" }] });
  expect(await town.client.urgings.get({ id: ids[0] ?? "" })).toMatchObject({ no: 1, numberTwice: false });
});
