/** What the tables keep of where a task stands, so that lists filter and sort by it; and what of it moves with the day. */
import type { Period } from "#shared/calendar/period.ts";
import { isLasting } from "#shared/tasks/due.ts";
import type { TaskStanding } from "#shared/tasks/standing.ts";
import { canonical } from "../store/canonical.ts";
import { prepared } from "../store/prepared.ts";
import { type Finishing, type SqlValue } from "../store/projection.ts";
import { unitLookup } from "../units/lookup.ts";
import { clockOf } from "./clock.ts";
import { withAncestors } from "./parts.ts";
import { campaignOf, standingColumns, standingOf, type StandingRow } from "./standing-of.ts";

const columns = [
  "state",
  "percent",
  "progress",
  "start",
  "due",
  "lasting",
  "received_on",
  "reported_on",
  "done_on",
  "period_here",
  "period_here_text",
  "occurrence",
  "report_due",
  "report_missed",
  "heard_on",
  "parts",
  "parts_done",
  "parts_differ",
  "extension_asked",
  "moves",
] as const;

/** For an UPDATE that takes `standingValues` first. */
export const setStanding = columns.map((column) => `${column} = ?`).join(", ");

/** What follows for one row, in the order in which `setStanding` names the columns. */
export const standingValues = (row: StandingRow, standing: TaskStanding): SqlValue[] => {
  const { period, parts } = standing;
  const here = canonical(period);
  const isOther = here !== row.period;
  return [
    standing.state,
    standing.percent,
    standing.progress,
    standing.start,
    standing.due,
    isLasting(period) ? 1 : 0,
    standing.receivedOn,
    standing.reportedOn,
    standing.doneOn,
    isOther ? here : null,
    isOther ? period.text : null,
    standing.occurrence,
    standing.reportDue,
    standing.reportMissed ? 1 : 0,
    standing.heardOn,
    parts.count,
    parts.done,
    parts.differ,
    standing.extensionWaits ? 2 : standing.extensionAsked ? 1 : 0,
    movesWithTheDay(row, standing) ? 1 : 0,
  ];
};

const moving: readonly Period["kind"][] = ["recurring", "immediate", "workdays"];

/** By today, the settings or the table of holidays. */
const movesWithTheDay = (row: StandingRow, { period, assignments }: TaskStanding): boolean => {
  const periods = [period, ...assignments.map((assignment) => assignment.period)];
  if (periods.some(({ kind }) => moving.includes(kind))) return true;
  return campaignOf(row)?.every !== undefined && periods.some(isLasting);
};

/**
 * Judges anew the tasks that move with the day, and those that they are parts of. What stands as it stood is not
 * written: most of them stay where they are on most days.
 */
export const refreshTasks = (context: Finishing): void => {
  const { db } = context;
  const rids = db.prepare("SELECT rid FROM tasks WHERE moves = 1").pluck().all() as number[];
  const source = db.prepare(
    `SELECT ${standingColumns} FROM tasks JOIN records USING (rid) JOIN commits ON commits.id = records.created
     WHERE tasks.rid = ?`,
  );
  const units = unitLookup(db);
  const clock = clockOf(context);
  const kept = prepared(db, `SELECT ${columns.join(", ")} FROM tasks WHERE rid = ?`).raw();
  const write = prepared(db, `UPDATE tasks SET ${setStanding} WHERE rid = ?`);
  for (const rid of withAncestors(db, rids)) {
    const row = source.get(rid) as StandingRow;
    const values = standingValues(row, standingOf(db, row, units, clock));
    const before = kept.get(rid) as SqlValue[];
    if (values.some((value, at) => value !== before[at])) write.run(...values, rid);
  }
};
