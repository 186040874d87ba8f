/** Tasks as they stand: columns from units of merge, and what follows from the whole record and the day. */
import type { z } from "zod";
import type { Period } from "#shared/calendar/period.ts";
import { nameKey, numberKey } from "#shared/list/sort-keys.ts";
import { isLasting } from "#shared/tasks/due.ts";
import { type taskKind, type TaskStep } from "#shared/tasks/record.ts";
import { taskStanding } from "#shared/tasks/standing.ts";
import { setMentions } from "../list/mentions.ts";
import { listOrigins } from "../list/origin.ts";
import { setSearch } from "../list/search.ts";
import { stepsOf } from "../list/steps.ts";
import { textsOf } from "../list/texts.ts";
import { canonical } from "../store/canonical.ts";
import type { Db } from "../store/connection.ts";
import type { Columns, Finishing, Projection } from "../store/projection.ts";
import { type UnitLookup, unitLookup } from "../units/lookup.ts";
import { clockOf, dayOfCommit } from "./clock.ts";

type Values = { [Unit in keyof typeof taskKind.units]: z.infer<(typeof taskKind.units)[Unit]["schema"]> };

const columnsOf: { [Unit in keyof Values]: (value: Values[Unit]) => Columns } = {
  no: (no) => ({ no }),
  title: (title) => ({ title }),
  measures: (measures) => ({ measures }),
  section: (section) => ({ section }),
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
  readonly at: string;
}

const sourceSql = `SELECT no, title, measures, section, tasks.note AS note, lead, responsible, support, period, import_id, life, commits.at AS at
  FROM tasks JOIN records USING (rid) JOIN commits ON commits.id = records.created WHERE rid = ?`;

const finishSql = `UPDATE tasks SET no_key = ?, title_key = ?, section_key = ?, lead_key = ?, responsible_key = ?,
  support_key = ?, list = ?, list_key = ? WHERE rid = ?`;

const standingSql = `UPDATE tasks SET state = ?, percent = ?, progress = ?, start = ?, due = ?, received_on = ?,
  reported_on = ?, done_on = ? WHERE rid = ?`;

export const taskProjection: Projection = {
  kind: "task",
  table: "tasks",
  columns: (unit, value) => (columnsOf[unit as keyof Values] as (value: unknown) => Columns)(value),
  finish: (rids, context) => {
    const { db } = context;
    const units = unitLookup(db);
    const origins = listOrigins(db);
    const source = db.prepare(sourceSql);
    const finish = db.prepare(finishSql);
    const stand = standingWriter(db, context, units);
    for (const rid of rids) {
      const task = source.get(rid) as TaskSource;
      const origin = task.import_id === null ? null : origins(task.import_id);
      const lead = textsOf(task.lead);
      const responsible = textsOf(task.responsible);
      const support = textsOf(task.support);
      const first = (all: readonly string[]): string | null => (all[0] === undefined ? null : units.keyOf(all[0]));
      finish.run(
        numberKey(task.no),
        nameKey(task.title),
        nameKey(task.section),
        first(lead),
        first(responsible),
        first(support),
        origin?.name ?? "",
        origin?.key ?? rid,
        rid,
      );
      const { assignments, progress } = stand(rid, task);
      const named = [...lead, ...responsible, ...support, ...assignments.map(({ unit }) => unit)];
      setSearch(
        db,
        rid,
        [task.no, task.title, ...new Set(named.map(units.shown))],
        [task.measures, task.section, task.note, progress],
      );
      setMentions(
        db,
        rid,
        [
          { role: "lead", texts: lead },
          { role: "responsible", texts: responsible },
          { role: "support", texts: support },
          { role: "assigned", texts: assignments.map(({ unit }) => unit) },
        ],
        units,
      );
    }
  },
};

/** Writes what follows from steps, period and day. */
const standingWriter = (db: Db, context: Finishing, units: UnitLookup) => {
  const write = db.prepare(standingSql);
  const clock = clockOf(context);
  return (rid: number, task: Pick<TaskSource, "period" | "life" | "at">) => {
    const facts = {
      period: JSON.parse(task.period) as Period,
      issuedOn: dayOfCommit(task.at),
      withdrawn: task.life === "withdrawn",
    };
    const standing = taskStanding(facts, taskStepsOf(db, rid, units), clock);
    const { state, percent, progress, start, due, receivedOn, reportedOn, doneOn } = standing;
    write.run(state, percent, progress, start, due, receivedOn, reportedOn, doneOn, rid);
    return standing;
  };
};

/** The steps of a task, each under the code that stands for its unit now, so that joined units are one (EX8a). */
export const taskStepsOf = (db: Db, rid: number, units: UnitLookup): TaskStep[] =>
  stepsOf<TaskStep>(db, rid).map((step) => ({
    ...step,
    unit: step.unit === null ? null : (units.codeOf(step.unit) ?? step.unit),
  }));

/** Judges anew the tasks whose due date depends on today or on a setting. */
export const refreshTasks = (context: Finishing): void => {
  const { db } = context;
  const rows = db
    .prepare(
      `SELECT rid, period, life, commits.at AS at FROM tasks JOIN records USING (rid)
       JOIN commits ON commits.id = records.created
       WHERE period_kind IN ('recurring', 'immediate', 'workdays') AND life <> 'undone'`,
    )
    .all() as (Pick<TaskSource, "period" | "life" | "at"> & { rid: number })[];
  const stand = standingWriter(db, context, unitLookup(db));
  for (const { rid, ...task } of rows) stand(rid, task);
};
