/**
 * The filters of a list query as SQL conditions. Undone records are in no list; withdrawn ones are, with their state,
 * because nothing disappears without a word (EX8): whoever does not want them leaves them out by a filter on `state`.
 */
import { AppError } from "#shared/errors.ts";
import type { Filter, ListQuery } from "#shared/list/query.ts";
import { toMatch } from "#shared/search/match-expression.ts";
import type { UnitLookup } from "../units/lookup.ts";
import type { ListField, ListShape } from "./fields.ts";

export type Params = Record<string, string | number>;

/** One condition on rows of `t`; where it asks for membership in a set of rows, that set by itself. */
export interface Condition {
  readonly sql: string;
  readonly set?: string;
}

export interface Where {
  readonly conditions: readonly Condition[];
  readonly params: Params;
  /** The full-text expression of what was typed; undefined when nothing was. */
  readonly match: string | undefined;
}

const standsInLists = "t.listed = 1";

export const whereSql = ({ conditions }: Pick<Where, "conditions">): string =>
  [standsInLists, ...conditions.map(({ sql }) => sql)].join(" AND ");

const among = (set: string): Condition => ({ sql: `t.rid IN (${set})`, set });

/** A field by a name that came from outside. @throws AppError `filter-unknown` */
export const fieldOf = ({ fields }: ListShape, name: string): ListField => {
  const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
  if (!field) throw new AppError("filter-unknown", { field: name });
  return field;
};

/** @throws AppError `filter-unknown`, `filter-invalid` */
export const conditionsOf = (
  shape: ListShape,
  query: Pick<ListQuery, "q" | "filters">,
  ids: readonly string[],
  units: UnitLookup,
): Where => {
  const params: Params = {};
  const conditions: Condition[] = query.filters.map((filter, at) => {
    const field = fieldOf(shape, filter.field);
    return conditionOf(field, filter, paramsFor(params, `f${at}_`), units);
  });
  const match = toMatch(query.q);
  if (match !== undefined) {
    params["match"] = match;
    conditions.push(among(`SELECT rowid FROM ${shape.search} WHERE ${shape.search} MATCH @match`));
  }
  if (ids.length > 0) {
    params["ids"] = JSON.stringify(ids);
    conditions.push(among("SELECT rid FROM records WHERE id IN (SELECT value FROM json_each(@ids))"));
  }
  return { conditions, params, match };
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

const conditionOf = (field: ListField, filter: Filter, bind: Bind, units: UnitLookup): Condition => {
  if (field.is === "marks") return marksCondition(field.sets, filter);
  if (field.is === "units") return unitsCondition(field.roles, filter, bind, units);
  const sql = plainCondition(field, filter, bind);
  const implied = field.is === "choice" && filter.op === "in" ? field.implied?.(filter.values) : undefined;
  return { sql: implied === undefined ? sql : `${implied} AND ${sql}` };
};

/** A field whose value stands in a column of the row. */
export type PlainField = Exclude<ListField, { is: "units" } | { is: "marks" }>;

const plainCondition = (field: PlainField, filter: Filter, bind: Bind): string => {
  const { op } = filter;
  const blank = `(${field.value} IS NULL OR ${field.value} = '')`;
  if (op === "empty") return blank;
  if (op === "filled") return `NOT ${blank}`;
  const values = filter.values.map((value) => valueOf(field, filter, value));
  if (values.length === 0) return op === "not-in" ? "1" : "0";
  if (op === "in" || op === "not-in") {
    const found = oneOf(field.value, values, bind);
    const orBlank = values.includes("") ? `(${found} OR ${field.value} IS NULL)` : found;
    return op === "in" ? orBlank : `coalesce(NOT (${orBlank}), 1)`;
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
const valueOf = (field: PlainField, filter: Filter, value: string): string | number => {
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

/** Rows that bear one of the marks named; '' is to bear none. */
const marksCondition = (sets: Readonly<Record<string, string>>, filter: Filter): Condition => {
  const setOf = (mark: string): string => {
    const set = Object.hasOwn(sets, mark) ? sets[mark] : undefined;
    if (set === undefined) throw invalid(filter);
    return set;
  };
  const anyOf = (marks: readonly string[]): string => marks.map(setOf).join(" UNION ");
  const every = Object.keys(sets);
  const named = filter.values.filter((value) => value !== "");
  const unmarked = `t.rid NOT IN (${anyOf(every)})`;
  switch (filter.op) {
    case "filled":
      return among(anyOf(every));
    case "empty":
      return { sql: unmarked };
    case "in":
    case "not-in": {
      const marked = named.length === 0 ? "0" : `t.rid IN (${anyOf(named)})`;
      const found = filter.values.length > named.length ? `(${marked} OR ${unmarked})` : marked;
      if (filter.op === "not-in") return { sql: `NOT ${found}` };
      return found === marked && named.length > 0 ? among(anyOf(named)) : { sql: found };
    }
    default:
      throw invalid(filter);
  }
};

/** By code where the value means a known unit, joined ones included (EX8a), and by the text as written. */
const unitsCondition = (
  roles: readonly string[],
  filter: Filter,
  bind: Bind,
  { codeOf, codesNamed }: UnitLookup,
): Condition => {
  const role = `role IN (${roles.map((each) => `'${each}'`).join(", ")})`;
  const anyone = `SELECT rid FROM mentions WHERE ${role}`;
  switch (filter.op) {
    case "filled":
      return among(anyone);
    case "empty":
      return { sql: `t.rid NOT IN (${anyone})` };
    case "contains": {
      const codes = filter.values.flatMap((value) => codesNamed(value));
      const texts = filter.values.map((value) => `text LIKE ${bind(likePattern(value))} ESCAPE '\\'`);
      const code = `code IN (SELECT value FROM json_each(${bind(JSON.stringify(codes))}))`;
      return among(`${anyone} AND (${[code, ...texts].join(" OR ")})`);
    }
    case "in":
    case "not-in": {
      const codes = filter.values.flatMap((value) => codeOf(value) ?? []);
      const byCode = `${anyone} AND ${oneOf("code", codes.length > 0 ? codes : [noCode], bind)}`;
      const byText = `${anyone} AND code IS NULL AND ${oneOf("text", filter.values.length > 0 ? filter.values : [noCode], bind)}`;
      const set = `${byCode} UNION ALL ${byText}`;
      const blank = filter.values.includes("");
      if (filter.op === "in") return blank ? { sql: `(t.rid IN (${set}) OR t.rid NOT IN (${anyone}))` } : among(set);
      return { sql: blank ? `(t.rid NOT IN (${set}) AND t.rid IN (${anyone}))` : `t.rid NOT IN (${set})` };
    }
    default:
      throw invalid(filter);
  }
};

/** Stands for no unit at all. */
const noCode = "-";
