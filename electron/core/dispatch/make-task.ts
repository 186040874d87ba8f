/**
 * A decision of a meeting that becomes a task: written by the same commit as the line in the meeting, so that there is
 * never one without the other, and one undo takes both back.
 */
import { type ChangeInput, commit, type Committed, stepUnit } from "../store/commit.ts";
import { newId } from "../store/env.ts";
import type { Store } from "../store/store.ts";
import { writtenPeriod, yearMeant } from "../tasks/periods.ts";
import { refuseWithdrawn, workedTask } from "../tasks/write.ts";
import { unitLookup } from "../units/lookup.ts";
import { knownCodes, lineChange, workedMeeting } from "./write.ts";

export interface MadeTask {
  /** The task that it is about, whose part it becomes; null: a task of its own. */
  readonly about: string | null;
  readonly title: string;
  readonly units: readonly string[];
  /** As written. */
  readonly period: string;
}

/**
 * A task, assigned at once.
 * @throws AppError `not-found`, `dispatch-withdrawn`, `unit-unknown`, `period-backwards`, `task-withdrawn`, those of `workedTask`
 */
export const makeTaskAt = (store: Store, id: string, { about, title, units: written, period }: MadeTask): Committed => {
  const meeting = workedMeeting(store, id);
  const units = unitLookup(store.db);
  const codes = knownCodes(written, units);
  const parent = about === null ? null : workedTask(store, about, units);
  if (parent) refuseWithdrawn(parent);
  const year = parent ? yearMeant(store, parent.importId, parent.period) : Number(meeting.head.on.slice(0, 4));
  const record = newId(store.env);
  const value = {
    title,
    ...(parent && { parent: parent.id, section: parent.section }),
    ...(period.trim() !== "" && { period: writtenPeriod(period, year) }),
  };
  const assigned = codes.map((unit): ChangeInput => {
    const step = { step: "assign", unit, on: store.today() };
    return { record, kind: "task", unit: stepUnit, value: step };
  });
  const line = lineChange(store, id, { step: "task", task: about, text: title, unit: codes[0] ?? null, made: record });
  return commit(store, {
    action: "dispatch.task",
    changes: [{ record, kind: "task", unit: "*", value }, ...assigned, line],
  });
};
