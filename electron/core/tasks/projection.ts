/** Tasks as they stand: columns from units of merge, and what follows from the whole record and the day. */
import type { z } from "zod";
import type { Period } from "#shared/calendar/period.ts";
import { nameKey, numberKey } from "#shared/list/sort-keys.ts";
import { isLasting } from "#shared/tasks/due.ts";
import type { TakenStep } from "#shared/tasks/hands.ts";
import { type taskKind } from "#shared/tasks/record.ts";
import { taskStanding, type TaskStanding } from "#shared/tasks/standing.ts";
import { setMentions } from "../list/mentions.ts";
import { listOrigins } from "../list/origin.ts";
import { type SearchChange, type Searched, searchKey, setSearches } from "../list/search.ts";
import { textsOf } from "../list/texts.ts";
import { canonical } from "../store/canonical.ts";
import { prepared } from "../store/prepared.ts";
import type { Columns, Finishing, Projection, SqlValue } from "../store/projection.ts";
import { type UnitLookup, unitLookup } from "../units/lookup.ts";
import { clockOf, dayOfCommit } from "./clock.ts";
import { settleJoins } from "./joined.ts";
import { handsHere, taskStepsOf } from "./worked.ts";

type Values = { [Unit in keyof typeof taskKind.units]: z.infer<(typeof taskKind.units)[Unit]["schema"]> };

const columnsOf: { [Unit in keyof Values]: (value: Values[Unit]) => Columns } = {
  no: (no) => ({ no, no_key: numberKey(no) }),
  title: (title) => ({ title, title_key: nameKey(title) }),
  measures: (measures) => ({ measures }),
  section: (section) => ({ section, section_key: nameKey(section) }),
  note: (note) => ({ note }),
  units: ({ lead, responsible, support }) => ({
    lead: JSON.stringify(lead),
    responsible: JSON.stringify(responsible),
    support: JSON.stringify(support),
  }),
  period: (period) => ({
    period: canonical(period),
    period_text: period.text,
    period_kind: period.kind,
    period_start: period.start ?? null,
    period_due: period.due ?? null,
    lasting: isLasting(period) ? 1 : 0,
  }),
  extra: (extra) => ({ extra: canonical(extra) }),
  origin: ({ importId, sheet, row, order }) => ({ import_id: importId, sheet, row, ord: order }),
  parent: (parent) => ({ parent }),
  campaign: (campaign) => ({
    campaign: campaign?.name ?? "",
    campaign_key: campaign === null ? null : nameKey(campaign.name),
    campaign_value: campaign === null ? null : canonical(campaign),
  }),
  sameAs: (sameAs) => ({ same_as: sameAs }),
  life: ({ state, reason }) => ({ life: state, life_reason: reason ?? null }),
};

interface TaskSource {
  readonly no: string;
  readonly title: string;
  readonly measures: string;
  readonly section: string;
  readonly note: string;
  readonly lead: string;
  readonly responsible: string;
  readonly support: string;
  readonly period: string;
  readonly import_id: string | null;
  readonly life: string;
  readonly search_key: number | null;
  readonly at: string;
  readonly stands_in: number | null;
  readonly owner: string;
}

const sourceSql = `SELECT no, title, measures, section, tasks.note AS note, lead, responsible, support, period, import_id, life,
    search_key, stands_in, commits.at AS at, commits.office AS owner
  FROM tasks JOIN records USING (rid) JOIN commits ON commits.id = records.created WHERE rid = ?`;

const finishSql = `UPDATE tasks SET lead_key = ?, responsible_key = ?, support_key = ?, list = ?, list_key = ?,
  state = ?, percent = ?, progress = ?, start = ?, due = ?, received_on = ?, reported_on = ?, done_on = ?, listed = ?,
  search_key = ? WHERE rid = ?`;

export const taskProjection: Projection = {
  kind: "task",
  table: "tasks",
  columns: (unit, value) => (columnsOf[unit as keyof Values] as (value: unknown) => Columns)(value),
  finish: (rids, context) => {
    const { db } = context;
    const units = unitLookup(db);
    const origins = listOrigins(db);
    const source = prepared(db, sourceSql);
    const write = prepared(db, finishSql);
    const clock = clockOf(context);
    const changes: SearchChange[] = [];
    for (const rid of settleJoins(db, rids)) {
      const task = source.get(rid) as TaskSource;
      const origin = task.import_id === null ? null : origins(task.import_id);
      const lead = textsOf(task.lead);
      const responsible = textsOf(task.responsible);
      const support = textsOf(task.support);
      const first = (all: readonly string[]): string | null => (all[0] === undefined ? null : units.keyOf(all[0]));
      const standing = standingOf(task, taskStepsOf(db, rid, units, task.owner), units, clock);
      const assigned = standing.assignments.map(({ unit }) => unit);
      const named = [...lead, ...responsible, ...support, ...assigned].map(units.shown);
      const listed = task.life !== "undone" && task.stands_in === null;
      const searched = !listed ? null : searchedOf(task, named, standing.progress);
      const key = searched && searchKey(searched);
      write.run(
        first(lead),
        first(responsible),
        first(support),
        origin?.name ?? "",
        origin?.key ?? rid,
        ...standingValues(standing),
        listed ? 1 : 0,
        key,
        rid,
      );
      const isNew = context.isNew(rid);
      const mentioned = [
        { role: "lead", texts: lead },
        { role: "responsible", texts: responsible },
        { role: "support", texts: support },
        { role: "assigned", texts: assigned },
      ];
      setMentions(db, rid, mentioned, units, isNew);
      if (isNew || key !== task.search_key) changes.push({ rid, searched, isNew });
    }
    setSearches(db, "search_tasks", changes);
  },
};

const searchedOf = (task: TaskSource, units: readonly string[], progress: string): Searched => ({
  names: [task.no, task.title, ...new Set(units)],
  texts: [task.measures, task.section, task.note, progress],
});

type Dated = Pick<TaskSource, "period" | "life" | "at" | "owner">;

const standingOf = (
  { period, life, at, owner }: Dated,
  steps: readonly TakenStep[],
  units: UnitLookup,
  clock: ReturnType<typeof clockOf>,
): TaskStanding => {
  const facts = {
    period: JSON.parse(period) as Period,
    issuedOn: dayOfCommit(at),
    withdrawn: life === "withdrawn",
    hands: handsHere(units, owner),
  };
  return taskStanding(facts, steps, clock);
};

/** In the order in which both statements name their columns. */
const standingValues = (standing: TaskStanding): SqlValue[] => {
  const { state, percent, progress, start, due, receivedOn, reportedOn, doneOn } = standing;
  return [state, percent, progress, start, due, receivedOn, reportedOn, doneOn];
};

/** Judges anew the tasks whose due date depends on today or on a setting. */
export const refreshTasks = (context: Finishing): void => {
  const { db } = context;
  const rows = db
    .prepare(
      `SELECT rid, period, life, commits.at AS at, commits.office AS owner FROM tasks JOIN records USING (rid)
       JOIN commits ON commits.id = records.created
       WHERE period_kind IN ('recurring', 'immediate', 'workdays') AND listed = 1`,
    )
    .all() as (Dated & { rid: number })[];
  const write = db.prepare(
    `UPDATE tasks SET state = ?, percent = ?, progress = ?, start = ?, due = ?, received_on = ?, reported_on = ?,
     done_on = ? WHERE rid = ?`,
  );
  const units = unitLookup(db);
  const clock = clockOf(context);
  for (const { rid, ...task } of rows) {
    write.run(...standingValues(standingOf(task, taskStepsOf(db, rid, units, task.owner), units, clock)), rid);
  }
};
