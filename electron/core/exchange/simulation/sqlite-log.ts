/** The log of a data folder as the simulation's checks read it. */
import { versionOf } from "#shared/store/commit.ts";
import type { Db } from "../../store/connection.ts";
import { epochSql } from "../../store/versions.ts";
import type { LoggedChange } from "./office.ts";

interface ChangeRow {
  readonly record: string;
  readonly kind: string;
  readonly epoch: string;
  readonly seq: number;
  readonly hash: string;
  readonly lamport: number;
  readonly ord: number;
  readonly office: string;
  readonly behalf: string | null;
  readonly unit: string;
  readonly value: string | null;
  readonly base: string;
  readonly state: number;
  readonly purged: string | null;
}

export const loggedChanges = (db: Db): LoggedChange[] => {
  const rows = db
    .prepare(
      `SELECT records.id AS record, kind, ${epochSql} AS epoch, seq, hash, lamport, ord, office, behalf, unit, value, base,
              changes.state AS state, purged
       FROM changes JOIN records USING (rid) JOIN commits ON commits.id = commit_id
       JOIN epochs ON epochs.no = commits.epoch ORDER BY commit_id, ord`,
    )
    .all() as ChangeRow[];
  return rows.map(({ value, base, purged, ...row }) => ({
    ...row,
    version: versionOf(row.epoch, row.seq, row.hash),
    value: value === null ? null : (JSON.parse(value) as unknown),
    base: JSON.parse(base) as string[],
    purged: purged !== null,
  }));
};
