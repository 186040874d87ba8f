import fc from "fast-check";
import { afterEach, beforeEach, expect, test } from "vitest";
import { settingsRecordId } from "#shared/system/settings.ts";
import { commit } from "../store/commit.ts";
import type { Store } from "../store/store.ts";
import { expectSound } from "../store/testing-offices.ts";
import { fixedEnv, temporaryFolder } from "../store/testing.ts";
import { undo } from "../store/undo.ts";
import { saveSettings } from "../system/settings.ts";
import { begunStore } from "../testing/store.ts";
import { taskDetail } from "./detail.ts";
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

const by = { text: "6月底前", kind: "by", due: "2020-06-30" };
const add = (id: string, value: object = {}) =>
  commit(store, {
    action: "tasks.add",
    changes: [{ record: id, kind: "task", unit: "*", value: { title: id, period: by, ...value } }],
  });
const set = (id: string, unit: string, value: unknown) =>
  commit(store, { action: "tasks.edit", changes: [{ record: id, kind: "task", unit, value }] });
const step = (id: string, name: string, more: object = {}) =>
  set(id, "step", { step: name, unit: null, on: store.today(), ...more });
const row = (id: string) =>
  store.db.prepare("SELECT tasks.* FROM tasks JOIN records USING (rid) WHERE id = ?").get(id) as Record<
    string,
    unknown
  >;
const parentOf = (id: string): unknown =>
  store.db
    .prepare("SELECT id FROM records WHERE rid = (SELECT parent_rid FROM tasks JOIN records USING (rid) WHERE id = ?)")
    .pluck()
    .get(id) ?? null;

test("Roll-up: finishing a sub-task finishes all that is above it", () => {
  add("a");
  add("b", { parent: "a" });
  add("c", { parent: "b" });
  add("d", { parent: "b" });
  expect(row("a")).toMatchObject({ state: "issued", parts: 1, parts_done: 0 });
  step("c", "progress", { percent: 50 });
  expect(row("b")).toMatchObject({ state: "issued", percent: 25, parts: 2 });
  step("d", "progress", { percent: 70 });
  expect(row("a")).toMatchObject({ state: "in-progress", percent: 60, heard_on: store.today() });
  for (const id of ["c", "d"]) {
    step(id, "report-done");
    step(id, "confirm");
  }
  expect(row("a")).toMatchObject({ state: "done", percent: 100, parts_done: 1, done_on: store.today() });
  expectSound(store);
});

test("Roll-up: withdrawn and undone sub-tasks are aside, and count again when that is taken back", () => {
  add("a");
  add("b", { parent: "a" });
  add("c", { parent: "a" });
  step("b", "progress", { percent: 80 });
  const withdrawn = set("c", "life", { state: "withdrawn", reason: "重复" });
  expect(row("a")).toMatchObject({ parts: 1, state: "in-progress", percent: 80 });
  undo(store, withdrawn.version);
  expect(row("a")).toMatchObject({ parts: 2, state: "issued", percent: 40 });
  expect(taskDetail(store, "a").subTasks.map(({ id }) => id)).toEqual(["b", "c"]);
  const made = add("d", { parent: "a" });
  expect(row("a")["parts"]).toBe(3);
  undo(store, made.version);
  expect(row("a")).toMatchObject({ parts: 2, percent: 40 });
  expectSound(store);
});

test("a sub-task that comes before its parent stands for itself until then", () => {
  add("b", { parent: "a" });
  expect(parentOf("b")).toBeNull();
  add("a");
  expect(parentOf("b")).toBe("a");
  expect(row("a")["parts"]).toBe(1);
  set("b", "parent", null);
  expect([parentOf("b"), row("a")["parts"]]).toEqual([null, 0]);
  expectSound(store);
});

test("a breakdown that loops, as merging can make one: every task of the circle stands for itself until a person parts it", () => {
  add("a", { parent: "c" });
  add("b", { parent: "a" });
  add("below", { parent: "b" });
  add("c", { parent: "b" });
  expect(["a", "b", "c", "below"].map(parentOf)).toEqual([null, null, null, "b"]);
  expect(row("b")["parts"]).toBe(1);
  expectSound(store);
  set("a", "parent", null);
  expect(["a", "b", "c", "below"].map(parentOf)).toEqual([null, "a", "b", "b"]);
  expect(row("a")["parts"]).toBe(1);
  expectSound(store);
});

test("EX8a: a joined sub-task counts through the one that stands, and a joined parent has its parts there", () => {
  add("a");
  add("b", { parent: "a" });
  add("twin");
  step("twin", "progress", { percent: 30 });
  set("b", "sameAs", "twin");
  expect([parentOf("b"), parentOf("twin")]).toEqual([null, "a"]);
  expect(row("a")).toMatchObject({ parts: 1, percent: 30 });
  add("other");
  set("a", "sameAs", "other");
  expect(parentOf("twin")).toBe("other");
  expect(row("other")).toMatchObject({ parts: 1, percent: 30 });
  expectSound(store);
  set("a", "sameAs", null);
  set("b", "sameAs", null);
  expect(["b", "twin"].map(parentOf)).toEqual(["a", null]);
  expectSound(store);
});

test("what is above a task that moves with the day moves with it", () => {
  add("a");
  add("b", { parent: "a", period: { text: "每月25日前", kind: "recurring", every: "month", day: 25, by: true } });
  step("b", "report-done", { occurrence: "2020-05-25" });
  expect(row("a")["state"]).toBe("reported-done");
  env.setNow("2020-05-26T09:00:00+08:00");
  refreshDay(store);
  expect(row("a")["state"]).toBe("issued");
  expectSound(store);
});

test("the row goes by the hands here: an extension of the whole counts in the list, and the record still says its own", () => {
  add("a");
  step("a", "ask-extension", { text: "延期", period: { text: "7月底前", kind: "by", due: "2020-07-31" } });
  expect(row("a")).toMatchObject({ extension_asked: 1, due: "2020-06-30", period_here: null });
  step("a", "grant-extension");
  expect(row("a")).toMatchObject({ extension_asked: 0, due: "2020-07-31", period_here_text: "7月底前" });
  expect(taskDetail(store, "a")).toMatchObject({ period: { text: "7月底前" }, statedPeriod: { text: "6月底前" } });
  expectSound(store);
});

test("recurringShift: due dates of what recurs move to a working day at once, and say when they are beyond the table", () => {
  env.setNow("2026-07-01T09:00:00+08:00");
  commit(store, {
    action: "system.init",
    changes: [{ record: settingsRecordId, kind: "settings", unit: "*", value: { immediateWorkdays: 3 } }],
  });
  add("a", { period: { text: "每月5日前", kind: "recurring", every: "month", day: 5, by: true } });
  expect(row("a")).toMatchObject({ due: "2026-07-05", occurrence: "2026-07-05" });
  saveSettings(store, { recurringShift: "after" });
  expect(row("a")).toMatchObject({ due: "2026-07-06", occurrence: "2026-07-05" });
  expect(taskDetail(store, "a")).toMatchObject({ beyondTable: false });
  saveSettings(store, { recurringShift: "before" });
  expect(row("a")).toMatchObject({ due: "2026-07-03" });
  expectSound(store);
  env.setNow("2027-07-02T09:00:00+08:00");
  refreshDay(store);
  expect(taskDetail(store, "a").beyondTable).toBe(true);
  saveSettings(store, { recurringShift: "none" });
  expect(taskDetail(store, "a").beyondTable).toBe(false);
});

test("immediate work received in a year without announced holidays is beyond the table", () => {
  env.setNow("2027-03-01T09:00:00+08:00");
  add("a", { period: { text: "立行立改", kind: "immediate" } });
  expect(taskDetail(store, "a").beyondTable).toBe(false);
  step("a", "receive");
  expect(taskDetail(store, "a").beyondTable).toBe(true);
});

test("what lasts is judged anew by the day: reported on at the interval of its campaign", () => {
  const campaign = { id: null, name: "向污染宣战", every: "month" };
  add("a", { period: { text: "长期坚持", kind: "ongoing" }, campaign });
  expect(row("a")).toMatchObject({ campaign: "向污染宣战", report_due: "2020-05-31", report_missed: 0, lasting: 1 });
  env.setNow("2020-06-02T09:00:00+08:00");
  refreshDay(store);
  expect(row("a")).toMatchObject({ report_due: "2020-06-30", report_missed: 1 });
  step("a", "progress", { text: "已巡查" });
  expect(row("a")).toMatchObject({ report_due: "2020-07-31", report_missed: 0, heard_on: "2020-06-02" });
  expectSound(store);
});

test("tables of an earlier version, in which what linkage adds stands empty, are whole after the first start", () => {
  add("a", { period: { text: "每月25日前", kind: "recurring", every: "month", day: 25, by: true } });
  add("b");
  step("b", "assign", { unit: "370303001", period: { text: "7月底前", kind: "by", due: "2020-07-31" } });
  step("b", "progress", { unit: "370303001", text: "已排查", percent: 40 });
  // As the migration leaves them.
  store.db.exec("UPDATE tasks SET moves = 1, occurrence = NULL, heard_on = NULL, parts = 0, parts_done = 0");
  refreshDay(store);
  expect(row("b")).toMatchObject({ parts: 1, heard_on: store.today(), moves: 0 });
  expectSound(store);
});

/** How many histories; `npm run soak` asks for more. */
const histories = Math.max(12, Number(process.env["LIANDONG_HISTORIES"] ?? 40) / 4);

const ids = ["a", "b", "c", "d", "e"] as const;
const write = fc.oneof(
  fc.record({ unit: fc.constant("parent"), id: fc.constantFrom(...ids), value: fc.option(fc.constantFrom(...ids)) }),
  fc.record({ unit: fc.constant("sameAs"), id: fc.constantFrom(...ids), value: fc.option(fc.constantFrom(...ids)) }),
  fc.record({
    unit: fc.constant("step"),
    id: fc.constantFrom(...ids),
    value: fc.constantFrom("progress", "report-done", "confirm", "ask-extension", "withdraw"),
  }),
);

/** Two or more tasks, each a part of the next and the last of the first: what merging alone can make. */
const circle = fc.uniqueArray(fc.constantFrom(...ids), { minLength: 2 });

test("whatever is broken down, joined and parted again in whatever order, the tables are what the log alone gives", () => {
  fc.assert(
    fc.property(circle, fc.array(write, { minLength: 5, maxLength: 25, size: "max" }), (around, writes) => {
      const apart = temporaryFolder();
      const own = begunStore(apart.path, fixedEnv());
      const writeOne = (id: string, unit: string, value: unknown) =>
        commit(own, { action: "tasks.edit", changes: [{ record: id, kind: "task", unit, value }] });
      const apartFromAll = own.db
        .prepare("SELECT count(*) FROM tasks WHERE parent IS NOT NULL AND parent_rid IS NULL")
        .pluck();
      try {
        for (const id of ids) writeOne(id, "*", { title: id });
        for (const [place, id] of around.entries()) writeOne(id, "parent", around[(place + 1) % around.length]);
        expect(apartFromAll.get(), "all of the circle stand for themselves").toBe(around.length);
        for (const { unit, id, value } of writes) {
          const on = own.today();
          writeOne(
            id,
            unit,
            unit === "step" ? { step: value, unit: null, on, text: "说", percent: 40, period: by } : value,
          );
        }
        expectSound(own);
      } finally {
        own.close();
        apart.remove();
      }
    }),
    { numRuns: histories },
  );
}, 60_000);
