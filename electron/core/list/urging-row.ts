/** Urgings of a list: the columns that are read, and the row made of them. */
import type { Period } from "#shared/calendar/period.ts";
import type { Light } from "#shared/tasks/fields.ts";
import { word } from "#shared/translations/index.ts";
import type { UrgingState } from "#shared/urgings/record.ts";
import type { UrgingRow } from "#shared/urgings/view.ts";
import type { UnitLookup } from "../units/lookup.ts";
import { marksIn, marksSql } from "./marks.ts";

/** Numbers are given by each office to its own; a withdrawn one keeps its number. */
const numberTwiceSql = `EXISTS (SELECT 1 FROM urgings AS u WHERE u.owner = t.owner AND u.year = t.year AND u.no = t.no
  AND u.rid <> t.rid AND u.listed = 1)`;

export const urgingColumns = `r.id, t.year, t.no, t.owner, t.unit, t.task_no, t.title, t.text, t.period, t.due, t.issued_on,
  t.state, t.answer, t.answered_on, ${numberTwiceSql} AS number_twice, ${marksSql} AS marks,
  (SELECT k.id FROM records AS k JOIN tasks USING (rid) WHERE k.id = t.task AND tasks.life <> 'undone') AS task`;

export interface UrgingSqlRow {
  readonly id: string;
  readonly year: number;
  readonly no: number;
  readonly owner: string;
  readonly unit: string;
  readonly task: string | null;
  readonly task_no: string;
  readonly title: string;
  readonly text: string;
  readonly period: string;
  readonly due: string | null;
  readonly issued_on: string;
  readonly state: UrgingState;
  readonly answer: string;
  readonly answered_on: string | null;
  readonly number_twice: number;
  readonly light: Light;
  readonly marks: string;
}

/** As it is printed, in the language of papers. */
export const printedNumber = ({ year, no }: { readonly year: number; readonly no: number }): string =>
  word("zh-CN", "documents.bracketed", { year, no });

export const urgingRowOf = (row: UrgingSqlRow, units: UnitLookup): UrgingRow => ({
  id: row.id,
  number: printedNumber(row),
  year: row.year,
  no: row.no,
  unit: units.shown(row.unit),
  unitCode: units.codeOf(row.unit),
  issuer: units.shown(row.owner),
  task: row.task,
  taskNo: row.task_no,
  title: row.title,
  text: row.text,
  limit: JSON.parse(row.period) as Period,
  due: row.due,
  issuedOn: row.issued_on,
  state: row.state,
  answer: row.answer,
  answeredOn: row.answered_on,
  light: row.light,
  withdrawn: row.state === "withdrawn",
  numberTwice: row.number_twice === 1,
  marks: marksIn(row.marks),
});
