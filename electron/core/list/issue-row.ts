/** Issues of a list: the columns that are read, and the row made of them. Made by hand, since lists are read often. */
import type { Period } from "#shared/calendar/period.ts";
import { maskedPhone } from "#shared/issues/phone.ts";
import type { IssueState, IssueType } from "#shared/issues/record.ts";
import type { IssueRow } from "#shared/issues/view.ts";
import type { Light } from "#shared/tasks/fields.ts";
import type { Mark } from "#shared/exchange/marks.ts";
import type { UnitLookup } from "../units/lookup.ts";
import { marksIn, marksSql } from "./marks.ts";
import { shownUnits } from "./task-row.ts";

export const issueColumns = `r.id, t.no, t.title, t.source, t.place, t.category, t.section, t.units, t.leader, t.person,
  t.phone, t.type, t.measures, t.limit_period, t.due, t.state, t.state_text, t.progress, t.percent, t.round, t.evidence,
  t.registered_on, t.done_on, t.closed_on, t.note,
  ${marksSql} AS marks`;

export interface IssueSqlRow {
  readonly id: string;
  readonly no: string;
  readonly title: string;
  readonly source: string;
  readonly place: string;
  readonly category: string;
  readonly section: string;
  readonly units: string;
  readonly leader: string;
  readonly person: string;
  readonly phone: string;
  readonly type: IssueType | null;
  readonly measures: string;
  readonly limit_period: string;
  readonly due: string | null;
  readonly state: IssueState;
  readonly state_text: string;
  readonly progress: string;
  readonly percent: number | null;
  readonly round: number;
  readonly evidence: number;
  readonly registered_on: string | null;
  readonly done_on: string | null;
  readonly closed_on: string | null;
  readonly note: string;
  readonly light: Light;
  readonly marks: string;
}

const none: Mark[] = [];

export const issueRowOf = (row: IssueSqlRow, units: UnitLookup, reveal: boolean): IssueRow => ({
  id: row.id,
  no: row.no,
  title: row.title,
  source: row.source,
  place: row.place,
  category: row.category,
  section: row.section,
  units: shownUnits(row.units, units),
  leader: row.leader,
  person: row.person,
  phone: reveal ? row.phone : maskedPhone(row.phone),
  type: row.type,
  measures: row.measures,
  limit: JSON.parse(row.limit_period) as Period,
  due: row.due,
  state: row.state,
  stateText: row.state_text,
  progress: row.progress,
  percent: row.percent,
  round: row.round,
  evidence: row.evidence,
  registeredOn: row.registered_on,
  doneOn: row.done_on,
  closedOn: row.closed_on,
  note: row.note,
  light: row.light,
  marks: row.marks === "" ? none : marksIn(row.marks),
});
