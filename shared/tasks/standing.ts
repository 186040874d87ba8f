/**
 * Where a task stands for the office here: everything that follows from its steps, the periods of its hands, its
 * sub-tasks and the calendar day. The tables keep the result for lists; the detail shows it whole.
 */
import type { Period } from "../calendar/period.ts";
import { type Arrangement, arrangementsOf, type AskedExtension, type StepsByUnit } from "./arrangement.ts";
import { dueOf, isLasting, type WorkingDays } from "./due.ts";
import type { TakenStep } from "./hands.ts";
import { noReport, type ReportDue, type Reported, reportsOf } from "./lasting.ts";
import { beginOfOccurrence } from "./occurrences.ts";
import type { ReportInterval, TaskState } from "./record.ts";
import {
  currentOccurrence,
  occurrenceMeant,
  occurrencesBetween,
  occurrenceWithin,
  type Shift,
  unshifted,
} from "./shift.ts";
import { stepsOfOccurrence, taskStateAfter } from "./states.ts";
import { trackOf } from "./track.ts";
import type { RollUp } from "./view.ts";
import { type PartOfTask, type SubTask, wholeOf } from "./whole.ts";

export { judgedTask, phaseOfTask } from "./judged.ts";
export { occurrenceOfStep, stateForStep, stateInHands } from "./track.ts";
export type { SubTask, Track } from "./whole.ts";

export interface TaskFacts {
  /** As the record states it. */
  readonly period: Period;
  /** The day the task came here. */
  readonly issuedOn: string;
  /** Withdrawn as a whole. */
  readonly withdrawn: boolean;
  /** The hands that this office works with (`handsOfOffice`): null or left out for the owner of the task, else its code. */
  readonly hands?: string | null;
  /** How often its campaign asks for a report on what lasts. */
  readonly every?: ReportInterval | undefined;
  readonly subTasks?: readonly SubTask[];
}

/** An assignment as it stands, by the period that counts for it. */
export interface AssignmentStanding extends PartOfTask, Arrangement, ReportDue {
  readonly start: string | null;
  /** The occurrence that its state is of, by name. */
  readonly occurrence: string | null;
  readonly receivedOn: string | null;
}

export interface OccurrenceStanding {
  /** As the recurrence names it, and as it is due. */
  readonly occurrence: string;
  readonly due: string;
  readonly state: TaskState;
  readonly percent: number | null;
}

export interface TaskStanding extends ReportDue {
  readonly state: TaskState;
  readonly percent: number | null;
  readonly progress: string;
  readonly start: string | null;
  readonly due: string | null;
  /** The occurrence that all this is of, by name. */
  readonly occurrence: string | null;
  readonly receivedOn: string | null;
  readonly reportedOn: string | null;
  readonly doneOn: string | null;
  readonly assignments: readonly AssignmentStanding[];
  /** Found when they are asked for: the tables, which are written for every task, keep none of them. */
  readonly occurrences: readonly OccurrenceStanding[];
  /** The period that counts for this office, and the extension that it asks for itself. */
  readonly period: Period;
  readonly extension: AskedExtension | null;
  /** Of its assignments and sub-tasks together. */
  readonly rollUp: RollUp | null;
  readonly parts: { readonly count: number; readonly done: number; readonly differ: number };
  readonly heardOn: string | null;
  /** An extension waits: one that this office asked for, or that a unit asked of it. */
  readonly extensionAsked: boolean;
  /** One of them waits for this office's own answer. */
  readonly extensionWaits: boolean;
}

type Clock = WorkingDays & { readonly today: string; readonly shift?: Shift };

/** How many occurrences of a recurring task the detail lists. */
const shownOccurrences = 24;

/** Steps by which whoever has a task in hand lets hear of it. */
const words: readonly TakenStep["step"][] = ["receive", "return", "progress", "report-done", "ask-extension"];

/** Whether whoever has it in hand lets hear of it by this step. */
export const isWord = ({ step }: Pick<TakenStep, "step">): boolean => words.includes(step);
const reports: readonly TakenStep["step"][] = ["progress", "report-done"];
const reported: readonly TaskState[] = ["in-progress", "reported-done", "done"];

/** `steps` in the order in which they were taken, each of the unit that `unitOfStep` says. */
export const taskStanding = (facts: TaskFacts, steps: readonly TakenStep[], clock: Clock): TaskStanding => {
  const { hands = null, subTasks = [] } = facts;
  const byUnit = stepsByUnit(steps);
  const judged: Judging = { facts, byUnit, arranged: arrangementsOf(facts.period, byUnit), clock };
  const { period, extension } = judged.arranged(hands);
  const recurring = period.kind === "recurring" ? recurrence(judged, period, steps) : null;
  const occurrence = recurring?.current ?? null;
  const { state, percent, reportedOn, doneOn, rollUp, counted, ...whole } = recurring?.whole ?? wholeAt(judged, null);
  const assignments = whole.assignments.map((part) => assignmentOf(part, judged, occurrence));
  const receivedOn = receiptOf(facts, steps);
  const live = assignments.filter(({ unit }) => counted.some((part) => part.unit === unit));
  const asksHere = live.some((part) => part.extension !== null);
  const isOver = state === "done" || state === "withdrawn";
  const dated = recurring
    ? { due: occurrence && shiftOf(clock)(occurrence), start: occurrence && sinceIssued(facts, period, occurrence) }
    : { due: dueOf(period, receivedOn, clock), start: period.start ?? facts.issuedOn };
  return {
    ...(isOver ? noReport : reportDueOf(period, judged, wholeReported(hands, judged, live))),
    ...dated,
    state,
    percent,
    reportedOn,
    doneOn,
    rollUp,
    occurrence,
    receivedOn,
    assignments,
    get occurrences() {
      return recurring?.all() ?? [];
    },
    period,
    extension,
    progress: steps.findLast(({ step, text }) => reports.includes(step) && text)?.text ?? "",
    parts: {
      count: rollUp?.count ?? 0,
      done: rollUp?.done ?? 0,
      differ: differing([rollUp, ...live.map((part) => part.rollUp)]) + whole.subs.filter((sub) => sub.differs).length,
    },
    heardOn: latest([...subTasks.map((sub) => sub.heardOn), ...wordsIn(steps)]),
    extensionAsked: extension !== null || asksHere,
    extensionWaits: asksHere,
  };
};

/** What counts for one pair of hands now: the period, the occurrence that it stands at (null: it does not recur), when that is due. */
export const handsNow = (
  standing: TaskStanding,
  unit: string | null,
): Pick<TaskStanding, "period" | "occurrence" | "due" | "percent" | "extension"> =>
  standing.assignments.find((assignment) => assignment.unit === unit) ?? standing;

interface Judging {
  readonly facts: TaskFacts;
  readonly byUnit: StepsByUnit;
  readonly arranged: (unit: string | null) => Arrangement;
  readonly clock: Clock;
}

const shiftOf = ({ shift = unshifted }: Clock): Shift => shift;

const stepsByUnit = (steps: readonly TakenStep[]): StepsByUnit => {
  const byUnit = new Map<string | null, TakenStep[]>();
  for (const step of steps) {
    const same = byUnit.get(step.unit);
    if (same) same.push(step);
    else byUnit.set(step.unit, [step]);
  }
  return byUnit;
};

/** An office that has the task from above counts from its own receipt, the owner from the first day that any unit had it. */
const receiptOf = ({ hands = null }: TaskFacts, steps: readonly TakenStep[]): string | null => {
  const received = steps.filter(({ step }) => step === "receive");
  const own = received.find(({ unit }) => hands !== null && unit === hands);
  return own?.on ?? received.map(({ on }) => on).toSorted()[0] ?? null;
};

/** The whole at an occurrence of what recurs here. Sub-tasks have no part in occurrences. */
const wholeAt = (judged: Judging, occurrence: string | null): ReturnType<typeof wholeOf> => {
  const { facts, byUnit, arranged, clock } = judged;
  const tracks = [...byUnit].map(([unit, own]) => {
    const { period } = arranged(unit);
    const meant = occurrenceOfHands(judged, unit, occurrence);
    const isOfIt = (step: TakenStep): boolean => meant === null || isOf(period, meant, step, shiftOf(clock));
    const receivedOn = own.find(({ step }) => step === "receive")?.on ?? null;
    const due = period.kind === "recurring" ? meant && shiftOf(clock)(meant) : dueOf(period, receivedOn, clock);
    return { ...trackOf(unit, own.filter(isOfIt)), due };
  });
  const isRecurring = arranged(facts.hands ?? null).period.kind === "recurring";
  return wholeOf(facts, tracks, isRecurring ? [] : facts.subTasks);
};

/** The occurrence of what recurs in one unit's hands that stands for that of the whole; null: its steps count together. */
const occurrenceOfHands = (
  { facts, byUnit, arranged, clock }: Judging,
  unit: string | null,
  occurrence: string | null,
): string | null => {
  const { period } = arranged(unit);
  const whole = arranged(facts.hands ?? null).period;
  if (period.kind !== "recurring") return null;
  if (whole.kind === "recurring")
    return occurrence === null || period === whole ? occurrence : occurrenceWithin(period, occurrence, whole);
  const own = byUnit.get(unit) ?? [];
  const shift = shiftOf(clock);
  const isReported = (each: string): boolean =>
    reported.includes(taskStateAfter(own.filter((step) => isOf(period, each, step, shift))));
  return currentOccurrence(period, clock.today, facts.issuedOn, isReported, shift);
};

const isOf = (period: Period, occurrence: string, step: TakenStep, shift: Shift): boolean =>
  !stepsOfOccurrence.includes(step.step) || occurrenceMeant(period, step, shift) === occurrence;

const recurrence = (judged: Judging, period: Period, steps: readonly TakenStep[]) => {
  const { facts, clock } = judged;
  const shift = shiftOf(clock);
  const known = new Map<string, ReturnType<typeof wholeOf>>();
  const at = (occurrence: string): ReturnType<typeof wholeOf> => {
    const found = known.get(occurrence) ?? wholeAt(judged, occurrence);
    known.set(occurrence, found);
    return found;
  };
  const isReported = (occurrence: string): boolean => reported.includes(at(occurrence).state);
  const current = currentOccurrence(period, clock.today, facts.issuedOn, isReported, shift);
  const all = (): OccurrenceStanding[] => {
    const listed = new Set(occurrencesBetween(period, facts.issuedOn, clock.today, shownOccurrences, shift));
    for (const step of steps) {
      const meant = stepsOfOccurrence.includes(step.step) ? occurrenceMeant(period, step, shift) : null;
      if (meant !== null) listed.add(meant);
    }
    return [...listed].sort().map((occurrence) => {
      const { state, percent } = at(occurrence);
      return { occurrence, due: shift(occurrence), state, percent };
    });
  };
  return { current, whole: current === null ? wholeAt(judged, null) : at(current), all };
};

const assignmentOf = (part: PartOfTask, judged: Judging, at: string | null): AssignmentStanding => {
  const { facts, byUnit, arranged } = judged;
  const steps = byUnit.get(part.unit) ?? [];
  const arrangement = arranged(part.unit);
  const { period } = arrangement;
  const occurrence = occurrenceOfHands(judged, part.unit, at);
  const assignedOn = steps.findLast(({ step }) => step === "assign")?.on ?? facts.issuedOn;
  const isOver = facts.withdrawn || part.state === "done" || part.state === "withdrawn";
  return {
    ...part,
    ...arrangement,
    ...(isOver ? noReport : reportDueOf(period, judged, reportedBy(part.unit, judged), assignedOn)),
    occurrence,
    start: occurrence === null ? (period.start ?? assignedOn) : sinceIssued(facts, period, occurrence),
    receivedOn: steps.find(({ step }) => step === "receive")?.on ?? null,
  };
};

/** The first day of an occurrence, of the one within which the task came here that day: nobody is behind before it. */
const sinceIssued = ({ issuedOn }: TaskFacts, period: Period, occurrence: string): string => {
  const begin = beginOfOccurrence(period, occurrence);
  return issuedOn > begin && issuedOn <= occurrence ? issuedOn : begin;
};

const reportDueOf = (
  period: Period,
  { facts, clock }: Judging,
  wasReported: Reported,
  since = facts.issuedOn,
): ReportDue =>
  facts.every === undefined || !isLasting(period) ? noReport : reportsOf(facts.every, since, clock.today, wasReported);

const reportedBy =
  (unit: string | null, { byUnit }: Judging): Reported =>
  (from, to) =>
    (byUnit.get(unit) ?? []).some(({ step, on }) => reports.includes(step) && on >= from && on <= to);

/** What the office itself says stands for the whole; else every unit that counts has to have reported. */
const wholeReported =
  (hands: string | null, judged: Judging, counted: readonly PartOfTask[]): Reported =>
  (from, to) => {
    const waiting = counted.filter(({ state }) => state !== "done");
    const byAll = waiting.length > 0 && waiting.every(({ unit }) => reportedBy(unit, judged)(from, to));
    return byAll || reportedBy(hands, judged)(from, to);
  };

const differing = (rollUps: readonly (RollUp | null)[]): number =>
  rollUps.filter((rollUp) => rollUp !== null && rollUp.differs !== null).length;

const wordsIn = (steps: readonly TakenStep[]): string[] => steps.filter(isWord).map(({ on }) => on);

const latest = (days: readonly (string | null)[]): string | null =>
  days.reduce((a, b) => (a !== null && (b === null || a > b) ? a : b), null);
