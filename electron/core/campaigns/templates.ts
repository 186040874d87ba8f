/**
 * Templates: the tasks of a list kept as what the issuer defines and nothing of what was reported, with the sub-tasks
 * that they were broken down into.
 */
import type { Period } from "#shared/calendar/period.ts";
import type { TemplateTask } from "#shared/campaigns/record.ts";
import { AppError } from "#shared/errors.ts";
import type { ImportFacts } from "#shared/imports/record.ts";
import type { ListQuery } from "#shared/list/query.ts";
import { listContextOf, rowsOf } from "../list/rows.ts";
import { commit, type Committed } from "../store/commit.ts";
import { newId } from "../store/env.ts";
import { prepared } from "../store/prepared.ts";
import type { Store } from "../store/store.ts";
import { withdrawal } from "../store/withdrawal.ts";
import { findTemplate } from "./kept.ts";

export interface SavedList {
  readonly name: string;
  readonly note: string;
  readonly query: ListQuery;
  /** Only these of the query; empty: all. */
  readonly ids: readonly string[];
}

interface KeptRow {
  readonly id: string;
  readonly parent: string | null;
  readonly import_id: string | null;
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
}

const rowSql = `SELECT r.id AS id, t.parent AS parent, t.import_id, t.no, t.title, t.measures, t.section, t.note, t.lead,
    t.responsible, t.support, t.period, t.extra
  FROM tasks AS t JOIN records AS r USING (rid)`;
const byIdSql = `${rowSql} WHERE r.id = ?`;
const partsSql = `${rowSql} WHERE t.parent = ? AND t.listed = 1 AND t.life = 'live' ORDER BY t.rid`;

/** @throws AppError `template-nothing`, those of the list query */
export const saveTemplate = (store: Store, { name, note, query, ids }: SavedList): Committed => {
  const rows = withParts(store, idsOf(store, query, ids));
  if (rows.length === 0) throw new AppError("template-nothing");
  const value = { facts: { name, year: yearOf(store, rows), note }, tasks: tasksOf(rows) };
  return commit(store, {
    action: "templates.save",
    changes: [{ record: newId(store.env), kind: "template", unit: "*", value }],
  });
};

/** In the list's own order, without what was withdrawn. */
const idsOf = (store: Store, query: ListQuery, ids: readonly string[]): string[] =>
  [...rowsOf(store.db, "tasks", { ...query, sort: [] }, listContextOf(store), { ids })].flatMap(({ id, state }) =>
    state === "withdrawn" ? [] : [id],
  );

/** Each task once, its sub-tasks behind it. */
const withParts = (store: Store, ids: readonly string[]): KeptRow[] => {
  const found = new Map<string, KeptRow>();
  const wanted = new Set(ids);
  const take = (row: KeptRow): void => {
    if (found.has(row.id)) return;
    found.set(row.id, row);
    for (const part of prepared(store.db, partsSql).all(row.id) as KeptRow[]) take(part);
  };
  const rows = ids.flatMap((id) => prepared(store.db, byIdSql).all(id) as KeptRow[]);
  // A task whose parent is in the list too stands behind that.
  for (const row of rows) if (row.parent === null || !wanted.has(row.parent)) take(row);
  for (const row of rows) take(row);
  return [...found.values()];
};

const tasksOf = (rows: readonly KeptRow[]): TemplateTask[] => {
  const places = new Map(rows.map(({ id }, at) => [id, at]));
  return rows.map((row, at) => {
    const parent = row.parent === null ? undefined : places.get(row.parent);
    return {
      no: row.no,
      title: row.title,
      measures: row.measures,
      section: row.section,
      note: row.note,
      units: {
        lead: JSON.parse(row.lead) as string[],
        responsible: JSON.parse(row.responsible) as string[],
        support: JSON.parse(row.support) as string[],
      },
      period: JSON.parse(row.period) as Period,
      extra: JSON.parse(row.extra) as Record<string, string>,
      parent: parent === undefined || parent >= at ? null : parent,
    };
  });
};

/** The year that the list was read for; else the one that most of its deadlines lie in, the earlier of equals; else this one. */
const yearOf = (store: Store, rows: readonly KeptRow[]): number => {
  const counts = new Map<number, number>();
  const lists = new Map<string, number | null>();
  for (const { import_id, period } of rows) {
    if (import_id !== null && !lists.has(import_id))
      lists.set(import_id, store.fact<ImportFacts>(import_id, "facts")?.year ?? null);
    const { due, start } = JSON.parse(period) as Period;
    const dated = due ?? start;
    const year = (import_id === null ? null : lists.get(import_id)) ?? (dated && Number(dated.slice(0, 4)));
    if (year) counts.set(year, (counts.get(year) ?? 0) + 1);
  }
  const [most] = [...counts].sort(([a, x], [b, y]) => y - x || a - b);
  return most?.[0] ?? Number(store.today().slice(0, 4));
};

/** @throws AppError `not-found`, `template-withdrawn` */
export const withdrawTemplate = (store: Store, id: string, reason: string): Committed => {
  const { facts, withdrawn } = findTemplate(store, id);
  if (withdrawn) throw new AppError("template-withdrawn", { name: facts.name });
  return commit(store, {
    action: "templates.withdraw",
    changes: [withdrawal(id, "template", reason)],
  });
};
