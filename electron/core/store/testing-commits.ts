/** For tests: commits of a store as a bundle would carry them. */
import type { BundledChange, BundledCommit } from "#shared/exchange/bundle.ts";
import type { Incoming } from "./accepting.ts";
import type { Store } from "./store.ts";
import { epochSql } from "./versions.ts";

type HeadRow = Omit<BundledCommit, "whole" | "changes"> & { id: number; whole: number };
type ChangeRow = Omit<BundledChange, "base" | "value"> & { base: string; value: string };

/** All commits of a log with an id beyond `after`, in their order; `of` leaves out changes of other records. */
export const commitsOf = (store: Store, after = 0, of?: (record: string) => boolean): BundledCommit[] => {
  const heads = store.db
    .prepare(
      `SELECT commits.id, ${epochSql} AS epoch, seq, hash, prev, lamport, commits.at, office, device, action, note, undoes,
              format, whole
       FROM commits JOIN epochs ON epochs.no = commits.epoch WHERE commits.id > ? ORDER BY commits.id`,
    )
    .all(after) as HeadRow[];
  const changesOf = store.db.prepare(
    `SELECT ord, records.id AS record, kind, unit, value, base, behalf, purged FROM changes JOIN records USING (rid)
     WHERE commit_id = ? ORDER BY ord`,
  );
  return heads.flatMap(({ id, whole, ...head }) => {
    const rows = changesOf.all(id) as ChangeRow[];
    const kept = of === undefined ? rows : rows.filter(({ record }) => of(record));
    const changes = kept.map((row) => ({ ...row, base: JSON.parse(row.base) as string[] }));
    return changes.length === 0 ? [] : [{ ...head, whole: whole === 1 && kept.length === rows.length, changes }];
  });
};

export const incoming = (commits: readonly BundledCommit[], quarantined = false): Incoming[] =>
  commits.map((commit) => ({ commit, via: 1, quarantined }));
