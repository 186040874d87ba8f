/**
 * Shared records computed anew from all their changes: after accepting commits of others, after a local commit on such
 * a record, and when changes were set aside or let in again. What a purge covers is blanked in the log on the way (EX8).
 */
import { mergeRecord } from "#shared/exchange/merge-record.ts";
import type { Blanked } from "#shared/exchange/merging.ts";
import { kindByName } from "#shared/store/registry.ts";
import { canonical, type HashedChange, lineHash } from "./canonical.ts";
import type { Db } from "./connection.ts";
import { changesOf, type LoadedChange } from "./load-changes.ts";
import { MergedRows, type ToWrite } from "./merged-rows.ts";
import { prepared } from "./prepared.ts";
import { isNewIn } from "./projection.ts";
import { forgetPurged } from "./purged.ts";
import type { Store } from "./store.ts";

export interface ToMerge {
  readonly rid: number;
  readonly record: string;
  readonly kind: string;
  /** Made just now: nothing of it stands in any table yet. */
  readonly isNew: boolean;
  /** All its changes that count, where they are at hand. */
  readonly changes?: readonly LoadedChange[];
}

export interface Remerged {
  readonly conflicts: number;
  readonly proposals: number;
  readonly kinds: readonly string[];
  /** Rows of records that can be shown. */
  readonly whole: ReadonlySet<number>;
  /** Rows of records of which something that people see differs from before. */
  readonly differing: ReadonlySet<number>;
}

/** Runs inside the caller's transaction. Records of kinds that this version does not know are left alone. */
export const remerge = (store: Store, records: Iterable<ToMerge>): Remerged => {
  const { db } = store;
  const rows = new MergedRows(db);
  const byKind = new Map<string, number[]>();
  const fresh = new Set<number>();
  const whole = new Set<number>();
  const differing = new Set<number>();
  const gone: ToWrite[] = [];
  let conflicts = 0;
  let proposals = 0;
  const secureBefore = db.pragma("secure_delete", { simple: true });
  for (const { rid, record, kind: name, isNew, changes: known } of records) {
    const kind = kindByName.get(name);
    if (!kind || !store.hasProjection(name)) continue;
    const changes = known ?? changesOf(db, rid);
    const merged = mergeRecord(kind, record, changes);
    // From here on what is deleted goes from the file's free pages too.
    if (merged.blanked.length > 0) db.pragma("secure_delete = ON");
    if (merged.blanked.length > 0) blank(db, record, changes, merged.blanked);
    const toWrite = { rid, record, kind, projection: store.projection(name), changes, merged, isNew };
    const stoodThere = !isNew && hasRow(db, toWrite);
    const opened = rows.write(toWrite);
    conflicts += opened.conflicts;
    proposals += opened.proposals;
    if (opened.differs) differing.add(rid);
    if (merged.whole) {
      whole.add(rid);
      if (!stoodThere) fresh.add(rid);
    } else if (stoodThere) gone.push(toWrite);
    if (!merged.whole && !stoodThere) continue;
    const rids = byKind.get(name);
    if (rids) rids.push(rid);
    else byKind.set(name, [rid]);
  }
  const context = store.finishing(isNewIn([...byKind.keys()], (rid) => fresh.has(rid)));
  for (const { kind, finish } of store.projections()) {
    const rids = byKind.get(kind);
    if (rids) finish?.(rids, context);
  }
  for (const record of gone) rows.removeRow(record);
  db.pragma(`secure_delete = ${String(secureBefore)}`);
  return { conflicts, proposals, kinds: [...byKind.keys()], whole, differing };
};

const hasRow = (db: Db, { rid, projection }: ToWrite): boolean =>
  prepared(db, `SELECT 1 FROM ${projection.table} WHERE rid = ?`).get(rid) !== undefined;

const lineSql = `SELECT records.id AS record, kind, unit, value, base, behalf, purged FROM changes JOIN records USING (rid)
  WHERE commit_id = ? AND ord = ?`;

/** The value goes, and what only it named; the hash of its line stays. */
const blank = (db: Db, record: string, changes: readonly LoadedChange[], blanked: readonly Blanked[]): void => {
  const idOf = new Map(changes.map(({ version, commitId }) => [version, commitId]));
  const values: string[] = [];
  for (const { version, ord, value } of blanked) {
    const commitId = idOf.get(version);
    const line = prepared(db, lineSql).get(commitId, ord) as HashedChange;
    values.push(line.value);
    prepared(db, "UPDATE changes SET value = ?, purged = ? WHERE commit_id = ? AND ord = ?").run(
      canonical(value),
      lineHash(line),
      commitId,
      ord,
    );
  }
  forgetPurged(db, record, values);
};

/** Records by their rows, as `remerge` takes them. */
export const recordsToMerge = (db: Db, rids: Iterable<number>): ToMerge[] =>
  [...rids].map((rid) => {
    const row = prepared(db, "SELECT id, kind FROM records WHERE rid = ?").get(rid) as { id: string; kind: string };
    return { rid, record: row.id, kind: row.kind, isNew: false };
  });

const shareSql = "UPDATE records SET shared = 1 WHERE rid = ? AND shared = 0";

/** From now on the record is merged as a whole. */
export const markShared = (db: Db, rid: number): void => {
  prepared(db, shareSql).run(rid);
};
