/**
 * All tasks as they stood on a day, for the agenda of a meeting: steps taken later do not count, so that the minutes of
 * a meeting say the same a year on. Read with few queries, whatever the number of tasks.
 */
import type { Period } from "#shared/calendar/period.ts";
import type { AgendaFacts } from "#shared/dispatch/agenda.ts";
import { firstDayOfMonth, isInMonth, lastDayOfMonth } from "#shared/dispatch/month.ts";
import { isLasting } from "#shared/tasks/due.ts";
import { type TakenStep, unitOfStep } from "#shared/tasks/hands.ts";
import { occurrencesBetween } from "#shared/tasks/occurrences.ts";
import type { TaskStep } from "#shared/tasks/record.ts";
import { taskStanding, type TaskStanding } from "#shared/tasks/standing.ts";
import { markSets } from "../list/marks.ts";
import { textsOf } from "../list/texts.ts";
import { prepared } from "../store/prepared.ts";
import type { Store } from "../store/store.ts";
import { orderSql } from "../store/versions.ts";
import { type Clock, clockOf, dayOfCommit } from "../tasks/clock.ts";
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
  readonly steps: readonly TakenStep[];
}

interface SqlTask extends Record<"id" | "no" | "title" | "section" | "measures" | "at" | "owner" | "life", string> {
  readonly rid: number;
  readonly lead: string;
  readonly responsible: string;
  readonly support: string;
  readonly period: string;
}

/** In the list's own order. What left this office's scope (EX10) is not its to dispatch. */
const tasksSql = `SELECT t.rid, r.id, t.no, t.title, t.section, t.measures, t.lead, t.responsible, t.support, t.period,
    t.life, made.at, made.office AS owner
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
  return rows.map(({ rid, id, no, title, section, measures, lead, responsible, support, period, life, at, owner }) => ({
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
    steps: steps.get(rid) ?? [],
  }));
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

export const stoodOn = (source: TaskSource, clock: Clock, units: UnitLookup): StoodTask => {
  const steps = source.steps.filter(({ on }) => on <= clock.today);
  const { period, issuedOn, withdrawn, owner } = source;
  const facts = { period, issuedOn, withdrawn, hands: handsHere(units, owner) };
  return { source, steps, standing: taskStanding(facts, steps, clock) };
};

/** Steps by which whoever has a task in hand lets hear of it. */
const isWord = ({ step }: TakenStep): boolean =>
  ["receive", "return", "progress", "report-done", "ask-extension"].includes(step);

const latestOf = (days: readonly string[]): string | null =>
  days.reduce<string | null>((last, day) => (last === null || day > last ? day : last), null);

/** The last word: of the task as a whole where no units are named. */
export const heardOf = (steps: readonly TakenStep[], units?: readonly string[]): string | null =>
  latestOf(
    steps
      .filter((step) => isWord(step) && (units === undefined || (step.unit !== null && units.includes(step.unit))))
      .map(({ on }) => on),
  );

/** Its own last words, empty where it said none. */
export const wordsOf = (steps: readonly TakenStep[], unit: string): string =>
  steps.findLast((step) => step.unit === unit && isWord(step) && step.text !== undefined)?.text ?? "";

/** A task as a whole, as the rules of the agenda ask for it. */
export const factsOf = ({ source, steps, standing }: StoodTask, month: string): AgendaFacts => {
  const { period, issuedOn } = source;
  const { state, percent, due, start, reportedOn, doneOn } = standing;
  const begins = period.kind === "recurring" ? null : (period.start ?? null);
  const common = { begins, issuedOn, dues: duesIn(period, month), lasting: isLasting(period), heardOn: heardOf(steps) };
  return { state, percent, due, start, reportedOn, doneOn, ...common };
};

/** The due dates of what recurs that lie in a month; a week has five at most. */
export const duesIn = (period: Period, month: string): string[] =>
  period.kind !== "recurring"
    ? []
    : occurrencesBetween(period, firstDayOfMonth(month), lastDayOfMonth(month), 6).filter((due) =>
        isInMonth(due, month),
      );
