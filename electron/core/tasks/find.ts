/** One task by its id, with what its rules need. A record whose creation was undone is not found. */
import type { Period } from "#shared/calendar/period.ts";
import { AppError } from "#shared/errors.ts";
import type { TakenStep } from "#shared/tasks/hands.ts";
import type { TaskCampaign } from "#shared/tasks/record.ts";
import type { TaskStanding } from "#shared/tasks/standing.ts";
import { prepared } from "../store/prepared.ts";
import { textsOf } from "../list/texts.ts";
import type { Store } from "../store/store.ts";
import type { UnitLookup } from "../units/lookup.ts";
import { clockOfStore } from "./clock.ts";
import { campaignOf, standingColumns, standingOf, type StandingRow } from "./standing-of.ts";
import { taskStepsOf } from "./worked.ts";

export interface FoundTask {
  readonly id: string;
  readonly rid: number;
  readonly no: string;
  readonly title: string;
  readonly measures: string;
  readonly section: string;
  readonly note: string;
  readonly units: { readonly lead: string[]; readonly responsible: string[]; readonly support: string[] };
  readonly period: Period;
  readonly extra: Record<string, string>;
  /** The id of the record that it is a part of, as said. */
  readonly parent: string | null;
  readonly campaign: TaskCampaign | null;
  readonly importId: string | null;
  readonly sheet: string;
  readonly row: number | null;
  readonly ord: number;
  readonly life: string;
  readonly lifeReason: string | null;
  /** The code of the office that owns it. */
  readonly owner: string;
  /** EX8a: the record that stands for it; null: itself. */
  readonly standsIn: number | null;
  /** The id of the record that it was said to be the same as. */
  readonly sameAs: string | null;
  readonly steps: readonly TakenStep[];
  readonly standing: TaskStanding;
}

interface TaskSqlRecord extends StandingRow, Record<"lead" | "responsible" | "support" | "extra", string> {
  readonly no: string;
  readonly title: string;
  readonly measures: string;
  readonly section: string;
  readonly note: string;
  readonly import_id: string | null;
  readonly sheet: string;
  readonly row: number | null;
  readonly ord: number;
  readonly life_reason: string | null;
  readonly stands_in: number | null;
  readonly same_as: string | null;
  readonly parent: string | null;
}

const findSql = `SELECT no, title, measures, section, tasks.note AS note, lead, responsible, support, extra, parent,
    import_id, sheet, row, ord, life_reason, stands_in, same_as, ${standingColumns}
  FROM tasks JOIN records USING (rid)
  JOIN commits ON commits.id = records.created WHERE records.id = ? AND life <> 'undone'`;

/** @throws AppError `not-found` */
export const findTask = (store: Store, id: string, units: UnitLookup): FoundTask => {
  const row = prepared(store.db, findSql).get(id) as TaskSqlRecord | undefined;
  if (!row) throw new AppError("not-found", { id });
  const period = JSON.parse(row.period) as Period;
  const steps = taskStepsOf(store.db, row.rid, units, row.owner);
  return {
    id,
    rid: row.rid,
    no: row.no,
    title: row.title,
    measures: row.measures,
    section: row.section,
    note: row.note,
    units: { lead: textsOf(row.lead), responsible: textsOf(row.responsible), support: textsOf(row.support) },
    period,
    extra: JSON.parse(row.extra) as Record<string, string>,
    parent: row.parent,
    campaign: campaignOf(row),
    importId: row.import_id,
    sheet: row.sheet,
    row: row.row,
    ord: row.ord,
    life: row.life,
    lifeReason: row.life_reason,
    owner: row.owner,
    standsIn: row.stands_in,
    sameAs: row.same_as,
    steps,
    standing: standingOf(store.db, row, units, clockOfStore(store), steps),
  };
};
