/** A record's steps in the order that every office agrees on: by Lamport counter, then epoch (EX3). */
import type { Db, Statement } from "../store/connection.ts";

const prepared = new WeakMap<Db, { found: Statement; ordered: Statement }>();

const statements = (db: Db) => {
  let known = prepared.get(db);
  if (!known) {
    known = {
      found: db.prepare("SELECT data FROM steps WHERE rid = ? AND retracted = 0"),
      ordered: db.prepare(
        `SELECT data FROM steps JOIN commits ON commits.id = commit_id JOIN epochs ON epochs.no = commits.epoch
         WHERE rid = ? AND retracted = 0 ORDER BY lamport, epochs.epoch, commit_id, ord`,
      ),
    };
    prepared.set(db, known);
  }
  return known;
};

/** Steps that stand, without those that were taken back. */
export const stepsOf = <Step>(db: Db, rid: number): Step[] => {
  const { found, ordered } = statements(db);
  let rows = found.all(rid) as { data: string }[];
  if (rows.length > 1) rows = ordered.all(rid) as { data: string }[];
  return rows.map(({ data }) => JSON.parse(data) as Step);
};
