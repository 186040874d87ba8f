/**
 * 交办/指派: tasks into the hands of units, each with a period and a contact of its own where they are given. A group
 * (各镇（街道）) is not assigned to: whoever assigns has seen whom it means here (`units.resolve`) and names the units.
 */
import { AppError } from "#shared/errors.ts";
import { groupNamed } from "#shared/units/groups.ts";
import { plainUnitText } from "#shared/units/index-of-units.ts";
import { type ChangeInput, commit, type Committed } from "../store/commit.ts";
import type { Store } from "../store/store.ts";
import { type UnitLookup, unitLookup } from "../units/lookup.ts";
import { actingFor } from "./hands.ts";
import { periodWritten } from "./periods.ts";
import { actorOf, refusalOf, refuseWithdrawn, stepChange, workedTask } from "./write.ts";

/** What an assignment may say of its own. */
export interface Terms {
  /** As written; read with the year that the task means. */
  readonly period?: string | undefined;
  readonly contact?: string | undefined;
}

export interface AssignRequest extends Terms {
  readonly ids: readonly string[];
  /** Codes or names. */
  readonly units: readonly string[];
  readonly text?: string | undefined;
  /** By unit as named in `units`, where one differs from the rest. */
  readonly each?: Readonly<Record<string, Terms>> | undefined;
}

/**
 * A unit that has a task already keeps it, one that returned it gets it again.
 * @throws AppError `not-found`, `unit-unknown` for a code that is none, `unit-is-group`, `period-backwards`,
 *   `already-assigned` when nothing is left to do, `step-not-yours` where neither the task is this office's nor the unit
 *   under it, `task-withdrawn`, those of `workedTask`
 */
export const assignTasks = (store: Store, request: AssignRequest): Committed => {
  const units = unitLookup(store.db);
  const { period, contact } = request;
  const terms = new Map<string, Terms>(request.units.map((text) => [assignedUnit(text, units), { period, contact }]));
  for (const [text, own] of Object.entries(request.each ?? {})) {
    const unit = assignedUnit(text, units);
    if (terms.has(unit)) terms.set(unit, { ...terms.get(unit), ...given(own) });
  }
  const changes = [...new Set(request.ids)].flatMap((id) => assignmentsOf(store, id, terms, request.text, units));
  if (changes.length === 0) throw new AppError("already-assigned");
  return commit(store, { action: "tasks.assign", changes });
};

const given = ({ period, contact }: Terms): Terms => ({
  ...(period !== undefined && { period }),
  ...(contact !== undefined && { contact }),
});

const assignmentsOf = (
  store: Store,
  id: string,
  terms: ReadonlyMap<string, Terms>,
  text: string | undefined,
  units: UnitLookup,
): ChangeInput[] => {
  const task = workedTask(store, id, units);
  refuseWithdrawn(task);
  const actor = actorOf(store, task, units);
  const held = new Map(task.standing.assignments.map(({ unit, state }) => [unit, state]));
  return [...terms]
    .filter(([unit]) => ["returned", "withdrawn", undefined].includes(held.get(unit)))
    .map(([unit, own]) => {
      const acting = actingFor(actor, { step: "assign", unit }, units.above);
      if (!acting.may) throw refusalOf({ ...acting, unit }, task, units);
      return stepChange(task, assignStep(store, task, unit, own, text));
    });
};

/** The step that assigns, with what it says of its own; blank terms say nothing. */
export const assignStep = (
  store: Store,
  task: Parameters<typeof periodWritten>[1],
  unit: string,
  { period = "", contact = "" }: Terms,
  text = "",
): object => ({
  step: "assign",
  unit,
  on: store.today(),
  ...(text.trim() !== "" && { text: text.trim() }),
  ...(period.trim() !== "" && { period: periodWritten(store, task, period) }),
  ...(contact.trim() !== "" && { contact: contact.trim() }),
});

/**
 * The code of the unit that is named. One that is not known here may be named by its text, but a number that is no known
 * code is a mistake, and a group is to be chosen from first.
 */
export const assignedUnit = (written: string, units: UnitLookup): string => {
  const text = written.trim();
  const code = units.codeOf(text);
  if (code !== null) return code;
  if (/^\d{6,12}$/.test(text)) throw new AppError("unit-unknown", { code: text });
  if (groupNamed(plainUnitText(text)) !== undefined) throw new AppError("unit-is-group", { text });
  return text;
};
