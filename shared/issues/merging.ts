/** What exchange has to know of an issue's steps: whose each is (EX4), which the rules do not allow after merging (EX7), their files. */
import type { NamedFile, RecordKind, StepRule } from "../store/kinds.ts";
import type { IssueState, IssueStep, IssueType } from "./record.ts";
import { afterIssueStep, isAllowed, issueRules } from "./states.ts";

const stepRule = (value: unknown): StepRule => {
  const { step, unit } = value as IssueStep;
  return { writer: issueRules[step].by, unit, withdraws: step === "withdraw" };
};

const notAllowed = (steps: readonly unknown[], values: ReadonlyMap<string, unknown>): number[] => {
  const type = (values.get("type") ?? null) as IssueType | null;
  const refused: number[] = [];
  let state: IssueState = "registered";
  let begun = false;
  for (const [place, value] of steps.entries()) {
    const step = value as IssueStep;
    if (isAllowed({ state, type, begun }, step.step)) {
      state = afterIssueStep(state, step);
      begun = true;
    } else if (issueRules[step.step].to !== state) refused.push(place);
  }
  return refused;
};

const files = (unit: string, value: unknown): readonly NamedFile[] =>
  unit === "step" ? ((value as IssueStep).evidence ?? []) : [];

export const issueMerging = { stepRule, notAllowed, files } satisfies Partial<RecordKind>;
