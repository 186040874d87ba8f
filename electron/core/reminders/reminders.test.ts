import { afterEach, beforeEach, expect, test } from "vitest";
import { endOfTenDays, type ReminderList } from "#shared/reminders/lists.ts";
import { fixedEnv, temporaryFolder } from "../store/testing.ts";
import { refreshDay } from "../tasks/refresh-day.ts";
import { testClient } from "../testing/client.ts";

let folder: ReturnType<typeof temporaryFolder>;
let program: ReturnType<typeof testClient>;
let env: ReturnType<typeof fixedEnv>;

// The clock stands at 19 May 2020, in the middle ten days.
beforeEach(() => {
  folder = temporaryFolder();
  env = fixedEnv();
  program = testClient(folder.path, env);
});
afterEach(() => {
  program.close();
  folder.remove();
});

const add = async (title: string, period: string) => (await program.client.tasks.add({ title, period })).ids[0] ?? "";
const today = () => program.client.reminders.today({});
const listed = async (list: ReminderList) => {
  const found = (await today()).lists.find((each) => each.list === list);
  return { count: found?.count, titles: found?.first.map(({ title }) => title), parts: found?.parts ?? [] };
};

test("a ten-day period ends on the 10th, the 20th and the month's last day", () => {
  const days = ["2020-05-01", "2020-05-10", "2020-05-11", "2020-05-20", "2020-02-21", "2021-02-28", "2020-12-31"];
  expect(days.map(endOfTenDays)).toEqual([
    "2020-05-10",
    "2020-05-10",
    "2020-05-20",
    "2020-05-20",
    "2020-02-29",
    "2021-02-28",
    "2020-12-31",
  ]);
});

test("overdue, due today and due within this ten days are told apart, over tasks and issues together", async () => {
  await add("逾期的", "4月底前");
  await add("今天的", "5月19日前");
  await add("本旬的", "5月20日前");
  await add("下旬的", "5月21日前");
  await add("长期的", "长期坚持");
  await program.client.issues.add({ title: "垃圾堆放", limit: "5月19日前" });
  expect(await listed("overdue")).toMatchObject({ count: 1, titles: ["逾期的"] });
  expect(await listed("today")).toMatchObject({ count: 2, titles: ["今天的", "垃圾堆放"] });
  expect(await listed("ten-days")).toMatchObject({ count: 3, titles: ["今天的", "垃圾堆放", "本旬的"] });
});

test("what was reported done is not reminded of, though it waits to be confirmed", async () => {
  const id = await add("今天的", "5月19日前");
  await program.client.tasks.step({ ids: [id], step: { step: "report-done", unit: null, on: "2020-05-19" } });
  expect((await today()).lists.map(({ count }) => count)).toEqual([0, 0, 0, 0, 0]);
});

test("an extension waits for the office that was asked, and not for the one that asks", async () => {
  const [given, own] = [await add("交给街道的", "6月底前"), await add("自己办的", "6月底前")];
  await program.client.tasks.assign({ ids: [given], units: ["370303001"] });
  const asks = { step: "ask-extension" as const, on: "2020-05-19", text: "汛期提前", period: "7月底前" };
  await program.client.tasks.step({ ids: [given], step: { ...asks, unit: "370303001" } });
  expect(await listed("extensions")).toMatchObject({ count: 1, titles: ["交给街道的"] });
  await program.client.tasks.step({ ids: [own], step: { ...asks, unit: null } }).catch(() => undefined);
  expect(await listed("extensions")).toMatchObject({ count: 1 });
  const answer = { step: "grant-extension" as const, on: "2020-05-19", unit: "370303001" };
  await program.client.tasks.step({ ids: [given], step: answer });
  expect(await listed("extensions")).toMatchObject({ count: 0 });
});

test("what lasts is to be reported on at its campaign's interval", async () => {
  const id = await add("长效巡查", "长期坚持");
  await program.client.campaigns.add({ name: "向污染宣战", every: "month" });
  await program.client.tasks.setCampaign({ ids: [id], campaign: "向污染宣战" });
  expect(await listed("reports")).toMatchObject({ count: 0 });
  env.setNow("2020-05-29T08:00:00+08:00");
  refreshDay(program.store);
  expect(await listed("reports")).toMatchObject({ count: 1, titles: ["长效巡查"] });
  await program.client.tasks.step({
    ids: [id],
    step: { step: "progress", unit: null, on: "2020-05-29", text: "已巡查" },
  });
  expect(await listed("reports")).toMatchObject({ count: 0 });
});

test("each count leads to exactly that list", async () => {
  for (const period of ["4月底前", "5月19日前", "5月20日", "5月中旬", "6月"]) await add(period, period);
  await program.client.issues.add({ title: "垃圾堆放", limit: "5月1日前" });
  for (const { parts, count } of (await today()).lists) {
    let sum = 0;
    for (const { capability, filters, count: told } of parts) {
      if (capability === "urgings") continue;
      const { rows } = await program.client[capability].list({ filters });
      expect(rows).toHaveLength(told);
      sum += told;
    }
    expect(sum).toBe(count);
  }
});

test("the lists follow the day", async () => {
  await add("今天的", "5月19日前");
  env.setNow("2020-05-20T08:00:00+08:00");
  expect(await listed("overdue")).toMatchObject({ count: 1, titles: ["今天的"] });
  expect(await listed("today")).toMatchObject({ count: 0 });
});

test("a list tells no more first lines than asked for, and its count all the same", async () => {
  for (let at = 1; at <= 4; at++) await add(`第${at}项`, `4月${at}日前`);
  const [overdue] = (await program.client.reminders.today({ limit: 2 })).lists;
  expect(overdue).toMatchObject({ count: 4, first: [{ title: "第1项" }, { title: "第2项" }] });
});
