/** Where a task stands, from its row: what its rules need is gathered here, for the tables and for whoever reads one task. */
import type { Period } from "#shared/calendar/period.ts";
import type { TaskCampaign } from "#shared/tasks/record.ts";
import { taskStanding, type TaskStanding } from "#shared/tasks/standing.ts";
import type { TakenStep } from "#shared/tasks/hands.ts";
import type { Db } from "../store/connection.ts";
import type { UnitLookup } from "../units/lookup.ts";
import { type Clock, dayOfCommit } from "./clock.ts";
import { subTasksOf } from "./parts.ts";
import { handsHere, taskStepsOf } from "./worked.ts";

/** Columns of a task's row, and of the commit by which it was made. */
export interface StandingRow {
  readonly rid: number;
  readonly period: string;
  readonly life: string;
  readonly campaign_value: string | null;
  readonly at: string;
  readonly owner: string;
}

export const standingColumns = "tasks.rid, period, life, campaign_value, commits.at AS at, commits.office AS owner";

export const campaignOf = ({ campaign_value: value }: Pick<StandingRow, "campaign_value">): TaskCampaign | null =>
  value === null ? null : (JSON.parse(value) as TaskCampaign);

/** `steps` are at hand where they are shown too. */
export const standingOf = (
  db: Db,
  row: StandingRow,
  units: UnitLookup,
  clock: Clock,
  steps: readonly TakenStep[] = taskStepsOf(db, row.rid, units, row.owner),
): TaskStanding => {
  const code = (text: string): string => units.codeOf(text) ?? text;
  const facts = {
    period: JSON.parse(row.period) as Period,
    issuedOn: dayOfCommit(row.at),
    withdrawn: row.life === "withdrawn",
    hands: handsHere(units, row.owner),
    every: campaignOf(row)?.every,
    subTasks: subTasksOf(db, row.rid).map((sub) => ({ ...sub, by: code(sub.by) })),
  };
  return taskStanding(facts, steps, clock);
};
