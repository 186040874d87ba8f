/**
 * Which tasks stand on whose form: open ones that are assigned to the unit and that it has not given back or done; where
 * nothing is assigned, those that name it as leading or responsible. A unit for which this office may not write has none.
 */
import type { ListQuery } from "#shared/list/query.ts";
import type { TaskState } from "#shared/tasks/record.ts";
import { isAbove } from "#shared/units/area.ts";
import { divisionOfCode } from "#shared/units/codes.ts";
import { groupNamed } from "#shared/units/groups.ts";
import { marksOf } from "../list/marks.ts";
import { listContextOf, rowsOf } from "../list/rows.ts";
import type { Store } from "../store/store.ts";
import { findTask, type FoundTask } from "../tasks/find.ts";
import { actingFor } from "../tasks/hands.ts";
import { actorOf } from "../tasks/write.ts";
import { enrolledHere } from "../exchange/enrolled.ts";
import { type UnitLookup, unitLookup } from "../units/lookup.ts";

export interface UnitTasks {
  readonly unit: string;
  readonly unitName: string;
  readonly hasProgram: boolean;
  /** It lies under this office, or is no division at all. */
  readonly under: boolean;
  readonly tasks: readonly FoundTask[];
}

const over: readonly TaskState[] = ["done", "withdrawn", "returned"];

/**
 * In the official order of the units, their tasks in the order of the query.
 * @param ids only these tasks; empty: all that the query finds
 * @throws AppError `filter-unknown`, `filter-invalid`, `sort-unknown`
 */
export const tasksOfUnits = (store: Store, query: ListQuery, ids: readonly string[]): UnitTasks[] => {
  const units = unitLookup(store.db);
  const enrolled = enrolledHere(store);
  const byUnit = new Map<string, FoundTask[]>();
  const rows = Array.from(rowsOf(store.db, "tasks", query, listContextOf(store), { ids }));
  for (const { id, state } of rows) {
    if (state === "done" || state === "withdrawn") continue;
    const task = findTask(store, id, units);
    if (task.standsIn !== null || marksOf(store.db, task.rid).includes("archived")) continue;
    for (const unit of unitsOf(store, task, units)) {
      const known = byUnit.get(unit);
      if (known) known.push(task);
      else byUnit.set(unit, [task]);
    }
  }
  const order = (unit: string): string => units.keyOf(unit) ?? "~";
  return [...byUnit]
    .toSorted(([a], [b]) => order(a).localeCompare(order(b)))
    .map(([unit, tasks]) => ({
      unit,
      unitName: units.shown(unit),
      hasProgram: enrolled(unit),
      under: divisionOfCode(unit) === undefined || (units.office !== null && isAbove(units.office, unit)),
      tasks,
    }));
};

const unitsOf = (store: Store, task: FoundTask, units: UnitLookup): string[] => {
  const actor = actorOf(store, task, units);
  const held = task.standing.assignments;
  const named = [...task.units.lead, ...task.units.responsible]
    .filter((text) => groupNamed(text) === undefined)
    .map((text) => units.codeOf(text) ?? text);
  const all =
    held.length > 0 ? held.filter(({ state }) => !over.includes(state)).map(({ unit }) => unit) : [...new Set(named)];
  return all.filter((unit) => {
    if (unit === units.office || unit === task.owner) return false;
    const acting = actingFor(actor, { step: "progress", unit }, units.above);
    return acting.may || acting.why === "unit-writes-itself";
  });
};
