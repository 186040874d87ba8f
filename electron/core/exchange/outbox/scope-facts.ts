/** What scope is judged by, of many records at once, from the tables as they stand (EX9). */
import { givenTo, type ScopeFacts, type StandingStep } from "#shared/exchange/scope.ts";
import type { Db } from "../../store/connection.ts";

interface MakerRow {
  readonly rid: number;
  readonly kind: string;
  readonly office: string;
  readonly behalf: string | null;
}

interface StepRow {
  readonly rid: number;
  readonly data: string;
  readonly office: string;
  readonly moment: number;
}

const chosen = "rid IN (SELECT value FROM json_each(?))";

export const scopeFacts = (db: Db, rids: readonly number[]): Map<number, ScopeFacts> => {
  const ids = JSON.stringify(rids);
  const makers = db
    .prepare(
      `SELECT changes.rid, kind, office, behalf FROM changes JOIN commits ON commits.id = commit_id
       JOIN records ON records.rid = changes.rid
       WHERE changes.${chosen} AND changes.unit = '*' AND changes.state < 2 ORDER BY changes.rid, lamport, commit_id`,
    )
    .all(ids) as MakerRow[];
  const steps = Map.groupBy(stepsOf(db, ids), ({ rid }) => rid);
  const codes = codesOf(db, ids);
  const undone = undoneOf(db, ids);
  const facts = new Map<number, ScopeFacts>();
  for (const [rid, rows] of Map.groupBy(makers, (row) => row.rid)) {
    const [{ kind, office }] = rows as [MakerRow];
    const standing = (steps.get(rid) ?? []).map(asStanding);
    facts.set(rid, {
      kind,
      owner: office,
      makers: rows.flatMap((row) => (row.behalf === null ? [row.office] : [row.office, row.behalf])),
      given: givenTo(kind, () => ({ codes: codes.get(rid) ?? [] }), standing),
      undone: undone.has(rid),
    });
  }
  for (const [rid, kind] of kindsWithout(db, rids, facts)) {
    facts.set(rid, { kind, owner: "", makers: [], given: [], undone: false });
  }
  return facts;
};

/** Records of which only later changes have come yet. */
const kindsWithout = (db: Db, rids: readonly number[], facts: ReadonlyMap<number, unknown>): [number, string][] => {
  const missing = rids.filter((rid) => !facts.has(rid));
  if (missing.length === 0) return [];
  return db.prepare(`SELECT rid, kind FROM records WHERE ${chosen}`).raw().all(JSON.stringify(missing)) as [
    number,
    string,
  ][];
};

const asStanding = ({ data, office, moment }: StepRow): StandingStep => ({
  value: JSON.parse(data) as unknown,
  office,
  moment,
});

/** Steps that count, in the order that every office agrees on. */
const stepsOf = (db: Db, ids: string): StepRow[] =>
  db
    .prepare(
      `SELECT rid, data, office, commit_id AS moment FROM steps JOIN commits ON commits.id = commit_id
       WHERE ${chosen} AND retracted = 0 AND rank > 0 ORDER BY rid, lamport, commit_id, ord`,
    )
    .all(ids) as StepRow[];

/** The codes of the responsible units, as they stand in the table of issues. */
const codesOf = (db: Db, ids: string): ReadonlyMap<number, readonly string[]> =>
  new Map(
    (
      db.prepare(`SELECT rid, codes FROM issues WHERE ${chosen} AND codes <> '[]'`).raw().all(ids) as [number, string][]
    ).map(([rid, codes]) => [rid, JSON.parse(codes) as string[]]),
  );

const undoneOf = (db: Db, ids: string): ReadonlySet<number> =>
  new Set(
    db
      .prepare(
        `SELECT rid FROM tasks WHERE ${chosen} AND life = 'undone'
         UNION ALL SELECT rid FROM issues WHERE ${chosen} AND life = 'undone'
         UNION ALL SELECT rid FROM units WHERE ${chosen} AND life = 'undone'`,
      )
      .pluck()
      .all(ids, ids, ids) as number[],
  );
