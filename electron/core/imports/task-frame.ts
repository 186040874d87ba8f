/** Task lists in the importer frame. */
import { readPeriod } from "#shared/calendar/period-grammar.ts";
import type { Period } from "#shared/calendar/period.ts";
import { AppError } from "#shared/errors.ts";
import { taskMeanings } from "#shared/tasks/reading-dictionary.ts";
import type { TaskReadingRow } from "#shared/tasks/reading.ts";
import { splitUnits } from "#shared/units/split.ts";
import type { Db } from "../store/connection.ts";
import { type Corrected, type Earlier, extraCells, filled, type Frame, withText } from "./frame.ts";

const texts: ReadonlySet<string> = new Set(["no", "measures", "section", "note"]);
const units: ReadonlySet<string> = new Set(["lead", "responsible", "support"]);
const joined = (all: readonly string[]): string => all.join("、");

interface TaskSqlRow {
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
  readonly extra: string;
  readonly sheet: string;
  readonly row: number | null;
}

const list = (json: string): string[] => JSON.parse(json) as string[];

/** A record as a list would have it: blank fields left out. */
const rowOf = ({
  lead,
  responsible,
  support,
  period,
  extra,
  row,
  ...text
}: Omit<TaskSqlRow, "id">): TaskReadingRow => ({
  ...filled(text),
  title: text.title,
  sheet: text.sheet,
  row: row ?? 0,
  lead: list(lead),
  responsible: list(responsible),
  support: list(support),
  period: JSON.parse(period) as Period,
  extra: JSON.parse(extra) as Record<string, string>,
});

const partsOfImports = `tasks.rid IN (
    WITH RECURSIVE part (rid) AS (
      SELECT rid FROM tasks WHERE import_id IN (SELECT value FROM json_each(?))
      UNION SELECT tasks.rid FROM part JOIN tasks ON tasks.parent_rid = part.rid
    ) SELECT rid FROM part) AND import_id IS NULL`;

const recordsBy = (db: Db, condition: string, importIds: readonly string[]): Earlier<TaskReadingRow>[] => {
  const rows = db
    .prepare(
      `SELECT records.id, no, title, measures, section, note, lead, responsible, support, period, extra, sheet, row
       FROM tasks JOIN records USING (rid) WHERE ${condition} AND life = 'live' ORDER BY import_id, ord, tasks.rid`,
    )
    .all(JSON.stringify(importIds)) as TaskSqlRow[];
  return rows.map(({ id, ...row }) => ({ id, row: rowOf(row) }));
};

export const taskFrame: Frame<TaskReadingRow> = {
  capability: "tasks",
  kind: "task",
  meanings: [...taskMeanings, "slot", "extra"],
  cells: (row) => ({
    no: row.no ?? "",
    title: row.title,
    measures: row.measures ?? "",
    lead: joined(row.lead),
    responsible: joined(row.responsible),
    support: joined(row.support),
    period: row.period.text,
    section: row.section ?? "",
    note: row.note ?? "",
    ...extraCells(row.extra),
  }),
  correct: (row, field, typed, { year }): Corrected<TaskReadingRow> => {
    const value = typed.trim();
    if (texts.has(field)) return { row: withText(row, field, value), problem: null };
    if (units.has(field)) return { row: { ...row, [field]: splitUnits(value) }, problem: null };
    if (field === "title") {
      const problem = value === "" ? { code: "title-missing", params: { no: row.no ?? "" } } : null;
      return { row: { ...row, title: value }, problem };
    }
    if (field === "period") {
      const { period, trouble } = readPeriod(value, { year });
      return { row: { ...row, period }, problem: trouble ? { code: trouble, params: { text: value } } : null };
    }
    if (field.startsWith("extra.")) {
      return { row: { ...row, extra: withText(row.extra ?? {}, field.slice("extra.".length), value) }, problem: null };
    }
    throw new AppError("no-such-field", { field });
  },
  unitTexts: ({ lead, responsible, support }) => [...lead, ...responsible, ...support],
  withUnits: (row, replace) => ({
    ...row,
    lead: row.lead.map(replace),
    responsible: row.responsible.map(replace),
    support: row.support.map(replace),
  }),
  values: (row) => ({
    no: row.no ?? "",
    title: row.title,
    measures: row.measures ?? "",
    section: row.section ?? "",
    note: row.note ?? "",
    units: { lead: row.lead, responsible: row.responsible, support: row.support },
    period: row.period,
    extra: row.extra ?? {},
  }),
  resolved: (_unit, value) => value,
  firstSteps: () => [],
  earlier: (db, importIds) => recordsBy(db, "import_id IN (SELECT value FROM json_each(?))", importIds),
  parts: (db, importIds) => recordsBy(db, partsOfImports, importIds),
  revisionItem: (row) => row,
  revisable: ["no", "title", "measures", "lead", "responsible", "support", "period", "section", "note"],
  silentWithout: new Set(["measures", "support", "note"]),
};
