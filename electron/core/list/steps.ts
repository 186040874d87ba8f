/** A record's steps in the order that every office agrees on: by Lamport counter, then epoch (EX3). */
import type { Db, Statement } from "../store/connection.ts";

const prepared = new WeakMap<Db, Statement>();

/** Steps that stand, without those that were taken back. */
export const stepsOf = <Step>(db: Db, rid: number): Step[] => {
  let statement = prepared.get(db);
  if (!statement) {
    statement = db.prepare(
      `SELECT data FROM steps JOIN commits ON commits.id = commit_id
       WHERE rid = ? AND retracted = 0 ORDER BY lamport, epoch, commit_id, ord`,
    );
    prepared.set(db, statement);
  }
  return (statement.all(rid) as { data: string }[]).map(({ data }) => JSON.parse(data) as Step);
};
