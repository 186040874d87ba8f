/**
 * Undo writes the opposite of a commit as a new commit; nothing leaves the log. What was changed again since is not
 * overwritten: the undo is refused and says by what.
 */
import { AppError } from "#shared/errors.ts";
import { purgeUnit, type Retraction, settleUnit, type Settlement } from "#shared/exchange/merging.ts";
import { creation, type Version, withoutHash } from "#shared/store/commit.ts";
import { emptyValue } from "#shared/store/kinds.ts";
import { kindByName } from "#shared/store/registry.ts";
import { isUndoable } from "#shared/store/undoable.ts";
import { type ChangeInput, commit, type Committed, retractUnit, stepUnit } from "./commit.ts";
import type { Store } from "./store.ts";
import { findCommit, fullVersion, orderSql, versionSql } from "./versions.ts";

interface UndoRow {
  record: string;
  kind: string;
  rid: number;
  ord: number;
  unit: string;
  value: string;
  base: string;
  shared: number;
}

export interface UndoOptions {
  readonly force?: boolean;
  readonly action?: string;
  /** Kinds whose changes are left as they are. */
  readonly staying?: ReadonlySet<string>;
  /** What was set again since stays as it was set, instead of refusing the undo. */
  readonly keepLater?: boolean;
}

/**
 * Takes a commit back.
 * @param force also when records that it made were worked on since: their later work goes out of sight with them
 * @throws AppError `changed-since` when a value that it set was set again, `worked-on-since` when records that it made
 *   were worked on, `already-undone`, `not-undoable`
 */
export const undo = (store: Store, named: Version, options: UndoOptions = {}): Committed => {
  const commitId = store.commitIdOf(named);
  const version = fullVersion(store.db, commitId);
  const { office, action } = store.db.prepare("SELECT office, action FROM commits WHERE id = ?").get(commitId) as {
    office: string;
    action: string;
  };
  if (office !== "" && office !== store.officeCode()) throw new AppError("not-yours", { office });
  if (!isUndoable(action)) throw new AppError("not-undoable");
  if (isUndone(store, version)) throw new AppError("already-undone");
  const rows = store.db
    .prepare(
      `SELECT records.id AS record, kind, rid, ord, unit, value, base, shared FROM changes JOIN records USING (rid)
       WHERE commit_id = ? ORDER BY ord`,
    )
    .all(commitId) as UndoRow[];
  const made = new Set(rows.filter(({ unit }) => unit === creation).map(({ rid }) => rid));
  if (!options.force) refuseWorkedOn(store, commitId);
  const changes = rows
    .filter(({ kind }) => !options.staying?.has(kind))
    .flatMap((row) => opposite(store, commitId, version, row, made, options.keepLater ?? false));
  return commit(store, { action: options.action ?? "history.undo", undoes: version, changes });
};

export const isUndone = (store: Store, version: Version): boolean => {
  const last = store.db
    .prepare(
      `SELECT ${versionSql} AS version FROM commits JOIN epochs ON epochs.no = commits.epoch
       WHERE undoes IN (?, ?) ORDER BY commits.id DESC LIMIT 1`,
    )
    .get(version, withoutHash(version)) as { version: Version } | undefined;
  return last !== undefined && !isUndone(store, last.version);
};

/** How many records that the commit made were touched by later commits; what was taken back since does not count. */
export const workedOnSince = (store: Store, commitId: number): number => {
  const { count } = store.db
    .prepare(
      `SELECT count(DISTINCT rid) AS count FROM changes
       WHERE commit_id > @commitId AND rid IN (SELECT rid FROM records WHERE created = @commitId)
         AND commit_id NOT IN (SELECT value FROM json_each(@settled))`,
    )
    .get({ commitId, settled: JSON.stringify(settledSince(store, commitId)) }) as { count: number };
  return count;
};

/** Commits that were undone, and the undoing ones: together they changed nothing. */
const settledSince = (store: Store, commitId: number): number[] => {
  const undoing = store.db
    .prepare(
      `SELECT commits.id, ${versionSql} AS version, undoes FROM commits
       JOIN epochs ON epochs.no = commits.epoch WHERE undoes IS NOT NULL AND commits.id > ?`,
    )
    .all(commitId) as { id: number; version: Version; undoes: Version }[];
  return undoing
    .filter(({ version }) => !isUndone(store, version))
    .flatMap(({ id, undoes }) => [id, store.commitIdOf(undoes)]);
};

const refuseWorkedOn = (store: Store, commitId: number): void => {
  const count = workedOnSince(store, commitId);
  if (count > 0) throw new AppError("worked-on-since", { count });
};

const opposite = (
  store: Store,
  commitId: number,
  version: Version,
  row: UndoRow,
  made: ReadonlySet<number>,
  keepLater: boolean,
): ChangeInput[] => {
  const { record, kind } = row;
  if (row.unit === creation) {
    // What has no life of its own (a remembered mapping, settings) does no harm by staying.
    if (!kindByName.get(kind)?.units["life"]) return [];
    return [{ record, kind, unit: "life", value: { state: "undone" } }];
  }
  if (made.has(row.rid)) return [];
  if (row.unit === stepUnit) {
    return [
      { record, kind, unit: retractUnit, value: { version, ord: row.ord, retracted: true } satisfies Retraction },
    ];
  }
  if (row.unit === retractUnit) {
    const retraction = JSON.parse(row.value) as Retraction;
    return [{ record, kind, unit: retractUnit, value: { ...retraction, retracted: !retraction.retracted } }];
  }
  if (row.unit === settleUnit || row.unit === purgeUnit) {
    if (keepLater) return [];
    throw new AppError("not-undoable");
  }
  if (isOpenProposal(store, row, version)) {
    return [{ record, kind, unit: settleUnit, value: { closes: [`${version}#${row.ord}`] } satisfies Settlement }];
  }
  const [head, ...others] = store.heads(row.rid, row.unit);
  if (head === undefined || others.length > 0 || !putsBack(store, row, head, version)) {
    if (keepLater) return [];
    throw new AppError("changed-since", { id: record, unit: row.unit });
  }
  const value = row.shared === 1 ? valueSeen(store, kind, row) : valueBefore(store, row, commitId);
  return [{ record, kind, unit: row.unit, value }];
};

/** It never counted, so that nothing stood before it that could be put back. */
const isOpenProposal = ({ db }: Store, { rid, unit, shared }: UndoRow, version: Version): boolean =>
  shared === 1 &&
  db
    .prepare("SELECT 1 FROM conflicts WHERE rid = ? AND unit = ? AND kind = 'proposal' AND versions = ?")
    .get(rid, unit, JSON.stringify([version])) !== undefined;

/**
 * Whether the value of `version` stands under `head`: an undo put back what stood before the commit that it undid, so
 * that one can undo step by step, and undo what was brought back.
 */
const putsBack = (store: Store, row: Pick<UndoRow, "rid" | "unit">, head: Version, version: Version): boolean => {
  if (head === version) return true;
  const undone = store.db
    .prepare("SELECT undoes FROM commits WHERE id = ?")
    .pluck()
    .get(store.commitIdOf(head)) as Version | null;
  if (undone === null) return false;
  const before = store.db
    .prepare(
      `SELECT ${versionSql} FROM changes JOIN commits ON commits.id = commit_id
       JOIN epochs ON epochs.no = commits.epoch
       WHERE rid = ? AND unit IN (?, ?) AND commit_id < ? ORDER BY commit_id DESC, ord DESC LIMIT 1`,
    )
    .pluck()
    .get(row.rid, row.unit, creation, store.commitIdOf(undone)) as Version | undefined;
  return before !== undefined && putsBack(store, row, before, version);
};

/** The value that stood before a commit, or what a record has without one. */
const valueBefore = (store: Store, { rid, unit, kind }: UndoRow, commitId: number): unknown => {
  const row = store.db
    .prepare(
      `SELECT unit, value FROM changes WHERE rid = ? AND commit_id < ? AND unit IN (?, ?)
       ORDER BY commit_id DESC, ord DESC LIMIT 1`,
    )
    .get(rid, commitId, unit, creation) as { unit: string; value: string } | undefined;
  return valueIn(row, unit, kind);
};

/** Of a shared record: the value that the change says it saw, for what came here before it may not have been known. */
const valueSeen = (store: Store, kind: string, { rid, unit, base }: UndoRow): unknown => {
  const seen = (JSON.parse(base) as Version[]).map((version) => findCommit(store.db, version));
  const row = store.db
    .prepare(
      `SELECT unit, value FROM changes JOIN commits ON commits.id = commit_id JOIN epochs ON epochs.no = commits.epoch
       WHERE rid = ? AND unit IN (?, ?) AND state = 0 AND commit_id IN (SELECT value FROM json_each(?))
       ORDER BY ${orderSql}, ord`,
    )
    .all(rid, unit, creation, JSON.stringify(seen.filter((id) => id !== null))) as { unit: string; value: string }[];
  return valueIn(row.at(-1), unit, kind);
};

const valueIn = (row: { unit: string; value: string } | undefined, unit: string, kind: string): unknown => {
  const found: unknown = row ? JSON.parse(row.value) : undefined;
  const value = row?.unit === creation ? (found as Record<string, unknown>)[unit] : found;
  if (value !== undefined) return value;
  const declared = kindByName.get(kind);
  return declared ? emptyValue(declared, unit) : "";
};
