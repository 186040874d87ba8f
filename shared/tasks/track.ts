/** What one unit's own steps say, and in which state its hands are for a step that is to be taken. */
import type { Period } from "../calendar/period.ts";
import type { TakenStep } from "./hands.ts";
import { nextDue, previousDue } from "./occurrences.ts";
import type { TaskState, TaskStep } from "./record.ts";
import { stepsOfOccurrence, stepsOfTerms, taskStateAfter } from "./states.ts";
import type { Track } from "./whole.ts";

/** The occurrence that a step speaks of: the one it names, else the first due on or after its day; whatever the holidays. */
export const occurrenceOfStep = (
  period: Period,
  { occurrence, on }: Pick<TaskStep, "occurrence" | "on">,
): string | null => occurrence ?? nextDue(period, on) ?? previousDue(period, on);

/** The state that one pair of hands is in now, for an occurrence where the task recurs; null when it was never assigned. */
export const stateInHands = (
  period: Period,
  steps: readonly TaskStep[],
  unit: string | null,
  occurrence: string | null,
): TaskState | null => {
  const isOf = (step: TaskStep): boolean =>
    occurrence === null || !stepsOfOccurrence.includes(step.step) || occurrenceOfStep(period, step) === occurrence;
  const own = steps.filter((step) => step.unit === unit && isOf(step));
  return unit !== null && own.length === 0 ? null : taskStateAfter(own);
};

/** The state by which a step is judged that is to be taken: of what recurs, one about its terms looks at no occurrence. */
export const stateForStep = (
  period: Period,
  steps: readonly TaskStep[],
  { step, unit }: Pick<TaskStep, "step" | "unit">,
  occurrence: string | null,
): TaskState | null => {
  const isOfTerms = period.kind === "recurring" && stepsOfTerms.includes(step);
  return stateInHands(period, isOfTerms ? steps.filter(isOfNoOccurrence) : steps, unit, occurrence);
};

const isOfNoOccurrence = ({ step }: TaskStep): boolean => !stepsOfOccurrence.includes(step);

/** `steps` of one unit, those of one occurrence where what it has in hand recurs. */
export const trackOf = (unit: string | null, steps: readonly TakenStep[]): Omit<Track, "due"> => {
  const state = taskStateAfter(steps);
  const isOver = state === "reported-done" || state === "done";
  const last = (name: TaskStep["step"]): string | null => steps.findLast(({ step }) => step === name)?.on ?? null;
  return {
    unit,
    state,
    by: steps.findLast(({ step }) => step === "assign")?.office ?? null,
    percent: isOver ? 100 : (steps.findLast(saysHowFar)?.percent ?? null),
    reportedOn: isOver ? last("report-done") : null,
    doneOn: state === "done" ? last("confirm") : null,
    lastOn: steps.at(-1)?.on ?? null,
  };
};

const saysHowFar = ({ percent }: TakenStep): boolean => percent !== undefined;
