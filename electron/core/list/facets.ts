/**
 * How many records carry each value of a field under the query's other filters, for filter chips. Values are what a
 * filter takes: units by name, blanks as an empty text.
 */
import type { Facets, ListQuery } from "#shared/list/query.ts";
import type { Db } from "../store/connection.ts";
import { unitLookup, type UnitLookup } from "../units/lookup.ts";
import type { Capability, ListContext } from "./context.ts";
import { type ListField, listShapes } from "./fields.ts";
import { prepared } from "../store/prepared.ts";
import { bound } from "./rows.ts";
import { conditionsOf, fieldOf, type PlainField, whereSql } from "./where.ts";

/** Of a field with many values the most frequent ones. */
const mostValues = 200;

interface Counted {
  readonly value: string | number | null;
  readonly count: number;
}

/** @throws AppError `filter-unknown` for a field that is not known */
export const facetsOf = (
  db: Db,
  capability: Capability,
  query: ListQuery & { readonly fields: readonly string[] },
  context: ListContext,
): Facets => {
  const shape = listShapes[capability];
  const units = unitLookup(db);
  const entries = query.fields.map((name) => {
    const field = fieldOf(shape, name);
    const others = { ...query, filters: query.filters.filter((filter) => filter.field !== name) };
    const where = conditionsOf(shape, others, [], units);
    const condition = whereSql(where);
    const sql = countsSql(shape.table, field, condition);
    const rows = prepared(db, sql).all(bound(sql, where.params, context)) as Counted[];
    return [name, named(rows, field, units)] as const;
  });
  return Object.fromEntries(entries);
};

const countsSql = (table: string, field: ListField, where: string): string => {
  if (field.is === "units") return unitsSql(table, field.roles, where);
  return field.is === "marks" ? marksSql(table, field.sets, where) : valuesSql(table, field, where);
};

/** Marks that no row bears are left out. */
const marksSql = (table: string, sets: Readonly<Record<string, string>>, where: string): string =>
  Object.entries(sets)
    .map(
      ([mark, set]) => `SELECT '${mark}' AS value, count(*) AS count FROM ${table} AS t
        WHERE ${where} AND t.rid IN (${set}) HAVING count(*) > 0`,
    )
    .join(" UNION ALL ");

const valuesSql = (table: string, field: PlainField, where: string): string =>
  `SELECT ${field.value} AS value, count(*) AS count FROM ${table} AS t WHERE ${where}
   GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT ${mostValues}`;

/** A record that names a unit twice counts once. */
const unitsSql = (table: string, roles: readonly string[], where: string): string =>
  `SELECT coalesce(m.code, m.text) AS value, count(DISTINCT m.rid) AS count
   FROM ${table} AS t JOIN mentions AS m ON m.rid = t.rid AND m.role IN (${roles.map((role) => `'${role}'`).join(", ")})
   WHERE ${where} GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT ${mostValues}`;

const named = (rows: readonly Counted[], field: ListField, units: UnitLookup): { value: string; count: number }[] => {
  const counts = new Map<string, number>();
  for (const { value, count } of rows) {
    const text = value === null ? "" : String(value);
    const shown = field.is === "units" ? units.shown(text) : text;
    counts.set(shown, (counts.get(shown) ?? 0) + count);
  }
  return [...counts].map(([value, count]) => ({ value, count }));
};
