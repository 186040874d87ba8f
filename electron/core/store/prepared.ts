/** Statements prepared once for a connection and kept by their text: the same lists and records are asked for again and again. */
import type { Db, Statement } from "./connection.ts";

const statements = new WeakMap<Db, Map<string, Statement>>();
const mostStatements = 200;

export const prepared = (db: Db, sql: string): Statement => {
  let known = statements.get(db);
  if (!known) {
    known = new Map();
    statements.set(db, known);
  }
  let statement = known.get(sql);
  if (!statement) {
    if (known.size >= mostStatements) known.clear();
    statement = db.prepare(sql);
    known.set(sql, statement);
  }
  return statement;
};
