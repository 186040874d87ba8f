/** A record's history as the log has it: which unit of merge changed, from what, to what, by which commit. */
import { AppError } from "#shared/errors.ts";
import { sharedUnits, stepUnit } from "#shared/exchange/merging.ts";
import { type CommitHead, creation, type HistoryEntry, versionOf } from "#shared/store/commit.ts";
import type { Store } from "./store.ts";
import { isUndone } from "./undo.ts";
import { orderSql } from "./versions.ts";

interface ChangeRow extends HeadRow {
  unit: string;
  value: string;
  behalf: string | null;
  purged: string | null;
}

export interface HeadRow {
  epoch: string;
  seq: number;
  hash: string;
  prev: string | null;
  lamport: number;
  at: string;
  office: string;
  device: string;
  action: string;
  note: string | null;
}

export const headColumns =
  "coalesce(epochs.lane_of, epochs.epoch) AS epoch, seq, hash, prev, lamport, commits.at, office, device, action, note";

export const headOf = ({ epoch, seq, hash, prev, lamport, at, office, device, action, note }: HeadRow): CommitHead => ({
  version: versionOf(epoch, seq, hash),
  hash,
  prev,
  lamport,
  at,
  office,
  device,
  action,
  note,
});

const appended: ReadonlySet<string> = new Set([stepUnit, ...Object.keys(sharedUnits)]);

/** Oldest first. A creation gives one entry with all its values. */
export const historyOf = (store: Store, id: string): HistoryEntry[] => {
  const rows = store.db
    .prepare(
      `SELECT ${headColumns}, changes.unit, changes.value, changes.behalf, purged
       FROM changes JOIN commits ON commits.id = changes.commit_id JOIN epochs ON epochs.no = commits.epoch
       WHERE changes.rid = (SELECT rid FROM records WHERE id = ?) AND state = 0
       ORDER BY ${orderSql}, ord`,
    )
    .all(id) as ChangeRow[];
  if (rows.length === 0) throw new AppError("not-found", { id });
  const standing = new Map<string, unknown>();
  return rows.map((row) => {
    const after: unknown = JSON.parse(row.value);
    const before = standing.get(row.unit) ?? null;
    if (row.unit === creation) for (const [unit, value] of Object.entries(after ?? {})) standing.set(unit, value);
    else if (!appended.has(row.unit)) standing.set(row.unit, after);
    const entry = { commit: headOf(row), unit: row.unit, before, after, onBehalfOf: row.behalf };
    return row.purged === null ? entry : { ...entry, purged: true };
  });
};

/** What was done lately, newest first. */
export const recentCommits = (store: Store, limit: number): (CommitHead & { changes: number; undone: boolean })[] => {
  const rows = store.db
    .prepare(
      `SELECT ${headColumns},
              (SELECT count(*) FROM changes WHERE commit_id = commits.id) AS changes
       FROM commits JOIN epochs ON epochs.no = commits.epoch ORDER BY commits.id DESC LIMIT ?`,
    )
    .all(limit) as (HeadRow & { changes: number })[];
  return rows.map((row) => {
    const head = headOf(row);
    return { ...head, changes: row.changes, undone: isUndone(store, head.version) };
  });
};
