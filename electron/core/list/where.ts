/**
 * The filters of a list query as SQL conditions. Undone records are in no list; withdrawn ones are, with their state,
 * because nothing disappears without a word (EX8): whoever does not want them leaves them out by a filter on `state`.
 */
import { AppError } from "#shared/errors.ts";
import type { Filter, ListQuery } from "#shared/list/query.ts";
import { toMatch } from "#shared/search/match-expression.ts";
import type { UnitLookup } from "../units/lookup.ts";
import type { ListField, ListShape } from "./fields.ts";

export interface Condition {
  readonly sql: string;
  readonly params: Readonly<Record<string, string | number>>;
}

export type Params = Record<string, string | number>;

/** @throws AppError `filter-unknown`, `filter-invalid` */
export const conditionsOf = (shape: ListShape, query: ListQuery, ids: readonly string[], units: UnitLookup) => {
  const params: Params = {};
  const conditions = ["t.listed = 1"];
  for (const [at, filter] of query.filters.entries()) {
    const field = shape.fields[filter.field];
    if (!field) throw new AppError("filter-unknown", { field: filter.field });
    conditions.push(conditionOf(field, filter, paramsFor(params, `f${at}_`), units));
  }
  const match = toMatch(query.q);
  if (match !== undefined) {
    params["match"] = match;
    conditions.push("t.rid IN (SELECT rowid FROM search WHERE search MATCH @match)");
  }
  if (ids.length > 0) {
    params["ids"] = JSON.stringify(ids);
    conditions.push("t.rid IN (SELECT rid FROM records WHERE id IN (SELECT value FROM json_each(@ids)))");
  }
  return { sql: conditions.join(" AND "), params, match };
};

type Bind = (value: string | number) => string;

/** Names a parameter for each value of one filter. */
const paramsFor =
  (params: Params, prefix: string): Bind =>
  (value) => {
    const name = `${prefix}${Object.keys(params).length}`;
    params[name] = value;
    return `@${name}`;
  };

const conditionOf = (field: ListField, filter: Filter, bind: Bind, units: UnitLookup): string => {
  if (field.is === "units") return unitsCondition(field.roles, filter, bind, units);
  const { op } = filter;
  const blank = `(${field.value} IS NULL OR ${field.value} = '')`;
  if (op === "empty") return blank;
  if (op === "filled") return `NOT ${blank}`;
  const values = filter.values.map((value) => valueOf(field, filter, value));
  if (values.length === 0) return op === "not-in" ? "1" : "0";
  if (op === "in" || op === "not-in") {
    const among = oneOf(field.value, values, bind);
    const isBlank = values.includes("") ? `(${among} OR ${field.value} IS NULL)` : among;
    return op === "in" ? isBlank : `coalesce(NOT ${isBlank}, 1)`;
  }
  if (op === "contains") {
    if (field.is !== "text") throw invalid(filter);
    return `(${values.map((value) => `${field.value} LIKE ${bind(likePattern(String(value)))} ESCAPE '\\'`).join(" OR ")})`;
  }
  if (field.is !== "date" && field.is !== "number") throw invalid(filter);
  return `${field.value} ${op === "from" ? ">=" : "<="} ${bind(values[0] ?? "")}`;
};

const invalid = ({ field, op }: Filter): AppError => new AppError("filter-invalid", { field, op });

const isoDay = /^\d{4}-\d{2}-\d{2}$/;

/** A value as the column holds it. */
const valueOf = (field: ListField, filter: Filter, value: string): string | number => {
  if (field.is === "number" && filter.op !== "contains") {
    if (value.trim() === "" || !Number.isFinite(Number(value))) throw invalid(filter);
    return Number(value);
  }
  if (field.is === "date" && value !== "" && !isoDay.test(value)) throw invalid(filter);
  if (field.is === "choice" && value !== "" && !field.choices.includes(value)) throw invalid(filter);
  return value;
};

const oneOf = (sql: string, values: readonly (string | number)[], bind: Bind): string =>
  values.length === 1
    ? `${sql} = ${bind(values[0] ?? "")}`
    : `${sql} IN (SELECT value FROM json_each(${bind(JSON.stringify(values))}))`;

export const likePattern = (text: string): string => `%${text.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;

/** By code where the value means a known unit, joined ones included (EX8a), and by the text as written. */
const unitsCondition = (
  roles: readonly string[],
  filter: Filter,
  bind: Bind,
  { codeOf, codesNamed }: UnitLookup,
): string => {
  const role = `role IN (${roles.map((each) => `'${each}'`).join(", ")})`;
  const mentioned = `t.rid IN (SELECT rid FROM mentions WHERE ${role})`;
  switch (filter.op) {
    case "filled":
      return mentioned;
    case "empty":
      return `NOT ${mentioned}`;
    case "contains": {
      const codes = filter.values.flatMap((value) => codesNamed(value));
      const texts = filter.values.map((value) => `text LIKE ${bind(likePattern(value))} ESCAPE '\\'`);
      const code = `code IN (SELECT value FROM json_each(${bind(JSON.stringify(codes))}))`;
      return `t.rid IN (SELECT rid FROM mentions WHERE ${role} AND (${[code, ...texts].join(" OR ")}))`;
    }
    case "in":
    case "not-in": {
      const codes = filter.values.flatMap((value) => codeOf(value) ?? []);
      const found = `t.rid IN (
        SELECT rid FROM mentions WHERE ${oneOf("code", codes.length > 0 ? codes : ["-"], bind)} AND ${role}
        UNION SELECT rid FROM mentions WHERE ${role} AND ${oneOf("text", filter.values.length > 0 ? filter.values : ["-"], bind)})`;
      const blank = filter.values.includes("") ? `(${found} OR NOT ${mentioned})` : found;
      return filter.op === "in" ? blank : `NOT ${blank}`;
    }
    default:
      throw invalid(filter);
  }
};
