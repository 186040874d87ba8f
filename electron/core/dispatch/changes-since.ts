/**
 * What changed of tasks since the meeting before (docs/linkage.md 'Dispatch'): from the log, between the end of that day
 * and the end of the day of this one. Only tasks that changed in that time are computed a second time.
 */
import { emptyPeriod, type Period } from "#shared/calendar/period.ts";
import { type AgendaSnapshot, changesBetween } from "#shared/dispatch/changes.ts";
import type { AgendaChange } from "#shared/dispatch/view.ts";
import { creation } from "#shared/store/commit.ts";
import type { Life } from "#shared/store/life.ts";
import { prepared } from "../store/prepared.ts";
import type { Store } from "../store/store.ts";
import { orderSql } from "../store/versions.ts";
import { dayOfCommit } from "../tasks/clock.ts";
import type { UnitLookup } from "../units/lookup.ts";
import { clockOn, standingOn, type StoodTask, stoodOn, type TaskSource } from "./tasks-on.ts";

const watched = ["title", "units", "period", "measures", "life"] as const;
const watchedSql = watched.map((unit) => `'${unit}'`).join(", ");

/** A day early: moments are kept in the zone in which they were written. */
const touchedSql = `SELECT DISTINCT changes.rid, commits.at FROM commits JOIN changes ON changes.commit_id = commits.id
  WHERE commits.at >= date(?, '-1 day') AND state = 0 AND unit IN (${watchedSql})`;

const valuesSql = `SELECT changes.rid, unit, value, commits.at FROM changes JOIN commits ON commits.id = changes.commit_id
  JOIN epochs ON epochs.no = commits.epoch
  WHERE changes.rid IN (SELECT value FROM json_each(?)) AND state = 0 AND unit IN ('${creation}', ${watchedSql})
  ORDER BY ${orderSql}, changes.ord`;

interface Earlier {
  readonly title: string;
  readonly units: { readonly lead: string[]; readonly responsible: string[]; readonly support: string[] };
  readonly period: Period;
  readonly measures: string;
  readonly life: Life;
}

/** By row of the task; without those that did not change, or were not here at the meeting before. */
export const changesSince = (
  store: Store,
  stood: readonly StoodTask[],
  before: string,
  on: string,
  units: UnitLookup,
): ReadonlyMap<number, AgendaChange[]> => {
  const byRid = new Map(stood.map((task) => [task.source.rid, task]));
  const stepped = stood.filter(({ steps }) => steps.some((step) => step.on > before)).map(({ source }) => source.rid);
  const written = (prepared(store.db, touchedSql).all(before) as { rid: number; at: string }[])
    .filter(({ rid, at }) => byRid.has(rid) && dayOfCommit(at) > before && dayOfCommit(at) <= on)
    .map(({ rid }) => rid);
  const rids = [...new Set([...stepped, ...written])];
  const earlier = valuesOn(store, rids, before);
  const clock = clockOn(store, before);
  const { subTasks } = standingOn(
    stood.map(({ source }) => source),
    clock,
    units,
  );
  const found = new Map<number, AgendaChange[]>();
  for (const rid of rids) {
    const task = byRid.get(rid);
    const values = earlier.get(rid);
    if (task === undefined || values === undefined) continue;
    const earlierTask = stoodOn(sourceBefore(task.source, values), clock, units, subTasks(rid));
    const changes = changesBetween(snapshotOf(earlierTask, units), snapshotOf(task, units));
    if (changes.length > 0) found.set(rid, changes);
  }
  return found;
};

/** What stood at the end of a day; nothing of records that came later. */
const valuesOn = (store: Store, rids: readonly number[], day: string): ReadonlyMap<number, Partial<Earlier>> => {
  const rows = prepared(store.db, valuesSql).all(JSON.stringify(rids)) as {
    rid: number;
    unit: string;
    value: string;
    at: string;
  }[];
  const found = new Map<number, Partial<Earlier>>();
  for (const { rid, unit, value, at } of rows) {
    if (dayOfCommit(at) > day) continue;
    const parsed: unknown = JSON.parse(value);
    const known = found.get(rid);
    if (unit === creation) found.set(rid, { ...(parsed as Partial<Earlier>) });
    else if (known) found.set(rid, { ...known, [unit]: parsed });
  }
  return found;
};

const sourceBefore = (source: TaskSource, values: Partial<Earlier>): TaskSource => {
  const named = values.units ?? { lead: [], responsible: [], support: [] };
  return {
    ...source,
    title: values.title ?? "",
    measures: values.measures ?? "",
    named: [...named.lead, ...named.responsible],
    support: named.support,
    period: values.period ?? emptyPeriod,
    withdrawn: values.life?.state === "withdrawn",
  };
};

const snapshotOf = ({ source, standing }: StoodTask, units: UnitLookup): AgendaSnapshot => ({
  title: source.title,
  units: [...source.named, ...source.support].map(units.shown),
  period: standing.period.text,
  measures: source.measures,
  assignments: standing.assignments
    .filter(({ state }) => state !== "withdrawn")
    .map(({ unit, hasOwnPeriod, period }) => ({
      unitName: units.shown(unit),
      period: hasOwnPeriod ? period.text : "",
    })),
  state: standing.state,
  occurrence: standing.occurrence,
});
