/**
 * A record's steps in the order that every office agrees on: by Lamport counter, then epoch (EX3). A proposal (EX5) does
 * not count.
 */
import type { Db } from "../store/connection.ts";
import { prepared } from "../store/prepared.ts";
import { orderSql } from "../store/versions.ts";

const counts = "retracted = 0 AND rank > 0";
const found = `SELECT data FROM steps WHERE rid = ? AND ${counts}`;
const order = `${orderSql}, steps.ord`;
const joined = `FROM steps JOIN commits ON commits.id = commit_id JOIN epochs ON epochs.no = commits.epoch`;
const ordered = `SELECT data ${joined} WHERE rid = ? AND ${counts} ORDER BY ${order}`;
const signed = `SELECT data, office ${joined} WHERE rid IN (SELECT value FROM json_each(?)) AND ${counts} ORDER BY ${order}`;

/** Steps that stand, without those that were taken back. */
export const stepsOf = <Step>(db: Db, rid: number): Step[] => {
  let rows = prepared(db, found).all(rid) as { data: string }[];
  if (rows.length > 1) rows = prepared(db, ordered).all(rid) as { data: string }[];
  return rows.map(({ data }) => JSON.parse(data) as Step);
};

/** The same of several records together, each with the code of the office that wrote it. */
export const signedStepsOf = <Step extends object>(
  db: Db,
  rids: readonly number[],
): (Step & { readonly office: string })[] => {
  const rows = prepared(db, signed).all(JSON.stringify(rids)) as { data: string; office: string }[];
  return rows.map(({ data, office }) => ({ ...(JSON.parse(data) as Step), office }));
};
