import { afterEach, beforeEach, expect, test } from "vitest";
import { settingsRecordId } from "#shared/system/settings.ts";
import { commit } from "../store/commit.ts";
import { keptForms } from "./kept.ts";
import { fillRow, formsOffice, town } from "./testing.ts";

let office: ReturnType<typeof formsOffice>;
beforeEach(() => {
  office = formsOffice();
});
afterEach(() => office.close());

const sentPeriod = (): unknown => keptForms(office.store)[0]?.facts.rows[0]?.shown.period;

test("a form states the period that counts in the unit's hands: its own, after an extension the one granted", async () => {
  const id = await office.assigned({ title: "河道清理", period: "10月底前" });
  const take = (step: object) =>
    office.client.tasks.step({ ids: [id], step: { unit: town, on: "2020-06-01", ...step } as never });
  await take({ step: "arrange", period: "8月底前" });
  await take({ step: "ask-extension", text: "汛期", period: "9月10日前" });
  await take({ step: "grant-extension" });
  await office.write();
  expect(sentPeriod()).toBe("9月10日前");
});

test("a recurring task's form is of the occurrence that counts, printed with the day to which a holiday moved it", async () => {
  const id = await office.assigned({ title: "报送月报", period: "每月6日前" });
  const shift = { record: settingsRecordId, kind: "settings", unit: "*", value: { recurringShift: "after" } };
  commit(office.store, { action: "settings.save", changes: [shift] });
  const { path } = await office.write();
  // 2020-06-06 is a Saturday.
  expect(sentPeriod()).toContain("2020年6月8日");
  const filled = await office.filled(path, "交回.xlsx", (sheet) => fillRow(sheet, 1, { text: "已报送" }));
  await office.confirm(await office.open(filled));
  const { occurrences } = await office.client.tasks.get({ id });
  expect(occurrences).toContainEqual({
    occurrence: "2020-06-06",
    due: "2020-06-08",
    state: "in-progress",
    percent: null,
    current: true,
  });
});
