/**
 * What a dispatch meeting has to look at, and why: computed from plain facts as of the day of the meeting, so that each
 * rule can be read, and tested, by itself (docs/linkage.md 'Dispatch').
 */
import { daysBetween } from "../calendar/dates.ts";
import type { Light } from "../tasks/fields.ts";
import { lightOf, type LightSettings } from "../tasks/light.ts";
import type { TaskState } from "../tasks/record.ts";
import { phaseOfTask } from "../tasks/standing.ts";
import { firstDayOfMonth, isInMonth, lastDayOfMonth } from "./month.ts";
import { type AgendaChange, type AgendaHandsView, type AgendaItem, type AgendaReason, agendaReasons } from "./view.ts";

/** A task, or one unit with it, as it stands on the day of the meeting. */
export interface AgendaFacts {
  readonly state: TaskState;
  readonly percent: number | null;
  readonly due: string | null;
  /** Due dates of its occurrences that lie in the month. */
  readonly dues: readonly string[];
  readonly start: string | null;
  /** The first day of its period, where that names one: before it nobody is asked for a word. */
  readonly begins: string | null;
  readonly reportedOn: string | null;
  readonly doneOn: string | null;
  readonly lasting: boolean;
  /** Of what lasts: by when it is to be reported on next, and whether the time before was missed. */
  readonly reportDue?: string | null;
  readonly reportMissed?: boolean;
  /** The day it was issued, or assigned. */
  readonly issuedOn: string;
  /** The last word from whoever has it in hand. */
  readonly heardOn: string | null;
  /** The task as a whole is done, whatever this unit said last: it is neither late nor unheard of. */
  readonly closed?: boolean;
}

export interface AgendaHands extends AgendaFacts {
  readonly unit: string;
  readonly unitName: string;
  readonly said: string;
  readonly contact: string;
}

export interface AgendaTask extends AgendaFacts {
  readonly task: string;
  readonly no: string;
  readonly title: string;
  readonly section: string;
  readonly measures: string;
  readonly units: readonly string[];
  readonly period: string;
  readonly progress: string;
  /** Units that are looked at and have it in hand. */
  readonly hands: readonly AgendaHands[];
  /** It is looked at as a whole too: all units are, or nobody has it in hand. */
  readonly whole: boolean;
  readonly changes: readonly AgendaChange[];
}

/** Of what is withdrawn as a whole nobody is asked any more; of what is done as a whole no unit is late. */
export const settled = (task: AgendaTask): AgendaTask => {
  if (task.state === "withdrawn") return { ...task, hands: [], whole: true };
  return task.state === "done" ? { ...task, hands: task.hands.map((hands) => ({ ...hands, closed: true })) } : task;
};

/** The month that is looked at, the day of the meeting, and how lights are judged. */
export interface Looking extends LightSettings {
  readonly month: string;
  readonly on: string;
}

/** In hands: somebody is to do it now. What is reported as done waits for its issuer; what was returned is in no hands. */
const inHands: readonly TaskState[] = ["issued", "received", "in-progress"];

export const lightOn = (facts: AgendaFacts, { on, ...settings }: Looking): Light =>
  lightOf({ ...facts, phase: phaseOfTask[facts.state] }, on, settings).light;

/** Overdue as of the day of the meeting; what was reported late is so by the days that it was late. 0: it is not. */
export const daysLateOf = (facts: AgendaFacts, looking: Looking): number => {
  const { due, reportedOn, state, closed = false } = facts;
  const over = state === "reported-done" ? (reportedOn ?? looking.on) : looking.on;
  // Most are not late by their date alone, and lights are judged thousands of times here.
  if (due === null || due >= over || closed || lightOn(facts, looking) !== "overdue") return 0;
  return daysBetween(due, over);
};

/** Its due date, or that of an occurrence, lies in the month. */
export const isDueIn = ({ due, dues, state }: AgendaFacts, { month }: Looking): boolean =>
  state !== "withdrawn" && (isInMonth(due, month) || dues.some((each) => isInMonth(each, month)));

/** In hands, not done, and no word from it within the month; for one issued within the month, since it was issued. */
export const isUnheard = (facts: AgendaFacts, { month, on }: Looking): boolean => {
  const { state, issuedOn, begins, heardOn, closed = false } = facts;
  if (closed || !inHands.includes(state)) return false;
  const end = lastDayOfMonth(month) < on ? lastDayOfMonth(month) : on;
  if (issuedOn > end || (begins !== null && begins > end)) return false;
  const since = issuedOn > firstDayOfMonth(month) ? issuedOn : firstDayOfMonth(month);
  return since <= end && (heardOn === null || heardOn < since);
};

const reasonsOf = (facts: AgendaFacts, looking: Looking, daysLate: number): AgendaReason[] =>
  agendaReasons.filter(
    (reason) =>
      (reason === "late" && daysLate > 0) ||
      (reason === "due" && isDueIn(facts, looking)) ||
      (reason === "unheard" && isUnheard(facts, looking)),
  );

/** The tasks that are to be looked at, in the order in which they are: by first reason, then as each reason has it. */
export const agendaOf = (tasks: readonly AgendaTask[], looking: Looking): AgendaItem[] =>
  tasks
    .map((task) => itemOf(settled(task), looking))
    .filter(({ reasons }) => reasons.length > 0)
    .toSorted((a, b) => placeOf(a) - placeOf(b) || within(a, b));

const itemOf = (task: AgendaTask, looking: Looking): AgendaItem => {
  const concerned = task.hands.map((hands) => concernedOf(hands, looking));
  const whenLate = task.whole ? daysLateOf(task, looking) : 0;
  const own = task.whole ? ownReasons(task, looking, whenLate) : [];
  const found = new Set<AgendaReason>([...own, ...concerned.flatMap(({ reasons }) => reasons)]);
  if (task.changes.length > 0) found.add("changed");
  return {
    task: task.task,
    no: task.no,
    title: task.title,
    section: task.section,
    measures: task.measures,
    units: [...task.units],
    concerned,
    period: task.period,
    due: task.due,
    dueInMonth: firstDue(task, looking),
    state: task.state,
    percent: task.percent,
    progress: task.progress,
    heardOn: task.heardOn,
    light: lightOn(task, looking),
    daysLate: Math.max(whenLate, ...concerned.map(({ daysLate }) => daysLate)),
    reasons: agendaReasons.filter((reason) => found.has(reason)),
    changes: [...task.changes],
  };
};

/** What it stands at, before an occurrence that is over. */
const firstDue = (task: AgendaTask, { month }: Looking): string | null => {
  const looked = task.whole ? [task, ...task.hands] : task.hands;
  const first = (days: readonly string[]): string | null =>
    days.filter((day) => isInMonth(day, month)).toSorted((a, b) => compare(a, b))[0] ?? null;
  return first(looked.map(({ due }) => due ?? "")) ?? first(looked.flatMap(({ dues }) => dues));
};

const concernedOf = (hands: AgendaHands, looking: Looking): AgendaHandsView => {
  const daysLate = daysLateOf(hands, looking);
  return {
    unit: hands.unit,
    unitName: hands.unitName,
    state: hands.state,
    percent: hands.percent,
    due: hands.due,
    heardOn: hands.heardOn,
    said: hands.said,
    contact: hands.contact,
    daysLate,
    reasons: reasonsOf(hands, looking, daysLate),
  };
};

/** Of a task that units have in hand, it is they who are unheard of, not the task. */
const ownReasons = (task: AgendaTask, looking: Looking, daysLate: number): AgendaReason[] =>
  reasonsOf(task, looking, daysLate).filter((reason) => reason !== "unheard" || task.hands.length === 0);

const placeOf = ({ reasons }: AgendaItem): number => agendaReasons.findIndex((reason) => reasons.includes(reason));

const isOpen = ({ state }: AgendaItem): boolean => inHands.includes(state) || state === "returned";

/** Open and due; then what stands at another occurrence already; then what is over. */
const turnOf = (item: AgendaItem): number => {
  if (!isOpen(item)) return 2;
  return [item, ...item.concerned].some(({ due }) => due !== null && due === item.dueInMonth) ? 0 : 1;
};

/** Overdue by days late; due the open ones first, by date; unheard of the longest silent first; else as the list has them. */
const within = (a: AgendaItem, b: AgendaItem): number => {
  const [reason] = a.reasons;
  if (reason === "late") return b.daysLate - a.daysLate;
  if (reason === "due") return turnOf(a) - turnOf(b) || compare(a.dueInMonth, b.dueInMonth);
  if (reason === "unheard") return compare(a.heardOn ?? "", b.heardOn ?? "");
  return 0;
};

const compare = (a: string | null, b: string | null): number => {
  const [first, second] = [a ?? "9999", b ?? "9999"];
  return first < second ? -1 : first > second ? 1 : 0;
};
