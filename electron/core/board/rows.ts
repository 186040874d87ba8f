/**
 * The rows of the board: all tasks that answer to the list's query, each with the part of its period that lies in the
 * year shown. It takes a bare connection, so that the export asks for them in a worker.
 */
import { type BoardSpan, belongsToYear, spanInYear } from "#shared/board/span.ts";
import { type BoardFixed, type BoardGrouping, type BoardRow } from "#shared/board/view.ts";
import type { Period } from "#shared/calendar/period.ts";
import type { ListQuery } from "#shared/list/query.ts";
import { isLasting } from "#shared/tasks/due.ts";
import type { TaskRow } from "#shared/tasks/view.ts";
import { type ListContext, rowsOf } from "../list/rows.ts";
import type { Db } from "../store/connection.ts";
import { prepared } from "../store/prepared.ts";
import { unitLookup } from "../units/lookup.ts";
import { arranged } from "./arrange.ts";

export interface BoardQuery extends ListQuery {
  readonly year: number;
  readonly group: BoardGrouping;
}

/** What the board shows of a task, and what its paper form says besides. */
export interface BoardTask extends BoardRow {
  readonly section: string;
  readonly support: readonly string[];
}

export interface BoardRows {
  readonly rows: BoardTask[];
  /** Those that any of the query's tasks touches, in order. */
  readonly years: number[];
}

const yearsSql = `SELECT records.id AS id, json_extract(facts.value, '$.year') AS list,
    CAST(substr(commits.at, 1, 4) AS INTEGER) AS entered
  FROM tasks JOIN records USING (rid) JOIN commits ON commits.id = records.created
  LEFT JOIN records AS list ON list.id = tasks.import_id
  LEFT JOIN facts ON facts.rid = list.rid AND facts.unit = 'facts'
  WHERE tasks.listed = 1`;

interface TaskYears {
  /** Of the list that it comes from; null: entered by hand, or a list that names none. */
  readonly list: number | null;
  readonly entered: number;
}

const taskYears = (db: Db): ReadonlyMap<string, TaskYears> => {
  const rows = prepared(db, yearsSql).all() as (TaskYears & { readonly id: string })[];
  return new Map(rows.map((row) => [row.id, row]));
};

/** Why a period is not to be moved on the board: it is no pair of days. */
export const notDays = (period: Period): BoardFixed | null => {
  if (period.due !== undefined && period.kind !== "recurring") return null;
  if (period.kind === "recurring") return "recurring";
  if (period.kind === "immediate" || period.kind === "workdays") return "from-receipt";
  return isLasting(period) ? "lasting" : "undated";
};

const fixedOf = ({ marks, withdrawn, period }: TaskRow): BoardFixed | null => {
  if (withdrawn) return "withdrawn";
  if (marks.includes("archived")) return "archived";
  return marks.includes("foreign") ? "foreign" : notDays(period);
};

const yearsOf = (period: Period, due: string | null): number[] => {
  if (period.kind === "recurring") return [];
  const end = period.due ?? due;
  const last = end === null ? undefined : Number(end.slice(0, 4));
  const first = period.start === undefined ? last : Number(period.start.slice(0, 4));
  if (first === undefined) return [];
  return Array.from({ length: Math.min(20, (last ?? first) - first + 1) }, (_, at) => first + at);
};

/**
 * @param shift moves the dues of what recurs as the setting says
 * @throws AppError `filter-unknown`, `filter-invalid`, `sort-unknown`
 */
export const boardRows = (
  db: Db,
  query: BoardQuery,
  context: ListContext,
  shift: (due: string) => string,
): BoardRows => {
  const { year, group } = query;
  const known = taskYears(db);
  const years = new Set<number>();
  const tasks: TaskRow[] = [];
  const duesOf = spansOfRecurring(year, shift);
  const spanOf = (row: TaskRow): BoardSpan =>
    row.period.kind === "recurring" ? duesOf(row.period) : spanInYear(periodOnBoard(row), year, ownDue(row), shift);
  for (const row of rowsOf(db, "tasks", query, context)) {
    for (const each of yearsOf(row.period, row.due)) years.add(each);
    if (!isBefore(row, year, known) && belongsToYear(row.period, spanOf(row), ownDue(row))) tasks.push(row);
  }
  const units = unitLookup(db);
  const rows = arranged(tasks, group, units.keyOf).map(({ row, group: name, depth }): BoardTask => {
    const dated = row.period.due ?? row.period.start;
    return {
      id: row.id,
      group: name,
      no: row.no,
      title: row.title,
      measures: row.measures,
      lead: row.lead,
      responsible: row.responsible,
      section: row.section,
      support: row.support,
      period: row.period,
      year: known.get(row.id)?.list ?? Number((dated ?? context.today).slice(0, 4)),
      ...spanOf(row),
      state: row.state,
      percent: row.percent,
      light: row.light,
      depth,
      fixed: fixedOf(row),
    };
  });
  return { rows, years: [...years].sort((a, b) => a - b) };
};

/** Many tasks recur alike, and a year's dues are found one by one: each recurrence once. */
const spansOfRecurring = (year: number, shift: (due: string) => string): ((period: Period) => BoardSpan) => {
  const known = new Map<string, BoardSpan>();
  return (period) => {
    const key = JSON.stringify({ ...period, text: "" });
    const span = known.get(key) ?? spanInYear(period, year, null, shift);
    known.set(key, span);
    return span;
  };
};

/** What has no dates of its own stands on no board of a year before its list's, or before it was entered. */
const isBefore = (row: TaskRow, year: number, known: ReadonlyMap<string, TaskYears>): boolean => {
  const { start, due } = row.period;
  const years = known.get(row.id);
  return (start ?? due ?? ownDue(row)) === null && years !== undefined && year < (years.list ?? years.entered);
};

/** What is over goes on no further than its due date, though it was to last. */
const periodOnBoard = ({ period, state }: TaskRow): Period =>
  (state === "done" || state === "withdrawn") && period.due !== undefined ? { ...period, ongoing: false } : period;

/** A due date that the period does not name itself, as of what counts from its receipt. */
const ownDue = ({ period, due }: TaskRow): string | null => (period.kind === "recurring" ? null : due);
