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
import { findTask, type FoundTask } from "./find.ts";
import { assignTasks, stepChange, withdrawTasks } from "./write.ts";

/**
 * @throws AppError `not-found`, `task-not-assigned`, `task-step-refused`, `note-missing`, `occurrence-unknown`
 */
export const stepTasks = (store: Store, ids: readonly string[], step: TaskStep): Committed => {
  const text = step.text?.trim() ?? "";
  if (taskRules[step.step].says && text === "") throw new AppError("note-missing", { step: step.step });
  if (step.step === "withdraw" && step.unit === null) return withdrawTasks(store, ids, text);
  if (step.step === "assign" && step.unit !== null) return assignTasks(store, ids, [step.unit]);
  const units = unitLookup(store.db);
  const unit = step.unit === null ? null : (units.codeOf(step.unit) ?? step.unit);
  const changes = [...new Set(ids)].map((id) => stepOf(findTask(store, id, units), { ...step, unit }, units));
  return commit(store, { action: "tasks.step", changes });
};

const stepOf = (task: FoundTask, step: TaskStep, units: UnitLookup): ChangeInput => {
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
  const { occurrence: _, ...rest } = step;
  return stepChange(task, occurrence === null ? rest : { ...rest, occurrence }, behalfOf(step, units));
};

/** The occurrence that a step of a recurring task is of: the one that was named, else the current one. */
const occurrenceOf = ({ period, standing }: FoundTask, { step, occurrence }: TaskStep): string | null => {
  if (period.kind !== "recurring" || !stepsOfOccurrence.includes(step)) return null;
  if (occurrence !== undefined && nextDue(period, occurrence) !== occurrence) {
    throw new AppError("occurrence-unknown", { occurrence });
  }
  return occurrence ?? standing.due;
};

const ofIssuer: readonly TaskStep["step"][] = ["assign", "confirm", "refuse", "withdraw"];

/** The unit whose step it is by rule, where that is not this office. */
const behalfOf = ({ step, unit }: TaskStep, { office, above }: UnitLookup): string | null => {
  const writer = ofIssuer.includes(step) ? (unit === null ? above : office) : unit;
  return writer === office ? null : writer;
};
