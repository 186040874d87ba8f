/**
 * The hand that writes inside a commit's transaction: statements prepared once, records made when first named, heads
 * moved on, tables kept in step. Only commit.ts uses it.
 */
import { AppError } from "#shared/errors.ts";
import { creation, type Version, versionOf } from "#shared/store/commit.ts";
import { canonical, commitFormat, type HashedChange, type HashedHead } from "./canonical.ts";
import { type CheckedChange, type CommitInput, retractUnit, stepUnit } from "./commit.ts";
import type { LogEnd } from "./log.ts";
import { type Columns, type Projection, RowWriter } from "./projection.ts";
import type { Store } from "./store.ts";

export interface Written {
  readonly version: Version;
  readonly end: LogEnd;
  readonly ids: readonly string[];
  readonly kinds: readonly string[];
}

interface Touched {
  readonly rid: number;
  readonly projection: Projection;
}

export class Writing {
  hashedHead!: HashedHead;
  readonly #store: Store;
  readonly #rows: RowWriter;
  readonly #sql: ReturnType<typeof prepareAll>;
  #touched = new Map<string, Touched>();
  /** Row ids of the records that this commit makes. */
  #made = new Set<number>();

  constructor(store: Store) {
    this.#store = store;
    this.#rows = new RowWriter(store.db);
    this.#sql = prepareAll(store);
  }

  insertHead(input: CommitInput): number {
    const { end, env } = this.#store;
    this.#touched = new Map();
    this.#made = new Set();
    this.hashedHead = {
      epoch: end.epoch,
      seq: end.seq + 1,
      prev: end.hash,
      lamport: end.lamport + 1,
      at: (input.at ?? env.now()).toISOString(),
      office: this.#store.officeCode() ?? "",
      device: this.#store.device,
      action: input.action,
      note: input.note ?? null,
      undoes: input.undoes ?? null,
    };
    const head = this.hashedHead;
    const { lastInsertRowid } = this.#sql.insertCommit.run(
      end.epochNo,
      head.seq,
      head.prev,
      head.lamport,
      head.at,
      head.office,
      head.device,
      head.action,
      head.note,
      head.undoes,
    );
    return Number(lastInsertRowid);
  }

  write(commitId: number, ord: number, change: CheckedChange): HashedChange {
    const touched = this.#touch(commitId, change);
    const base = canonical(this.#base(touched.rid, change));
    const behalf = change.behalf ?? null;
    this.#sql.insertChange.run(commitId, ord, touched.rid, change.unit, change.text, base, behalf);
    this.#apply(commitId, ord, touched, change);
    return { record: change.record, kind: change.kind, unit: change.unit, value: change.text, base, behalf };
  }

  seal(commitId: number, hash: string): void {
    this.#sql.setHash.run(hash, commitId);
  }

  finish(hash: string): Written {
    const byProjection = this.#touchedByProjection();
    const context = this.#store.finishing((rid) => this.#made.has(rid));
    for (const [projection, rids] of byProjection) projection.finish?.(rids, context);
    const { epoch, seq, lamport } = this.hashedHead;
    return {
      version: versionOf(epoch, seq, hash),
      end: { ...this.#store.end, seq, hash, lamport },
      ids: [...this.#touched.keys()],
      kinds: [...byProjection.keys()].map((projection) => projection.kind),
    };
  }

  #touchedByProjection(): Map<Projection, number[]> {
    const grouped = new Map<Projection, number[]>();
    for (const { rid, projection } of this.#touched.values()) {
      const rids = grouped.get(projection);
      if (rids) rids.push(rid);
      else grouped.set(projection, [rid]);
    }
    return grouped;
  }

  #touch(commitId: number, change: CheckedChange): Touched {
    const known = this.#touched.get(change.record);
    if (known && change.unit !== creation) return known;
    const projection = this.#store.projection(change.kind);
    const found = this.#sql.findRecord.get(change.record) as { rid: number; kind: string } | undefined;
    if (change.unit === creation && found) throw new AppError("already-there", { id: change.record });
    if (change.unit !== creation && (!found || found.kind !== change.kind)) {
      throw new AppError("not-found", { id: change.record });
    }
    const rid = found?.rid ?? Number(this.#sql.insertRecord.run(change.record, change.kind, commitId).lastInsertRowid);
    if (!found) this.#made.add(rid);
    const touched = { rid, projection };
    this.#touched.set(change.record, touched);
    return touched;
  }

  /** The versions the change stands on; refuses when the writer saw others than those that stand now. */
  #base(rid: number, change: CheckedChange): readonly Version[] {
    if (change.unit === creation || change.unit === stepUnit || change.unit === retractUnit) return change.base ?? [];
    const heads = this.#store.heads(rid, change.unit);
    if (change.base && canonical([...change.base].toSorted()) !== canonical(heads)) {
      throw new AppError("changed-since", { id: change.record, unit: change.unit });
    }
    return heads;
  }

  #apply(commitId: number, ord: number, { rid, projection }: Touched, change: CheckedChange): void {
    if (change.unit === stepUnit) {
      this.#sql.insertStep.run(rid, commitId, ord, change.text);
    } else if (change.unit === retractUnit) {
      const { version, ord: stepOrd, retracted } = change.value as Retraction;
      this.#sql.retract.run(retracted ? 1 : 0, rid, this.#store.commitIdOf(version), stepOrd);
    } else if (change.unit === creation) {
      const columns: Columns[] = Object.entries(change.value as Record<string, unknown>).map(([unit, value]) =>
        projection.columns(unit, value),
      );
      this.#insertRow(projection, rid, columns, change);
    } else {
      this.#sql.dropHeads.run(rid, change.unit);
      this.#sql.insertHead.run(rid, change.unit, commitId);
      if (projection.table === "facts") this.#sql.setFact.run(rid, change.unit, change.text);
      else this.#rows.update(projection.table, rid, projection.columns(change.unit, change.value));
    }
  }

  #insertRow(projection: Projection, rid: number, columns: readonly Columns[], change: CheckedChange): void {
    if (projection.table !== "facts") {
      this.#rows.insert(projection.table, rid, Object.assign({}, ...columns) as Columns);
      return;
    }
    for (const [unit, value] of Object.entries(change.value as Record<string, unknown>)) {
      this.#sql.setFact.run(rid, unit, canonical(value));
    }
  }
}

/** Takes back one appended step, or puts it back: which commit it came with, and its place there. */
export interface Retraction {
  readonly version: Version;
  readonly ord: number;
  readonly retracted: boolean;
}

const prepareAll = ({ db }: Store) => ({
  insertCommit: db.prepare(
    `INSERT INTO commits (epoch, seq, hash, prev, lamport, at, office, device, action, note, undoes, format)
     VALUES (?, ?, '', ?, ?, ?, ?, ?, ?, ?, ?, ${commitFormat})`,
  ),
  setHash: db.prepare("UPDATE commits SET hash = ? WHERE id = ?"),
  findRecord: db.prepare("SELECT rid, kind FROM records WHERE id = ?"),
  insertRecord: db.prepare("INSERT INTO records (id, kind, created) VALUES (?, ?, ?)"),
  insertChange: db.prepare(
    "INSERT INTO changes (commit_id, ord, rid, unit, value, base, behalf) VALUES (?, ?, ?, ?, ?, ?, ?)",
  ),
  dropHeads: db.prepare("DELETE FROM heads WHERE rid = ? AND unit = ?"),
  insertHead: db.prepare("INSERT INTO heads (rid, unit, commit_id) VALUES (?, ?, ?)"),
  insertStep: db.prepare("INSERT INTO steps (rid, commit_id, ord, data) VALUES (?, ?, ?, ?)"),
  retract: db.prepare("UPDATE steps SET retracted = ? WHERE rid = ? AND commit_id = ? AND ord = ?"),
  setFact: db.prepare(
    "INSERT INTO facts (rid, unit, value) VALUES (?, ?, ?) ON CONFLICT (rid, unit) DO UPDATE SET value = excluded.value",
  ),
});
