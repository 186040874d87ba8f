/** Writes about tasks: entered, changed, assigned, stepped on, withdrawn. Each is one commit, whole or refused. */
import { parsePeriod } from "#shared/calendar/period-grammar.ts";
import type { Period } from "#shared/calendar/period.ts";
import { AppError } from "#shared/errors.ts";
import type { ImportFacts } from "#shared/imports/record.ts";
import { type ChangeInput, commit, type Committed, stepUnit } from "../store/commit.ts";
import { newId } from "../store/env.ts";
import type { Store } from "../store/store.ts";
import { type UnitLookup, unitLookup } from "../units/lookup.ts";
import { type Acting, actingAsOwner, type Actor } from "#shared/exchange/acting.ts";
import { refuseArchived } from "../exchange/archived.ts";
import { enrolledHere } from "../exchange/enrolled.ts";
import { findTask, type FoundTask } from "./find.ts";
import { actingFor } from "./hands.ts";
import { taskByRow } from "./joined.ts";

export interface TaskEntry {
  readonly no?: string | undefined;
  readonly title?: string | undefined;
  readonly measures?: string | undefined;
  readonly section?: string | undefined;
  readonly note?: string | undefined;
  readonly units?: { lead: string[]; responsible: string[]; support: string[] } | undefined;
  /** As written; read by the period grammar. */
  readonly period?: string | undefined;
}

/** A deadline as a person wrote it; what names no year means `year`. */
export const writtenPeriod = (text: string, year: number): Period => parsePeriod(text, { year });

export const yearOfToday = (store: Store): number => Number(store.today().slice(0, 4));

/** The year that a record's deadlines mean: that of its list, else of the deadline that it has, else this one. */
export const yearMeant = (store: Store, importId: string | null, period: Period): number => {
  const facts = importId === null ? null : store.fact<ImportFacts>(importId, "facts");
  const known = period.due ?? period.start;
  return facts?.year ?? (known === undefined ? yearOfToday(store) : Number(known.slice(0, 4)));
};

export const addTask = (store: Store, { period, ...entry }: TaskEntry & { title: string }): Committed => {
  const value = { ...entry, ...(period !== undefined && { period: writtenPeriod(period, yearOfToday(store)) }) };
  return commit(store, {
    action: "tasks.add",
    changes: [{ record: newId(store.env), kind: "task", unit: "*", value }],
  });
};

/**
 * A task that is to be written about.
 * @throws AppError `not-found`, `record-archived` (EX10), `task-joined` for one that another stands for (EX8a)
 */
export const workedTask = (store: Store, id: string, units: UnitLookup): FoundTask => {
  const task = findTask(store, id, units);
  refuseArchived(store, task);
  if (task.standsIn !== null) {
    const other = taskByRow(store.db, task.standsIn, units);
    throw new AppError("task-joined", { no: other?.no ?? "", title: other?.title ?? "", id: other?.id ?? "" });
  }
  return task;
};

export const actorOf = (store: Store, { owner, standing }: FoundTask, { office }: UnitLookup): Actor => ({
  office,
  owner,
  enrolled: enrolledHere(store),
  given: standing.assignments.some(({ unit }) => unit === office),
});

/** Why a step is not this office's to take, in words that name the task and whose it is. */
export const refusalOf = (acting: Acting & { may: false }, { no, title }: FoundTask, units: UnitLookup): AppError =>
  new AppError(acting.why, { no, title, unit: units.shown(acting.unit) });

/**
 * What another office defines becomes a proposal to it (EX5).
 * @throws AppError `not-found`, `nothing-to-do` when nothing differs, those of `workedTask`
 */
export const editTask = (store: Store, id: string, { period, ...entry }: TaskEntry): Committed => {
  const task = workedTask(store, id, unitLookup(store.db));
  const changes: ChangeInput[] = Object.entries(entry)
    .filter(([unit, value]) => value !== undefined && !isSame(value, task[unit as keyof typeof entry]))
    .map(([unit, value]) => ({ record: id, kind: "task", unit, value }));
  if (period !== undefined && period.trim() !== task.period.text) {
    const value = writtenPeriod(period, yearMeant(store, task.importId, task.period));
    changes.push({ record: id, kind: "task", unit: "period", value });
  }
  return commit(store, { action: "tasks.edit", changes });
};

export const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/**
 * Assigns tasks to units; a unit that has a task already keeps it, one that returned it gets it again.
 * @throws AppError `not-found`, `unit-unknown` for a code that is none, `already-assigned` when nothing is left to do,
 *   `step-not-yours` where neither the task is this office's nor the unit under it, those of `workedTask`
 */
export const assignTasks = (store: Store, ids: readonly string[], written: readonly string[]): Committed => {
  const units = unitLookup(store.db);
  const assigned = [...new Set(written.map((text) => units.codeOf(text) ?? asText(text)))];
  const changes = [...new Set(ids)].flatMap((id) => {
    const task = workedTask(store, id, units);
    const actor = actorOf(store, task, units);
    const held = new Map(task.standing.assignments.map(({ unit, state }) => [unit, state]));
    return assigned
      .filter((unit) => ["returned", "withdrawn", undefined].includes(held.get(unit)))
      .map((unit) => {
        const acting = actingFor(actor, { step: "assign", unit }, units.above);
        if (!acting.may) throw refusalOf({ ...acting, unit }, task, units);
        return stepChange(task, { step: "assign", unit, on: store.today() });
      });
  });
  if (changes.length === 0) throw new AppError("already-assigned");
  return commit(store, { action: "tasks.assign", changes });
};

/** A unit that is not known here may be named by its text, but a number that is no known code is a mistake. */
const asText = (text: string): string => {
  if (/^\d{6,12}$/.test(text)) throw new AppError("unit-unknown", { code: text });
  return text;
};

export const stepChange = (
  { id }: Pick<FoundTask, "id">,
  value: object,
  behalf: string | null = null,
): ChangeInput => ({
  record: id,
  kind: "task",
  unit: stepUnit,
  value,
  behalf,
});

/** Withdrawn tasks stay in the list with their reason (EX8). */
export const withdrawTasks = (store: Store, ids: readonly string[], reason: string): Committed => {
  const units = unitLookup(store.db);
  const changes = [...new Set(ids)].map((id) => {
    const task = workedTask(store, id, units);
    const { no, title, standing } = task;
    const acting = actingAsOwner(actorOf(store, task, units));
    if (!acting.may) throw refusalOf(acting, task, units);
    if (standing.state === "withdrawn")
      throw new AppError("task-step-refused", { no, title, state: "withdrawn", step: "withdraw" });
    return { record: id, kind: "task", unit: "life", value: { state: "withdrawn", reason } };
  });
  return commit(store, { action: "tasks.withdraw", changes });
};
