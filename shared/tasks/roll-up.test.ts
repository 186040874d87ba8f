import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays } from "../calendar/dates.ts";
import { parsePeriod } from "../calendar/period-grammar.ts";
import type { TakenStep } from "./hands.ts";
import { type TaskState, taskStates, type TaskStep, taskSteps } from "./record.ts";
import { type Part, rolledUp } from "./roll-up.ts";
import { type TaskFacts, taskStanding } from "./standing.ts";
import type { SubTask } from "./whole.ts";

const today = "2020-05-19";
const clock = { today, immediateWorkdays: 3, addWorkdays: (day: string, days: number) => addDays(day, days) };
const owner = "370300";
const [district, town, other] = ["370303", "370303001", "370303002"];
const step = (name: TaskStep["step"], unit: string | null, more: Partial<TakenStep> = {}): TakenStep => ({
  step: name,
  unit,
  on: today,
  office: owner,
  ...more,
});
const sub = (title: string, state: TaskState, more: Partial<SubTask> = {}): SubTask => ({
  title,
  by: owner,
  state,
  percent: null,
  due: null,
  reportedOn: null,
  doneOn: null,
  heardOn: null,
  differs: false,
  ...more,
});
const standing = (steps: readonly TakenStep[], facts: Partial<TaskFacts> = {}) => {
  const period = parsePeriod("10月底前", { year: 2020 });
  return taskStanding({ period, issuedOn: "2020-05-01", withdrawn: false, ...facts }, steps, clock);
};
const part = (name: string, state: TaskState, percent: number | null = null, due: string | null = null): Part => ({
  name,
  state,
  percent,
  due,
});

test("Roll-up: of how many parts how many are done; the earliest other state otherwise; percent their mean; withdrawn ones aside", () => {
  const parts = [part("a", "done", 100), part("b", "in-progress", 40), part("c", "withdrawn"), part("d", "received")];
  expect(rolledUp(parts, null)).toMatchObject({ count: 3, done: 1, state: "received", percent: 47 });
  expect(rolledUp([part("a", "done", 100)], null)).toMatchObject({ count: 1, done: 1, state: "done", percent: 100 });
  expect(rolledUp([part("a", "withdrawn")], null)).toBeNull();
});

test("the slowest: the part with the earliest state, then the least percent, then the earliest due date", () => {
  const slowest = (...parts: Part[]) => rolledUp(parts, null)?.slowest?.name;
  expect(slowest(part("a", "in-progress", 10), part("b", "issued", 90))).toBe("b");
  expect(slowest(part("a", "in-progress", 10), part("b", "in-progress", 9))).toBe("b");
  expect(slowest(part("a", "in-progress", 9, "2020-06-02"), part("b", "in-progress", 9, "2020-06-01"))).toBe("b");
  expect(slowest(part("a", "in-progress", 9, null), part("b", "in-progress", 9, "2020-06-01"))).toBe("b");
});

test.each<[string, TaskState, number | null, string | null]>([
  ["said done while a part is not", "done", 100, "done-before-parts"],
  ["reported done while a part is not", "reported-done", 100, "done-before-parts"],
  ["11 points ahead of the mean of its parts", "in-progress", 61, "ahead-of-parts"],
  ["10 points ahead", "in-progress", 60, null],
  ["10 points behind", "in-progress", 40, null],
  ["11 points behind", "in-progress", 39, "behind-parts"],
  ["no figure of its own", "in-progress", null, null],
])("differs: %s", (_, state, percent, differs) => {
  const parts = [part("a", "reported-done", 100), part("b", "received", 0)];
  expect(rolledUp(parts, { state, percent })?.differs).toBe(differs);
});

test("a unit that reports done while those it assigned on to are not differs, and is counted so for its issuer", () => {
  const steps = [
    step("assign", district),
    step("assign", town, { office: district }),
    step("assign", other, { office: district }),
    step("report-done", town),
    step("report-done", district),
  ];
  const found = standing(steps);
  expect(found.assignments.find(({ unit }) => unit === district)?.rollUp).toEqual({
    count: 2,
    done: 0,
    percent: 50,
    state: "issued",
    slowest: { name: other, state: "issued", percent: null },
    differs: "done-before-parts",
  });
  expect(found.parts).toEqual({ count: 1, done: 0, differ: 1 });
  expect(standing(steps, { hands: district })).toMatchObject({
    state: "reported-done",
    rollUp: { count: 2, differs: "done-before-parts" },
    parts: { count: 2, done: 0, differ: 1 },
  });
});

test("Roll-up of assignments and sub-tasks together; an office's own word holds for the whole", () => {
  const subTasks = [sub("排查", "done", { doneOn: "2020-05-10" }), sub("整改", "in-progress", { percent: 20 })];
  const steps = [step("assign", town), step("report-done", town)];
  expect(standing(steps, { subTasks })).toMatchObject({
    state: "in-progress",
    percent: 40,
    rollUp: { count: 3, done: 1, slowest: { name: "整改" } },
  });
  const [first] = subTasks;
  const all = [...steps, step("confirm", town)];
  expect(standing(all, { subTasks: first ? [first] : [] })).toMatchObject({ state: "done", doneOn: today });
  expect(standing([...steps, step("report-done", null)], { subTasks })).toMatchObject({
    state: "reported-done",
    rollUp: { differs: "done-before-parts" },
  });
});

test("sub-tasks that an assigned unit made count for that unit, and begin its work", () => {
  const subTasks = [sub("分解", "in-progress", { by: district, percent: 30, heardOn: "2020-05-15" })];
  const found = standing([step("assign", district), step("receive", district)], { subTasks });
  expect(found).toMatchObject({ state: "in-progress", percent: 30, rollUp: { count: 1, slowest: { name: district } } });
  expect(found.assignments[0]?.rollUp).toMatchObject({ count: 1, slowest: { name: "分解" } });
  const there = standing([step("assign", district)], { subTasks, hands: district });
  expect(there).toMatchObject({ state: "in-progress", rollUp: { count: 1, slowest: { name: "分解" } } });
});

test("Sub-tasks of a recurring task are shown and not counted in its occurrences", () => {
  const period = parsePeriod("每月25日前", { year: 2020 });
  const found = standing([step("assign", town)], { period, subTasks: [sub("排查", "done")] });
  expect(found).toMatchObject({ state: "issued", rollUp: { count: 1 }, parts: { count: 1, done: 0 } });
});

test("a sub-task's last word is heard of the whole too", () => {
  expect(standing([], { subTasks: [sub("a", "received", { heardOn: "2020-05-18" })] }).heardOn).toBe("2020-05-18");
});

const anyPart = fc.record({
  name: fc.constantFrom("a", "b", "c"),
  state: fc.constantFrom(...taskStates),
  percent: fc.option(fc.nat(100)),
  due: fc.option(fc.constantFrom("2020-05-20", "2020-06-01")),
});

test("a roll-up is the same whatever order its parts come in", () => {
  fc.assert(
    fc.property(
      fc.array(anyPart, { maxLength: 6 }).chain((parts) =>
        fc.record({
          parts: fc.constant(parts),
          other: fc.shuffledSubarray(parts, { minLength: parts.length }),
        }),
      ),
      fc.option(fc.record({ state: fc.constantFrom(...taskStates), percent: fc.option(fc.nat(100)) })),
      ({ parts, other }, said) => {
        const [one, two] = [rolledUp(parts, said), rolledUp(other, said)];
        expect({ ...two, slowest: two?.slowest?.state }).toEqual({ ...one, slowest: one?.slowest?.state });
        expect(two?.slowest).toEqual(one?.slowest);
      },
    ),
    { numRuns: 500 },
  );
});

test("where a task stands depends on the order of steps within each unit's hands alone", () => {
  const units = [district, town, other, null] as const;
  const anyStep = fc
    .record({
      name: fc.constantFrom(...taskSteps),
      unit: fc.constantFrom(...units),
      percent: fc.option(fc.nat(100), { nil: undefined }),
      day: fc.constantFrom("2020-05-10", "2020-05-12", today),
      until: fc.option(fc.constantFrom("6月底前", "每月3日前", "立行立改", "长期坚持"), { nil: undefined }),
      office: fc.constantFrom(owner, district),
    })
    .map(({ name, unit, percent, day, until, office }) =>
      step(name, unit, {
        percent,
        on: day,
        office,
        ...(until !== undefined && { period: parsePeriod(until, { year: 2020 }) }),
      }),
    );
  const period = fc.constantFrom("10月底前", "每月5日前", "立行立改", "长期坚持");
  const hands = fc.constantFrom(null, district);
  const states = new Set<TaskState>();
  fc.assert(
    fc.property(
      fc.array(anyStep, { maxLength: 20 }),
      period,
      hands,
      fc.infiniteStream(fc.nat()),
      (steps, text, here, keys) => {
        const facts = { period: parsePeriod(text, { year: 2020 }), hands: here, every: "month" as const };
        const one = standing(steps, facts);
        // Another way in which the same may have come together: each unit's steps stay in their order.
        const queues = new Map(units.map((unit) => [unit, steps.filter((each) => each.unit === unit)]));
        const mixed: TakenStep[] = [];
        while (mixed.length < steps.length) {
          const waiting = [...queues.values()].filter((queue) => queue.length > 0);
          const next = waiting[(keys.next().value as number) % waiting.length]?.shift();
          if (next) mixed.push(next);
        }
        const two = standing(mixed, facts);
        states.add(one.state);
        const comparable = ({ progress: _p, assignments, ...rest }: typeof one) => ({
          ...rest,
          assignments: assignments.toSorted((a, b) => Number(a.unit > b.unit) - Number(a.unit < b.unit)),
        });
        expect(comparable(two)).toEqual(comparable(one));
      },
    ),
    { numRuns: 500 },
  );
  expect(states.size, "the property did real work").toBeGreaterThan(4);
});
