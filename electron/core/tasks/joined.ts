/**
 * EX8a: the same task entered twice, as in a list that was taken from Excel and later came from the city. The joined
 * record leaves the lists, and its steps count for the one that stands; parted again, each has its own. A join to a
 * record that is not here, or whose creation was undone, says nothing.
 */
import { joinsOf, resolveSameAs } from "#shared/units/same.ts";
import type { Db } from "../store/connection.ts";
import { prepared } from "../store/prepared.ts";
import type { UnitLookup } from "../units/lookup.ts";

interface Joined {
  readonly rid: number;
  readonly id: string;
  readonly same_as: string | null;
  readonly stands_in: number | null;
  readonly life: string;
}

const anySql = `SELECT EXISTS (SELECT 1 FROM tasks WHERE same_as IS NOT NULL)
  OR EXISTS (SELECT 1 FROM tasks WHERE stands_in IS NOT NULL)`;

const allSql = `SELECT rid, id, same_as, stands_in, life FROM tasks JOIN records USING (rid) WHERE rid IN (
    SELECT rid FROM tasks WHERE same_as IS NOT NULL
    UNION SELECT rid FROM tasks WHERE stands_in IS NOT NULL
    UNION SELECT stands_in FROM tasks WHERE stands_in IS NOT NULL
    UNION SELECT rid FROM records WHERE id IN (SELECT same_as FROM tasks WHERE same_as IS NOT NULL))`;

/**
 * For the projection: which row stands for each joined task is set anew where one of `rids` has a part in a join.
 * Answers the rows to finish: those given, and all that have a part with them.
 */
export const settleJoins = (db: Db, rids: readonly number[]): readonly number[] => {
  if (prepared(db, anySql).pluck().get() === 0) return rids;
  const joined = prepared(db, allSql).all() as Joined[];
  const touched = new Set(rids);
  if (!joined.some(({ rid }) => touched.has(rid))) return rids;
  const byId = new Map(joined.map((each) => [each.id, each]));
  const standing = (id: string): boolean => byId.get(id)?.life !== "undone" && byId.has(id);
  const said = joined.map(({ id, same_as: same }) => ({
    code: id,
    sameAs: same !== null && standing(id) && standing(same) ? same : null,
  }));
  const joins = joinsOf(said);
  const set = db.prepare("UPDATE tasks SET stands_in = ? WHERE rid = ?");
  for (const { rid, id, stands_in: before } of joined) {
    const root = byId.get(resolveSameAs(id, joins))?.rid ?? rid;
    const after = root === rid ? null : root;
    if (after !== before) set.run(after, rid);
    touched.add(rid);
  }
  return [...touched];
};

/** Every join that was said, by record id. */
export const allJoins = (db: Db): { code: string; sameAs: string | null }[] =>
  db
    .prepare("SELECT id AS code, same_as AS sameAs FROM tasks JOIN records USING (rid) WHERE same_as IS NOT NULL")
    .all() as {
    code: string;
    sameAs: string | null;
  }[];

/** The row itself, and those for which it stands. */
export const standsFor = (db: Db, rid: number): readonly number[] => {
  const others = prepared(db, "SELECT rid FROM tasks WHERE stands_in = ? ORDER BY rid").pluck().all(rid) as number[];
  return [rid, ...others];
};

interface Same {
  readonly id: string;
  readonly no: string;
  readonly title: string;
  readonly list: string;
  readonly office: string;
}

const sameSql = `SELECT records.id, no, title, list, office FROM tasks JOIN records USING (rid)
  JOIN commits ON commits.id = records.created`;

/** A joined record as the other one shows it; the office by its name. */
export const taskByRow = (db: Db, rid: number, { shown }: UnitLookup): Same | null => {
  const row = prepared(db, `${sameSql} WHERE rid = ?`).get(rid) as Same | undefined;
  return row === undefined ? null : { ...row, office: shown(row.office) };
};

export const joinedTasks = (db: Db, rid: number, { shown }: UnitLookup): Same[] =>
  (prepared(db, `${sameSql} WHERE stands_in = ? ORDER BY rid`).all(rid) as Same[]).map((row) => ({
    ...row,
    office: shown(row.office),
  }));
