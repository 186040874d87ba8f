/**
 * `verify`: is everything whole? The database file itself, the chain of the log, the tables computed anew from the log,
 * and every kept file by its content. Runs in a worker on a reading connection, in one snapshot, beside whoever writes.
 */
import { existsSync } from "node:fs";
import type { z } from "zod";
import type { verifySchema } from "#shared/contract/system.ts";
import { attachmentPath } from "../attachments/files.ts";
import { keptFiles } from "../attachments/kept.ts";
import type { JobContext } from "../jobs/context.ts";
import { projections } from "../projections.ts";
import type { Db } from "../store/connection.ts";
import { derivedTables, digestOf, rowsThatDiffer } from "../store/digests.ts";
import { getMeta } from "../store/log.ts";
import { replay } from "../store/replay.ts";
import { openStore, type Store } from "../store/store.ts";
import { verifyLog } from "../store/verify-log.ts";
import { dayKey } from "../tasks/refresh-day.ts";
import { hashOfFile } from "./hash-file.ts";

export interface VerifyInput {
  readonly folder: string;
}
export type VerifyReport = z.infer<typeof verifySchema>;
type Problem = VerifyReport["problems"][number];

/** Problems of one kind beyond this many are counted but not listed. */
const mostListed = 20;

export const verifyFolder = async ({ folder }: VerifyInput, context: JobContext): Promise<VerifyReport> => {
  const store = openStore({ folder, projections, readonly: true });
  try {
    store.db.exec("BEGIN");
    return await verifyStore(store, context);
  } finally {
    store.close();
  }
};

const verifyStore = async (store: Store, context: JobContext): Promise<VerifyReport> => {
  const problems: Problem[] = [];
  const counts: Record<string, number> = {};
  const digests: Record<string, string> = {};

  context.progress("verify-database", 0, 0);
  problems.push(...databaseProblems(store));

  try {
    const log = verifyLog(store, (done, total) => context.progress("verify-log", done, total));
    problems.push(...log.problems.slice(0, mostListed).map(({ code, params }) => ({ code, params: { ...params } })));
    Object.assign(counts, { commits: log.commits, changes: log.changes }, recordCounts(store));
    digests["log"] = log.digest;
    problems.push(...tableProblems(store, context, digests));
    problems.push(...(await attachmentProblems(store, context, counts)));
  } catch (error) {
    problems.push(unreadable(error));
  }
  counts["problems"] = problems.length;
  return { ok: problems.length === 0, counts, digests, problems };
};

/** A page that cannot be read ends the looking, and is what was looked for. */
const unreadable = (error: unknown): Problem => {
  if (!isFromDatabase(error)) throw error;
  return { code: "database-damaged", params: { detail: error.message } };
};

const isFromDatabase = (error: unknown): error is Error =>
  error instanceof Error && "code" in error && String(error.code).startsWith("SQLITE_");

const databaseProblems = ({ db }: Store): Problem[] => {
  const found = db.pragma("integrity_check(20)") as { integrity_check: string }[];
  const broken = db.pragma("foreign_key_check") as { table: string }[];
  return [
    ...found
      .filter((line) => line.integrity_check !== "ok")
      .map((line) => ({ code: "database-damaged", params: { detail: line.integrity_check } })),
    ...broken.slice(0, mostListed).map(({ table }) => ({ code: "reference-broken", params: { table } })),
  ];
};

/** A kind of record as one counts it: tasks, settings, dispatches. */
const several = (kind: string): string => (kind.endsWith("s") ? kind : `${kind}${kind.endsWith("ch") ? "es" : "s"}`);

const recordCounts = ({ db }: Store): Record<string, number> => {
  const rows = db.prepare("SELECT kind, count(*) AS count FROM records GROUP BY kind ORDER BY kind").all() as {
    kind: string;
    count: number;
  }[];
  const total = rows.reduce((sum, { count }) => sum + count, 0);
  return {
    records: total,
    ...Object.fromEntries(rows.map(({ kind, count }) => [several(kind), count])),
  };
};

const tableProblems = (store: Store, context: JobContext, digests: Record<string, string>): Problem[] => {
  const problems: Problem[] = [];
  let rebuilt: Db;
  try {
    rebuilt = replay(store.db, {
      projections,
      today: getMeta(store.db, dayKey) ?? store.today(),
      settings: () => store.settings(),
      holidays: store.finishing().holidays,
      onProgress: (done, total) => context.progress("verify-tables", done, total),
    });
  } catch (error) {
    if (isFromDatabase(error)) throw error;
    // An altered log may say what no table can hold; that is what verifying is for, and no fault of the program.
    return [
      { code: "tables-not-computed", params: { detail: error instanceof Error ? error.message : String(error) } },
    ];
  }
  try {
    for (const table of derivedTables) {
      context.progress("verify-tables", 0, 0);
      const standing = digestOf(store.db, table);
      digests[table] = standing;
      if (digestOf(rebuilt, table) === standing) continue;
      problems.push({ code: "table-differs", params: { table, rows: rowsThatDiffer(store.db, rebuilt, table) } });
    }
    return problems;
  } finally {
    rebuilt.close();
  }
};

const attachmentProblems = async (
  { db, folder }: Store,
  context: JobContext,
  counts: Record<string, number>,
): Promise<Problem[]> => {
  const rows = keptFiles(db);
  const isWanted = db.prepare("SELECT 1 FROM wanted WHERE hash = ?");
  counts["attachments"] = rows.length;
  const problems: Problem[] = [];
  for (const [index, { hash, name }] of rows.entries()) {
    context.progress("verify-attachments", index, rows.length);
    const path = attachmentPath(folder, hash);
    if (!existsSync(path)) {
      // EX14: one that is still on its way with a bundle to come is not missing.
      if (!isWanted.get(hash)) problems.push({ code: "attachment-missing", params: { name, hash } });
    } else if ((await hashOfFile(path)) !== hash) problems.push({ code: "attachment-altered", params: { name, hash } });
  }
  return problems;
};
