/**
 * 分解: a task into sub-tasks, each a record of this office's own with units that it is assigned to at once, in one
 * commit. Whoever has the task from above may break it down as its owner may.
 */
import { AppError } from "#shared/errors.ts";
import type { breakdownPartSchema } from "#shared/contract/tasks.ts";
import type { z } from "zod";
import { type ChangeInput, commit, type Committed, stepUnit } from "../store/commit.ts";
import { newId } from "../store/env.ts";
import { prepared } from "../store/prepared.ts";
import type { Store } from "../store/store.ts";
import { type UnitLookup, unitLookup } from "../units/lookup.ts";
import { assignedUnit, assignStep } from "./assign.ts";
import type { FoundTask } from "./find.ts";
import { wholeSteps } from "./hands.ts";
import { periodWritten } from "./periods.ts";
import { actorOf, refuseWithdrawn, workedTask } from "./write.ts";

export type BreakdownPart = z.infer<typeof breakdownPartSchema>;

/**
 * Parts without a number get the next ones under their parent's (1-1, 1-2); without a period they go by the one that counts here for the parent.
 * @throws AppError `not-found`, `task-withdrawn`, `step-not-yours`, `period-backwards`,
 *   `unit-unknown`, `unit-is-group`, those of `workedTask`
 */
export const breakDown = (store: Store, id: string, parts: readonly BreakdownPart[]): Committed => {
  const units = unitLookup(store.db);
  const parent = workedTask(store, id, units);
  const { no, title } = parent;
  refuseWithdrawn(parent);
  if (!wholeSteps(parent, actorOf(store, parent, units)).includes("assign")) {
    throw new AppError("step-not-yours", { no, title, unit: units.shown(parent.owner) });
  }
  const numbers = numbersUnder(store, parent);
  const changes = parts.flatMap((part) => partChanges(store, parent, part, part.no.trim() || numbers(), units));
  return commit(store, { action: "tasks.break-down", changes });
};

const partChanges = (
  store: Store,
  parent: FoundTask,
  part: BreakdownPart,
  no: string,
  units: UnitLookup,
): ChangeInput[] => {
  const record = newId(store.env);
  const assigned = [
    ...new Set(part.units.filter((text) => text.trim() !== "").map((text) => assignedUnit(text, units))),
  ];
  // Without a column of its own the first unit leads, as in a list.
  const [lead, ...responsible] = assigned.map(units.shown);
  const period = part.period.trim() === "" ? parent.standing.period : periodWritten(store, parent, part.period);
  const value = {
    no,
    title: part.title.trim(),
    measures: part.measures,
    section: parent.section,
    units: { lead: lead === undefined ? [] : [lead], responsible, support: [] },
    period,
    parent: parent.id,
    campaign: parent.campaign,
  };
  return [
    { record, kind: "task", unit: "*", value },
    ...assigned.map((unit): ChangeInput => {
      const step = assignStep(store, parent, unit, { contact: part.contact });
      return { record, kind: "task", unit: stepUnit, value: step };
    }),
  ];
};

const numbersSql = `SELECT no FROM tasks WHERE parent = ? AND life <> 'undone'`;

/** The next free number under the parent's, one after another; none where the parent has none itself. */
const numbersUnder = ({ db }: Store, { id, no }: FoundTask): (() => string) => {
  const before = `${no}-`;
  const known = prepared(db, numbersSql).pluck().all(id) as string[];
  const last = known
    .filter((each) => each.startsWith(before))
    .map((each) => Number(each.slice(before.length)))
    .filter((number) => Number.isInteger(number));
  let next = Math.max(0, ...last);
  return () => (no === "" ? "" : `${before}${(next += 1)}`);
};
