/**
 * What this office's units reported since it last reported itself, drafted as one (`shared/tasks/summary.ts`): those that
 * it assigned the task to, and those of its sub-tasks. Sent up by the ordinary progress step.
 */
import { handsOfOffice } from "#shared/tasks/hands.ts";
import { draftSummary, isReport, type Summary, type SummedUnit } from "#shared/tasks/summary.ts";
import type { Language } from "#shared/translations/index.ts";
import { prepared } from "../store/prepared.ts";
import type { Store } from "../store/store.ts";
import { type UnitLookup, unitLookup } from "../units/lookup.ts";
import { findTask, type FoundTask } from "./find.ts";

type Drafted = Summary & { readonly since: string | null };

/** @throws AppError `not-found` */
export const summaryOfTask = (store: Store, id: string, language: Language): Drafted => {
  const units = unitLookup(store.db);
  const task = findTask(store, id, units);
  const own = handsOfOffice(units.office, task.owner);
  const last = task.steps.findLastIndex((step) => step.unit === own && isReport(step));
  const since = task.steps[last]?.on ?? null;
  const assigned = unitsUnder(task, own).map((unit) => summed(task, unit, units, task.steps.slice(last + 1)));
  const parts = subTasksOf(store, task, units).flatMap((part) => {
    // What came in another record cannot be told by its place; the same day counts as since.
    const steps = part.steps.filter(({ on }) => since === null || on >= since);
    return unitsUnder(part, null).map((unit) => {
      const { reports, ...rest } = summed(part, unit, units, steps);
      return { ...rest, reports: reports.map((report) => ({ ...report, text: titled(part, report.text) })) };
    });
  });
  return { ...draftSummary([...assigned, ...parts], language), since };
};

/** The units that hands assigned the task to, withdrawn ones aside. */
const unitsUnder = ({ standing }: FoundTask, hands: string | null): string[] =>
  standing.assignments.filter(({ under, state }) => under === hands && state !== "withdrawn").map(({ unit }) => unit);

const summed = ({ standing }: FoundTask, unit: string, units: UnitLookup, steps: FoundTask["steps"]): SummedUnit => ({
  unit,
  name: units.shown(unit),
  percent: standing.assignments.find((assignment) => assignment.unit === unit)?.percent ?? null,
  reports: steps.filter((step) => step.unit === unit && isReport(step)),
});

/** A report on a sub-task says which. */
const titled = ({ title }: FoundTask, text: string | undefined): string =>
  text === undefined || text.trim() === "" ? title : `${title}: ${text}`;

const partsSql = `SELECT records.id FROM tasks JOIN records USING (rid)
  WHERE parent_rid = ? AND listed = 1 AND life = 'live' ORDER BY rid`;

const subTasksOf = (store: Store, { rid }: FoundTask, units: UnitLookup): FoundTask[] =>
  (prepared(store.db, partsSql).pluck().all(rid) as string[]).map((part) => findTask(store, part, units));
