/** Tasks of a list: the columns that are read, and the row made of them. Made by hand, since lists are read often. */
import type { Period } from "#shared/calendar/period.ts";
import type { TaskState } from "#shared/tasks/record.ts";
import type { Light } from "#shared/tasks/fields.ts";
import type { TaskRow } from "#shared/tasks/view.ts";
import type { Mark } from "#shared/exchange/marks.ts";
import type { UnitLookup } from "../units/lookup.ts";
import { marksIn, marksSql } from "./marks.ts";
import { textsOf } from "./texts.ts";

export const taskColumns = `r.id, t.no, t.title, t.measures, t.section, t.note, t.lead, t.responsible, t.support,
  coalesce(t.period_here, t.period) AS period, t.due, t.state, t.percent, t.progress, t.list,
  t.campaign, t.parts, t.parts_done, t.parts_differ, t.report_due, t.heard_on, t.extension_asked,
  CASE WHEN t.parent_rid IS NOT NULL THEN (SELECT id FROM records WHERE rid = t.parent_rid) END AS parent,
  ${marksSql} AS marks`;

export interface TaskSqlRow {
  readonly id: string;
  readonly no: string;
  readonly title: string;
  readonly measures: string;
  readonly section: string;
  readonly note: string;
  readonly lead: string;
  readonly responsible: string;
  readonly support: string;
  readonly period: string;
  readonly due: string | null;
  readonly state: TaskState;
  readonly percent: number | null;
  readonly progress: string;
  readonly list: string;
  readonly campaign: string;
  readonly parent: string | null;
  readonly parts: number;
  readonly parts_done: number;
  readonly parts_differ: number;
  readonly report_due: string | null;
  readonly heard_on: string | null;
  readonly extension_asked: number;
  readonly light: Light;
  readonly marks: string;
}

const none: Mark[] = [];

export const taskRowOf = (row: TaskSqlRow, units: UnitLookup): TaskRow => ({
  id: row.id,
  no: row.no,
  title: row.title,
  measures: row.measures,
  section: row.section,
  note: row.note,
  lead: shownUnits(row.lead, units),
  responsible: shownUnits(row.responsible, units),
  support: shownUnits(row.support, units),
  period: JSON.parse(row.period) as Period,
  due: row.due,
  state: row.state,
  percent: row.percent,
  progress: row.progress,
  list: row.list,
  light: row.light,
  marks: row.marks === "" ? none : marksIn(row.marks),
  withdrawn: row.state === "withdrawn",
  campaign: row.campaign,
  parent: row.parent,
  parts: { count: row.parts, done: row.parts_done, differ: row.parts_differ },
  reportDue: row.report_due,
  heardOn: row.heard_on,
  extensionAsked: row.extension_asked !== 0,
});

/** Units as people read them: a code is shown by its name, a text as it was written. */
export const shownUnits = (json: string, units: UnitLookup): string[] => textsOf(json).map(units.shown);
