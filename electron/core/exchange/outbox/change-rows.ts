/** The log's changes as the planner wants them: the value only where it says something about scope. */
import type { PlanChange } from "#shared/exchange/plan.ts";
import { valueTells } from "#shared/exchange/scope.ts";
import { kindByName } from "#shared/store/registry.ts";
import type { Db } from "../../store/connection.ts";

export interface ChangeRow extends PlanChange<number> {
  /** The commit that the record was made by. */
  readonly created: number;
}

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** Units of merge whose values tell, kind by kind; steps do in every kind. */
const tellingSql = [...kindByName.values()]
  .map(({ kind, units }) => ({ kind, telling: ["*", ...Object.keys(units)].filter((unit) => valueTells(kind, unit)) }))
  .filter(({ telling }) => telling.length > 0)
  .map(({ kind, telling }) => `OR (records.kind = ${quoted(kind)} AND unit IN (${telling.map(quoted).join()}))`)
  .join(" ");

const columns = `changes.commit_id AS "commit", changes.ord, changes.rid AS record, records.kind, changes.unit,
  CASE WHEN unit IN ('step', 'retract') ${tellingSql} THEN changes.value END AS value,
  commits.office, changes.behalf, records.created,
  coalesce(changes.via IN (SELECT id FROM links_in WHERE peer = @peer), 0) AS theirs`;

/** Not what was quarantined: it does not count here, and is nobody's business elsewhere (EX17, EX22). */
const from = `FROM changes JOIN commits ON commits.id = changes.commit_id JOIN records ON records.rid = changes.rid
  WHERE changes.state < 2`;

const read = (db: Db, sql: string, params: Record<string, string | number>): ChangeRow[] => {
  const rows = db.prepare(sql).all(params) as (Omit<ChangeRow, "theirs"> & { theirs: unknown })[];
  for (const row of rows) row.theirs = row.theirs === 1;
  return rows as ChangeRow[];
};

/** What came after a link's cursor, and late parts of commits before it. */
export const newsFor = (db: Db, peer: string, link: { readonly id: number; readonly cursor: number }): ChangeRow[] => {
  const { id, cursor } = link;
  const late = read(
    db,
    `SELECT ${columns} ${from} AND changes.commit_id IN (SELECT commit_id FROM sent_late WHERE link = @id AND commit_id <= @cursor)
     ORDER BY changes.commit_id, changes.ord`,
    { peer, id, cursor },
  );
  const news = read(
    db,
    `SELECT ${columns} ${from} AND changes.commit_id > @cursor ORDER BY changes.commit_id, changes.ord`,
    {
      peer,
      cursor,
    },
  );
  return late.length === 0 ? news : [...late, ...news];
};

export const historiesOf = (db: Db, peer: string, rids: readonly number[]): ChangeRow[] =>
  read(
    db,
    `SELECT ${columns} ${from} AND changes.rid IN (SELECT value FROM json_each(@rids))
     ORDER BY changes.commit_id, changes.ord`,
    { peer, rids: JSON.stringify(rids) },
  );
