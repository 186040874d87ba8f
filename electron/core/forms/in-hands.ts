/** Which period and which occurrence a row of a form is of. */
import type { Period } from "#shared/calendar/period.ts";
import type { FoundTask } from "../tasks/find.ts";
import type { UnitLookup } from "../units/lookup.ts";

/** The current occurrence of what recurs. */
export const occurrenceNow = ({ period, standing }: FoundTask): string | null =>
  period.kind === "recurring" ? standing.due : null;

/** The period that counts in a unit's hands: the last that a step gave it, else that of the task. */
export const periodInHands = ({ period, steps }: FoundTask, unit: string, units: UnitLookup): Period =>
  steps.findLast((step) => step.period !== undefined && gives.includes(step.step) && is(units, step.unit, unit))
    ?.period ?? period;

const gives: readonly string[] = ["assign", "arrange", "grant-extension"];
const is = (units: UnitLookup, text: string | null, unit: string): boolean =>
  text !== null && (units.codeOf(text) ?? text) === unit;
