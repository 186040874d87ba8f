/**
 * Reads the whole log again and computes every hash anew, so that an altered or missing commit shows (EX2). Also the
 * log's digest, which two copies of the same log share. Of another office's commits only parts may be here: their hash
 * cannot be computed, and what comes before them may be missing.
 */
import { createHash } from "node:crypto";
import { withoutHash, versionOf } from "#shared/store/commit.ts";
import { commitFormat, commitHash, type HashedChange } from "./canonical.ts";
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

interface LoggedHead extends HeadRow {
  readonly id: number;
  readonly lane: number;
  readonly undoes: string | null;
  readonly format: number;
  readonly whole: number;
}

type LoggedChange = HashedChange & { readonly via: number | null };

export const verifyLog = (store: Store, onProgress: (done: number, total: number) => void = () => {}): LogReport => {
  const total = store.db.prepare("SELECT count(*) FROM commits").pluck().get() as number;
  const heads = store.db
    .prepare(
      `SELECT commits.id, commits.epoch AS lane, ${headColumns}, undoes, format, whole FROM commits
       JOIN epochs ON epochs.no = commits.epoch ORDER BY commits.epoch, seq`,
    )
    .iterate() as IterableIterator<LoggedHead>;
  const changesOf = store.db.prepare(
    `SELECT records.id AS record, kind, unit, value, base, behalf, purged, via FROM changes JOIN records USING (rid)
     WHERE commit_id = ? ORDER BY ord`,
  );
  const digest = createHash("sha256");
  const problems: LogProblem[] = [];
  let last: LoggedHead | null = null;
  let commits = 0;
  let changes = 0;
  for (const head of heads) {
    const rows = changesOf.all(head.id) as LoggedChange[];
    const version = withoutHash(versionOf(head.epoch, head.seq, head.hash));
    if (!hasItsHash(head, rows)) problems.push({ code: "commit-altered", params: { version } });
    if (!followsOn(last, head, rows)) problems.push({ code: "chain-broken", params: { version } });
    digest.update(head.hash);
    last = head;
    commits += 1;
    changes += rows.length;
    onProgress(commits, total);
  }
  return { commits, changes, digest: digest.digest("hex"), problems };
};

/** Of a part, of a format to come, and of a purged line of the first format, the hash cannot be computed. */
const hasItsHash = (logged: LoggedHead, rows: readonly LoggedChange[]): boolean => {
  const { hash, format, whole, epoch, seq, prev, lamport, at, office, device, action, note, undoes } = logged;
  if (whole === 0 || format > commitFormat) return true;
  if (format === 1 && rows.some(({ purged }) => purged !== null)) return true;
  const head = { epoch, seq, prev, lamport, at, office, device, action, note, undoes };
  return commitHash(head, rows, format === 1 ? 1 : 2) === hash;
};

/** Own commits follow one another without a gap; of others' any may be missing. */
const followsOn = (last: LoggedHead | null, head: LoggedHead, rows: readonly LoggedChange[]): boolean => {
  const before = last?.lane === head.lane ? last : null;
  if (before !== null && before.seq + 1 === head.seq) return head.prev === before.hash;
  if (rows.some(({ via }) => via !== null)) return true;
  return before === null && head.seq === 1 && head.prev === null;
};
