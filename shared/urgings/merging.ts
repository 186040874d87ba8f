/** What exchange has to know of an urging's steps: whose each is (EX4), and which the rules do not allow after merging (EX7). */
import type { RecordKind, StepRule } from "../store/kinds.ts";
import type { UrgingState, UrgingStep } from "./record.ts";
import { afterUrgingStep, urgingRules } from "./states.ts";

const stepRule = (value: unknown): StepRule => {
  const { step, unit } = value as UrgingStep;
  const writer = urgingRules[step].by === "unit" ? "responsible" : "issuer";
  return { writer, unit, withdraws: step === "withdraw" };
};

const notAllowed = (steps: readonly unknown[]): number[] => {
  const refused: number[] = [];
  let state: UrgingState = "issued";
  for (const [place, value] of steps.entries()) {
    const { step } = value as UrgingStep;
    if (urgingRules[step].from.includes(state)) state = afterUrgingStep(state, step);
    else if (urgingRules[step].to !== state) refused.push(place);
  }
  return refused;
};

export const urgingMerging = { stepRule, notAllowed } satisfies Partial<RecordKind>;
