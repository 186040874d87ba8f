import { expect, test } from "vitest";
import { addDays } from "../calendar/dates.ts";
import { parsePeriod } from "../calendar/period-grammar.ts";
import type { TakenStep } from "./hands.ts";
import { reportsOf } from "./lasting.ts";
import { type Judged, lightOf } from "./light.ts";
import type { ReportInterval, TaskStep } from "./record.ts";
import { judgedTask, type TaskFacts, taskStanding } from "./standing.ts";

const today = "2020-05-19";
const settings = { soonDays: 3, behindPoints: 30 };
const clock = { today, immediateWorkdays: 3, addWorkdays: (day: string, days: number) => addDays(day, days) };
const lasting = parsePeriod("长期坚持", { year: 2020 });
const step = (name: TaskStep["step"], unit: string | null, on = today): TakenStep => ({ step: name, unit, on });
const standing = (steps: readonly TakenStep[], facts: Partial<TaskFacts> = {}, at = today) =>
  taskStanding({ period: lasting, issuedOn: "2020-01-10", withdrawn: false, every: "month", ...facts }, steps, {
    ...clock,
    today: at,
  });

test.each<[ReportInterval, string]>([
  ["week", "2020-05-24"],
  ["month", "2020-05-31"],
  ["quarter", "2020-06-30"],
  ["half-year", "2020-06-30"],
  ["year", "2020-12-31"],
])("What lasts: reported on every %s, it is due on the last day of the interval", (every, due) => {
  expect(reportsOf(every, "2019-01-01", today, () => false)).toEqual({ reportDue: due, reportMissed: true });
});

test("What lasts: reported in this interval, it is due at the end of the next; missed is what is not made good", () => {
  expect(standing([step("progress", null, "2020-05-02")])).toMatchObject({
    reportDue: "2020-06-30",
    reportMissed: false,
  });
  expect(standing([step("progress", null, "2020-04-30")])).toMatchObject({
    reportDue: "2020-05-31",
    reportMissed: false,
  });
  expect(standing([step("progress", null, "2020-03-31")])).toMatchObject({ reportMissed: true });
});

test("What lasts: no interval before the task was there is missed", () => {
  expect(standing([], { issuedOn: "2020-05-01" })).toMatchObject({ reportDue: "2020-05-31", reportMissed: false });
  expect(standing([], { issuedOn: "2020-04-30" })).toMatchObject({ reportMissed: true });
});

test("What lasts: every unit that has it is to report, unless the office itself says something of the whole", () => {
  const assigned = [step("assign", "甲", "2020-01-10"), step("assign", "乙", "2020-01-10")];
  const one = [...assigned, step("progress", "甲", "2020-05-02")];
  const found = standing(one);
  expect(found).toMatchObject({ reportDue: "2020-05-31", reportMissed: true });
  expect(found.assignments.map(({ reportMissed }) => reportMissed)).toEqual([false, true]);
  expect(standing([...one, step("progress", "乙", "2020-05-03")]).reportDue).toBe("2020-06-30");
  expect(standing([...one, step("progress", null, "2020-05-03")]).reportDue).toBe("2020-06-30");
});

test("without an interval, done or not lasting, nothing is to be reported", () => {
  expect(standing([], { every: undefined }).reportDue).toBeNull();
  expect(standing([], { period: parsePeriod("10月底前", { year: 2020 }) }).reportDue).toBeNull();
  expect(standing([], { withdrawn: true }).reportDue).toBeNull();
});

const plain: Judged = {
  phase: "under-way",
  due: null,
  start: "2020-01-10",
  reportedOn: null,
  percent: null,
  lasting: true,
  reportDue: "2020-05-31",
  reportMissed: false,
};

test.each<[string, Partial<Judged>, string, string]>([
  ["on track until the report is soon due", {}, "on-track", "report-due"],
  ["soon before that day", { reportDue: "2020-05-22" }, "soon", "report-soon"],
  ["on the day itself", { reportDue: today }, "soon", "report-today"],
  ["behind where the interval before had no report", { reportMissed: true }, "behind", "report-missed"],
  ["never overdue", { due: "2020-05-01", reportMissed: true }, "behind", "report-missed"],
  ["past its own due date and reported", { due: "2020-05-01" }, "on-track", "lasting"],
  ["its own due date comes first", { due: "2020-05-21", reportMissed: true }, "soon", "soon"],
  ["reported done, it waits for its issuer", { phase: "reported", reportMissed: true }, "on-track", "report-due"],
  ["nothing to be reported", { reportDue: null }, "none", "no-due"],
])("What lasts, its light: %s", (_, judged, light, code) => {
  const found = lightOf({ ...plain, ...judged }, today, settings);
  expect([found.light, found.reason.code]).toEqual([light, code]);
});

test("a task of a campaign that asks for monthly reports is judged by them", () => {
  expect(lightOf(judgedTask(standing([])), today, settings).light).toBe("behind");
  expect(lightOf(judgedTask(standing([], {}, "2020-05-29")), "2020-05-29", settings).light).toBe("soon");
});
