/**
 * Steps of a task's life, for one or many at once: refused as a whole when the rules refuse one. What belongs to a unit
 * that has no program of its own is written on its behalf (EX4).
 */
import { AppError } from "#shared/errors.ts";
import { nextDue } from "#shared/tasks/occurrences.ts";
import type { TaskStep } from "#shared/tasks/record.ts";
import { stateInHands } from "#shared/tasks/standing.ts";
import { stepsOfOccurrence, taskRules } from "#shared/tasks/states.ts";
import { type ChangeInput, commit, type Committed } from "../store/commit.ts";
import type { Store } from "../store/store.ts";
import { type UnitLookup, unitLookup } from "../units/lookup.ts";
import { handsOfOffice } from "#shared/tasks/hands.ts";
import type { Actor } from "#shared/exchange/acting.ts";
import type { FoundTask } from "./find.ts";
import { actingFor } from "./hands.ts";
import { actorOf, assignTasks, refusalOf, stepChange, withdrawTasks, workedTask } from "./write.ts";

/**
 * A step that names no unit is this office's own: of its assignment, where another office owns the task.
 * @throws AppError `not-found`, `task-not-assigned`, `task-step-refused`, `note-missing`, `occurrence-unknown`,
 *   `unit-writes-itself`, `step-not-yours`, `record-archived`, `task-joined`
 */
export const stepTasks = (store: Store, ids: readonly string[], step: TaskStep): Committed => {
  const text = step.text?.trim() ?? "";
  if (taskRules[step.step].says && text === "") throw new AppError("note-missing", { step: step.step });
  if (step.step === "withdraw" && step.unit === null) return withdrawTasks(store, ids, text);
  if (step.step === "assign" && step.unit !== null) return assignTasks(store, ids, [step.unit]);
  const units = unitLookup(store.db);
  const named = step.unit === null ? null : (units.codeOf(step.unit) ?? step.unit);
  const changes = [...new Set(ids)].map((id) => {
    const task = workedTask(store, id, units);
    const unit = named ?? handsOfOffice(units.office, task.owner);
    return stepOf(task, { ...step, unit }, units, actorOf(store, task, units));
  });
  return commit(store, { action: "tasks.step", changes });
};

const stepOf = (task: FoundTask, step: TaskStep, units: UnitLookup, actor: Actor): ChangeInput => {
  const { no, title, period, standing } = task;
  const occurrence = occurrenceOf(task, step);
  const state = stateInHands(
    period,
    task.steps,
    step.unit,
    period.kind === "recurring" ? (occurrence ?? standing.due) : null,
  );
  if (state === null) throw new AppError("task-not-assigned", { no, title, unit: units.shown(step.unit ?? "") });
  if (standing.state === "withdrawn" || !taskRules[step.step].from.includes(state)) {
    throw new AppError("task-step-refused", { no, title, state, step: step.step });
  }
  const acting = actingFor(actor, step, units.above);
  if (!acting.may) throw refusalOf(acting, task, units);
  const { occurrence: _, ...rest } = step;
  return stepChange(task, occurrence === null ? rest : { ...rest, occurrence }, acting.behalf);
};

/** The occurrence that a step of a recurring task is of: the one that was named, else the current one. */
const occurrenceOf = ({ period, standing }: FoundTask, { step, occurrence }: TaskStep): string | null => {
  if (period.kind !== "recurring" || !stepsOfOccurrence.includes(step)) return null;
  if (occurrence !== undefined && nextDue(period, occurrence) !== occurrence) {
    throw new AppError("occurrence-unknown", { occurrence });
  }
  return occurrence ?? standing.due;
};
