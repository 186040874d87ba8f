import { expect, test } from "vitest";
import { addDays } from "../calendar/dates.ts";
import { parsePeriod } from "../calendar/period-grammar.ts";
import type { Period } from "../calendar/period.ts";
import type { TakenStep } from "./hands.ts";
import type { TaskStep } from "./record.ts";
import { judgedTask, type TaskFacts, taskStanding } from "./standing.ts";

const today = "2020-05-19";
const clock = { today, immediateWorkdays: 3, addWorkdays: (day: string, days: number) => addDays(day, days) };
const read = (text: string): Period => parsePeriod(text, { year: 2020 });
const owner = "370300";
const [district, town, other] = ["370303", "370303001", "370303002"];

const step = (name: TaskStep["step"], unit: string | null, more: Partial<TakenStep> = {}): TakenStep => ({
  step: name,
  unit,
  on: today,
  office: owner,
  ...more,
});
const standing = (steps: readonly TakenStep[], facts: Partial<TaskFacts> = {}) =>
  taskStanding({ period: read("10月底前"), issuedOn: "2020-05-01", withdrawn: false, ...facts }, steps, clock);
const dueOf = (steps: readonly TakenStep[], facts: Partial<TaskFacts> = {}) =>
  Object.fromEntries(standing(steps, facts).assignments.map(({ unit, due }) => [unit, due]));

const assigned = [
  step("assign", district, { period: read("6月底前") }),
  step("assign", town, { office: district }),
  step("assign", other),
];

test("the period that counts: the one given to the hands, else that of the unit that assigned it on, else the task's", () => {
  expect(dueOf(assigned)).toEqual({ [district]: "2020-06-30", [town]: "2020-06-30", [other]: "2020-10-31" });
  const given = [...assigned, step("arrange", town, { period: read("6月15日前"), office: district })];
  expect(dueOf(given)[town]).toBe("2020-06-15");
  expect(standing(given).assignments.map(({ hasOwnPeriod }) => hasOwnPeriod)).toEqual([true, true, false]);
  const later = [...given, step("arrange", district, { period: read("7月底前") })];
  expect(dueOf(later)).toMatchObject({ [district]: "2020-07-31", [town]: "2020-06-15" });
});

test("assigned again after it was returned, a unit keeps the period it was given unless it is given another", () => {
  const again = [...assigned, step("return", district, { text: "非我辖区" }), step("assign", district)];
  expect(dueOf(again)[district]).toBe("2020-06-30");
});

test("two that assigned to each other go by the task's period, and are not lost", () => {
  const circle = [step("assign", district, { office: town }), step("assign", town, { office: district })];
  expect(dueOf(circle)).toEqual({ [district]: "2020-10-31", [town]: "2020-10-31" });
});

test("an office that has the task from above goes by the period of its own hands", () => {
  const here = standing(assigned, { hands: district });
  expect(here).toMatchObject({ due: "2020-06-30", period: { text: "6月底前" } });
  expect(judgedTask(here)).toMatchObject({ due: "2020-06-30" });
  expect(standing(assigned, { hands: other }).due).toBe("2020-10-31");
});

test("immediate and working-day periods count from each unit's own receipt", () => {
  const steps = [
    ...assigned.slice(1),
    step("receive", town, { on: "2020-05-12" }),
    step("receive", other, { on: "2020-05-15" }),
    step("assign", district),
  ];
  expect(dueOf(steps, { period: read("立行立改") })).toEqual({
    [town]: "2020-05-15",
    [other]: "2020-05-18",
    [district]: null,
  });
});

const asked = step("ask-extension", district, { text: "汛期推迟", percent: 60, period: read("7月15日前") });

test("Extension: granted, the asked period counts from then on, or another that is written; the state never changes by it", () => {
  const begun = [...assigned, step("progress", district, { percent: 50 })];
  const open = standing([...begun, asked]);
  expect(open.extensionAsked).toBe(true);
  expect(open.assignments[0]).toMatchObject({
    state: "in-progress",
    due: "2020-06-30",
    extension: { askedOn: today, text: "汛期推迟", percent: 60, period: { due: "2020-07-15" } },
  });
  const granted = standing([...begun, asked, step("grant-extension", district)]);
  expect(granted.assignments[0]).toMatchObject({ state: "in-progress", due: "2020-07-15", extension: null });
  expect(granted.extensionAsked).toBe(false);
  const otherwise = [...begun, asked, step("grant-extension", district, { period: read("7月5日前") })];
  expect(dueOf(otherwise)).toMatchObject({ [district]: "2020-07-05", [town]: "2020-07-05" });
});

test("Extension: refused, nothing changes; an answer without one asked for gives nothing", () => {
  const refused = [...assigned, asked, step("refuse-extension", district, { text: "按期完成" })];
  expect(standing(refused).assignments[0]).toMatchObject({ due: "2020-06-30", extension: null });
  const unasked = [...assigned, step("grant-extension", district, { period: read("9月底前") })];
  expect(dueOf(unasked)[district]).toBe("2020-06-30");
  expect(dueOf([...refused, step("grant-extension", district)])[district]).toBe("2020-06-30");
});

test("Extension: returned or withdrawn, an assignment waits for none any more", () => {
  expect(standing([...assigned, asked, step("return", district)]).extensionAsked).toBe(false);
  expect(standing([...assigned, asked, step("withdraw", district)]).extensionAsked).toBe(false);
});

test("Extension of the task as a whole: granted to the owner's own hands, it counts for all who were given no period", () => {
  const ask = step("ask-extension", null, { text: "延期", period: read("11月底前") });
  const steps = [...assigned, ask, step("grant-extension", null)];
  expect(standing([...assigned, ask])).toMatchObject({ extension: { text: "延期" }, extensionAsked: true });
  expect(standing(steps).due).toBe("2020-11-30");
  expect(dueOf(steps)).toEqual({ [district]: "2020-06-30", [town]: "2020-06-30", [other]: "2020-11-30" });
});

test("Extension: what a unit further below asks waits for the one between, not for this office", () => {
  const below = [...assigned, step("ask-extension", town, { text: "x", period: read("8月底前"), office: town })];
  expect(standing(below).extensionAsked).toBe(false);
  expect(standing(below, { hands: district }).extensionAsked).toBe(true);
});

test("the contact is the last that was named for the hands", () => {
  const steps = [step("assign", town, { contact: "张三" }), step("receive", town, { contact: "李四" })];
  expect(standing(steps).assignments[0]?.contact).toBe("李四");
  expect(standing([...steps, step("arrange", town, { contact: "王五" })]).assignments[0]?.contact).toBe("王五");
});

test("hands with a recurrence of their own stand at the occurrence that is within that of the whole", () => {
  const steps = [
    step("assign", town, { period: read("每月3日前") }),
    step("report-done", town, { on: "2020-05-02", occurrence: "2020-05-03" }),
    step("report-done", town, { on: "2020-06-02", occurrence: "2020-06-03" }),
  ];
  const found = standing(steps, { period: read("每月5日前") });
  expect(found).toMatchObject({ occurrence: "2020-06-05", due: "2020-06-05", state: "reported-done" });
  expect(found.assignments[0]).toMatchObject({ occurrence: "2020-06-03", due: "2020-06-03", state: "reported-done" });
});

test("hands with a recurrence of their own under a task that is due once stand at their own occurrence", () => {
  const steps = [
    step("assign", town, { period: read("每月3日前"), on: "2020-05-01" }),
    step("report-done", town, { on: "2020-05-02", occurrence: "2020-05-03" }),
  ];
  const [part] = standing(steps).assignments;
  expect(part).toMatchObject({ occurrence: "2020-06-03", due: "2020-06-03", state: "issued" });
});

test("the last word: of the task's hands, by its day", () => {
  const steps = [
    ...assigned,
    step("receive", town, { on: "2020-05-12" }),
    step("progress", town, { on: "2020-05-10" }),
  ];
  expect(standing(steps).heardOn).toBe("2020-05-12");
  expect(standing(assigned).heardOn).toBeNull();
});
