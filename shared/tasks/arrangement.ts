/**
 * What counts for each of the hands that a task is in: the period that was given to them (交办时限, 延期) or else that of
 * whoever assigned it on to them, the contact, and the extension that waits for its answer. Each unit's steps are run by
 * themselves, by the rules of the life cycle; a step that these do not allow gives nothing.
 */
import type { Period } from "../calendar/period.ts";
import type { TakenStep } from "./hands.ts";
import type { TaskState } from "./record.ts";
import { afterTaskStep, extensionAnswers, isOfOccurrence, open, taskRules } from "./states.ts";

/** An extension that was asked for and waits. */
export interface AskedExtension {
  readonly askedOn: string;
  readonly text: string;
  readonly percent: number | null;
  readonly period: Period;
}

export interface Arrangement {
  /** The one that counts, and whether these hands were given it themselves. */
  readonly period: Period;
  readonly hasOwnPeriod: boolean;
  readonly contact: string;
  readonly extension: AskedExtension | null;
}

/** What one unit was given, and asks for, by its own steps. */
interface Given {
  readonly period: Period | null;
  readonly contact: string;
  readonly extension: AskedExtension | null;
}

const nothing: Given = { period: null, contact: "", extension: null };

/** The steps of each unit (null: the owner), in the order in which they were taken. */
export type StepsByUnit = ReadonlyMap<string | null, readonly TakenStep[]>;

const givenBy = (steps: readonly TakenStep[], base: Period): Given => {
  let { period, contact, extension } = nothing;
  let state: TaskState = "issued";
  for (const step of steps) {
    const isOf = isOfOccurrence(period ?? base, step);
    const isTaken = isOf || step.step === "assign" || taskRules[step.step].from.includes(state);
    if (!isOf) state = afterTaskStep(state, step.step);
    if (!isTaken) continue;
    if (step.contact !== undefined && step.contact !== "") ({ contact } = step);
    if (step.step === "assign" || step.step === "arrange") period = step.period ?? period;
    if (step.step === "grant-extension" && extension !== null) period = step.period ?? extension.period;
    if (step.step === "ask-extension" && step.period !== undefined) {
      const { on, text = "", percent = null } = step;
      extension = { askedOn: on, text, percent, period: step.period };
    }
    if (extensionAnswers.includes(step.step) || ["return", "withdraw"].includes(step.step)) extension = null;
  }
  return { period, contact, extension: open.includes(state) ? extension : null };
};

/**
 * For each hands (null: the owner's own). A unit to which another unit assigned the task on goes by that one's period
 * where it was given none; everyone else by the owner's, and the owner by the period that the record states.
 */
export const arrangementsOf = (stated: Period, steps: StepsByUnit): ((unit: string | null) => Arrangement) => {
  const given = new Map([...steps].map(([unit, own]) => [unit, givenBy(own, stated)]));
  const periodOf = (unit: string | null, seen: readonly (string | null)[]): Period => {
    const own = given.get(unit)?.period;
    if (own) return own;
    if (unit === null) return stated;
    const by = steps.get(unit)?.findLast(({ step }) => step === "assign")?.office;
    const isPassedOn = by !== undefined && steps.has(by) && !seen.includes(by);
    return periodOf(isPassedOn ? by : null, [...seen, unit]);
  };
  return (unit) => {
    const { period, contact, extension } = given.get(unit) ?? nothing;
    return { period: periodOf(unit, [unit]), hasOwnPeriod: period !== null, contact, extension };
  };
};
