/** Writes about tasks: entered, changed, withdrawn. Each is one commit, whole or refused. */
import { AppError } from "#shared/errors.ts";
import { type ChangeInput, commit, type Committed, stepUnit } from "../store/commit.ts";
import { newId } from "../store/env.ts";
import type { Store } from "../store/store.ts";
import { withdrawal } from "../store/withdrawal.ts";
import { type UnitLookup, unitLookup } from "../units/lookup.ts";
import { type Acting, actingAsOwner, type Actor } from "#shared/exchange/acting.ts";
import { refuseArchived } from "../exchange/archived.ts";
import { enrolledHere } from "../exchange/enrolled.ts";
import { findTask, type FoundTask } from "./find.ts";
import { campaignNamed } from "./campaign-of.ts";
import { taskByRow } from "./joined.ts";
import { periodWritten, writtenPeriod, yearOfToday } from "./periods.ts";

export { writtenPeriod, yearMeant, yearOfToday } from "./periods.ts";

export interface TaskEntry {
  readonly no?: string | undefined;
  readonly title?: string | undefined;
  readonly measures?: string | undefined;
  readonly section?: string | undefined;
  readonly note?: string | undefined;
  readonly units?: { lead: string[]; responsible: string[]; support: string[] } | undefined;
  /** As written; read by the period grammar. */
  readonly period?: string | undefined;
  /** Name of a campaign; empty: none. */
  readonly campaign?: string | undefined;
}

/** @throws AppError `period-backwards` */
export const addTask = (store: Store, { period, campaign, ...entry }: TaskEntry & { title: string }): Committed => {
  const value = {
    ...entry,
    ...(period !== undefined && { period: writtenPeriod(period, yearOfToday(store)) }),
    ...(campaign !== undefined && { campaign: campaignNamed(store, campaign) }),
  };
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

/** Nothing is reported on, assigned or broken down any more. @throws AppError `task-withdrawn` */
export const refuseWithdrawn = ({ no, title, standing }: FoundTask): void => {
  if (standing.state === "withdrawn") throw new AppError("task-withdrawn", { no, title });
};

/** Why a step is not this office's to take, in words that name the task and whose it is. */
export const refusalOf = (acting: Acting & { may: false }, { no, title }: FoundTask, units: UnitLookup): AppError =>
  new AppError(acting.why, { no, title, unit: units.shown(acting.unit) });

/**
 * What another office defines becomes a proposal to it (EX5).
 * @throws AppError `not-found`, `nothing-to-do` when nothing differs, `period-backwards`, those of `workedTask`
 */
export const editTask = (store: Store, id: string, entry: TaskEntry): Committed => {
  const task = workedTask(store, id, unitLookup(store.db));
  return commit(store, { action: "tasks.edit", changes: changesOfTask(store, task, entry) });
};

/** Only the units of merge that differ; what is left out stays. */
export const changesOfTask = (store: Store, task: FoundTask, entry: TaskEntry): ChangeInput[] => {
  const { period, campaign, ...plain } = entry;
  const written: ChangeInput[] = [];
  const write = (unit: string, value: unknown): void => {
    written.push({ record: task.id, kind: "task", unit, value });
  };
  for (const [unit, value] of Object.entries(plain)) {
    if (value !== undefined && !isSame(value, task[unit as keyof typeof plain])) write(unit, value);
  }
  if (period !== undefined && period.trim() !== task.period.text) write("period", periodWritten(store, task, period));
  if (campaign !== undefined && campaign.trim() !== (task.campaign?.name ?? "")) {
    write("campaign", campaignNamed(store, campaign));
  }
  return written;
};

export const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

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
    const acting = actingAsOwner(actorOf(store, task, units));
    if (!acting.may) throw refusalOf(acting, task, units);
    refuseWithdrawn(task);
    return withdrawal(id, "task", reason);
  });
  return commit(store, { action: "tasks.withdraw", changes });
};
