/**
 * Where an issue stands: what follows from its steps and its limit. The tables keep the result for lists; the detail
 * shows the rounds. A closed round stays as it was: later work stands in the next one.
 */
import type { Period } from "../calendar/period.ts";
import { dueOf, isLasting, type WorkingDays } from "../tasks/due.ts";
import type { Judged } from "../tasks/light.ts";
import { nextDue } from "../tasks/occurrences.ts";
import type { Attachment } from "../store/attachment.ts";
import type { IssueState, IssueStep, IssueType } from "./record.ts";
import { afterIssueStep, isAllowed } from "./states.ts";

export interface IssueFacts {
  readonly limit: Period;
  readonly type: IssueType | null;
  /** The day it was registered here. */
  readonly registeredOn: string;
  /** Withdrawn by its `life`, as by a revised list. */
  readonly withdrawn: boolean;
}

export interface IssueStanding {
  readonly state: IssueState;
  /** The words that the state had in the ledger it came from, until a step of ours changes it. */
  readonly stateText: string;
  readonly round: number;
  readonly progress: string;
  readonly percent: number | null;
  readonly start: string;
  readonly due: string | null;
  readonly receivedOn: string | null;
  readonly doneOn: string | null;
  readonly closedOn: string | null;
  /** Files of all rounds, each with the round it belongs to. */
  readonly files: readonly (Attachment & { readonly round: number; readonly on: string })[];
  /** For each step, the round it belongs to. */
  readonly rounds: readonly number[];
}

interface Run {
  state: IssueState;
  stateText: string;
  round: number;
  begun: boolean;
  progress: string;
  percent: number | null;
  handedOn: string | null;
  receivedOn: string | null;
  doneOn: string | null;
  closedOn: string | null;
  files: (Attachment & { round: number; on: string })[];
  rounds: number[];
}

/** `steps` in the order in which they were taken. A step that its moment does not allow changes nothing. */
export const issueStanding = (
  facts: IssueFacts,
  steps: readonly IssueStep[],
  clock: WorkingDays & { readonly today: string },
): IssueStanding => {
  const run: Run = {
    state: "registered",
    stateText: "",
    round: 1,
    begun: false,
    progress: "",
    percent: null,
    handedOn: null,
    receivedOn: null,
    doneOn: null,
    closedOn: null,
    files: [],
    rounds: [],
  };
  for (const step of steps) take(run, facts.type, step);
  const { handedOn, begun: _, ...standing } = run;
  const { limit } = facts;
  return {
    ...standing,
    state: facts.withdrawn ? "withdrawn" : run.state,
    start: limit.start ?? handedOn ?? facts.registeredOn,
    due: limit.kind === "recurring" ? nextDue(limit, clock.today) : dueOf(limit, run.receivedOn, clock),
  };
};

const take = (run: Run, type: IssueType | null, step: IssueStep): void => {
  const allowed = isAllowed({ state: run.state, type, begun: run.begun }, step.step);
  if (allowed && step.step === "reopen") beginRound(run);
  run.rounds.push(run.round);
  if (!allowed) return;
  const { state, stateText } = run;
  run.begun = true;
  run.state = afterIssueStep(state, step);
  run.stateText = step.step === "adopt" ? (step.stateText ?? "") : run.state === state ? stateText : "";
  for (const file of step.evidence ?? []) run.files.push({ ...file, round: run.round, on: step.on });
  note(run, step);
};

/** Round n+1: completion, closing and receipt are asked for afresh. */
const beginRound = (run: Run): void => {
  run.round += 1;
  run.percent = null;
  run.receivedOn = null;
  run.doneOn = null;
  run.closedOn = null;
};

/** Days and words that a step leaves behind, beside the state. */
const note = (run: Run, { step, on, text, percent, closedOn }: IssueStep): void => {
  if (percent !== undefined) run.percent = percent;
  if (text && tellsProgress.includes(step)) run.progress = text;
  if (step === "hand-over") run.handedOn = on;
  if (step === "return") run.receivedOn = null;
  else if (receives.includes(step)) run.receivedOn ??= on;
  // Of what was reported or closed elsewhere the day of receipt is not known, and no longer matters.
  if (step === "adopt" && run.state === "in-progress") run.receivedOn = on;
  if (step === "report-done") run.doneOn = on;
  if (step === "verify-failed") run.doneOn = null;
  if (run.state === "closed") run.closedOn = closedOn ?? (step === "adopt" ? null : on);
};

/** Steps by which the responsible unit shows that the issue has reached it. */
const receives: readonly IssueStep["step"][] = ["receive", "measures", "progress", "report-done", "reopen"];

const tellsProgress: readonly IssueStep["step"][] = ["adopt", "progress", "report-done"];

/** Whether the current round has evidence, so that it may be closed without a word about it. */
export const hasEvidence = ({ files, round }: Pick<IssueStanding, "files" | "round">): boolean =>
  files.some((file) => file.round === round);

export const judgedIssue = (standing: IssueStanding, limit: Period): Judged => ({
  phase: phaseOfIssue[standing.state],
  due: standing.due,
  start: standing.start,
  reportedOn: standing.doneOn,
  percent: standing.percent,
  lasting: isLasting(limit),
});

export const phaseOfIssue: Readonly<Record<IssueState, Judged["phase"]>> = {
  registered: "waiting",
  "handed-over": "waiting",
  "in-progress": "under-way",
  awaiting: "reported",
  closed: "over",
  withdrawn: "over",
};
