/** Entries of a stream → columns and lines of values. Nothing is lost: what does not follow from the rest is written out. */
import type { BundledChange, BundledCommit, Entry } from "#shared/exchange/bundle.ts";
import type { Version } from "#shared/store/commit.ts";
import { type BaseRef, type Columns, firstRecord, nextRecord, sameRecord } from "./columns.ts";
import { baseCodes, Past, sameBase } from "./bases.ts";
import { wholeHash } from "./whole-hash.ts";

export interface EncodedEntries {
  /** `entries.json` and `values.jsonl`. */
  readonly columns: string;
  readonly values: string;
}

export const encodeEntries = (entries: readonly Entry[]): EncodedEntries => {
  const writer = new Writer();
  for (const entry of entries) {
    if (entry.type === "commit") writer.commit(entry.commit);
    else writer.notice(entry.notice);
  }
  return writer.done();
};

/** Words in the order of their first use. */
class Dictionary {
  readonly words: string[] = [];
  readonly #places = new Map<string, number>();

  placeOf(word: string): number {
    const known = this.#places.get(word);
    if (known !== undefined) return known;
    const place = this.words.push(word) - 1;
    this.#places.set(word, place);
    return place;
  }
}

/** Pairs of words in the order of their first use. */
class PairDictionary {
  readonly words: [string, string][] = [];
  readonly #places = new Map<string, Map<string, number>>();

  placeOf(first: string, second: string): number {
    let places = this.#places.get(first);
    if (!places) this.#places.set(first, (places = new Map()));
    const known = places.get(second);
    if (known !== undefined) return known;
    const place = this.words.push([first, second]) - 1;
    places.set(second, place);
    return place;
  }
}

interface EpochEnd {
  readonly seq: number;
  readonly lamport: number;
  readonly hash: string;
}

const columnsOfCommits = () => ({
  epoch: [] as number[],
  seq: [] as number[],
  lamport: [] as number[],
  at: [] as (number | string)[],
  author: [] as number[],
  action: [] as number[],
  note: [] as (0 | string)[],
  undoes: [] as (0 | string)[],
  format: [] as number[],
  whole: [] as (0 | 1)[],
  hash: [] as (0 | string)[],
  prev: [] as (0 | string | null)[],
  changes: [] as number[],
});

const columnsOfChanges = () => ({
  gap: [] as number[],
  record: [] as number[],
  unit: [] as number[],
  base: [] as number[],
  behalf: [] as number[],
});

class Writer {
  readonly #epochs = new Dictionary();
  readonly #records = new Dictionary();
  readonly #units = new PairDictionary();
  readonly #authors = new PairDictionary();
  readonly #actions = new Dictionary();
  readonly #behalves = new Dictionary();
  readonly #commits = columnsOfCommits();
  readonly #changes = columnsOfChanges();
  readonly #bases: BaseRef[][] = [];
  readonly #blank: number[] = [];
  readonly #purged: [number, string][] = [];
  readonly #notices: [number, "enter" | "leave", number, string | 0][] = [];
  /** Lines by unit of merge. */
  readonly #lines: string[][] = [];
  readonly #past = new Past();
  readonly #ends = new Map<number, EpochEnd>();
  #entries = 0;
  #time = 0;
  #record = -1;

  notice({ kind, record, reason }: { kind: "enter" | "leave"; record: string; reason?: string | undefined }): void {
    this.#notices.push([this.#entries, kind, this.#records.placeOf(record), reason ?? 0]);
    this.#entries += 1;
  }

  commit(commit: BundledCommit): void {
    this.#entries += 1;
    const columns = this.#commits;
    const epoch = this.#epochs.placeOf(commit.epoch);
    const end = this.#ends.get(epoch);
    columns.epoch.push(epoch);
    columns.seq.push(commit.seq - (end?.seq ?? 0) - 1);
    columns.lamport.push(commit.lamport - (end?.lamport ?? 0) - 1);
    columns.at.push(this.#timeOf(commit.at));
    columns.author.push(this.#authors.placeOf(commit.office, commit.device));
    columns.action.push(this.#actions.placeOf(commit.action));
    columns.note.push(commit.note ?? 0);
    columns.undoes.push(commit.undoes ?? 0);
    columns.format.push(commit.format);
    columns.whole.push(commit.whole ? 1 : 0);
    columns.hash.push(wholeHash(commit) === commit.hash ? 0 : commit.hash);
    columns.prev.push(end?.seq === commit.seq - 1 && end.hash === commit.prev ? 0 : commit.prev);
    columns.changes.push(commit.changes.length);
    this.#writeChanges(commit);
    this.#ends.set(epoch, { seq: commit.seq, lamport: commit.lamport, hash: commit.hash });
  }

  #writeChanges(commit: BundledCommit): void {
    const { epoch, seq, hash, format } = commit;
    const touched: { record: number; unit: string }[] = [];
    let ord = 0;
    for (const change of commit.changes) {
      this.#changes.gap.push(change.ord - ord);
      ord = change.ord + 1;
      touched.push({ record: this.#writeChange(change, format), unit: change.unit });
    }
    this.#past.add({ epoch: this.#epochs.placeOf(epoch), epochName: epoch, seq, hash }, touched);
  }

  /** The record's place. */
  #writeChange(change: BundledChange, format: number): number {
    const columns = this.#changes;
    const place = columns.unit.length;
    const unit = this.#units.placeOf(change.kind, change.unit);
    columns.unit.push(unit);
    const record = this.#writeRecord(change.record);
    columns.base.push(this.#baseOf(record, change, format));
    columns.behalf.push(change.behalf === null ? 0 : this.#behalves.placeOf(change.behalf) + 1);
    if (change.value === null) this.#blank.push(place);
    else (this.#lines[unit] ??= []).push(oneLine(change.value));
    if (change.purged !== null) this.#purged.push([place, change.purged]);
    return record;
  }

  #writeRecord(name: string): number {
    const known = this.#records.words.length;
    const record = this.#records.placeOf(name);
    const code = record === this.#record ? sameRecord : record === known ? nextRecord : record + firstRecord;
    this.#changes.record.push(code);
    this.#record = record;
    return record;
  }

  #baseOf(record: number, { unit, base }: BundledChange, format: number): number {
    if (base.length === 0) return baseCodes.empty;
    if (sameBase(base, this.#past.before(record, unit, format))) return baseCodes.before;
    if (sameBase(base, this.#past.touched(record, unit, format))) return baseCodes.touched;
    this.#bases.push(base.map((version) => this.#past.backTo(version, format) ?? this.#shortened(version)));
    return baseCodes.written;
  }

  /** The epoch's name is 32 characters long and stands in the dictionary. */
  #shortened(version: Version): string {
    const colon = version.indexOf(":");
    return `${this.#epochs.placeOf(version.slice(0, colon))}${version.slice(colon)}`;
  }

  #timeOf(at: string): number | string {
    const time = ownTime.test(at) ? Date.parse(at) : Number.NaN;
    if (Number.isNaN(time) || new Date(time).toISOString() !== at) return at;
    const after = time - this.#time;
    this.#time = time;
    return after;
  }

  done(): EncodedEntries {
    const columns: Columns = {
      epochs: this.#epochs.words,
      records: this.#records.words,
      units: this.#units.words,
      authors: this.#authors.words,
      actions: this.#actions.words,
      behalves: this.#behalves.words,
      commits: this.#commits,
      changes: this.#changes,
      bases: this.#bases,
      blank: this.#blank,
      purged: this.#purged,
      notices: this.#notices,
    };
    return { columns: JSON.stringify(columns), values: this.#lines.flatMap((lines) => lines ?? []).join("\n") };
  }
}

/** As the program writes moments; any other way of writing one stays as it is. */
const ownTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/** A line break cannot stand in canonical JSON, so that a line is a value. */
const oneLine = (value: string): string => {
  if (value.includes("\n")) throw new Error("a value that is not one line of JSON cannot be written into a bundle");
  return value;
};
