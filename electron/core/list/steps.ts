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

const all = `SELECT rid, data ${joined} WHERE rid IN (SELECT value FROM json_each(?)) AND ${counts}
  ORDER BY rid, ${order}`;
/** From so many records on it is quicker to ask for all of them at once. */
const manyRecords = 50;

/** As `stepsOf`, for records that are gone through one after another. */
export const stepsOfEach = <Step>(db: Db, rids: readonly number[]): ((rid: number) => Step[]) => {
  if (rids.length < manyRecords) return (rid) => stepsOf(db, rid);
  const texts = new Map<number, string[]>();
  for (const [rid, data] of prepared(db, all).raw().all(JSON.stringify(rids)) as [number, string][]) {
    const known = texts.get(rid);
    if (known) known.push(data);
    else texts.set(rid, [data]);
  }
  return (rid) => (texts.get(rid) ?? []).map((data) => JSON.parse(data) as Step);
};

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
