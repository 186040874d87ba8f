/**
 * The log of a memory office: commits and parts of commits in the order in which they came, read as the program reads
 * its tables. Everything in it is copied cheaply, so that a crash, a backup and a copied machine cost nothing.
 */
import type { BundledChange, BundledCommit } from "#shared/exchange/bundle.ts";
import type { MergeChange } from "#shared/exchange/merging.ts";
import { type Version, versionOf } from "#shared/store/commit.ts";
import { canonical, commitHash, type HashedChange, lineHash } from "../../store/canonical.ts";

export interface StoredChange {
  readonly change: BundledChange;
  /** The link by which it came; null: written here. */
  readonly via: string | null;
  /** 0 counts, 1 held (EX22). */
  readonly state: number;
}

export interface StoredCommit {
  /** Its place in the order of arrival, from 1. */
  readonly no: number;
  readonly version: Version;
  readonly head: Omit<BundledCommit, "changes">;
  readonly changes: ReadonlyMap<number, StoredChange>;
}

/** What came in at once: some changes of one commit. */
export interface LogEvent {
  readonly version: Version;
  readonly ords: readonly number[];
}

export interface Place {
  readonly version: Version;
  readonly ord: number;
}

export class MemoryLog {
  readonly commits = new Map<Version, StoredCommit>();
  readonly events: LogEvent[] = [];
  readonly #places = new Map<string, Place[]>();
  /** Versions by epoch and number, of which a copied machine has two. */
  readonly #numbers = new Map<string, Version[]>();

  copy(): MemoryLog {
    const copy = new MemoryLog();
    for (const [version, commit] of this.commits) copy.commits.set(version, commit);
    copy.events.push(...this.events);
    for (const [record, places] of this.#places) copy.#places.set(record, [...places]);
    for (const [number, versions] of this.#numbers) copy.#numbers.set(number, versions);
    return copy;
  }

  has(version: Version, ord: number): boolean {
    return this.commits.get(version)?.changes.has(ord) ?? false;
  }

  /** Adds what of the commit is not here yet. Answers the places that are new. */
  add(commit: BundledCommit, via: string | null, stateOf: (change: BundledChange) => number): number[] {
    const version = versionOf(commit.epoch, commit.seq, commit.hash);
    const known = this.commits.get(version);
    const fresh = commit.changes.filter(({ ord }) => !known?.changes.has(ord));
    if (fresh.length === 0 && known && (known.head.whole || !commit.whole)) return [];
    const { changes: _, ...head } = commit;
    const changes = new Map(known?.changes ?? []);
    for (const change of fresh) {
      changes.set(change.ord, { change, via, state: stateOf(change) });
      const places = this.#places.get(change.record) ?? [];
      places.push({ version, ord: change.ord });
      this.#places.set(change.record, places);
    }
    const whole = commit.whole || (known?.head.whole ?? false);
    this.commits.set(version, { no: known?.no ?? this.commits.size + 1, version, head: { ...head, whole }, changes });
    if (!known) this.#number(`${commit.epoch}:${commit.seq}`, version);
    const ords = fresh.map(({ ord }) => ord);
    if (ords.length > 0) this.events.push({ version, ords });
    return ords;
  }

  #number(number: string, version: Version): void {
    this.#numbers.set(number, [...(this.#numbers.get(number) ?? []), version]);
  }

  /** EX20: other commits that bear the same epoch and number. */
  rivalsOf(version: Version): readonly Version[] {
    return (this.#numbers.get(version.slice(0, version.indexOf(":", 33))) ?? []).filter((other) => other !== version);
  }

  records(): Iterable<string> {
    return this.#places.keys();
  }

  placesOf(record: string): readonly Place[] {
    return this.#places.get(record) ?? [];
  }

  changeAt({ version, ord }: Place): StoredChange | undefined {
    return this.commits.get(version)?.changes.get(ord);
  }

  /** Puts another line in the place of one: blanked (EX8), or known after an upgrade (EX22). */
  replace({ version, ord }: Place, stored: StoredChange): void {
    const commit = this.commits.get(version);
    if (!commit) return;
    this.commits.set(version, { ...commit, changes: new Map(commit.changes).set(ord, stored) });
  }

  /** The changes of a record that count, as merging takes them. */
  mergeable(record: string, all = false): MergeChange[] {
    const changes: MergeChange[] = [];
    for (const place of this.placesOf(record)) {
      const commit = this.commits.get(place.version);
      const stored = commit?.changes.get(place.ord);
      if (!commit || !stored || (stored.state !== 0 && !all)) continue;
      changes.push(asMergeable(commit, stored.change));
    }
    return changes;
  }
}

export const asMergeable = ({ version, head }: StoredCommit, change: BundledChange): MergeChange => ({
  version,
  epoch: head.epoch,
  seq: head.seq,
  lamport: head.lamport,
  ord: change.ord,
  office: head.office,
  behalf: change.behalf,
  unit: change.unit,
  value: change.value === null ? null : JSON.parse(change.value),
  base: change.base,
});

export const hashedOf = ({ record, kind, unit, value, base, behalf, purged }: BundledChange): HashedChange => ({
  record,
  kind,
  unit,
  value: value ?? "",
  base: canonical(base),
  behalf,
  purged,
});

/** The hash that a whole commit must have (EX2). */
export const hashOf = ({
  epoch,
  seq,
  prev,
  lamport,
  at,
  office,
  device,
  action,
  note,
  undoes,
  changes,
}: Unhashed): string =>
  commitHash({ epoch, seq, prev, lamport, at, office, device, action, note, undoes }, changes.map(hashedOf));

export type Unhashed = Omit<BundledCommit, "hash" | "whole" | "format">;

/** EX8: the line with what is left of its value; the hash of the whole one stays. */
export const blanked = (change: BundledChange, left: unknown): BundledChange => ({
  ...change,
  value: left === null || left === undefined ? null : canonical(left),
  purged: change.purged ?? lineHash(hashedOf(change)),
});
