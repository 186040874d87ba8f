import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, daysBetween } from "../calendar/dates.ts";
import { parsePeriod } from "../calendar/period-grammar.ts";
import type { Period } from "../calendar/period.ts";
import { dueOf } from "./due.ts";
import { type Judged, lightOf } from "./light.ts";
import { beginOfOccurrence, nextDue, previousDue } from "./occurrences.ts";
import { type TaskState, taskStates, type TaskStep, taskSteps } from "./record.ts";
import { currentOccurrence, occurrencesBetween } from "./shift.ts";
import { taskStanding } from "./standing.ts";
import { afterTaskStep, rollUp } from "./states.ts";

const today = "2020-05-19";
const clock = { today, immediateWorkdays: 3, addWorkdays: (day: string, days: number) => addDays(day, days) };
const read = (text: string): Period => parsePeriod(text, { year: 2020 });
const step = (name: TaskStep["step"], unit: string | null = null, more: Partial<TaskStep> = {}): TaskStep => ({
  step: name,
  unit,
  on: today,
  ...more,
});
const standing = (steps: readonly TaskStep[], period = read("10月底前"), at = today) =>
  taskStanding({ period, issuedOn: "2020-05-01", withdrawn: false }, steps, { ...clock, today: at });

/** The table of domain.md 'Task states', written out once more as the model. */
const table: [TaskStep["step"], TaskState[], TaskState][] = [
  ["assign", ["returned", "withdrawn"], "issued"],
  ["receive", ["issued"], "received"],
  ["return", ["issued", "received", "in-progress"], "returned"],
  ["progress", ["issued", "received", "in-progress"], "in-progress"],
  ["report-done", ["issued", "received", "in-progress"], "reported-done"],
  ["confirm", ["reported-done"], "done"],
  ["refuse", ["reported-done"], "in-progress"],
  ["withdraw", taskStates.filter((state) => state !== "withdrawn"), "withdrawn"],
];

test.each(table)("Task states: %s leads from %j to %s and changes nothing elsewhere", (name, from, to) => {
  for (const state of taskStates) expect(afterTaskStep(state, name)).toBe(from.includes(state) ? to : state);
});

test("the roll-up of a parent: done when all are done, the earliest other state otherwise; withdrawn parts do not count", () => {
  expect(rollUp(["done", "done"])).toBe("done");
  expect(rollUp(["done", "in-progress", "received"])).toBe("received");
  expect(rollUp(["withdrawn", "done"])).toBe("done");
  expect(rollUp(["withdrawn"])).toBeNull();
  expect(rollUp([])).toBeNull();
});

test("what the office says of its own task as a whole holds for the whole; else its assignments decide", () => {
  const assigned = [step("assign", "甲"), step("assign", "乙"), step("report-done", "甲")];
  expect(standing([...assigned, step("progress")]).state).toBe("issued");
  expect(standing([...assigned, step("report-done")]).state).toBe("reported-done");
  expect(standing([...assigned, step("report-done"), step("confirm")])).toMatchObject({ state: "done", percent: 100 });
});

test.each([
  ["每月5日前", "2020-05-19", "2020-06-05", "2020-05-05"],
  ["每月15日", "2020-05-15", "2020-05-15", "2020-04-15"],
  ["每月上旬", "2020-05-11", "2020-06-10", "2020-05-10"],
  ["每月底前", "2020-02-10", "2020-02-29", "2020-01-31"],
  ["每季度", "2020-05-19", "2020-06-30", "2020-03-31"],
  ["每半年", "2020-05-19", "2020-06-30", "2019-12-31"],
  ["每年", "2020-05-19", "2020-12-31", "2019-12-31"],
  ["每周", "2020-05-19", "2020-05-24", "2020-05-17"],
  ["每周一", "2020-05-19", "2020-05-25", "2020-05-18"],
])("a recurring period (%s) on %s is next due on %s and was due on %s", (text, day, next, previous) => {
  expect([nextDue(read(text), day), previousDue(read(text), day)]).toEqual([next, previous]);
});

test("a recurrence within a span has no occurrence outside of it", () => {
  const period = read("5月至10月每月15日");
  expect(nextDue(period, "2020-01-01")).toBe("2020-05-15");
  expect(nextDue(period, "2020-10-16")).toBeNull();
  expect(previousDue(period, "2020-12-31")).toBe("2020-10-15");
  expect(previousDue(period, "2020-05-10")).toBeNull();
});

test("occurrences of any recurrence follow each other without gap or overlap", () => {
  const every = fc.constantFrom("week", "month", "quarter", "half-year", "year" as const) as fc.Arbitrary<
    Period["every"]
  >;
  const period = fc.record({
    every,
    day: fc.option(fc.integer({ min: 1, max: 31 }), { nil: undefined }),
    tenDay: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }),
    weekday: fc.integer({ min: 1, max: 7 }),
  });
  fc.assert(
    fc.property(period, fc.integer({ min: -400, max: 4000 }), (parts, days) => {
      const each: Period = { text: "", kind: "recurring", ...parts };
      const day = addDays("2020-01-01", days);
      const next = nextDue(each, day) ?? "";
      const previous = previousDue(each, day) ?? "";
      expect(next >= day && previous < day).toBe(true);
      expect(nextDue(each, addDays(previous, 1))).toBe(next);
      expect(previousDue(each, addDays(next, 1))).toBe(next);
      expect(beginOfOccurrence(each, next)).toBe(addDays(previous, 1));
      expect(occurrencesBetween(each, previous, day, 9)).toEqual([previous, next]);
    }),
  );
});

test("漏报 shows: the occurrence before counts as long as it was left without a report, if the task was there then", () => {
  const period = read("每月5日前");
  const at = (issuedOn: string, reported: boolean) => currentOccurrence(period, "2020-06-08", issuedOn, () => reported);
  expect(at("2020-01-01", false)).toBe("2020-06-05");
  expect(at("2020-01-01", true)).toBe("2020-07-05");
  expect(at("2020-06-06", false)).toBe("2020-07-05");
});

test("state is derived per occurrence, while receipt and return are of the assignment", () => {
  const steps = [step("assign", "甲"), step("receive", "甲"), step("report-done", "甲", { occurrence: "2020-06-05" })];
  const period = read("每月5日前");
  expect(standing(steps, period)).toMatchObject({ due: "2020-05-05", state: "received" });
  expect(standing([...steps, step("progress", "甲", { occurrence: "2020-05-05" })], period)).toMatchObject({
    due: "2020-06-05",
    state: "reported-done",
  });
});

test("immediate: from the day of receipt plus a setting; workdays: from the day of receipt; unknown and ongoing: none", () => {
  expect(dueOf(read("立行立改"), "2020-05-19", clock)).toBe("2020-05-22");
  expect(dueOf(read("立行立改"), null, clock)).toBeNull();
  expect(dueOf(read("接到通知后7个工作日内"), "2020-05-19", clock)).toBe("2020-05-26");
  expect(dueOf(read("长期坚持"), "2020-05-19", clock)).toBeNull();
  expect(dueOf(read("择机"), "2020-05-19", clock)).toBeNull();
});

test("an occurrence that had begun before the task came here counts from the day it came: nobody is behind before it", () => {
  const facts = { period: read("每月25日前"), issuedOn: "2020-05-18", withdrawn: false };
  expect(taskStanding(facts, [], clock)).toMatchObject({ due: "2020-05-25", start: "2020-05-18" });
  expect(taskStanding({ ...facts, issuedOn: "2020-04-26" }, [], clock)).toMatchObject({ start: "2020-04-26" });
});

const settings = { soonDays: 3, behindPoints: 30 };
const plain: Judged = {
  phase: "under-way",
  due: "2020-05-31",
  start: "2020-05-01",
  reportedOn: null,
  percent: null,
  lasting: false,
};

test.each<[string, Partial<Judged>, string, string]>([
  ["nobody reported and 58 of 100 parts of the time are gone", { phase: "waiting" }, "behind", "behind"],
  ["progress without a figure is not judged by one", {}, "on-track", "on-track"],
  ["progress keeps up within the points allowed", { percent: 31 }, "on-track", "on-track"],
  ["progress lags by more than the points allowed", { percent: 29 }, "behind", "behind"],
  ["the last day still counts as in time", { due: today }, "soon", "due-today"],
  ["three days before", { due: "2020-05-22" }, "soon", "soon"],
  ["the day after", { due: "2020-05-18" }, "overdue", "overdue"],
  ["long-term work is never overdue", { due: "2020-05-18", lasting: true }, "on-track", "lasting"],
  [
    "reported in time but not verified is shown as such",
    { phase: "reported", due: "2020-05-10", reportedOn: "2020-05-10" },
    "on-track",
    "reported-in-time",
  ],
  ["reported late", { phase: "reported", due: "2020-05-10", reportedOn: "2020-05-11" }, "overdue", "reported-late"],
  ["reported on an unknown day", { phase: "reported", due: "2020-05-10" }, "on-track", "reported-undated"],
  ["no due date", { due: null }, "none", "no-due"],
  ["over", { phase: "over", due: "2020-05-10" }, "done", "done"],
])("a light compares today with due and progress with the share of time gone: %s", (_, judged, light, code) => {
  const found = lightOf({ ...plain, ...judged }, today, settings);
  expect([found.light, found.reason.code]).toEqual([light, code]);
});

const units = ["甲", "乙", null] as const;
const anyStep = fc
  .record({
    name: fc.constantFrom(...taskSteps),
    unit: fc.constantFrom(...units),
    percent: fc.option(fc.nat(100), { nil: undefined }),
  })
  .map(({ name, unit, percent }) => step(name, unit, { percent }));

test("whatever steps arrive: the whole is done only when its parts are, and each assignment follows the table alone", () => {
  const seen = new Set<TaskState>();
  fc.assert(
    fc.property(fc.array(anyStep, { maxLength: 25 }), (steps) => {
      const model = new Map<string | null, TaskState>();
      for (const { step: name, unit } of steps) {
        const state = model.get(unit) ?? "issued";
        const [, from, to] = table.find(([known]) => known === name) ?? [name, [], state];
        model.set(unit, from.includes(state) ? to : state);
      }
      const found = standing(steps);
      seen.add(found.state);
      expect(new Map(found.assignments.map(({ unit, state }) => [unit as string | null, state]))).toEqual(
        new Map([...model].filter(([unit]) => unit !== null)),
      );
      const live = found.assignments.filter(({ state }) => state !== "withdrawn");
      const own = model.get(null);
      const allDone = live.every(({ state }) => state === "done");
      const rolledUp = live.length > 0 && own === undefined;
      expect(found.state === "done").toBe(rolledUp ? allDone : found.state === "done" && (own === "done" || allDone));
      expect(found.percent === 100 || found.state !== "done").toBe(true);
    }),
    { numRuns: 1000 },
  );
  expect(seen.size).toBe(taskStates.length);
});

test("days between two dates are whole, across the change of clocks that other countries have", () => {
  expect(daysBetween("2020-03-01", "2020-11-01")).toBe(245);
});
