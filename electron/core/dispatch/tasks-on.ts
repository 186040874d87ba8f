/**
 * All tasks as they stood on a day, for the agenda of a meeting: steps taken later do not count, so that the minutes of
 * a meeting say the same a year on. Read with few queries, whatever the number of tasks.
 */
import type { Period } from "#shared/calendar/period.ts";
import type { AgendaFacts } from "#shared/dispatch/agenda.ts";
import { firstDayOfMonth, isInMonth, lastDayOfMonth } from "#shared/dispatch/month.ts";
import { isLasting } from "#shared/tasks/due.ts";
import { type TakenStep, unitOfStep } from "#shared/tasks/hands.ts";
import type { TaskCampaign, TaskStep } from "#shared/tasks/record.ts";
import { occurrencesBetween, type Shift } from "#shared/tasks/shift.ts";
import { type SubTask, taskStanding, type TaskStanding } from "#shared/tasks/standing.ts";
import { markSets } from "../list/marks.ts";
import { textsOf } from "../list/texts.ts";
import { prepared } from "../store/prepared.ts";
import type { Store } from "../store/store.ts";
import { orderSql } from "../store/versions.ts";
import { type Clock, clockOf, dayOfCommit } from "../tasks/clock.ts";
import { campaignOf } from "../tasks/standing-of.ts";
import { handsHere } from "../tasks/worked.ts";
import { type UnitLookup, unitLookup } from "../units/lookup.ts";

/** A task with its steps, before anything is derived from them. */
export interface TaskSource {
  readonly rid: number;
  readonly id: string;
  readonly no: string;
  readonly title: string;
  readonly section: string;
  readonly measures: string;
  /** As its list names them, by code or text, the lead first; and those that support. */
  readonly named: readonly string[];
  readonly support: readonly string[];
  readonly period: Period;
  readonly withdrawn: boolean;
  readonly issuedOn: string;
  readonly owner: string;
  readonly campaign: TaskCampaign | null;
  /** The row of the task that it is a part of; null: of none. */
  readonly parent: number | null;
  readonly steps: readonly TakenStep[];
}

interface SqlTask extends Record<"id" | "no" | "title" | "section" | "measures" | "at" | "owner" | "life", string> {
  readonly rid: number;
  readonly lead: string;
  readonly responsible: string;
  readonly support: string;
  readonly period: string;
  readonly campaign_value: string | null;
  readonly parent_rid: number | null;
}

/** In the list's own order. What left this office's scope (EX10) is not its to dispatch. */
const tasksSql = `SELECT t.rid, r.id, t.no, t.title, t.section, t.measures, t.lead, t.responsible, t.support, t.period,
    t.life, t.campaign_value, t.parent_rid, made.at, made.office AS owner
  FROM tasks AS t JOIN records AS r ON r.rid = t.rid JOIN commits AS made ON made.id = r.created
  WHERE t.listed = 1 AND t.rid NOT IN (${markSets.archived}) ORDER BY t.list_key, t.ord, t.rid`;

const stepsSql = `SELECT coalesce(tasks.stands_in, steps.rid) AS rid, data, office
  FROM steps JOIN tasks ON tasks.rid = steps.rid JOIN commits ON commits.id = steps.commit_id
  JOIN epochs ON epochs.no = commits.epoch
  WHERE retracted = 0 AND steps.rank > 0 ORDER BY ${orderSql}, steps.ord`;

export const taskSources = (store: Store): TaskSource[] => {
  const units = unitLookup(store.db);
  const rows = prepared(store.db, tasksSql).all() as SqlTask[];
  const owners = new Map(rows.map(({ rid, owner }) => [rid, owner]));
  const steps = stepsByTask(store, units, owners);
  return rows.map(
    ({ rid, id, no, title, section, measures, lead, responsible, support, period, life, at, owner, ...row }) => ({
      rid,
      id,
      no,
      title,
      section,
      measures,
      named: [...textsOf(lead), ...textsOf(responsible)],
      support: textsOf(support),
      period: JSON.parse(period) as Period,
      withdrawn: life === "withdrawn",
      issuedOn: dayOfCommit(at),
      owner,
      campaign: campaignOf(row),
      parent: row.parent_rid,
      steps: steps.get(rid) ?? [],
    }),
  );
};

const stepsByTask = (
  { db }: Store,
  units: UnitLookup,
  owners: ReadonlyMap<number, string>,
): ReadonlyMap<number, TakenStep[]> => {
  const code = (text: string): string => units.codeOf(text) ?? text;
  const found = new Map<number, TakenStep[]>();
  for (const [rid, data, office] of prepared(db, stepsSql).raw().all() as [number, string, string][]) {
    const step = { ...(JSON.parse(data) as TaskStep), office: code(office) };
    const unit = unitOfStep({ unit: step.unit, office }, owners.get(rid));
    const taken = { ...step, unit: unit === null ? null : code(unit) };
    const known = found.get(rid);
    if (known) known.push(taken);
    else found.set(rid, [taken]);
  }
  return found;
};

/** What was true on a day: its steps until then, judged by that day. */
export interface StoodTask {
  readonly source: TaskSource;
  readonly steps: readonly TakenStep[];
  readonly standing: TaskStanding;
}

export const clockOn = (store: Store, on: string): Clock =>
  clockOf({ today: on, settings: () => store.settings(), holidays: () => store.holidays() });

export const stoodOn = (
  source: TaskSource,
  clock: Clock,
  units: UnitLookup,
  subTasks: readonly SubTask[] = [],
): StoodTask => {
  const steps = source.steps.filter(({ on }) => on <= clock.today);
  const { period, issuedOn, withdrawn, owner, campaign } = source;
  const facts = { period, issuedOn, withdrawn, hands: handsHere(units, owner), every: campaign?.every, subTasks };
  return { source, steps, standing: taskStanding(facts, steps, clock) };
};

/** Each with its sub-tasks as they stood. A circle of parts has been undone where `parent` was set. */
export interface StandingOn {
  readonly task: (source: TaskSource) => StoodTask;
  readonly subTasks: (rid: number) => SubTask[];
}

/** Computed as they are asked for, each once. */
export const standingOn = (sources: readonly TaskSource[], clock: Clock, units: UnitLookup): StandingOn => {
  const parts = Map.groupBy(sources, ({ parent }) => parent);
  const found = new Map<number, StoodTask>();
  const subTasks = (rid: number): SubTask[] =>
    (parts.get(rid) ?? []).filter(({ withdrawn }) => !withdrawn).map((part) => subTaskOf(task(part), units));
  const task = (source: TaskSource): StoodTask => {
    const known = found.get(source.rid);
    if (known) return known;
    const stood = stoodOn(source, clock, units, subTasks(source.rid));
    found.set(source.rid, stood);
    return stood;
  };
  return { task, subTasks };
};

const subTaskOf = ({ source, standing }: StoodTask, units: UnitLookup): SubTask => {
  const { state, percent, due, reportedOn, doneOn, heardOn, parts } = standing;
  const by = units.codeOf(source.owner) ?? source.owner;
  return { title: source.title, by, state, percent, due, reportedOn, doneOn, heardOn, differs: parts.differ > 0 };
};

/** Steps by which whoever has a task in hand lets hear of it. */
const isWord = ({ step }: TakenStep): boolean =>
  ["receive", "return", "progress", "report-done", "ask-extension"].includes(step);

const latestOf = (days: readonly string[]): string | null =>
  days.reduce<string | null>((last, day) => (last === null || day > last ? day : last), null);

/** The last word of any of these units. */
export const heardOf = (steps: readonly TakenStep[], units: readonly string[]): string | null =>
  latestOf(steps.filter((step) => isWord(step) && step.unit !== null && units.includes(step.unit)).map(({ on }) => on));

/** Its own last words, empty where it said none. */
export const wordsOf = (steps: readonly TakenStep[], unit: string): string =>
  steps.findLast((step) => step.unit === unit && isWord(step) && step.text !== undefined)?.text ?? "";

/** A task as a whole, as the rules of the agenda ask for it. */
export const factsOf = ({ source, standing }: StoodTask, month: string, shift: Shift): AgendaFacts => {
  const { state, percent, due, start, reportedOn, doneOn, heardOn, reportDue, reportMissed } = standing;
  const own = { state, percent, due, start, reportedOn, doneOn, heardOn, reportDue, reportMissed };
  return { ...own, ...periodFacts(standing.period, month, shift), issuedOn: source.issuedOn };
};

/** What follows from the period that counts. */
export const periodFacts = (period: Period, month: string, shift: Shift) => ({
  begins: period.kind === "recurring" ? null : (period.start ?? null),
  dues: duesIn(period, month, shift),
  lasting: isLasting(period),
});

/** A week has five in a month at most, and one more may be shifted into it. */
const mostInMonth = 7;

/** The days in a month by which occurrences of what recurs are due. */
const duesIn = (period: Period, month: string, shift: Shift): string[] =>
  period.kind !== "recurring"
    ? []
    : occurrencesBetween(period, firstDayOfMonth(month), lastDayOfMonth(month), mostInMonth, shift)
        .map(shift)
        .filter((due) => isInMonth(due, month));
