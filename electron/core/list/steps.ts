/** A record's steps in the order that every office agrees on: by Lamport counter, then epoch (EX3). */
import type { Db } from "../store/connection.ts";
import { prepared } from "../store/prepared.ts";

const found = "SELECT data FROM steps WHERE rid = ? AND retracted = 0";
const ordered = `SELECT data FROM steps JOIN commits ON commits.id = commit_id JOIN epochs ON epochs.no = commits.epoch
  WHERE rid = ? AND retracted = 0 ORDER BY lamport, epochs.epoch, commit_id, ord`;

/** Steps that stand, without those that were taken back. */
export const stepsOf = <Step>(db: Db, rid: number): Step[] => {
  let rows = prepared(db, found).all(rid) as { data: string }[];
  if (rows.length > 1) rows = prepared(db, ordered).all(rid) as { data: string }[];
  return rows.map(({ data }) => JSON.parse(data) as Step);
};
