import { afterEach, beforeEach, expect, test } from "vitest";
import { commit } from "../../store/commit.ts";
import { refusalOf } from "../../testing/client.ts";
import { hand, type TestOffice, type TestOffices, testOffices } from "../../testing/offices.ts";

let offices: TestOffices;
let city: TestOffice;
let district: TestOffice;
const on = "2020-05-19";

beforeEach(() => {
  offices = testOffices();
  city = offices.open("370300");
  district = offices.open("370303");
});
afterEach(() => offices.close());

const issued = async (): Promise<string> => {
  const { ids } = await city.client.tasks.add({ title: "巡查孝妇河", period: "6月底前", note: "甲" });
  const [id = ""] = ids;
  await city.client.tasks.assign({ ids: [id], units: ["370303"] });
  hand(city, district);
  return id;
};
const open = ({ client }: TestOffice) => client.exchange.conflicts({});
const both = (): void => {
  hand(city, district);
  hand(district, city);
};

/** The record of one unit too, which otherwise each test office has of its own. */
const bothWith = (record: string): void => {
  hand(city, district, [record]);
  hand(district, city, [record]);
};

test("EX5: an edit of another office's record is a proposal: said to be one, kept, shown beside what stands, and taken", async () => {
  const id = await issued();
  expect(await district.client.tasks.edit({ id, changes: { note: "乙" } })).toMatchObject({ proposed: 1 });
  expect(await district.client.tasks.get({ id })).toMatchObject({ note: "甲", marks: ["proposal", "foreign"] });
  expect(await open(district)).toMatchObject([{ kind: "proposal", mine: false, deciderName: "淄博市" }]);
  hand(district, city);
  const [question] = await open(city);
  expect(question).toMatchObject({ kind: "proposal", unit: "note", mine: true, title: "巡查孝妇河" });
  expect(question?.sides.map(({ text, stands, officeName }) => [text, stands, officeName])).toEqual([
    ["乙", false, "张店区"],
    ["甲", true, "淄博市"],
  ]);
  await city.client.exchange.decide({ id: question?.id ?? "", take: question?.sides[0]?.version });
  hand(city, district);
  for (const office of [city, district]) {
    expect(await office.client.tasks.get({ id })).toMatchObject({ note: "乙" });
    expect(await open(office)).toEqual([]);
  }
});

test("EX5: a proposal that is not taken closes in both offices and leaves what stands; its own office may drop it too", async () => {
  const id = await issued();
  await district.client.tasks.edit({ id, changes: { note: "乙" } });
  hand(district, city);
  const [question] = await open(city);
  await city.client.exchange.decide({ id: question?.id ?? "", reject: true });
  hand(city, district);
  for (const office of [city, district]) {
    expect(await office.client.tasks.get({ id })).toMatchObject({
      note: "甲",
      marks: expect.not.arrayContaining(["proposal"]),
    });
    expect(await open(office)).toEqual([]);
  }
  await district.client.tasks.edit({ id, changes: { note: "丙" } });
  const [own] = await open(district);
  const take = own?.sides[0]?.version;
  expect(await refusalOf(district.client.exchange.decide({ id: own?.id ?? "", take }))).toBe("decision-not-yours");
  await district.client.exchange.decide({ id: own?.id ?? "", reject: true });
  expect(await open(district)).toEqual([]);
});

/** Units of the same area: the district and the city both have authority over a town's name. */
const townRecord = "unit:370303001";
const rename = ({ store }: TestOffice, name: string): void => {
  commit(store, {
    action: "units.edit",
    changes: [{ record: townRecord, kind: "unit", unit: "name", value: { name, aliases: [] } }],
  });
};

test("EX6: concurrent values of one unit of merge are a conflict with one id everywhere, and a third value closes it everywhere", async () => {
  rename(city, "车站路街道");
  rename(district, "车站办");
  bothWith(townRecord);
  const here = await open(city);
  const there = await open(district);
  expect(here).toHaveLength(1);
  expect(there.map(({ id }) => id)).toEqual(here.map(({ id }) => id));
  expect(here[0]).toMatchObject({ kind: "values", unit: "name", mine: true, decider: "370300" });
  expect(there[0]).toMatchObject({ mine: false, deciderName: "淄博市" });
  expect(new Set(here[0]?.sides.map(({ text, stands }) => `${text} ${stands}`))).toEqual(
    new Set(["车站路街道 true", "车站办 false"]),
  );
  await city.client.exchange.decide({
    id: here[0]?.id ?? "",
    value: { name: "车站街道", aliases: ["车站路街道"] },
    note: "以此为准",
  });
  bothWith(townRecord);
  for (const office of [city, district]) expect(await open(office)).toEqual([]);
  expect(await refusalOf(city.client.exchange.decide({ id: here[0]?.id ?? "", reject: true }))).toBe("conflict-gone");
});

test("EX8: a withdrawal that did not see work of another office does not count until somebody decides", async () => {
  const id = await issued();
  await city.client.tasks.withdraw({ ids: [id], reason: "不再办" });
  await district.client.tasks.step({ ids: [id], step: { step: "progress", unit: null, on, text: "已办一半" } });
  both();
  expect(await city.client.tasks.get({ id })).toMatchObject({ withdrawn: false, state: "in-progress" });
  const [question] = await open(city);
  expect(question).toMatchObject({ kind: "withdrawn", mine: true });
  expect(await open(district)).toMatchObject([{ id: question?.id, mine: false, deciderName: "淄博市" }]);
  const withdrawal = question?.sides.find(({ stands }) => !stands);
  expect(withdrawal?.text).toBe("撤销 · 不再办");
  await city.client.exchange.decide({ id: question?.id ?? "", take: withdrawal?.version });
  both();
  for (const office of [city, district]) {
    expect(await office.client.tasks.get({ id })).toMatchObject({ withdrawn: true });
    expect(await open(office)).toEqual([]);
  }
});

test("EX5: a step without authority is a proposal, and taking it is taking the step with authority", async () => {
  const id = await issued();
  await district.client.tasks.step({ ids: [id], step: { step: "report-done", unit: null, on } });
  const confirm = { step: "confirm", unit: "370303", on };
  commit(district.store, {
    action: "tasks.step",
    changes: [{ record: id, kind: "task", unit: "step", value: confirm }],
  });
  expect(await district.client.tasks.get({ id })).toMatchObject({ state: "reported-done" });
  expect((await district.client.tasks.get({ id })).steps.at(-1)).toMatchObject({ proposed: true });
  hand(district, city);
  const [question] = await open(city);
  expect(question).toMatchObject({
    kind: "proposal",
    unit: "step",
    mine: true,
    sides: [{ text: "确认完成 · 张店区" }],
  });
  await city.client.exchange.decide({ id: question?.id ?? "", take: question?.sides[0]?.version });
  hand(city, district);
  for (const office of [city, district]) {
    expect(await office.client.tasks.get({ id })).toMatchObject({ state: "done" });
    expect(await open(office)).toEqual([]);
  }
});

test("EX7: steps that no rule allows after merging are a conflict, which whoever has authority settles for everybody", async () => {
  const id = await issued();
  await district.client.tasks.step({ ids: [id], step: { step: "return", unit: null, on, text: "不属本区" } });
  await city.client.tasks.step({ ids: [id], step: { step: "report-done", unit: "370303", on } });
  both();
  const [question] = await open(city);
  expect(question).toMatchObject({ kind: "rules", unit: "step" });
  const decider = question?.mine ? city : district;
  await decider.client.exchange.decide({ id: question?.id ?? "", reject: true });
  both();
  for (const office of [city, district]) expect(await open(office)).toEqual([]);
});

test("EX8: a purge blanks what should never have been entered, here and where the order arrives, and asks to be confirmed", async () => {
  const id = await issued();
  expect(await refusalOf(city.client.exchange.purge({ record: id, units: ["note"], reason: "身份证号" }))).toBe(
    "purge-unconfirmed",
  );
  const purge = { record: id, units: ["note"], reason: "身份证号", confirmed: true };
  const { version } = await city.client.exchange.purge(purge);
  expect(await refusalOf(city.client.history.undo({ version }))).toBe("not-undoable");
  hand(city, district);
  for (const office of [city, district]) {
    expect(await office.client.tasks.get({ id })).toMatchObject({ note: "", title: "巡查孝妇河" });
    expect(JSON.stringify(await office.client.history.of({ id }))).not.toContain("甲");
  }
});

test("EX14: a file that is named and on its way is not yet received, rather than missing", async () => {
  const { ids } = await district.client.issues.add({ title: "河道垃圾", units: ["马尚街道"] });
  const [id = ""] = ids;
  const evidence = [{ hash: "a".repeat(64), name: "照片.jpg", size: 10, mime: "image/jpeg" }];
  commit(district.store, {
    action: "issues.step",
    changes: [
      { record: id, kind: "issue", unit: "step", value: { step: "hand-over", unit: null, on } },
      { record: id, kind: "issue", unit: "step", value: { step: "evidence", unit: null, on, evidence } },
    ],
  });
  expect((await district.client.issues.get({ id })).files).toMatchObject([{ missing: true, wanted: false }]);
  district.store.db.exec(`INSERT INTO wanted (hash, size, mime, name, peer)
    VALUES ('${"a".repeat(64)}', 10, 'image/jpeg', '照片.jpg', '370303009')`);
  expect((await district.client.issues.get({ id })).files).toMatchObject([{ missing: false, wanted: true }]);
});
