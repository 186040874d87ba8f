/** The life of an urging: which step leads from which state to which, who takes it, and what it has to say. */
import type { UrgingState, UrgingStepName } from "./record.ts";

interface Rule {
  readonly by: "unit" | "issuer";
  readonly from: readonly UrgingState[];
  readonly to: UrgingState;
  readonly says?: boolean;
}

export const urgingRules: Readonly<Record<UrgingStepName, Rule>> = {
  receive: { by: "unit", from: ["issued"], to: "received" },
  answer: { by: "unit", from: ["issued", "received"], to: "answered", says: true },
  close: { by: "issuer", from: ["issued", "received", "answered"], to: "closed" },
  press: { by: "issuer", from: ["answered"], to: "issued", says: true },
  withdraw: { by: "issuer", from: ["issued", "received", "answered"], to: "withdrawn", says: true },
};

/** The state after a step; one that its moment does not allow changes nothing (EX7). */
export const afterUrgingStep = (state: UrgingState, step: UrgingStepName): UrgingState =>
  urgingRules[step].from.includes(state) ? urgingRules[step].to : state;
