/** Where an urging stands: what its steps come to, and how its light is judged. */
import type { Period } from "../calendar/period.ts";
import { dueOf, type WorkingDays } from "../tasks/due.ts";
import type { Judged } from "../tasks/light.ts";
import type { UrgingState, UrgingStep } from "./record.ts";
import { urgingRules } from "./states.ts";

export interface UrgingStanding {
  readonly state: UrgingState;
  /** What the unit said last, and when; it stays to be read when the issuer presses on. */
  readonly answer: string;
  readonly answeredOn: string | null;
  readonly closedOn: string | null;
  /** The day on which the unit had it in hand at the latest; working days count from it. */
  readonly receivedOn: string | null;
  readonly due: string | null;
}

interface Facts {
  readonly limit: Period;
  /** The record as a whole is withdrawn. */
  readonly withdrawn: boolean;
}

/** Steps that their moment does not allow change nothing (EX7). */
export const urgingStanding = (
  { limit, withdrawn }: Facts,
  steps: readonly UrgingStep[],
  working: WorkingDays,
): UrgingStanding => {
  let state: UrgingState = "issued";
  let answer = "";
  let answeredOn: string | null = null;
  let closedOn: string | null = null;
  let receivedOn: string | null = null;
  for (const { step, on, text } of steps) {
    if (!urgingRules[step].from.includes(state)) continue;
    state = urgingRules[step].to;
    if (urgingRules[step].by === "unit") receivedOn ??= on;
    if (step === "answer") [answer, answeredOn] = [text ?? "", on];
    if (step === "close") closedOn = on;
  }
  const due = dueOf(limit, receivedOn, working);
  return { state: withdrawn ? "withdrawn" : state, answer, answeredOn, closedOn, receivedOn, due };
};

export const phaseOfUrging: Readonly<Record<UrgingState, Judged["phase"]>> = {
  issued: "waiting",
  received: "under-way",
  answered: "reported",
  closed: "over",
  withdrawn: "over",
};

/** An urging is judged by its limit alone: nobody reports a share of an answer. */
export const judgedUrging = ({ state, due, answeredOn }: UrgingStanding): Judged => ({
  phase: phaseOfUrging[state],
  due,
  start: null,
  reportedOn: answeredOn,
  percent: null,
  lasting: false,
});
