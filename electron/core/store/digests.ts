/** Digests of tables, by which two databases with the same content are known to be alike. */
import { createHash } from "node:crypto";
import type { Db } from "./connection.ts";

/** The tables that follow from the log, in the order in which they are looked at. */
export const derivedTables = [
  "units",
  "tasks",
  "issues",
  "urgings",
  "facts",
  "heads",
  "steps",
  "conflicts",
  "mentions",
] as const;
export type DerivedTable = (typeof derivedTables)[number];

const orderOf = (db: Db, table: string): { columns: string[]; key: string[] } => {
  const info = db.pragma(`table_info(${table})`) as { name: string; pk: number }[];
  const key = info.filter(({ pk }) => pk > 0).toSorted((a, b) => a.pk - b.pk);
  return { columns: info.map(({ name }) => name), key: key.map(({ name }) => name) };
};

/** SHA-256 over all rows in the order of their key; the same rows give the same digest in any database. */
export const digestOf = (db: Db, table: DerivedTable): string => {
  const { columns, key } = orderOf(db, table);
  const hash = createHash("sha256");
  const rows = db.prepare(`SELECT ${columns.join()} FROM ${table} ORDER BY ${key.join()}`).raw().iterate();
  for (const row of rows) hash.update(`${JSON.stringify(row)}\n`);
  return hash.digest("hex");
};

/** How many rows of a table stand in one database and not, or otherwise, in the other. */
export const rowsThatDiffer = (one: Db, other: Db, table: DerivedTable): number => {
  const { columns, key } = orderOf(one, table);
  const sql = `SELECT ${columns.join()} FROM ${table} ORDER BY ${key.join()}`;
  const left = new Set(
    one
      .prepare(sql)
      .raw()
      .all()
      .map((row) => JSON.stringify(row)),
  );
  let differing = 0;
  for (const row of other.prepare(sql).raw().iterate()) if (!left.delete(JSON.stringify(row))) differing += 1;
  return Math.max(differing, left.size);
};
