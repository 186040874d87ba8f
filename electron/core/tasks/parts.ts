/**
 * Which task is a part of which (分解), by rows: what a record says of its parent, where that is here, stands for itself
 * or is stood for (EX8a), and leads in no circle. A circle, as merging can make one, leaves every task of it standing for
 * itself. A task follows from its parts, so whatever is above one that was touched is finished after it.
 */
import type { TaskState } from "#shared/tasks/record.ts";
import type { SubTask } from "#shared/tasks/whole.ts";
import type { Db } from "../store/connection.ts";
import { prepared } from "../store/prepared.ts";

const anySql = `SELECT EXISTS (SELECT 1 FROM tasks WHERE parent IS NOT NULL)
  OR EXISTS (SELECT 1 FROM tasks WHERE parent_rid IS NOT NULL)`;

const hasParts = (db: Db): boolean => prepared(db, anySql).pluck().get() === 1;

/**
 * Those whose record names a touched one as its parent, or one that a touched one stands for; and what lies below them.
 * In a circle all lie below each other.
 */
const belowSql = `WITH RECURSIVE below (rid) AS (
    SELECT value FROM json_each(?)
    UNION SELECT tasks.stands_in FROM below JOIN tasks USING (rid) WHERE tasks.stands_in IS NOT NULL
    UNION SELECT child.rid FROM below
      JOIN records ON records.rid = below.rid
      JOIN tasks AS child ON child.parent = records.id
    UNION SELECT child.rid FROM below
      JOIN tasks AS stood ON stood.stands_in = below.rid
      JOIN records ON records.rid = stood.rid
      JOIN tasks AS child ON child.parent = records.id
  ) SELECT rid FROM below`;

/** What it says itself; else what one of those says for which it stands, in the order of their ids. */
const saidSql = `SELECT said.parent FROM tasks AS said JOIN records ON records.rid = said.rid
  WHERE (said.rid = @rid OR said.stands_in = @rid) AND said.parent IS NOT NULL AND said.life <> 'undone'
  ORDER BY said.rid <> @rid, records.id`;

const rowSql = `SELECT tasks.rid, coalesce(stands_in, tasks.rid) AS stands, life FROM tasks JOIN records USING (rid)
  WHERE records.id = ?`;

const ownSql = "SELECT stands_in, life, parent_rid FROM tasks WHERE rid = ?";

interface Own {
  readonly stands_in: number | null;
  readonly life: string;
  readonly parent_rid: number | null;
}

/** The row that a task's record says it is a part of, whatever comes of it; of joined ones, the one that stands. */
const saidParent = (db: Db, rid: number): number | null => {
  const own = prepared(db, ownSql).get(rid) as Own | undefined;
  if (own === undefined || own.life === "undone" || own.stands_in !== null) return null;
  for (const said of prepared(db, saidSql).pluck().all({ rid }) as string[]) {
    const found = prepared(db, rowSql).get(said) as { stands: number; life: string } | undefined;
    if (found !== undefined && found.life !== "undone" && found.stands !== rid) return found.stands;
  }
  return null;
};

/** Null in a circle. */
const parentOf = (rid: number, said: (rid: number) => number | null): number | null => {
  const seen = new Set<number>();
  for (let at = said(rid); at !== null && !seen.has(at); at = said(at)) {
    if (at === rid) return null;
    seen.add(at);
  }
  return said(rid);
};

/**
 * For the projection: sets anew of which row each is a part, where one of `rids` has a hand in it. Answers the rows to
 * finish, parts before what they are parts of: those given, those that changed, and all above them, now or before.
 */
export const settleParents = (db: Db, rids: readonly number[]): readonly number[] => {
  if (!hasParts(db)) return rids;
  const found = new Map<number, number | null>();
  const said = (rid: number): number | null => {
    let parent = found.get(rid);
    if (parent === undefined) {
      parent = saidParent(db, rid);
      found.set(rid, parent);
    }
    return parent;
  };
  const concerned = prepared(db, belowSql).pluck().all(JSON.stringify(rids)) as number[];
  const touched = new Set(rids);
  const set = prepared(db, "UPDATE tasks SET parent_rid = ? WHERE rid = ?");
  for (const rid of concerned) {
    const own = prepared(db, ownSql).get(rid) as Own | undefined;
    if (own === undefined) continue;
    const parent = parentOf(rid, said);
    if (parent === own.parent_rid) continue;
    set.run(parent, rid);
    // What lies below it stands in the list that it is now a part of.
    for (const below of prepared(db, belowSql)
      .pluck()
      .all(JSON.stringify([rid])) as number[])
      touched.add(below);
    touched.add(rid);
    if (own.parent_rid !== null) touched.add(own.parent_rid);
  }
  return withAncestors(db, [...touched]);
};

/** Where a task stands among the lists: the import that it, or what it is a part of, came with, and the place there. */
export interface ListPlace {
  readonly importId: string | null;
  readonly ord: number;
  /** The row whose place it is: its own, or of what it is a part of. */
  readonly rid: number;
}

const placeSql = "SELECT rid, parent_rid AS parent, import_id AS importId, ord FROM tasks WHERE rid = ?";

/** A sub-task stands right behind its parent, in the parent's list, however it came to be. */
export const listPlaceOf = (db: Db, rid: number): ListPlace => {
  const row = prepared(db, placeSql).get(rid) as ListPlace & { readonly parent: number | null };
  if (row.importId !== null) return row;
  return row.parent === null ? { ...row, ord: 0 } : listPlaceOf(db, row.parent);
};

const aboveSql = "SELECT parent_rid FROM tasks WHERE rid = ?";

/** The rows and all that they are parts of, the parts first. */
export const withAncestors = (db: Db, rids: readonly number[]): readonly number[] => {
  if (!hasParts(db)) return rids;
  const depths = new Map<number, number>();
  const above = (rid: number): number | null =>
    (prepared(db, aboveSql).pluck().get(rid) as number | null | undefined) ?? null;
  const depthOf = (rid: number): number => {
    const known = depths.get(rid);
    if (known !== undefined) return known;
    const parent = above(rid);
    const depth = parent === null ? 0 : depthOf(parent) + 1;
    depths.set(rid, depth);
    return depth;
  };
  for (const rid of rids) depthOf(rid);
  return [...depths].toSorted(([, a], [, b]) => b - a).map(([rid]) => rid);
};

export interface SubTaskRow extends SubTask {
  readonly rid: number;
}

interface SqlSubTask {
  readonly rid: number;
  readonly title: string;
  readonly state: TaskState;
  readonly percent: number | null;
  readonly due: string | null;
  readonly reported_on: string | null;
  readonly done_on: string | null;
  readonly heard_on: string | null;
  readonly parts_differ: number;
  readonly by: string;
}

const subsSql = `SELECT tasks.rid, title, state, percent, due, reported_on, done_on, heard_on, parts_differ, office AS by
  FROM tasks JOIN records USING (rid) JOIN commits ON commits.id = records.created
  WHERE parent_rid = ? AND listed = 1 AND life <> 'withdrawn' ORDER BY list_key, ord, tasks.rid`;

/** Most tasks have none, and asking for that alone is ten times as quick. */
const anySubSql = "SELECT 1 FROM tasks WHERE parent_rid = ? LIMIT 1";

/** Sub-tasks that count, as they stand for this office, in their order. Withdrawn ones do not, nor those never begun. */
export const subTasksOf = (db: Db, rid: number): SubTaskRow[] => {
  if (prepared(db, anySubSql).get(rid) === undefined) return [];
  return (prepared(db, subsSql).all(rid) as SqlSubTask[]).map((row) => ({
    rid: row.rid,
    title: row.title,
    by: row.by,
    state: row.state,
    percent: row.percent,
    due: row.due,
    reportedOn: row.reported_on,
    doneOn: row.done_on,
    heardOn: row.heard_on,
    differs: row.parts_differ > 0,
  }));
};
