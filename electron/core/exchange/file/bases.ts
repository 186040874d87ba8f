/**
 * What a change most likely has as its base, told from the commits before it in the same file, so that the base itself
 * need not be written. Writer and reader go through the file in the same order and so tell the same; what does not fit
 * is written out.
 */
import { creation, type Version, versionOf, withoutHash } from "#shared/store/commit.ts";

export const baseCodes = {
  empty: 0,
  /** The version before of this record and unit, or the record's creation. */
  before: 1,
  /** Of each epoch, the latest version that touched the record, and the one before of this unit: sorted. */
  touched: 2,
  /** Written out among the bases. */
  written: 3,
} as const;

/** A commit's name in bases. Before exchange (format 1), versions were named without their hash. */
export const nameIn = (format: number, epoch: string, seq: number, hash: string): Version =>
  format < 2 ? withoutHash(versionOf(epoch, seq, hash)) : versionOf(epoch, seq, hash);

interface RecordPast {
  /** The latest commit by unit of merge, by place in the file. */
  readonly units: Map<string, number>;
  /** The latest commit of each epoch. */
  readonly epochs: Map<number, number>;
}

export interface CommitName {
  readonly epoch: number;
  readonly epochName: string;
  readonly seq: number;
  readonly hash: string;
}

export class Past {
  readonly #records = new Map<number, RecordPast>();
  readonly #names: CommitName[] = [];
  readonly #places = new Map<string, number>();

  /** Place of the next commit. */
  get next(): number {
    return this.#names.length;
  }

  /** After all changes of a commit have been gone through. */
  add(name: CommitName, changes: Iterable<{ readonly record: number; readonly unit: string }>): void {
    const place = this.#names.push(name) - 1;
    this.#places.set(`${name.epochName}:${name.seq}`, place);
    for (const { record, unit } of changes) {
      const past = this.#pastOf(record);
      past.units.set(unit, place);
      past.epochs.set(name.epoch, place);
    }
  }

  /** The name of the commit `back` before the next one; none where the file has none. */
  nameAt(back: number, format: number): Version | null {
    const name = this.#names[this.#names.length - back];
    return name ? nameIn(format, name.epochName, name.seq, name.hash) : null;
  }

  /** How many commits back the version lies. */
  backTo(version: Version, format: number): number | null {
    const place = this.#places.get(withoutHash(version));
    if (place === undefined) return null;
    const back = this.#names.length - place;
    return this.nameAt(back, format) === version ? back : null;
  }

  before(record: number, unit: string, format: number): readonly Version[] {
    const place = this.#beforeOf(record, unit);
    return place === undefined ? [] : [this.#nameOf(place, format)];
  }

  touched(record: number, unit: string, format: number): readonly Version[] {
    const places = new Set(this.#records.get(record)?.epochs.values());
    const own = this.#beforeOf(record, unit);
    if (own !== undefined) places.add(own);
    return [...places].map((place) => this.#nameOf(place, format)).sort();
  }

  #beforeOf(record: number, unit: string): number | undefined {
    const units = this.#records.get(record)?.units;
    return units?.get(unit) ?? units?.get(creation);
  }

  #nameOf(place: number, format: number): Version {
    return this.nameAt(this.#names.length - place, format) ?? "";
  }

  #pastOf(record: number): RecordPast {
    const known = this.#records.get(record);
    if (known) return known;
    const past: RecordPast = { units: new Map(), epochs: new Map() };
    this.#records.set(record, past);
    return past;
  }
}

export const sameBase = (a: readonly Version[], b: readonly Version[]): boolean =>
  a.length === b.length && a.every((version, at) => version === b[at]);
