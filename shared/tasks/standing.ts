/**
 * Where a task stands: everything that follows from its steps, its period and the calendar day. The tables keep the
 * result for lists; the detail shows it whole.
 */
import type { Period } from "../calendar/period.ts";
import { dueOf, isLasting, type WorkingDays } from "./due.ts";
import { type Judged } from "./light.ts";
import type { TakenStep } from "./hands.ts";
import { beginOfOccurrence, currentOccurrence, nextDue, occurrencesBetween, previousDue } from "./occurrences.ts";
import type { TaskState, TaskStep } from "./record.ts";
import { stepsOfOccurrence, taskStateAfter } from "./states.ts";
import { type PartOfTask, type Track, wholeOf } from "./whole.ts";

export type { Track } from "./whole.ts";

export interface TaskFacts {
  readonly period: Period;
  /** The day the task came here. */
  readonly issuedOn: string;
  /** Withdrawn as a whole. */
  readonly withdrawn: boolean;
  /** The hands that this office works with (`handsOfOffice`): null or left out for the owner of the task, else its code. */
  readonly hands?: string | null;
}

export interface TaskStanding {
  readonly state: TaskState;
  readonly percent: number | null;
  readonly progress: string;
  readonly start: string | null;
  readonly due: string | null;
  readonly receivedOn: string | null;
  readonly reportedOn: string | null;
  readonly doneOn: string | null;
  readonly assignments: readonly PartOfTask[];
  readonly occurrences: readonly { readonly due: string; readonly state: TaskState; readonly percent: number | null }[];
}

type Clock = WorkingDays & { readonly today: string };

/** How many occurrences of a recurring task the detail lists. */
const shownOccurrences = 24;

/** `steps` in the order in which they were taken, each of the unit that `unitOfStep` says. */
export const taskStanding = (facts: TaskFacts, steps: readonly TakenStep[], clock: Clock): TaskStanding => {
  const receivedOn = receiptOf(facts, steps);
  const progress = steps.findLast(({ step, text }) => (step === "progress" || step === "report-done") && text)?.text;
  const common = { receivedOn, progress: progress ?? "" };
  if (facts.period.kind === "recurring") return { ...recurringStanding(facts, steps, clock), ...common };
  const whole = wholeOf(facts, tracksOf(steps));
  const due = dueOf(facts.period, receivedOn, clock);
  return { ...whole, ...common, start: facts.period.start ?? facts.issuedOn, due, occurrences: [] };
};

/** An office that has the task from above counts from its own receipt, the owner from the first of all. */
const receiptOf = ({ hands = null }: TaskFacts, steps: readonly TakenStep[]): string | null => {
  const received = steps.filter(({ step }) => step === "receive");
  return (received.find(({ unit }) => hands !== null && unit === hands) ?? received[0])?.on ?? null;
};

const recurringStanding = (facts: TaskFacts, steps: readonly TakenStep[], { today }: Clock) => {
  const { period, issuedOn } = facts;
  const known = new Map<string, ReturnType<typeof wholeOf>>();
  const at = (due: string) => {
    const found = known.get(due) ?? wholeOf(facts, tracksOf(steps.filter((step) => isOf(period, due, step))));
    known.set(due, found);
    return found;
  };
  const isReported = (due: string): boolean => ["in-progress", "reported-done", "done"].includes(at(due).state);
  const due = currentOccurrence(period, today, issuedOn, isReported);
  const whole = due === null ? wholeOf(facts, tracksOf(steps)) : at(due);
  const dues = new Set(occurrencesBetween(period, issuedOn, today, shownOccurrences));
  for (const step of steps) {
    const meant = stepsOfOccurrence.includes(step.step) ? occurrenceOfStep(period, step) : null;
    if (meant !== null) dues.add(meant);
  }
  const occurrences = [...dues].sort().map((each) => ({ due: each, state: at(each).state, percent: at(each).percent }));
  return { ...whole, due, start: due === null ? null : beginOfOccurrence(period, due), occurrences };
};

/** The occurrence that a step speaks of: the one it names, else the first due on or after its day. */
export const occurrenceOfStep = (period: Period, { occurrence, on }: Pick<TaskStep, "occurrence" | "on">) =>
  occurrence ?? nextDue(period, on) ?? previousDue(period, on);

const isOf = (period: Period, due: string, step: TaskStep): boolean =>
  !stepsOfOccurrence.includes(step.step) || occurrenceOfStep(period, step) === due;

/** The state that one pair of hands is in now, for an occurrence where the task recurs; null when it was never assigned. */
export const stateInHands = (
  period: Period,
  steps: readonly TaskStep[],
  unit: string | null,
  occurrence: string | null,
): TaskState | null => {
  const own = steps.filter((step) => step.unit === unit && (occurrence === null || isOf(period, occurrence, step)));
  return unit !== null && own.length === 0 ? null : taskStateAfter(own);
};

/** The steps by the unit they are of, each run by itself. */
const tracksOf = (steps: readonly TakenStep[]): Track[] => {
  const byUnit = new Map<string | null, TakenStep[]>();
  for (const step of steps) {
    const same = byUnit.get(step.unit);
    if (same) same.push(step);
    else byUnit.set(step.unit, [step]);
  }
  return [...byUnit].map(([unit, own]) => trackOf(unit, own));
};

const trackOf = (unit: string | null, steps: readonly TakenStep[]): Track => {
  const state = taskStateAfter(steps);
  const isOver = state === "reported-done" || state === "done";
  const last = (name: TaskStep["step"]): string | null => steps.findLast(({ step }) => step === name)?.on ?? null;
  return {
    unit,
    state,
    by: steps.findLast(({ step }) => step === "assign")?.office ?? null,
    percent: isOver ? 100 : (steps.findLast(({ percent }) => percent !== undefined)?.percent ?? null),
    reportedOn: isOver ? last("report-done") : null,
    doneOn: state === "done" ? last("confirm") : null,
    lastOn: steps.at(-1)?.on ?? null,
  };
};

/** A task as the light judges it. */
export const judgedTask = (standing: TaskStanding, period: Period): Judged => ({
  phase: phaseOfTask[standing.state],
  due: standing.due,
  start: standing.start,
  reportedOn: standing.reportedOn,
  percent: standing.percent,
  lasting: isLasting(period),
});

export const phaseOfTask: Readonly<Record<TaskState, Judged["phase"]>> = {
  issued: "waiting",
  received: "waiting",
  returned: "waiting",
  "in-progress": "under-way",
  "reported-done": "reported",
  done: "over",
  withdrawn: "over",
};
