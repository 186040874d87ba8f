/**
 * What the window asks for each step of the rectification ledger, as data: one dialog reads it, so that a new step or
 * another question is a line here. Which steps are allowed is core's to say (`allowed`); nothing is judged here.
 */
import type { IssueDetail } from "#shared/issues/view.ts";
import type { IssueParty } from "#shared/issues/states.ts";
import { issueRules } from "#shared/issues/states.ts";

export type OfferedStep = Exclude<IssueDetail["allowed"][number], "adopt">;

interface Questions {
  /** The key that opens the dialog from the list or the detail; shown on the button. */
  readonly letter: string;
  /** The words are asked for although the rules would do without them. */
  readonly wordsNeeded?: boolean;
  /** Responsible units and limit, which are handed over together. */
  readonly handsOver?: boolean;
  readonly percent?: boolean;
  readonly files?: "needed" | "asked";
  /** Who verified, where, and whether people are satisfied. */
  readonly verification?: boolean;
  /** Opens the next round: asks to be confirmed. */
  readonly confirms?: boolean;
  readonly danger?: boolean;
}

/** In the order in which the buttons stand: what moves the issue on first, what takes it back last. */
export const stepForms = {
  "hand-over": { letter: "H", handsOver: true },
  receive: { letter: "R" },
  measures: { letter: "M", wordsNeeded: true },
  progress: { letter: "P", wordsNeeded: true, percent: true, files: "asked" },
  "report-done": { letter: "D", files: "asked" },
  "verify-passed": { letter: "V", files: "asked", verification: true },
  "verify-failed": { letter: "F", verification: true, danger: true },
  "close-at-once": { letter: "C", files: "asked" },
  evidence: { letter: "A", files: "needed" },
  reopen: { letter: "O", confirms: true },
  return: { letter: "B", danger: true },
  withdraw: { letter: "W", danger: true },
} as const satisfies Record<OfferedStep, Questions>;

export interface StepForm extends Questions {
  readonly by: IssueParty;
  /** Words (reason, note, measures) without which the step is not taken. */
  readonly wordsNeeded: boolean;
  /** Closes the issue: needs evidence, or says aloud that there is none. */
  readonly closes: boolean;
}

/** What the dialog asks, together with what the rules demand of the step. */
export const formOf = (step: OfferedStep): StepForm => {
  const questions: Questions = stepForms[step];
  const { by, says, closes } = issueRules[step];
  return { ...questions, by, wordsNeeded: says === true || questions.wordsNeeded === true, closes: closes === true };
};

/** The steps that may be taken now, in the order of the buttons. */
export const offeredSteps = (allowed: readonly string[]): OfferedStep[] =>
  Object.keys(stepForms).filter((step): step is OfferedStep => allowed.includes(step));

/** The step that a typed letter stands for, among those allowed. */
export const stepByLetter = (letter: string, allowed: readonly string[]): OfferedStep | undefined =>
  offeredSteps(allowed).find((step) => formOf(step).letter === letter.toUpperCase());
