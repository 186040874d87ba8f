import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "../calendar/dates.ts";
import { taskStates } from "../tasks/record.ts";
import { type AgendaFacts, type AgendaHands, agendaOf, type AgendaTask, type Looking } from "./agenda.ts";
import { figuresByUnit, figuresOfTasks } from "./figures.ts";
import { usualMonth } from "./month.ts";
import { agendaReasons } from "./view.ts";

const july: Looking = { month: "2026-07", on: "2026-07-28", soonDays: 3, behindPoints: 30 };

const facts: AgendaFacts = {
  state: "in-progress",
  percent: null,
  due: null,
  dues: [],
  start: "2026-01-01",
  begins: null,
  reportedOn: null,
  doneOn: null,
  lasting: false,
  issuedOn: "2026-01-01",
  heardOn: "2026-07-20",
};

const task = (changes: Partial<AgendaTask> = {}): AgendaTask => ({
  ...facts,
  task: "t",
  no: "1",
  title: "河道清淤",
  section: "",
  measures: "",
  units: [],
  period: "",
  progress: "",
  hands: [],
  whole: true,
  changes: [],
  ...changes,
});

const hands = (changes: Partial<AgendaHands> = {}): AgendaHands => ({
  ...facts,
  unit: "370303001",
  unitName: "马尚街道",
  said: "",
  contact: "",
  ...changes,
});

const reasonsOf = (changes: Partial<AgendaTask>, looking = july): readonly string[] =>
  agendaOf([task(changes)], looking)[0]?.reasons ?? [];

describe("due: its due date, or that of an occurrence or an assignment of a picked unit, lies in the month", () => {
  it.each([
    ["2026-06-30", []],
    ["2026-07-31", ["due"]],
    ["2026-08-01", []],
  ])("due on %s: %j", (due, reasons) => {
    expect(reasonsOf({ due, state: "reported-done", reportedOn: "2026-06-01" })).toEqual(reasons);
  });

  it("an occurrence in the month counts, also where the task stands at another", () => {
    const [item] = agendaOf([task({ due: "2026-08-05", dues: ["2026-07-05"] })], july);
    expect([item?.reasons, item?.dueInMonth]).toEqual([["due"], "2026-07-05"]);
  });

  it("an assignment's own date counts, and the task's does not where only some units are looked at", () => {
    expect(reasonsOf({ due: "2026-12-31", hands: [hands({ due: "2026-07-30" })], whole: false })).toEqual(["due"]);
    expect(reasonsOf({ due: "2026-07-30", hands: [hands({ due: "2026-12-31" })], whole: false })).toEqual([]);
  });

  it("one that is done stays among what was due; a withdrawn one does not", () => {
    expect(reasonsOf({ due: "2026-07-15", state: "done", doneOn: "2026-07-14" })).toEqual(["due"]);
    expect(reasonsOf({ due: "2026-07-15", state: "withdrawn" })).toEqual([]);
  });
});

describe("late: overdue as of the day of the meeting", () => {
  it.each([
    ["2026-07-28", 0],
    ["2026-07-27", 1],
    ["2026-06-28", 30],
  ])("due on %s, met on the 28th: %i days", (due, days) => {
    expect(agendaOf([task({ due })], july)[0]?.daysLate ?? 0).toBe(days);
  });

  it("reported late is late by the days that it was late, reported in time is not", () => {
    const reported = { due: "2026-06-20", state: "reported-done" } as const;
    expect(agendaOf([task({ ...reported, reportedOn: "2026-06-23" })], july)[0]?.daysLate).toBe(3);
    expect(agendaOf([task({ ...reported, reportedOn: "2026-06-20" })], july)).toEqual([]);
  });

  it("what lasts (长期坚持) is never overdue", () => {
    expect(reasonsOf({ due: "2026-06-01", lasting: true })).toEqual([]);
  });
});

describe("unheard: in hands, not done, and no word from it within the month", () => {
  it.each([
    [null, ["unheard"]],
    ["2026-06-30", ["unheard"]],
    ["2026-07-01", []],
    ["2026-07-28", []],
  ])("last heard of on %s: %j", (heardOn, reasons) => {
    expect(reasonsOf({ heardOn })).toEqual(reasons);
  });

  it("for one issued within the month, since it was issued", () => {
    expect(reasonsOf({ issuedOn: "2026-07-10", heardOn: null })).toEqual(["unheard"]);
    expect(reasonsOf({ issuedOn: "2026-07-10", heardOn: "2026-07-10" })).toEqual([]);
    expect(reasonsOf({ issuedOn: "2026-07-10", heardOn: "2026-07-05" })).toEqual(["unheard"]);
    expect(reasonsOf({ issuedOn: "2026-07-29", heardOn: null })).toEqual([]);
  });

  it("a word after the month and before the meeting is a word", () => {
    expect(reasonsOf({ heardOn: "2026-07-03" }, { ...july, month: "2026-06", on: "2026-07-05" })).toEqual([]);
  });

  it.each(["done", "reported-done", "returned", "withdrawn"] as const)("not asked of one that is %s", (state) => {
    expect(reasonsOf({ state, heardOn: null })).toEqual([]);
  });

  it("not asked of one whose time has not come", () => {
    expect(reasonsOf({ begins: "2026-10-01", heardOn: null })).toEqual([]);
  });

  it("of what is done or withdrawn as a whole no unit is late or unheard of", () => {
    const open = [hands({ due: "2026-07-01", heardOn: null })];
    expect(reasonsOf({ state: "withdrawn", hands: open, whole: false })).toEqual([]);
    expect(reasonsOf({ state: "done", doneOn: "2026-07-02", hands: open })).toEqual(["due"]);
  });

  it("of a task that units have in hand it is they who are unheard of, each by itself", () => {
    const [item] = agendaOf(
      [task({ heardOn: null, hands: [hands(), hands({ unit: "b", unitName: "和平街道", heardOn: "2026-06-02" })] })],
      july,
    );
    expect(item?.concerned.map(({ reasons }) => reasons)).toEqual([[], ["unheard"]]);
    expect(agendaOf([task({ heardOn: null, hands: [hands()] })], july)).toEqual([]);
  });
});

describe("the order of the agenda", () => {
  it("a task with several reasons stands under the first of them; overdue first by days late", () => {
    const items = agendaOf(
      [
        task({ task: "unheard", heardOn: null }),
        task({ task: "due", due: "2026-07-30" }),
        task({ task: "late 3", due: "2026-07-25" }),
        task({ task: "late 40", due: "2026-06-18", heardOn: null }),
        task({ task: "changed", changes: [{ field: "title", unit: null, before: "a", after: "b" }] }),
        task({ task: "nothing" }),
      ],
      july,
    );
    expect(items.map((item) => [item.task, item.reasons])).toEqual([
      ["late 40", ["late", "unheard"]],
      ["late 3", ["late", "due"]],
      ["due", ["due"]],
      ["unheard", ["unheard"]],
      ["changed", ["changed"]],
    ]);
  });

  it("of what is due the open ones come first, by date, before those that stand at a later occurrence already", () => {
    const items = agendaOf(
      [
        task({ task: "done", due: "2026-07-29", state: "done", doneOn: "2026-07-28" }),
        task({ task: "met on the 5th", due: "2026-08-05", dues: ["2026-07-05"] }),
        task({ task: "31", due: "2026-07-31" }),
        task({ task: "30", due: "2026-07-30" }),
      ],
      july,
    );
    expect(items.map((item) => item.task)).toEqual(["30", "31", "met on the 5th", "done"]);
  });
});

const day = fc.integer({ min: 0, max: 180 }).map((days) => addDays("2026-04-01", days));
const anyFacts = fc.record({
  state: fc.constantFrom(...taskStates),
  due: fc.option(day),
  heardOn: fc.option(day),
  reportedOn: fc.option(day),
  begins: fc.option(day),
  issuedOn: day,
  lasting: fc.boolean(),
});
const anyTask = fc
  .tuple(anyFacts, fc.array(anyFacts, { maxLength: 3 }), fc.boolean())
  .map(([own, others, whole]) =>
    task({ ...own, whole: whole || others.length === 0, hands: others.map((each) => hands(each)) }),
  );

it("whatever the tasks, each stands there once at most, in the order of reasons and of days late, and nothing that is over is late or unheard of", () => {
  fc.assert(
    fc.property(fc.array(anyTask, { maxLength: 12 }), (tasks) => {
      const numbered = tasks.map((each, place) => ({ ...each, task: String(place) }));
      const items = agendaOf(numbered, july);
      expect(new Set(items.map((item) => item.task)).size).toBe(items.length);
      const places = items.map(({ reasons }) => agendaReasons.findIndex((reason) => reason === reasons[0]));
      expect(places).toEqual(places.toSorted((a, b) => a - b));
      const late = items.filter(({ reasons }) => reasons[0] === "late").map(({ daysLate }) => daysLate);
      expect(late).toEqual(late.toSorted((a, b) => b - a));
      expect(late.every((days) => days > 0)).toBe(true);
      for (const { concerned } of items)
        for (const { state, reasons } of concerned)
          if (state === "done" || state === "withdrawn")
            expect(reasons.filter((reason) => reason !== "due")).toEqual([]);
      const figures = figuresOfTasks(numbered, july);
      expect(figures.late).toBe(items.filter(({ reasons }) => reasons.includes("late")).length);
      expect(figures.unheard).toBe(items.filter(({ reasons }) => reasons.includes("unheard")).length);
    }),
  );
});

describe("figures: of what was open at some time in the month", () => {
  it("counts done, in time, reported, due, late and unheard, each task once", () => {
    const late = hands({ due: "2026-07-01" });
    const all = [
      task({ state: "done", due: "2026-07-10", reportedOn: "2026-07-10", doneOn: "2026-07-12" }),
      task({ state: "done", due: "2026-07-10", reportedOn: "2026-07-11", doneOn: "2026-07-12" }),
      task({ state: "done", due: "2026-06-10", reportedOn: "2026-06-10", doneOn: "2026-06-11" }),
      task({ state: "reported-done", due: "2026-08-10", reportedOn: "2026-07-20" }),
      task({ hands: [late, { ...late, unit: "b" }], due: "2026-12-31" }),
      task({ state: "withdrawn" }),
      task({ heardOn: null }),
    ];
    const { tasks, done, inTime, reported, due, late: lateCount, unheard } = figuresOfTasks(all, july);
    expect({ tasks, done, inTime, reported, due, late: lateCount, unheard }).toEqual({
      tasks: 5,
      done: 2,
      inTime: 1,
      reported: 1,
      due: 3,
      late: 1,
      unheard: 1,
    });
  });

  it("by unit in official order, without those that had nothing in hand", () => {
    const share = (unit: string, changes: Partial<AgendaFacts> = {}) => ({
      unit,
      unitName: unit,
      facts: { ...facts, ...changes },
    });
    const rows = figuresByUnit(
      [
        share("b"),
        share("a", { due: "2026-07-01" }),
        share("b", { state: "done" }),
        share("c", { state: "withdrawn" }),
      ],
      july,
      (unit) => unit,
    );
    expect(rows.map(({ unit, tasks, done, late }) => [unit, tasks, done, late])).toEqual([
      ["a", 1, 0, 1],
      ["b", 2, 1, 0],
    ]);
  });
});

it.each([
  ["2026-07-05", "2026-06"],
  ["2026-07-10", "2026-06"],
  ["2026-07-11", "2026-07"],
  ["2026-01-03", "2025-12"],
])("a meeting held on %s is usually about %s", (on, month) => expect(usualMonth(on)).toBe(month));
