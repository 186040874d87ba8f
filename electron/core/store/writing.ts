/**
 * The hand that writes inside a commit's transaction: statements prepared once, records made when first named, heads
 * moved on, tables kept in step. Only commit.ts uses it.
 */
import { AppError } from "#shared/errors.ts";
import { purgeUnit, type Retraction, retractUnit, settleUnit, stepUnit } from "#shared/exchange/merging.ts";
import { creation, type Version, versionOf } from "#shared/store/commit.ts";
import { canonical, commitFormat, type HashedChange, type HashedHead } from "./canonical.ts";
import { Bases } from "./bases.ts";
import { type CheckedChange, type CommitInput } from "./commit.ts";
import type { Db } from "./connection.ts";
import type { LogEnd } from "./log.ts";
import { type Columns, isNewIn, type Projection, RowWriter } from "./projection.ts";
import { markShared, remerge, type Remerged } from "./remerge.ts";
import type { Store } from "./store.ts";

export interface Written {
  readonly version: Version;
  readonly end: LogEnd;
  readonly ids: readonly string[];
  readonly kinds: readonly string[];
  /** How many of its changes are proposals, since this office has no authority for them (EX5). */
  readonly proposed?: number;
}

interface Touched {
  readonly rid: number;
  readonly projection: Projection;
  /** Others have a hand in it: merged as a whole, once the commit has its hash. */
  shared: boolean;
}

export class Writing {
  hashedHead!: HashedHead;
  readonly #store: Store;
  readonly #rows: RowWriter;
  readonly #bases: Bases;
  readonly #sql: ReturnType<typeof prepareAll>;
  #touched = new Map<string, Touched>();
  /** Row ids of the records that this commit makes. */
  #made = new Set<number>();

  constructor(store: Store) {
    this.#store = store;
    this.#rows = new RowWriter(store.db);
    this.#bases = new Bases(store);
    this.#sql = prepareAll(store);
  }

  insertHead(input: CommitInput): number {
    const { end, env } = this.#store;
    this.#touched = new Map();
    this.#made = new Set();
    this.#bases.begin();
    this.hashedHead = {
      epoch: end.epoch,
      seq: end.seq + 1,
      prev: end.hash,
      lamport: end.lamport + 1,
      at: (input.at ?? env.now()).toISOString(),
      office: input.office ?? this.#store.officeCode() ?? "",
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
    if (change.unit === settleUnit || change.unit === purgeUnit) share(this.#store.db, touched);
    const base = canonical(this.#bases.of(touched, change));
    const behalf = change.behalf ?? null;
    this.#sql.insertChange.run(commitId, ord, touched.rid, change.unit, change.text, base, behalf);
    if (!touched.shared) this.#apply(commitId, ord, touched, change);
    return { record: change.record, kind: change.kind, unit: change.unit, value: change.text, base, behalf };
  }

  seal(commitId: number, hash: string): void {
    this.#sql.setHash.run(hash, commitId);
  }

  finish(hash: string): Written {
    const byProjection = this.#touchedByProjection();
    const own = Array.from(byProjection.keys(), ({ kind }) => kind);
    const context = this.#store.finishing(isNewIn(own, (rid) => this.#made.has(rid)));
    for (const [projection, rids] of byProjection) projection.finish?.(rids, context);
    const { proposals, kinds } = this.#mergeShared();
    const { epoch, seq, lamport } = this.hashedHead;
    return {
      version: versionOf(epoch, seq, hash),
      end: { ...this.#store.end, seq, hash, lamport },
      ids: [...this.#touched.keys()],
      kinds: [...new Set([...own, ...kinds])],
      proposed: proposals,
    };
  }

  #mergeShared(): Pick<Remerged, "proposals" | "kinds"> {
    const shared = [...this.#touched].filter(([, touched]) => touched.shared);
    if (shared.length === 0) return { proposals: 0, kinds: [] };
    return remerge(
      this.#store,
      shared.map(([record, { rid, projection }]) => ({ rid, record, kind: projection.kind, isNew: false })),
    );
  }

  #touchedByProjection(): Map<Projection, number[]> {
    const grouped = new Map<Projection, number[]>();
    for (const { rid, projection, shared } of this.#touched.values()) {
      if (shared) continue;
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
    const found = this.#sql.findRecord.get(change.record) as { rid: number; kind: string; shared: number } | undefined;
    if (change.unit === creation && found && !this.#awaitsCreation(found))
      throw new AppError("already-there", { id: change.record });
    if (change.unit !== creation && (!found || found.kind !== change.kind)) {
      throw new AppError("not-found", { id: change.record });
    }
    const rid = found?.rid ?? Number(this.#sql.insertRecord.run(change.record, change.kind, commitId).lastInsertRowid);
    if (!found) this.#made.add(rid);
    const touched = { rid, projection, shared: found?.shared === 1 };
    this.#touched.set(change.record, touched);
    return touched;
  }

  /** Others' changes of it came before its creation did. */
  #awaitsCreation({ rid, shared }: { rid: number; shared: number }): boolean {
    return shared === 1 && this.#sql.findCreation.get(rid, creation) === undefined;
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

const share = (db: Db, touched: Touched): void => {
  touched.shared = true;
  markShared(db, touched.rid);
};

const prepareAll = ({ db }: Store) => ({
  insertCommit: db.prepare(
    `INSERT INTO commits (epoch, seq, hash, prev, lamport, at, office, device, action, note, undoes, format)
     VALUES (?, ?, '', ?, ?, ?, ?, ?, ?, ?, ?, ${commitFormat})`,
  ),
  setHash: db.prepare("UPDATE commits SET hash = ? WHERE id = ?"),
  findCreation: db.prepare("SELECT 1 FROM changes WHERE rid = ? AND unit = ? AND state = 0"),
  findRecord: db.prepare("SELECT rid, kind, shared FROM records WHERE id = ?"),
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
