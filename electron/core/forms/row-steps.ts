/**
 * What a row would write, by the rules of a task's life: the same that the window and the command line go by. What they
 * do not allow is a problem of its row.
 */
import { AppError, isAppError } from "#shared/errors.ts";
import type { Said } from "#shared/forms/compare.ts";
import type { SentRow } from "#shared/forms/record.ts";
import { stepsSaid } from "#shared/forms/steps.ts";
import type { RowNow } from "#shared/forms/now.ts";
import type { FormProblem } from "#shared/forms/view.ts";
import type { TaskStep } from "#shared/tasks/record.ts";
import { taskRules } from "#shared/tasks/states.ts";
import type { ChangeInput } from "../store/commit.ts";
import type { Store } from "../store/store.ts";
import type { FoundTask } from "../tasks/find.ts";
import { actingFor } from "../tasks/hands.ts";
import { stepOf } from "../tasks/step.ts";
import { actorOf, refusalOf, stepChange } from "../tasks/write.ts";
import type { UnitLookup } from "../units/lookup.ts";

export interface RowWrites {
  readonly changes: readonly ChangeInput[];
  /** The task as it stands with them. */
  readonly after: FoundTask;
  readonly problem: FormProblem | null;
}

export interface RowOf {
  readonly sent: SentRow;
  readonly unit: string;
  /** The day on which it was sent. */
  readonly issuedOn: string;
  /** The day of what names none. */
  readonly day: string;
}

export const rowWrites = (
  store: Store,
  task: FoundTask,
  units: UnitLookup,
  said: Said,
  now: RowNow,
  { sent, unit, issuedOn, day }: RowOf,
): RowWrites => {
  const steps = stepsSaid(said, { unit, occurrence: sent.occurrence, state: now.state, today: day });
  if (steps.length === 0) return { changes: [], after: task, problem: null };
  const actor = actorOf(store, task, units);
  const changes: ChangeInput[] = [];
  let after = task;
  const take = (change: ChangeInput): void => {
    changes.push(change);
    after = { ...after, steps: [...after.steps, change.value as TaskStep] };
  };
  try {
    if (task.standing.state === "withdrawn" || task.standing.state === "done") {
      throw new AppError("task-step-refused", {
        ...named(task),
        state: task.standing.state,
        step: steps[0]?.step ?? "",
      });
    }
    if (now.state === null) {
      // Named in the list and not assigned yet: by the form it was.
      const assign = { step: "assign", unit } as const;
      const acting = actingFor(actor, assign, units.above);
      if (!acting.may) throw refusalOf({ ...acting, unit }, task, units);
      take(stepChange(task, { ...assign, on: issuedOn }));
    }
    for (const step of steps) {
      if (taskRules[step.step].says && (step.text ?? "").trim() === "") {
        throw new AppError("note-missing", { step: step.step });
      }
      const { period: _period, ...entry } = step;
      take(stepOf(store, after, entry, { units, actor, evidence: [] }));
    }
    return { changes, after, problem: null };
  } catch (error) {
    if (!isAppError(error)) throw error;
    return { changes: [], after: task, problem: { code: error.code, params: { ...error.params } } };
  }
};

const named = ({ no, title }: FoundTask) => ({ no, title });
