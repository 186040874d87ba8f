/** What stands in a unit's hands now, for one occurrence where the task recurs: what a form is prefilled and compared with. */
import { occurrenceOfStep, stateInHands } from "../tasks/standing.ts";
import { stepsOfOccurrence } from "../tasks/states.ts";
import type { Period } from "../calendar/period.ts";
import type { TaskState, TaskStep } from "../tasks/record.ts";

export interface RowNow {
  /** Null: it was not assigned to the unit, which is only named in it. */
  readonly state: TaskState | null;
  readonly received: boolean;
  readonly percent: number | null;
  readonly text: string;
  readonly next: string;
  readonly difficulty: string;
  readonly contact: string;
  /** The day of its last word. */
  readonly on: string | null;
}

/** `steps`: of the task, in the order in which they were taken. */
export const rowNow = (period: Period, steps: readonly TaskStep[], unit: string, occurrence: string | null): RowNow => {
  const isMeant = (step: TaskStep): boolean =>
    occurrence === null || !stepsOfOccurrence.includes(step.step) || occurrenceOfStep(period, step) === occurrence;
  const own = steps.filter((step) => step.unit === unit && isMeant(step));
  const words = own.filter(({ step }) => step === "progress" || step === "report-done");
  const state = stateInHands(period, steps, unit, occurrence);
  const last = (field: "text" | "next" | "difficulty"): string => words.findLast((step) => step[field])?.[field] ?? "";
  return {
    state,
    received: own.some(({ step }) => step === "receive") || (state !== null && receivedStates.includes(state)),
    percent: own.findLast(({ percent }) => percent !== undefined)?.percent ?? null,
    text: last("text"),
    next: last("next"),
    difficulty: last("difficulty"),
    contact: own.findLast(({ contact }) => contact)?.contact ?? "",
    on: words.at(-1)?.on ?? null,
  };
};

const receivedStates: readonly TaskState[] = ["received", "in-progress", "reported-done", "done"];
