/**
 * The life of an issue (domain.md 'Rectification states'): which step leads from which state to which, and who takes
 * it. Everything that offers, refuses or derives a state reads this one table.
 */
import type { IssueState, IssueStep, IssueType } from "./record.ts";
import { issueSteps } from "./record.ts";

export type IssueStepName = IssueStep["step"];
export type IssueParty = "registrar" | "responsible" | "verifier";

interface Rule {
  readonly from: readonly IssueState[];
  /** null: the state stays. */
  readonly to: IssueState | null;
  readonly by: IssueParty;
  /** The step says why: a reason, or a note. */
  readonly says?: boolean;
  /** Only issues of this type. */
  readonly only?: IssueType;
  /** Needs evidence of the round, or says aloud that there is none. */
  readonly closes?: boolean;
}

const worked = ["handed-over", "in-progress"] as const;
const unfinished = ["registered", ...worked] as const;

export const issueRules: Readonly<Record<IssueStepName, Rule>> = {
  /** The first step of an issue that comes from an existing ledger; it names the state itself. */
  adopt: { from: ["registered"], to: null, by: "registrar" },
  "hand-over": { from: ["registered"], to: "handed-over", by: "registrar" },
  receive: { from: ["handed-over"], to: "in-progress", by: "responsible" },
  return: { from: ["handed-over"], to: "registered", by: "responsible", says: true },
  measures: { from: worked, to: "in-progress", by: "responsible", says: true },
  progress: { from: worked, to: "in-progress", by: "responsible" },
  "report-done": { from: worked, to: "awaiting", by: "responsible" },
  /** Files added to what is still being worked on; a closed round stays as it was. */
  evidence: { from: [...unfinished, "awaiting"], to: null, by: "responsible" },
  "verify-passed": { from: ["awaiting"], to: "closed", by: "verifier", closes: true },
  "verify-failed": { from: ["awaiting"], to: "in-progress", by: "verifier", says: true },
  "close-at-once": { from: unfinished, to: "closed", by: "verifier", says: true, only: "immediate", closes: true },
  reopen: { from: ["closed"], to: "in-progress", by: "verifier", says: true },
  withdraw: { from: [...unfinished, "awaiting"], to: "withdrawn", by: "registrar", says: true },
};

/** An issue as its steps have left it so far. */
export interface IssueMoment {
  readonly state: IssueState;
  readonly type: IssueType | null;
  /** Whether any step was taken. */
  readonly begun: boolean;
}

export const isAllowed = ({ state, type, begun }: IssueMoment, step: IssueStepName): boolean => {
  const { from, only } = issueRules[step];
  if (step === "adopt" && begun) return false;
  return from.includes(state) && (only === undefined || only === type);
};

/** The steps that the rules allow next, without `adopt`, which only an import takes. */
export const allowedSteps = (moment: IssueMoment): IssueStepName[] =>
  issueSteps.filter((step) => step !== "adopt" && isAllowed(moment, step));

/** The state after an allowed step. */
export const afterIssueStep = (state: IssueState, step: Pick<IssueStep, "step" | "state">): IssueState =>
  step.step === "adopt" ? (step.state ?? "in-progress") : (issueRules[step.step].to ?? state);

/** Steps that lead somewhere, in the order in which they are tried for whoever names the state that they want. */
const leading = [
  "hand-over",
  "receive",
  "report-done",
  "verify-passed",
  "close-at-once",
  "verify-failed",
  "reopen",
  "progress",
  "return",
  "withdraw",
] as const satisfies readonly IssueStepName[];

/** The step that leads from one state to another in one move; null when no single step does. */
export const stepTo = (moment: IssueMoment, wanted: IssueState): IssueStepName | null =>
  leading.find((step) => isAllowed(moment, step) && issueRules[step].to === wanted) ?? null;
