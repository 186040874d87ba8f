import { afterEach, beforeEach, expect, test } from "vitest";
import { unitRecordId } from "#shared/units/record.ts";
import { commit } from "../store/commit.ts";
import { undo } from "../store/undo.ts";
import type { Store } from "../store/store.ts";
import { fixedEnv, temporaryFolder } from "../store/testing.ts";
import { begunStore } from "../testing/store.ts";
import { refreshDay } from "./refresh-day.ts";

let folder: ReturnType<typeof temporaryFolder>;
let store: Store;
let env: ReturnType<typeof fixedEnv>;

beforeEach(() => {
  folder = temporaryFolder();
  env = fixedEnv();
  store = begunStore(folder.path, env);
});
afterEach(() => {
  store.close();
  folder.remove();
});

const add = (id: string, value: object) =>
  commit(store, { action: "tasks.add", changes: [{ record: id, kind: "task", unit: "*", value }] });
const step = (id: string, value: object) =>
  commit(store, { action: "tasks.step", changes: [{ record: id, kind: "task", unit: "step", value }] });
const row = (id: string) =>
  store.db.prepare("SELECT tasks.* FROM tasks JOIN records USING (rid) WHERE id = ?").get(id) as Record<
    string,
    unknown
  >;
const mentionsOf = (id: string) =>
  store.db
    .prepare("SELECT role, text, code FROM mentions JOIN records USING (rid) WHERE id = ? ORDER BY role, ord")
    .all(id);

test("a task's state is derived from its steps, and taking a step back takes its state back", () => {
  add("t1", { title: "巡查河道", period: { text: "6月底前", kind: "by", due: "2020-06-30" } });
  expect(row("t1")).toMatchObject({ state: "issued", due: "2020-06-30", start: "2020-05-19", percent: null });
  const { version } = step("t1", { step: "progress", on: "2020-05-20", text: "已排查一半", percent: 50 });
  expect(row("t1")).toMatchObject({ state: "in-progress", percent: 50, progress: "已排查一半" });
  undo(store, version);
  expect(row("t1")).toMatchObject({ state: "issued", percent: null, progress: "" });
});

test("texts that name units are matched to known units, and again when a unit gets an alias or is joined (EX8a)", () => {
  add("t1", { title: "巡查", units: { lead: ["马尚街道办事处"], responsible: ["马尚办", "各相关单位"], support: [] } });
  expect(mentionsOf("t1")).toEqual([
    { role: "lead", text: "马尚街道办事处", code: "370303001" },
    { role: "responsible", text: "马尚办", code: null },
    { role: "responsible", text: "各相关单位", code: null },
  ]);
  const alias = { name: "马尚街道", aliases: ["马尚办"] };
  const change = { record: unitRecordId("370303001"), kind: "unit", unit: "name", value: alias };
  commit(store, { action: "units.edit", changes: [change] });
  expect(mentionsOf("t1")).toContainEqual({ role: "responsible", text: "马尚办", code: "370303001" });
  expect(row("t1")["responsible_key"]).toBe(row("t1")["lead_key"]);
  const join = { record: unitRecordId("370303001"), kind: "unit", unit: "sameAs", value: "370303002" };
  commit(store, { action: "units.join", changes: [join] });
  expect(mentionsOf("t1")).toContainEqual({ role: "lead", text: "马尚街道办事处", code: "370303002" });
});

test("an immediate task is due so many working days after its receipt, and not before it is received", () => {
  add("t1", { title: "清运垃圾", period: { text: "立行立改", kind: "immediate" } });
  expect(row("t1")["due"]).toBeNull();
  step("t1", { step: "receive", on: "2020-05-22" });
  expect(row("t1")).toMatchObject({ state: "received", due: "2020-05-27" });
});

test("the occurrence that a recurring task stands at moves on with the day", () => {
  add("t1", {
    title: "报送小结",
    period: { text: "每月25日前", kind: "recurring", every: "month", day: 25, by: true },
  });
  expect(row("t1")["due"]).toBe("2020-05-25");
  step("t1", { step: "progress", on: "2020-05-24", text: "已报" });
  expect(row("t1")).toMatchObject({ due: "2020-05-25", state: "in-progress" });
  env.setNow("2020-05-26T09:00:00+08:00");
  refreshDay(store);
  expect(row("t1")).toMatchObject({ due: "2020-06-25", state: "issued" });
  env.setNow("2020-06-28T09:00:00+08:00");
  refreshDay(store);
  expect(row("t1")).toMatchObject({ due: "2020-06-25", state: "issued" });
});
