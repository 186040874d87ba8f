/**
 * What the window asks for each step of the rectification ledger, as data: one dialog reads it, so that a new step or
 * another question is a line here. Which steps are allowed is core's to say (`allowed`); nothing is judged here.
 */
import type { IssueDetail } from "#shared/issues/view.ts";

export type OfferedStep = Exclude<IssueDetail["allowed"][number], "adopt">;

export interface StepForm {
  /** The key that opens the dialog from the list or the detail; shown on the button. */
  readonly letter: string;
  readonly by: "registrar" | "responsible" | "verifier";
  readonly text: "needed" | "asked";
  /** Responsible units and limit, which are handed over together. */
  readonly handsOver?: boolean;
  readonly percent?: boolean;
  readonly files?: "needed" | "asked";
  /** Who verified, where, and whether people are satisfied. */
  readonly verification?: boolean;
  /** Closes the issue: needs evidence, or says aloud that there is none. */
  readonly closes?: boolean;
  /** Opens the next round: asks to be confirmed. */
  readonly confirms?: boolean;
  readonly danger?: boolean;
}

/** In the order in which the buttons stand: what moves the issue on first, what takes it back last. */
export const stepForms = {
  "hand-over": { letter: "H", by: "registrar", text: "asked", handsOver: true },
  receive: { letter: "R", by: "responsible", text: "asked" },
  measures: { letter: "M", by: "responsible", text: "needed" },
  progress: { letter: "P", by: "responsible", text: "needed", percent: true, files: "asked" },
  "report-done": { letter: "D", by: "responsible", text: "asked", files: "asked" },
  "verify-passed": { letter: "V", by: "verifier", text: "asked", files: "asked", verification: true, closes: true },
  "verify-failed": { letter: "F", by: "verifier", text: "needed", verification: true, danger: true },
  "close-at-once": { letter: "C", by: "verifier", text: "needed", files: "asked", closes: true },
  evidence: { letter: "A", by: "responsible", text: "asked", files: "needed" },
  reopen: { letter: "O", by: "registrar", text: "needed", confirms: true },
  return: { letter: "B", by: "responsible", text: "needed", danger: true },
  withdraw: { letter: "W", by: "registrar", text: "needed", danger: true },
} as const satisfies Record<OfferedStep, StepForm>;

export const formOf = (step: OfferedStep): StepForm => stepForms[step];

/** The steps that may be taken now, in the order of the buttons. */
export const offeredSteps = (allowed: readonly string[]): OfferedStep[] =>
  Object.keys(stepForms).filter((step): step is OfferedStep => allowed.includes(step));

/** Of several issues only what is allowed for each of them can be done to all. */
export const stepsForAll = (details: readonly { allowed: readonly string[] }[]): OfferedStep[] =>
  details.length === 0
    ? []
    : offeredSteps(Object.keys(stepForms)).filter((step) => details.every((each) => each.allowed.includes(step)));

/** The step that a typed letter stands for, among those allowed. */
export const stepByLetter = (letter: string, allowed: readonly string[]): OfferedStep | undefined =>
  offeredSteps(allowed).find((step) => formOf(step).letter === letter.toUpperCase());
