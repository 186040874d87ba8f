/**
 * Steps of a task's life, for one or many at once: refused as a whole when the rules refuse one. What belongs to a unit
 * that has no program of its own is written on its behalf (EX4). Evidence is kept by content before the commit that
 * names it.
 */
import { realDay } from "#shared/calendar/real-day.ts";
import type { TaskStepEntry } from "#shared/contract/tasks.ts";
import { AppError } from "#shared/errors.ts";
import type { Actor } from "#shared/exchange/acting.ts";
import type { Attachment } from "#shared/store/attachment.ts";
import { handsOfOffice } from "#shared/tasks/hands.ts";
import { nextDue } from "#shared/tasks/occurrences.ts";
import type { TaskStep } from "#shared/tasks/record.ts";
import { handsNow, stateForStep } from "#shared/tasks/standing.ts";
import { stepsOfOccurrence, taskRules, type TaskStepName } from "#shared/tasks/states.ts";
import { keepFiles } from "../attachments/files.ts";
import { type ChangeInput, commit, type Committed } from "../store/commit.ts";
import type { Store } from "../store/store.ts";
import { type UnitLookup, unitLookup } from "../units/lookup.ts";
import { assignTasks } from "./assign.ts";
import type { FoundTask } from "./find.ts";
import { actingFor } from "./hands.ts";
import { termsOfStep } from "./step-terms.ts";
import { actorOf, refusalOf, refuseWithdrawn, stepChange, withdrawTasks, workedTask } from "./write.ts";

/** Steps that files may prove (佐证材料). */
const withEvidence: readonly TaskStepName[] = ["progress", "report-done"];

/**
 * A step that names no unit is this office's own: of its assignment, where another office owns the task.
 * @param files paths of evidence that is kept with the step
 * @throws AppError `not-found`, `task-not-assigned`, `task-withdrawn`, `assignment-withdrawn`, `task-step-refused`, `note-missing`, `occurrence-unknown`,
 *   `unit-writes-itself`, `step-not-yours`, `record-archived`, `task-joined`, `step-without-files`, those of `termsOfStep`,
 *   `keepFile` and `assignTasks`
 */
export const stepTasks = async (
  store: Store,
  ids: readonly string[],
  step: TaskStepEntry,
  files: readonly string[] = [],
): Promise<Committed> => {
  if (files.length === 0) return commitStep(store, ids, step);
  if (!withEvidence.includes(step.step)) throw new AppError("step-without-files", { step: step.step });
  store.assertWritable();
  changesOfStep(store, ids, step);
  return commitStep(store, ids, step, await keepFiles(store.folder, files));
};

/** The same without files, or with ones that are kept already. */
export const commitStep = (
  store: Store,
  ids: readonly string[],
  step: TaskStepEntry,
  evidence: readonly Attachment[] = [],
): Committed => {
  const { unit, period, contact, text } = step;
  if (step.step === "withdraw" && unit === null) return withdrawTasks(store, ids, saying(step));
  if (step.step === "assign" && unit !== null) return assignTasks(store, { ids, units: [unit], period, contact, text });
  return commit(store, { action: "tasks.step", changes: changesOfStep(store, ids, step, evidence) });
};

/** What a step would write for each task; throws as `stepTasks` does. */
export const changesOfStep = (
  store: Store,
  ids: readonly string[],
  step: TaskStepEntry,
  evidence: readonly Attachment[] = [],
): ChangeInput[] => {
  saying(step);
  realDay(step.on);
  const units = unitLookup(store.db);
  const named = step.unit === null ? null : (units.codeOf(step.unit) ?? step.unit);
  return [...new Set(ids)].map((id) => {
    const task = workedTask(store, id, units);
    const unit = named ?? handsOfOffice(units.office, task.owner);
    const actor = actorOf(store, task, units);
    return stepOf(store, task, { ...step, unit }, { units, actor, evidence });
  });
};

/** The words of a step; some have to have any. */
const saying = ({ step, text = "" }: TaskStepEntry): string => {
  if (taskRules[step].says && text.trim() === "") throw new AppError("note-missing", { step });
  return text.trim();
};

export interface Taking {
  readonly units: UnitLookup;
  readonly actor: Actor;
  readonly evidence: readonly Attachment[];
}

/** One step of a task that was found, under the rules; `fill-back forms` take several in a row on what was not written yet. */
export const stepOf = (
  store: Store,
  task: FoundTask,
  entry: TaskStepEntry,
  { units, actor, evidence }: Taking,
): ChangeInput => {
  const { no, title, standing } = task;
  const { occurrence: _occurrence, period: _period, contact: _contact, ...step } = entry;
  const occurrence = occurrenceOf(task, entry);
  const now = handsNow(standing, step.unit);
  const state = stateForStep(now.period, task.steps, step, occurrence ?? now.occurrence);
  if (state === null) throw new AppError("task-not-assigned", { no, title, unit: units.shown(step.unit ?? "") });
  refuseWithdrawn(task);
  if (state === "withdrawn")
    throw new AppError("assignment-withdrawn", { no, title, unit: units.shown(step.unit ?? "") });
  if (!taskRules[step.step].from.includes(state)) {
    throw new AppError("task-step-refused", { no, title, state, step: step.step });
  }
  const acting = actingFor(actor, step, units.above);
  if (!acting.may) throw refusalOf(acting, task, units);
  const value = {
    ...step,
    ...termsOfStep(store, task, entry, now),
    ...(occurrence !== null && { occurrence }),
    ...(evidence.length > 0 && { evidence }),
  };
  return stepChange(task, value, acting.behalf);
};

/** The occurrence that a step of a recurring task is of: the one that was named, else the current one. */
const occurrenceOf = (
  { standing }: FoundTask,
  { step, unit, occurrence }: Pick<TaskStep, "step" | "unit" | "occurrence">,
): string | null => {
  const { period, occurrence: current } = handsNow(standing, unit);
  if (period.kind !== "recurring" || !stepsOfOccurrence.includes(step)) return null;
  if (occurrence !== undefined && nextDue(period, occurrence) !== occurrence) {
    throw new AppError("occurrence-unknown", { occurrence });
  }
  return occurrence ?? current;
};
