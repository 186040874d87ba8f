/** What changed of a task since the meeting before, as the agenda says it: field by field, before and after as text. */
import type { TaskState } from "../tasks/record.ts";
import type { AgendaChange } from "./view.ts";

/** A task as it stood on a day, in the words in which it is shown. */
export interface AgendaSnapshot {
  readonly title: string;
  readonly units: readonly string[];
  readonly period: string;
  readonly measures: string;
  /** Units that have it in hand, by name, with the period of their own; empty: that of the task. */
  readonly assignments: readonly { readonly unitName: string; readonly period: string }[];
  readonly state: TaskState;
  /** Of what recurs: the occurrence that it stood at. Another one is no change of state. */
  readonly occurrence: string | null;
}

export const changesBetween = (before: AgendaSnapshot, after: AgendaSnapshot): AgendaChange[] => {
  const changes: AgendaChange[] = [];
  const say = (field: AgendaChange["field"], from: string, to: string, unit: string | null = null): void => {
    if (from !== to) changes.push({ field, unit, before: from, after: to });
  };
  say("title", before.title, after.title);
  say("units", listed(before.units), listed(after.units));
  say("period", before.period, after.period);
  say("measures", before.measures, after.measures);
  sayAssignments(before, after, say);
  if (before.occurrence === after.occurrence) say("state", before.state, after.state);
  return changes;
};

type Say = (field: AgendaChange["field"], from: string, to: string, unit?: string | null) => void;

const sayAssignments = (before: AgendaSnapshot, after: AgendaSnapshot, say: Say): void => {
  say("assignments", assigned(before), assigned(after));
  for (const { unitName, period } of after.assignments) {
    const same = before.assignments.find((each) => each.unitName === unitName);
    // Where neither had a period of its own, the task's has been said already.
    if (same && (same.period !== "" || period !== ""))
      say("period", same.period || before.period, period || after.period, unitName);
  }
};

const assigned = ({ assignments }: AgendaSnapshot): string =>
  assignments
    .map(({ unitName }) => unitName)
    .toSorted()
    .join("、");

const listed = (units: readonly string[]): string => units.join("、");
