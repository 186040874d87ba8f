/** What exchange has to know of a task's steps: whose each is (EX4), and which the rules do not allow after merging (EX7). */
import type { Period } from "../calendar/period.ts";
import type { RecordKind, StepRule } from "../store/kinds.ts";
import type { TaskStep } from "./record.ts";
import { occurrenceOfStep } from "./standing.ts";
import { stepsOfOccurrence, taskRules, taskStateAfter } from "./states.ts";

const byUnit: readonly TaskStep["step"][] = ["receive", "return", "progress", "report-done"];

const stepRule = (value: unknown): StepRule => {
  const { step, unit } = value as TaskStep;
  const rule: StepRule = { writer: byUnit.includes(step) ? "unit" : "above", unit };
  if (unit !== null && step === "assign") return { ...rule, grants: unit };
  return unit !== null && step === "withdraw" ? { ...rule, revokes: unit } : rule;
};

/** Each unit's steps are run by themselves, and for recurring tasks each occurrence's. */
const notAllowed = (steps: readonly unknown[], values: ReadonlyMap<string, unknown>): number[] => {
  const period = values.get("period") as Period | undefined;
  const taken: { step: TaskStep; occurrence: string | null }[] = [];
  const refused: number[] = [];
  for (const [place, value] of steps.entries()) {
    const step = value as TaskStep;
    const occurrence = occurrenceMeant(period, step);
    const own = taken.filter(
      (earlier) =>
        earlier.step.unit === step.unit &&
        (earlier.occurrence === null || occurrence === null || earlier.occurrence === occurrence),
    );
    const state = taskStateAfter(own.map((earlier) => earlier.step));
    const { from, to } = taskRules[step.step];
    if (step.step === "assign" || from.includes(state) || to === state) taken.push({ step, occurrence });
    else refused.push(place);
  }
  return refused;
};

const occurrenceMeant = (period: Period | undefined, step: TaskStep): string | null =>
  period?.kind === "recurring" && stepsOfOccurrence.includes(step.step) ? occurrenceOfStep(period, step) : null;

export const taskMerging = { stepRule, notAllowed } satisfies Partial<RecordKind>;
