/**
 * What a memory office has on its disk, and what it works out from it; the functions that send, take in and trust work
 * on this.
 */
import type { BundledChange, BundledCommit, Peer, SignedStatement } from "#shared/exchange/bundle.ts";
import { type Version, versionOf } from "#shared/store/commit.ts";
import { partOf } from "./cast.ts";
import { MemoryLog } from "./memory-log.ts";
import { MemoryRecords } from "./memory-records.ts";
import { type OwnKeys, roster } from "./memory-roster.ts";
import { Streams } from "./memory-streams.ts";
import type { PlantedBug } from "./planted-bugs.ts";
import { newUnit } from "./writes.ts";

/** All that an office has on its disk. */
export interface Disk {
  readonly log: MemoryLog;
  readonly streams: Streams;
  readonly keys: OwnKeys;
  statements: readonly SignedStatement[];
  /** Commits of revoked computers that a person has decided on (EX17). */
  readonly reviewed: Set<Version>;
  epoch: string;
  seq: number;
  prev: string | null;
  lamport: number;
}

export const copyDisk = (disk: Disk): Disk => ({
  ...disk,
  log: disk.log.copy(),
  streams: disk.streams.copy(),
  reviewed: new Set(disk.reviewed),
});

export const emptyDisk = (keys: OwnKeys, epoch: string): Disk => ({
  log: new MemoryLog(),
  streams: new Streams(),
  keys,
  statements: roster.first,
  reviewed: new Set(),
  epoch,
  seq: 0,
  prev: null,
  lamport: 0,
});

export class MemoryState {
  readonly peer: Peer;
  readonly code: string;
  readonly bug: PlantedBug;
  readonly random: (length: number) => string;
  old: boolean;
  now: Date;
  disk: Disk;
  records: MemoryRecords;

  constructor(
    peer: Peer,
    options: { random: (length: number) => string; old: boolean; now: Date; bug: PlantedBug; disk: Disk },
  ) {
    this.peer = peer;
    this.code = partOf(peer).code;
    this.bug = options.bug;
    this.random = options.random;
    this.old = options.old;
    this.now = options.now;
    this.disk = options.disk;
    this.records = new MemoryRecords(this.disk.log, this.bug);
  }

  /** Puts another disk in the place of this one. */
  putDisk(disk: Disk): void {
    this.disk = disk;
    this.records = new MemoryRecords(disk.log, this.bug);
  }

  /**
   * Puts what of a commit is new into the log, and blanks what is purged.
   * @param aside it came from a revoked computer after what counts of it (EX17)
   */
  accept(commit: BundledCommit, via: string | null, aside = false): { ords: readonly number[]; fork: boolean } {
    const { log } = this.disk;
    const ords = log.add(commit, via, (change) => (aside ? 2 : this.knows(change) ? 0 : 1));
    this.disk.lamport = Math.max(this.disk.lamport, commit.lamport);
    this.records.touch(commit.changes.map(({ record }) => record));
    const fork = ords.length > 0 && log.rivalsOf(versionOf(commit.epoch, commit.seq, commit.hash)).length > 0;
    return { ords, fork };
  }

  knows({ kind, unit }: Pick<BundledChange, "kind" | "unit">): boolean {
    return !this.old || kind !== newUnit.kind || unit !== newUnit.unit;
  }

  isArchived(record: string): boolean {
    const { told } = this.disk.streams;
    return [...told.values()].some((records) => records.get(record) === "left");
  }

  /** EX19: install, restore and reset begin a new epoch, and with it new streams. */
  beginEpoch(): void {
    this.disk.epoch = this.random(32);
    this.disk.seq = 0;
    this.disk.prev = null;
    for (const { peer, live } of this.disk.streams.outgoing.values()) if (live) this.disk.streams.retire(peer);
  }

  /** Replays what was held as unknown, as far as this build knows it (EX22). */
  catchUp(): void {
    const { log } = this.disk;
    for (const record of log.records()) {
      for (const place of log.placesOf(record)) {
        const stored = log.changeAt(place);
        if (stored?.state === 1 && this.knows(stored.change)) log.replace(place, { ...stored, state: 0 });
      }
    }
    this.records = new MemoryRecords(log, this.bug);
  }
}
