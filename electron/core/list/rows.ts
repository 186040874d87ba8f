/**
 * The one list query (architecture.md 'one way out for lists'): the table on the screen, the export, the command line
 * and the bulletin all ask here. It takes a bare connection, so that a worker can ask on its own.
 */
import type { ListQuery } from "#shared/list/query.ts";
import type { IssueRow } from "#shared/issues/view.ts";
import type { TaskRow } from "#shared/tasks/view.ts";
import type { UrgingRow } from "#shared/urgings/view.ts";
import type { Db } from "../store/connection.ts";
import { unitLookup, type UnitLookup } from "../units/lookup.ts";
import type { Capability, ListContext } from "./context.ts";
import { listShapes, type ListShape } from "./fields.ts";
import { issueColumns, issueRowOf, type IssueSqlRow } from "./issue-row.ts";
import { lightParams } from "./light-sql.ts";
import { orderOf } from "./order.ts";
import { prepared } from "../store/prepared.ts";
import { taskColumns, taskRowOf, type TaskSqlRow } from "./task-row.ts";
import { urgingColumns, urgingRowOf, type UrgingSqlRow } from "./urging-row.ts";
import { conditionsOf, type Params, type Where, whereSql } from "./where.ts";

export { type Capability, type ListContext, listContextOf } from "./context.ts";

export interface RowOf {
  readonly tasks: TaskRow;
  readonly issues: IssueRow;
  readonly urgings: UrgingRow;
}

export interface RowOptions {
  /** Only these records, in the query's order; empty: all. */
  readonly ids?: readonly string[];
  /** Telephone numbers in full. */
  readonly reveal?: boolean;
}

export interface PageOf {
  readonly offset: number;
  readonly limit: number;
}

const columns: Readonly<Record<Capability, string>> = {
  tasks: taskColumns,
  issues: issueColumns,
  urgings: urgingColumns,
};

/**
 * Rows of a list from first to last, without holding them all.
 * @throws AppError `filter-unknown`, `filter-invalid`, `sort-unknown`
 */
export function* rowsOf<C extends Capability>(
  db: Db,
  capability: C,
  query: ListQuery,
  context: ListContext,
  options: RowOptions = {},
): Generator<RowOf[C]> {
  const { statement, params, rowOf } = asked(db, capability, query, context, options, null);
  for (const row of statement.iterate(params)) yield rowOf(row);
}

/** One page of a list. */
export const pageOf = <C extends Capability>(
  db: Db,
  capability: C,
  query: ListQuery & PageOf,
  context: ListContext,
  options: RowOptions = {},
): RowOf[C][] => {
  const { statement, params, rowOf } = asked(db, capability, query, context, options, query);
  return statement.all(params).map(rowOf);
};

/** How many records the query finds. */
export const countRows = (
  db: Db,
  capability: Capability,
  query: Pick<ListQuery, "q" | "filters">,
  context: ListContext,
  ids: readonly string[] = [],
): number => {
  const shape = listShapes[capability];
  const where = conditionsOf(shape, query, ids, unitLookup(db));
  const isSearchAlone = where.match !== undefined && where.conditions.length === 1;
  const sql = isSearchAlone
    ? `SELECT count(*) FROM ${shape.search} WHERE ${shape.search} MATCH @match`
    : `SELECT count(*) FROM ${shape.table} AS t WHERE ${whereSql(where)}`;
  return prepared(db, sql)
    .pluck()
    .get(bound(sql, where.params, context)) as number;
};

const asked = <C extends Capability>(
  db: Db,
  capability: C,
  query: ListQuery,
  context: ListContext,
  { ids = [], reveal = false }: RowOptions,
  page: PageOf | null,
) => {
  const units = unitLookup(db);
  const shape = listShapes[capability];
  const where = conditionsOf(shape, query, ids, units);
  const order = orderOf(shape, query.sort);
  const condition = page && isBroad(db, shape, query, where) ? scannedInOrder(where) : whereSql(where);
  const inner = `SELECT t.rid FROM ${shape.table} AS t WHERE ${condition} ORDER BY ${order} LIMIT @limit OFFSET @offset`;
  const select = `SELECT ${columns[capability]}, ${shape.light} AS light`;
  const sql = page
    ? `${select} FROM (${inner}) AS page CROSS JOIN ${shape.table} AS t ON t.rid = page.rid
       JOIN records AS r ON r.rid = t.rid ORDER BY ${order}`
    : `${select} FROM ${shape.table} AS t JOIN records AS r ON r.rid = t.rid WHERE ${condition} ORDER BY ${order}`;
  const params = bound(sql, { ...where.params, ...(page && { limit: page.limit, offset: page.offset }) }, context);
  return { statement: page ? prepared(db, sql) : db.prepare(sql), params, rowOf: makerOf(capability, units, reveal) };
};

/** A set of more rows than this is not fetched and sorted for one page, if an index can be walked in order instead. */
const manyRows = 2000;

const isBroad = (db: Db, shape: ListShape, { sort }: ListQuery, { conditions, params }: Where): boolean => {
  const [only, ...others] = conditions;
  const isIndexed = sort.every(({ field }) => shape.indexed.includes(field)) && sort.length <= 1;
  if (!isIndexed || only?.set === undefined || others.length > 0) return false;
  const sql = `SELECT count(*) FROM (${only.set} LIMIT ${manyRows + 1})`;
  return (prepared(db, sql).pluck().get(params) as number) > manyRows;
};

/** The plus keeps SQLite from fetching the set's rows one by one: it walks the order's index and looks who belongs. */
const scannedInOrder = ({ conditions }: Where): string =>
  whereSql({ conditions: conditions.map(({ sql }) => ({ sql: `+${sql}` })) });

const makerOf = <C extends Capability>(
  capability: C,
  units: UnitLookup,
  reveal: boolean,
): ((row: unknown) => RowOf[C]) => {
  const makers: { readonly [Each in Capability]: (row: unknown) => RowOf[Each] } = {
    tasks: (row) => taskRowOf(row as TaskSqlRow, units),
    issues: (row) => issueRowOf(row as IssueSqlRow, units, reveal),
    urgings: (row) => urgingRowOf(row as UrgingSqlRow, units),
  };
  return makers[capability];
};

/** better-sqlite3 refuses parameters that a statement does not name. */
export const bound = (sql: string, params: Params, context: ListContext): Params => {
  const all: Params = { ...params };
  for (const [name, value] of Object.entries(lightParams(context))) if (sql.includes(`@${name}`)) all[name] = value;
  return all;
};
