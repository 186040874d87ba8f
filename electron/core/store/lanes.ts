/**
 * Where a commit of another office or computer goes in the log. Usually at its number in its epoch; where another commit
 * has that number already, or does not chain with its neighbours, a copied machine wrote it (EX20), and it goes to a lane
 * of its own beside. Its name does not change by that: versions bear the hash.
 */
import type { BundledCommit } from "#shared/exchange/bundle.ts";
import type { Db, Statement } from "./connection.ts";
import type { LogEnd } from "./log.ts";

interface Lane {
  readonly no: number;
  readonly main: boolean;
  highest: number;
  /** The commit that was put there last. */
  last: { readonly seq: number; readonly hash: string } | null;
}

interface Epoch {
  readonly lanes: Lane[];
  /** Begun by this database. */
  readonly own: boolean;
}

export interface KnownCommit {
  readonly id: number;
  readonly whole: boolean;
}

export interface Place {
  readonly epochNo: number;
  /** Null when the commit is new. */
  readonly known: KnownCommit | null;
  /** Not beside its epoch's commits, but in a lane. */
  readonly forked: boolean;
  readonly own: boolean;
}

type Commit = Pick<BundledCommit, "epoch" | "seq" | "hash" | "prev">;

export class Lanes {
  readonly #epochs = new Map<string, Epoch>();
  readonly #end: LogEnd;
  readonly #at: string;
  readonly #sql: ReturnType<typeof prepareAll>;

  constructor(db: Db, end: LogEnd, at: string) {
    this.#end = end;
    this.#at = at;
    this.#sql = prepareAll(db);
  }

  place(commit: Commit): Place {
    const epoch = this.#epochOf(commit.epoch);
    for (const lane of epoch.lanes) {
      const known = this.#find(lane, commit);
      if (known) return { epochNo: lane.no, known, forked: !lane.main, own: epoch.own };
    }
    const lane = this.#free(epoch, commit) ?? this.#begin(epoch, commit, commit.epoch);
    lane.highest = Math.max(lane.highest, commit.seq);
    lane.last = commit;
    return { epochNo: lane.no, known: null, forked: !lane.main, own: epoch.own };
  }

  #find(lane: Lane, { seq, hash }: Commit): KnownCommit | null {
    if (seq > lane.highest) return null;
    const row = this.#sql.find.get(lane.no, seq) as { id: number; hash: string; whole: number } | undefined;
    return row?.hash === hash ? { id: row.id, whole: row.whole === 1 } : null;
  }

  /** The lane that the commit before it lies in, else the first that it does not contradict. */
  #free({ lanes }: Epoch, commit: Commit): Lane | undefined {
    const [main] = lanes;
    if (main && lanes.length === 1) return this.#fits(main, commit) ? main : undefined;
    const fitting = lanes.filter((lane) => this.#fits(lane, commit));
    return (
      fitting.find((lane) => commit.prev !== null && this.#hashAt(lane, commit.seq - 1) === commit.prev) ?? fitting[0]
    );
  }

  #fits(lane: Lane, commit: Commit): boolean {
    const { seq, hash, prev } = commit;
    // What this database writes next has its place there.
    if (lane.no === this.#end.epochNo) return false;
    if (seq <= lane.highest) {
      if (this.#hashAt(lane, seq) !== undefined) return false;
      const next = this.#sql.prevAt.get(lane.no, seq + 1) as string | null | undefined;
      if (next !== undefined && next !== hash) return false;
    }
    const before = this.#hashAt(lane, seq - 1);
    return before === undefined || before === prev;
  }

  #hashAt(lane: Lane, seq: number): string | undefined {
    if (lane.last?.seq === seq) return lane.last.hash;
    if (seq < 1 || seq > lane.highest) return undefined;
    return this.#sql.hashAt.get(lane.no, seq) as string | undefined;
  }

  #epochOf(name: string): Epoch {
    let epoch = this.#epochs.get(name);
    if (!epoch) {
      const rows = this.#sql.lanes.all(name, name) as { no: number; main: number; reason: string; highest: number }[];
      const lanes = rows.map(({ no, main, highest }) => ({ no, main: main === 1, highest, last: null }));
      epoch = { lanes, own: rows[0] !== undefined && rows[0].reason !== "peer" };
      this.#epochs.set(name, epoch);
    }
    return epoch;
  }

  /** The first of an epoch is its main one; each other is named after the hash with which it begins. */
  #begin({ lanes }: Epoch, { hash }: Commit, epoch: string): Lane {
    const main = lanes.length === 0;
    const insert = main ? [epoch, "peer", this.#at, null] : [`${epoch}/${hash.slice(0, 16)}`, "lane", this.#at, epoch];
    const no = Number(this.#sql.insert.run(...insert).lastInsertRowid);
    const lane: Lane = { no, main, highest: 0, last: null };
    lanes.push(lane);
    return lane;
  }
}

const prepareAll = (db: Db): Record<"lanes" | "find" | "hashAt" | "prevAt" | "insert", Statement> => ({
  lanes: db.prepare(
    `SELECT no, lane_of IS NULL AS main, reason,
            coalesce((SELECT max(seq) FROM commits WHERE commits.epoch = epochs.no), 0) AS highest
     FROM epochs WHERE epoch = ? OR lane_of = ? ORDER BY lane_of IS NOT NULL, no`,
  ),
  find: db.prepare("SELECT id, hash, whole FROM commits WHERE epoch = ? AND seq = ?"),
  hashAt: db.prepare("SELECT hash FROM commits WHERE epoch = ? AND seq = ?").pluck(),
  prevAt: db.prepare("SELECT prev FROM commits WHERE epoch = ? AND seq = ?").pluck(),
  insert: db.prepare("INSERT INTO epochs (epoch, reason, at, lane_of) VALUES (?, ?, ?, ?)"),
});
