/**
 * The tables computed anew from the log, into a database that is thrown away: what `verify` compares with the tables
 * that stand (EX1: state is a pure function of the accepted commits). It applies changes by itself rather than through
 * `commit()`, so that a mistake there shows here.
 */
import { mergeRecord } from "#shared/exchange/merge-record.ts";
import { creation } from "#shared/store/commit.ts";
import { kindByName } from "#shared/store/registry.ts";
import type { Settings } from "#shared/system/settings.ts";
import { retractUnit, stepUnit } from "./commit.ts";
import { type Db, openConnection, type Statement } from "./connection.ts";
import { changesOf } from "./load-changes.ts";
import { MergedRows } from "./merged-rows.ts";
import { migrate } from "./migrate.ts";
import { type Columns, type Finishing, type Projection, RowWriter } from "./projection.ts";
import { findCommit } from "./versions.ts";
import type { Retraction } from "#shared/exchange/merging.ts";

export interface ReplayOptions {
  readonly projections: readonly Projection[];
  readonly today: string;
  readonly settings: () => Settings;
  readonly holidays: Finishing["holidays"];
  readonly onProgress: (done: number, total: number) => void;
}

interface ChangeRow {
  readonly commit_id: number;
  readonly ord: number;
  readonly rid: number;
  readonly kind: string;
  readonly unit: string;
  readonly value: string;
}

/** The tables that are the log; all others follow from them. */
const logTables = ["meta", "epochs", "commits", "records", "changes"] as const;

/** A temporary database with the log of `source` and everything that follows from it. Whoever asks closes it. */
export const replay = (source: Db, options: ReplayOptions): Db => {
  const target = openConnection("");
  try {
    migrate(target, "");
    target.pragma("synchronous = OFF");
    target.exec("BEGIN");
    for (const name of logTables) copyTable(source, target, name);
    applyAll(source, target, options);
    mergeShared(target, options);
    finishAll(target, options);
    target.exec("COMMIT");
    return target;
  } catch (error) {
    target.close();
    throw error;
  }
};

const copyTable = (source: Db, target: Db, name: string): void => {
  const columns = (source.pragma(`table_info(${name})`) as { name: string }[]).map((column) => column.name);
  const insert = target.prepare(`INSERT INTO ${name} (${columns.join()}) VALUES (${columns.map(() => "?").join()})`);
  for (const row of source.prepare(`SELECT ${columns.join()} FROM ${name}`).raw().iterate()) {
    insert.run(...(row as unknown[]));
  }
};

const applyAll = (source: Db, target: Db, { projections, onProgress }: ReplayOptions): void => {
  const byKind = new Map(projections.map((projection) => [projection.kind, projection]));
  const total = source.prepare("SELECT count(*) FROM changes").pluck().get() as number;
  const rows = source
    .prepare(
      `SELECT commit_id, ord, rid, kind, unit, value FROM changes JOIN records USING (rid)
       WHERE shared = 0 ORDER BY commit_id, ord`,
    )
    .iterate() as IterableIterator<ChangeRow>;
  const apply = applier(target);
  let done = 0;
  for (const row of rows) {
    const projection = byKind.get(row.kind);
    if (projection) apply(row, projection);
    done += 1;
    if (done % 500 === 0 || done === total) onProgress(done, total);
  }
};

const applier = (db: Db): ((row: ChangeRow, projection: Projection) => void) => {
  const rows = new RowWriter(db);
  const insertStep = db.prepare("INSERT INTO steps (rid, commit_id, ord, data) VALUES (?, ?, ?, ?)");
  const retract = db.prepare("UPDATE steps SET retracted = ? WHERE rid = ? AND commit_id = ? AND ord = ?");
  const dropHeads = db.prepare("DELETE FROM heads WHERE rid = ? AND unit = ?");
  const insertHead = db.prepare("INSERT INTO heads (rid, unit, commit_id) VALUES (?, ?, ?)");
  const setFact: Statement = db.prepare("INSERT OR REPLACE INTO facts (rid, unit, value) VALUES (?, ?, ?)");

  const create = (rid: number, projection: Projection, values: Record<string, unknown>): void => {
    if (projection.table === "facts") {
      for (const [unit, value] of Object.entries(values)) setFact.run(rid, unit, JSON.stringify(value));
      return;
    }
    const columns = Object.entries(values).map(([unit, value]) => projection.columns(unit, value));
    rows.insert(projection.table, rid, Object.assign({}, ...columns) as Columns);
  };

  return ({ commit_id, ord, rid, unit, value }, projection) => {
    if (unit === stepUnit) {
      insertStep.run(rid, commit_id, ord, value);
      return;
    }
    const parsed: unknown = JSON.parse(value);
    if (unit === creation) {
      create(rid, projection, parsed as Record<string, unknown>);
    } else if (unit === retractUnit) {
      const { version, ord: stepOrd, retracted } = parsed as Retraction;
      retract.run(retracted ? 1 : 0, rid, findCommit(db, version), stepOrd);
    } else {
      dropHeads.run(rid, unit);
      insertHead.run(rid, unit, commit_id);
      if (projection.table === "facts") setFact.run(rid, unit, value);
      else rows.update(projection.table, rid, projection.columns(unit, parsed));
    }
  };
};

/** Records in which others have a hand follow from their changes as a set. */
const mergeShared = (target: Db, { projections }: ReplayOptions): void => {
  const byKind = new Map(projections.map((projection) => [projection.kind, projection]));
  const rows = new MergedRows(target);
  const records = target.prepare("SELECT rid, id, kind FROM records WHERE shared = 1 ORDER BY rid").all() as {
    rid: number;
    id: string;
    kind: string;
  }[];
  for (const { rid, id, kind: name } of records) {
    const kind = kindByName.get(name);
    const projection = byKind.get(name);
    if (!kind || !projection) continue;
    const changes = changesOf(target, rid);
    const merged = mergeRecord(kind, id, changes);
    rows.write({ rid, record: id, kind, projection, changes, merged, isNew: true });
  }
};

/** Units first, since what records mention is found by them. */
const finishAll = (db: Db, { projections, today, settings, holidays }: ReplayOptions): void => {
  for (const projection of projections) {
    const rids = db
      .prepare(
        `SELECT DISTINCT rid FROM ${projection.table} JOIN records USING (rid) WHERE records.kind = ? ORDER BY rid`,
      )
      .pluck()
      .all(projection.kind) as number[];
    if (rids.length > 0) projection.finish?.(rids, { db, today, settings, holidays, isNew: () => true });
  }
};
