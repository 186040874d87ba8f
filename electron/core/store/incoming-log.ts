/**
 * The hand that puts commits of others into the log, whole or in parts, each change with what became of it: it counts,
 * is held, quarantined or poisoned. What follows for the records is worked out afterwards, once for each of them.
 */
import type { BundledChange, BundledCommit } from "#shared/exchange/bundle.ts";
import { creation, type Version, versionOf } from "#shared/store/commit.ts";
import { isIdOf } from "#shared/store/record-id.ts";
import type { Incoming } from "./accepting.ts";
import { commitFormat, commitHash } from "./canonical.ts";
import { type ChangeState, changeStates, judgeIncoming } from "./check-incoming.ts";
import type { Db } from "./connection.ts";
import { asHashed, isOfSameHead, putRight } from "./incoming-parts.ts";
import { type KnownCommit, Lanes } from "./lanes.ts";
import type { LoadedChange } from "./load-changes.ts";
import { farthestLeap, highestLamport } from "./log.ts";
import type { Store } from "./store.ts";

export interface TouchedRecord {
  readonly rid: number;
  readonly record: string;
  readonly kind: string;
  /** Made by this intake, so that all its changes are at hand. */
  readonly isNew: boolean;
  /** Changes of this intake that count. */
  readonly changes: LoadedChange[];
}

export class IncomingLog {
  readonly touched = new Map<number, TouchedRecord>();
  readonly forks: { version: Version; own: boolean }[] = [];
  readonly counts = { new: 0, alreadyHere: 0, held: 0, quarantined: 0, poisoned: 0 };
  lamport = 0;
  lastVersion: Version | null = null;
  /** Rows of records of which a change is gone, since it was not as its commit has it. */
  readonly corrected = new Set<number>();
  readonly #db: Db;
  readonly #lanes: Lanes;
  readonly #highest: number;
  readonly #sql: ReturnType<typeof prepareAll>;
  readonly #records = new Map<string, TouchedRecord>();
  readonly #kinds = new Map<string, string>();

  constructor(store: Store) {
    this.#lanes = new Lanes(store.db, store.end, store.env.now().toISOString());
    this.#db = store.db;
    this.#highest = Math.min(highestLamport, store.end.lamport + farthestLeap);
    this.#sql = prepareAll(store.db);
  }

  /** The row of the commit; null when it is not what its hash says, or cannot be what it says. */
  add({ commit, via, quarantined, proved }: Incoming): number | null {
    if (proved !== true && !isWhatItSays(commit)) return null;
    if (commit.lamport > this.#highest || !this.#kindsAgree(commit)) return this.#refuse(commit);
    const { epochNo, known, forked, own } = this.#lanes.place(commit);
    if (known?.whole === true) {
      // Nothing can be missing of it, whatever a part says.
      this.counts.alreadyHere += commit.changes.length;
      return known.id;
    }
    if (known && !commit.whole && !isOfSameHead(this.#db, known.id, commit)) return this.#refuse(commit);
    const version = versionOf(commit.epoch, commit.seq, commit.hash);
    if (forked && known === null) this.forks.push({ version, own });
    this.lamport = Math.max(this.lamport, commit.lamport);
    this.lastVersion = version;
    const id = known?.id ?? this.#insert(epochNo, commit);
    if (known && commit.whole) this.#putRight(id, commit);
    for (const change of this.#missing(commit, known)) this.#addChange(id, commit, version, change, via, quarantined);
    return id;
  }

  #refuse({ changes }: BundledCommit): null {
    this.counts.poisoned += changes.length;
    return null;
  }

  /** A record is of one kind, in every commit; else neither could be checked again by its hash. */
  #kindsAgree({ changes }: BundledCommit): boolean {
    return changes.every(({ record, kind }) => {
      let known = this.#kinds.get(record);
      if (known === undefined) {
        known = (this.#sql.findRecord.get(record) as { kind: string } | undefined)?.kind ?? kind;
        if (!isIdOf(kind, record)) return false;
        this.#kinds.set(record, known);
      }
      return known === kind;
    });
  }

  #putRight(id: number, commit: BundledCommit): void {
    for (const { ord, rid, record, kind } of putRight(this.#db, id, commit)) {
      const { changes } = this.#recordOf({ record, kind }, id);
      const at = changes.findIndex((change) => change.commitId === id && change.ord === ord);
      if (at >= 0) changes.splice(at, 1);
      this.corrected.add(rid);
    }
  }

  #insert(epochNo: number, commit: BundledCommit): number {
    const { seq, hash, prev, lamport, at, office, device, action, note, undoes, format, whole } = commit;
    const row = [epochNo, seq, hash, prev, lamport, at, office, device, action, note, undoes, format, whole ? 1 : 0];
    return Number(this.#sql.insertCommit.run(...row).lastInsertRowid);
  }

  /** A later part of a commit adds its changes. */
  #missing({ changes }: BundledCommit, known: KnownCommit | null): readonly BundledChange[] {
    if (!known) return changes;
    const here = new Set(this.#sql.ords.all(known.id) as number[]);
    const missing = changes.filter(({ ord }) => !here.has(ord));
    this.counts.alreadyHere += changes.length - missing.length;
    return missing;
  }

  #addChange(
    commitId: number,
    commit: BundledCommit,
    version: Version,
    change: BundledChange,
    via: number,
    quarantined: boolean,
  ): void {
    const { ord, unit, base, behalf, purged } = change;
    const record = this.#recordOf(change, commitId);
    const judged = judgeIncoming(change, commit.format);
    const state = quarantined ? changeStates.quarantined : judged.state;
    const text = change.value ?? (unit === creation ? "{}" : "null");
    const row = [commitId, ord, record.rid, unit, text, JSON.stringify(base), behalf, state, via, purged];
    this.#sql.insertChange.run(...row);
    this.counts.new += 1;
    this.#count(state);
    if (state !== changeStates.counts) return;
    const { epoch, seq, lamport, office } = commit;
    const { value } = judged;
    record.changes.push({
      commitId,
      version,
      epoch,
      seq,
      lamport,
      ord,
      office,
      behalf,
      unit,
      value,
      base,
      foreign: true,
    });
  }

  #count(state: ChangeState): void {
    if (state === changeStates.held) this.counts.held += 1;
    else if (state === changeStates.quarantined) this.counts.quarantined += 1;
    else if (state === changeStates.poisoned) this.counts.poisoned += 1;
  }

  #recordOf({ record, kind }: Pick<BundledChange, "record" | "kind">, commitId: number): TouchedRecord {
    let touched = this.#records.get(record);
    if (!touched) {
      const known = this.#sql.findRecord.get(record) as { rid: number; kind: string } | undefined;
      const rid = known?.rid ?? Number(this.#sql.insertRecord.run(record, kind, commitId).lastInsertRowid);
      if (known) this.#sql.share.run(rid);
      touched = { rid, record, kind: known?.kind ?? kind, isNew: !known, changes: [] };
      this.#records.set(record, touched);
      this.touched.set(rid, touched);
    }
    return touched;
  }
}

/** Of parts, of formats to come and of lines purged in the first format the hash cannot be computed. */
const isWhatItSays = ({ hash, format, whole, changes, ...commit }: BundledCommit): boolean => {
  if (!whole || format > commitFormat) return true;
  if (format === 1 && changes.some(({ purged }) => purged !== null)) return true;
  const { epoch, seq, prev, lamport, at, office, device, action, note, undoes } = commit;
  const head = { epoch, seq, prev, lamport, at, office, device, action, note, undoes };
  return commitHash(head, changes.map(asHashed), format === 1 ? 1 : 2) === hash;
};

const prepareAll = (db: Db) => ({
  insertCommit: db.prepare(
    `INSERT INTO commits (epoch, seq, hash, prev, lamport, at, office, device, action, note, undoes, format, whole)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ),
  ords: db.prepare("SELECT ord FROM changes WHERE commit_id = ?").pluck(),
  findRecord: db.prepare("SELECT rid, kind FROM records WHERE id = ?"),
  insertRecord: db.prepare("INSERT INTO records (id, kind, created, shared) VALUES (?, ?, ?, 1)"),
  share: db.prepare("UPDATE records SET shared = 1 WHERE rid = ? AND shared = 0"),
  insertChange: db.prepare(
    `INSERT INTO changes (commit_id, ord, rid, unit, value, base, behalf, state, via, purged)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ),
});
