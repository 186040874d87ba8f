/**
 * Commits that are in already, set aside or let in again (EX17: what a revoked device wrote), and changes that an older
 * version of the program did not know, tried again after the upgrade (EX22).
 */
import { formats } from "#shared/exchange/bundle.ts";
import type { Version } from "#shared/store/commit.ts";
import { kindByName } from "#shared/store/registry.ts";
import { sha256 } from "./canonical.ts";
import { type ChangeState, changeStates, judgeIncoming } from "./check-incoming.ts";
import type { Db } from "./connection.ts";
import { getMeta, setMeta } from "./log.ts";
import { recordsToMerge, remerge } from "./remerge.ts";
import type { Store } from "./store.ts";
import { findCommit, versionSql } from "./versions.ts";

interface Row {
  readonly commit_id: number;
  readonly ord: number;
  readonly rid: number;
  readonly kind: string;
  readonly unit: string;
  readonly value: string;
  readonly purged: string | null;
  readonly state: ChangeState;
  readonly format: number;
}

const rowsSql = `SELECT commit_id, ord, rid, records.kind, unit, value, purged, state, format
  FROM changes JOIN records USING (rid) JOIN commits ON commits.id = commit_id`;

/**
 * EX17: quarantines commits that came in (`keep` false), or lets quarantined ones in (true); the records that they touch
 * follow. Versions that are not here, and changes written here, are left alone.
 */
export const markAccepted = (store: Store, versions: readonly Version[], keep: boolean): void => {
  store.assertWritable();
  store.atomically(() => {
    const ids = versions.map((version) => findCommit(store.db, version)).filter((id) => id !== null);
    const from = keep ? changeStates.quarantined : changeStates.counts;
    const rows = store.db
      .prepare(`${rowsSql} WHERE commit_id IN (SELECT value FROM json_each(?)) AND via IS NOT NULL AND state = ?`)
      .all(JSON.stringify(ids), from) as Row[];
    setStates(store, rows, (row) => (keep ? judgeRow(row) : changeStates.quarantined));
  });
};

const knownKey = "known-rules";
/** What this program knows: after an upgrade that brings kinds, units or rules it is another. */
const known = sha256(
  JSON.stringify([formats, [...kindByName.values()].map(({ kind, units }) => [kind, Object.keys(units)])]),
).slice(0, 16);

/** EX22: at the start of a program that knows more than the last one did. @returns how many changes count now */
export const releaseHeld = (store: Store, knows: string = known): number => {
  if (store.readonly || getMeta(store.db, knownKey) === knows) return 0;
  return store.atomically(() => {
    setMeta(store.db, knownKey, knows);
    const rows = store.db.prepare(`${rowsSql} WHERE state IN (1, 3)`).all() as Row[];
    const shared = store.db.prepare("SELECT rid FROM records WHERE shared = 1").pluck().all() as number[];
    if (shared.length === 0) return 0;
    return setStates(store, rows, judgeRow, shared);
  });
};

const judgeRow = (row: Row): ChangeState => judgeIncoming(row, row.format).state;

/** @param more further records that are merged anew, since the rules changed */
const setStates = (
  store: Store,
  rows: readonly Row[],
  stateOf: (row: Row) => ChangeState,
  more: readonly number[] = [],
): number => {
  const { db } = store;
  const set = db.prepare("UPDATE changes SET state = ? WHERE commit_id = ? AND ord = ?");
  const rids = new Set(more);
  let changed = 0;
  for (const row of rows) {
    const state = stateOf(row);
    if (state === row.state) continue;
    set.run(state, row.commit_id, row.ord);
    rids.add(row.rid);
    changed += 1;
  }
  if (rids.size === 0) return 0;
  const records = recordsToMerge(db, rids);
  const { kinds } = remerge(store, records);
  store.committed({ version: lastVersion(db), end: store.end, ids: records.map(({ record }) => record), kinds });
  return changed;
};

const lastVersion = (db: Db): Version =>
  db
    .prepare(
      `SELECT ${versionSql} FROM commits JOIN epochs ON epochs.no = commits.epoch ORDER BY commits.id DESC LIMIT 1`,
    )
    .pluck()
    .get() as Version;
