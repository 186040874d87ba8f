/** The units that have a task in hand and are looked at, with where each stands on the day of the meeting. */
import type { AgendaHands } from "#shared/dispatch/agenda.ts";
import type { Shift } from "#shared/tasks/shift.ts";
import type { AssignmentStanding } from "#shared/tasks/standing.ts";
import { handsHere } from "../tasks/worked.ts";
import type { UnitLookup } from "../units/lookup.ts";
import { heardOf, periodFacts, type StoodTask, wordsOf } from "./tasks-on.ts";

/** Of all units: to whom this office handed it itself. Of some: those, at whatever tier. Withdrawn ones have it no more. */
const lookedAt = (stood: StoodTask, picked: ReadonlySet<string>, units: UnitLookup): AssignmentStanding[] => {
  const { source, standing } = stood;
  const live = standing.assignments.filter(({ state }) => state !== "withdrawn");
  if (picked.size > 0) return live.filter(({ unit }) => picked.has(unit));
  const own = handsHere(units, source.owner);
  return live.filter(({ under }) => under === own);
};

/** A unit is heard of through those to whom it handed it on. */
const withBelow = (unit: string, all: readonly AssignmentStanding[], seen: readonly string[] = []): string[] =>
  seen.includes(unit)
    ? []
    : [
        unit,
        ...all.filter(({ under }) => under === unit).flatMap((part) => withBelow(part.unit, all, [...seen, unit])),
      ];

export const handsOf = (
  stood: StoodTask,
  month: string,
  picked: ReadonlySet<string>,
  units: UnitLookup,
  shift: Shift,
): AgendaHands[] => {
  const { source, steps, standing } = stood;
  return lookedAt(stood, picked, units).map((part) => ({
    unit: part.unit,
    unitName: units.shown(part.unit),
    state: part.state,
    percent: part.percent,
    due: part.due,
    start: part.start,
    reportedOn: part.reportedOn,
    doneOn: part.doneOn,
    reportDue: part.reportDue,
    reportMissed: part.reportMissed,
    ...periodFacts(part.period, month, shift),
    issuedOn: steps.findLast(({ step, unit }) => step === "assign" && unit === part.unit)?.on ?? source.issuedOn,
    heardOn: heardOf(steps, withBelow(part.unit, standing.assignments)),
    said: wordsOf(steps, part.unit),
    contact: part.contact,
  }));
};
