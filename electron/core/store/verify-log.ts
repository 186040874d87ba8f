/**
 * Reads the whole log again and computes every hash anew, so that an altered or missing commit shows (EX2). Also the
 * log's digest, which two copies of the same log share.
 */
import { createHash } from "node:crypto";
import { commitHash, type HashedChange } from "./canonical.ts";
import { type HeadRow, headColumns } from "./history.ts";
import type { Store } from "./store.ts";

export interface LogProblem {
  readonly code: "commit-altered" | "chain-broken";
  readonly params: { readonly version: string };
}

export interface LogReport {
  readonly commits: number;
  readonly changes: number;
  readonly digest: string;
  readonly problems: readonly LogProblem[];
}

export const verifyLog = (store: Store, onProgress: (done: number, total: number) => void = () => {}): LogReport => {
  const total = store.db.prepare("SELECT count(*) FROM commits").pluck().get() as number;
  const heads = store.db
    .prepare(
      `SELECT commits.id, ${headColumns}, undoes FROM commits JOIN epochs ON epochs.no = commits.epoch
       ORDER BY commits.epoch, seq`,
    )
    .iterate() as IterableIterator<HeadRow & { id: number; undoes: string | null }>;
  const changesOf = store.db.prepare(
    `SELECT records.id AS record, kind, unit, value, base, behalf FROM changes JOIN records USING (rid)
     WHERE commit_id = ? ORDER BY ord`,
  );
  const digest = createHash("sha256");
  const problems: LogProblem[] = [];
  let last: { epoch: string; seq: number; hash: string } | null = null;
  let commits = 0;
  let changes = 0;
  for (const { id, hash, ...head } of heads) {
    const rows = changesOf.all(id) as HashedChange[];
    const version = `${head.epoch}:${head.seq}`;
    if (commitHash(head, rows) !== hash) problems.push({ code: "commit-altered", params: { version } });
    const follows: boolean = last !== null && last.epoch === head.epoch;
    const expected: { prev: string | null; seq: number } =
      follows && last ? { prev: last.hash, seq: last.seq + 1 } : { prev: null, seq: 1 };
    if (head.prev !== expected.prev || head.seq !== expected.seq)
      problems.push({ code: "chain-broken", params: { version } });
    digest.update(hash);
    last = { epoch: head.epoch, seq: head.seq, hash };
    commits += 1;
    changes += rows.length;
    onProgress(commits, total);
  }
  return { commits, changes, digest: digest.digest("hex"), problems };
};
