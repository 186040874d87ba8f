/** What exchange has to know of a task's steps: whose each is (EX4), which the rules do not allow after merging (EX7), their files. */
import type { Period } from "../calendar/period.ts";
import type { NamedFile, RecordKind, StepRule } from "../store/kinds.ts";
import type { TaskStep } from "./record.ts";
import { occurrenceOfStep } from "./track.ts";
import {
  extensionAnswers,
  isExtensionAsked,
  stepsOfOccurrence,
  stepsOfTerms,
  taskRules,
  taskStateAfter,
} from "./states.ts";

const byUnit: readonly TaskStep["step"][] = ["receive", "return", "progress", "report-done", "ask-extension"];

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
        (earlier.occurrence === null ||
          (occurrence === null ? !stepsOfTerms.includes(step.step) : earlier.occurrence === occurrence)),
    );
    const before = own.map((earlier) => earlier.step);
    const state = taskStateAfter(before);
    const { from, to } = taskRules[step.step];
    const isAnswered = extensionAnswers.includes(step.step) && !isExtensionAsked(before);
    const isAllowed = step.step === "assign" || ((from.includes(state) || to === state) && !isAnswered);
    if (isAllowed) taken.push({ step, occurrence });
    else refused.push(place);
  }
  return refused;
};

/** By the task's own recurrence; that of an assignment names its occurrences in every step. */
const occurrenceMeant = (period: Period | undefined, step: TaskStep): string | null => {
  if (!stepsOfOccurrence.includes(step.step)) return null;
  return period?.kind === "recurring" ? occurrenceOfStep(period, step) : (step.occurrence ?? null);
};

const files = (unit: string, value: unknown): readonly NamedFile[] =>
  unit === "step" ? ((value as TaskStep).evidence ?? []) : [];

export const taskMerging = { stepRule, notAllowed, files } satisfies Partial<RecordKind>;
