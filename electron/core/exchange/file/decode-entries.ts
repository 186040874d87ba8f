/**
 * Columns and lines of values → entries of a stream. Goes through the file as the writer did; what was left out because
 * it follows is computed here. A commit that is not as it should be is named as poisoned, and the rest stays (EX22).
 */
import { AppError } from "#shared/errors.ts";
import type { BundledChange, BundledCommit, Entry } from "#shared/exchange/bundle.ts";
import type { Version } from "#shared/store/commit.ts";
import { baseCodes, Past } from "./bases.ts";
import { checkColumns } from "./check-columns.ts";
import { GoodValues, type Poisoned, wrongWith } from "./check-commit.ts";
import { type BaseRef, type Columns, firstRecord, nextRecord, sameRecord } from "./columns.ts";
import type { Limits } from "./limits.ts";
import { wholeHash } from "./whole-hash.ts";

export interface DecodedEntries {
  readonly entries: readonly Entry[];
  readonly poisoned: readonly Poisoned[];
}

/**
 * @param columns `entries.json` as parsed
 * @param values `values.jsonl`
 * @throws AppError `bundle-malformed`, `bundle-too-large`
 */
export const decodeEntries = (columns: unknown, values: string, limits: Limits): DecodedEntries =>
  new Reader(checkColumns(columns, limits), values, limits).read();

const refuse = (what: string): never => {
  throw new AppError("bundle-malformed", { what: `entries.${what}` });
};

interface EpochEnd {
  readonly seq: number;
  readonly lamport: number;
  readonly hash: string;
}

class Reader {
  readonly #columns: Columns;
  readonly #limits: Limits;
  readonly #lines: readonly string[];
  /** Where the next line of each unit of merge stands. */
  readonly #nextLine: number[];
  readonly #blank: ReadonlySet<number>;
  readonly #purged: ReadonlyMap<number, string>;
  readonly #past = new Past();
  readonly #ends = new Map<number, EpochEnd>();
  readonly #good = new GoodValues();
  readonly #entries: Entry[] = [];
  readonly #poisoned: Poisoned[] = [];
  #time = 0;
  #record = -1;
  #named = 0;
  #base = 0;
  #change = 0;

  constructor(columns: Columns, values: string, limits: Limits) {
    this.#columns = columns;
    this.#limits = limits;
    this.#blank = new Set(columns.blank);
    this.#purged = new Map(columns.purged);
    const withLine = columns.changes.unit.length - this.#blank.size;
    this.#lines = withLine === 0 && values === "" ? [] : values.split("\n", withLine + 1);
    if (this.#lines.length !== withLine) refuse("values");
    this.#nextLine = this.#firstLines();
  }

  #firstLines(): number[] {
    const counts = this.#columns.units.map(() => 0);
    for (const [place, unit] of this.#columns.changes.unit.entries()) {
      if (!this.#blank.has(place)) counts[unit] = (counts[unit] ?? 0) + 1;
    }
    let first = 0;
    return counts.map((count) => {
      first += count;
      return first - count;
    });
  }

  read(): DecodedEntries {
    const { commits, notices, changes } = this.#columns;
    let notice = 0;
    for (let at = 0; at < commits.epoch.length; at += 1) {
      while (notices[notice]?.[0] === this.#entries.length) this.#readNotice(notice++);
      this.#readCommit(at);
    }
    while (notices[notice]?.[0] === this.#entries.length) this.#readNotice(notice++);
    if (notice !== notices.length) refuse("notices");
    if (this.#change !== changes.unit.length) refuse("changes");
    if (this.#base !== this.#columns.bases.length) refuse("bases");
    return { entries: this.#entries, poisoned: this.#poisoned };
  }

  #readNotice(at: number): void {
    const [, kind, place, reason] = this.#columns.notices[at] ?? refuse("notices");
    const record = this.#recordAt(place);
    this.#entries.push({ type: "notice", notice: reason === 0 ? { kind, record } : { kind, record, reason } });
  }

  #readCommit(at: number): void {
    const { epochs, authors, actions, commits } = this.#columns;
    const epoch = commits.epoch[at] ?? 0;
    const epochName = epochs[epoch] ?? "";
    const end = this.#ends.get(epoch);
    const [office, device] = authors[commits.author[at] ?? 0] ?? ["", ""];
    const seq = (end?.seq ?? 0) + 1 + (commits.seq[at] ?? 0);
    const format = commits.format[at] ?? 0;
    const hash = commits.hash[at] ?? 0;
    const prev = commits.prev[at] ?? null;
    const touched: { record: number; unit: string }[] = [];
    const read: BundledCommit = {
      epoch: epochName,
      seq,
      hash: hash === 0 ? "" : hash,
      prev: prev === 0 ? (end?.hash ?? refuse("prev")) : prev,
      lamport: (end?.lamport ?? 0) + 1 + (commits.lamport[at] ?? 0),
      at: this.#timeAt(commits.at[at] ?? 0),
      office,
      device,
      action: actions[commits.action[at] ?? 0] ?? "",
      note: textOrNone(commits.note[at]),
      undoes: textOrNone(commits.undoes[at]),
      format,
      whole: commits.whole[at] === 1,
      changes: this.#readChanges(commits.changes[at] ?? 0, format, touched),
    };
    const commit = this.#withHash(read);
    this.#past.add({ epoch, epochName, seq, hash: commit.hash }, touched);
    this.#ends.set(epoch, { seq, lamport: commit.lamport, hash: commit.hash });
    this.#entries.push({ type: "commit", commit });
  }

  /** A whole commit has the hash that follows from it; one that says another is poisoned. */
  #withHash(commit: BundledCommit): BundledCommit {
    const place = this.#entries.length;
    const follows = wholeHash(commit);
    const hash = commit.hash === "" ? (follows ?? "") : commit.hash;
    const complete = { ...commit, hash };
    const wrong =
      wrongWith(complete, this.#limits, this.#good) ?? (follows !== null && follows !== hash ? "hash" : null);
    if (wrong) this.#poisoned.push({ place, what: wrong });
    return complete;
  }

  #readChanges(count: number, format: number, touched: { record: number; unit: string }[]): BundledChange[] {
    const { units, behalves, changes } = this.#columns;
    if (this.#change + count > changes.unit.length) refuse("changes");
    const read: BundledChange[] = [];
    let ord = 0;
    for (const last = this.#change + count; this.#change < last; this.#change += 1) {
      const at = this.#change;
      const unitPlace = changes.unit[at] ?? 0;
      const [kind, unit] = units[unitPlace] ?? refuse("unit");
      ord += changes.gap[at] ?? 0;
      const behalf = changes.behalf[at] ?? 0;
      const record = this.#readRecord(changes.record[at] ?? 0);
      read.push({
        ord,
        record: this.#columns.records[record] ?? refuse("record"),
        kind,
        unit,
        value: this.#blank.has(at) ? null : this.#line(unitPlace),
        purged: this.#purged.get(at) ?? null,
        base: this.#baseAt(at, record, unit, format),
        behalf: behalf === 0 ? null : (behalves[behalf - 1] ?? refuse("behalf")),
      });
      touched.push({ record, unit });
      ord += 1;
    }
    return read;
  }

  #line(unit: number): string {
    const line = this.#nextLine[unit] ?? 0;
    this.#nextLine[unit] = line + 1;
    return this.#lines[line] ?? refuse("values");
  }

  #readRecord(code: number): number {
    const record = code === sameRecord ? this.#record : code === nextRecord ? this.#named : code - firstRecord;
    this.#recordAt(record);
    this.#record = record;
    return record;
  }

  /** The dictionary is in the order of first use. */
  #recordAt(place: number): string {
    if (place === this.#named) this.#named += 1;
    return this.#columns.records[place] ?? refuse("record");
  }

  #baseAt(at: number, record: number, unit: string, format: number): Version[] {
    switch (this.#columns.changes.base[at]) {
      case baseCodes.before:
        return [...this.#past.before(record, unit, format)];
      case baseCodes.touched:
        return [...this.#past.touched(record, unit, format)];
      case baseCodes.written:
        return (this.#columns.bases[this.#base++] ?? refuse("bases")).map((ref) => this.#version(ref, format));
      default:
        return [];
    }
  }

  #version(ref: BaseRef, format: number): Version {
    if (typeof ref === "number") return this.#past.nameAt(ref, format) ?? refuse("bases");
    const colon = ref.indexOf(":");
    const epoch = this.#columns.epochs[Number(ref.slice(0, colon))] ?? refuse("bases");
    return `${epoch}${ref.slice(colon)}`;
  }

  #timeAt(at: number | string): string {
    if (typeof at === "string") return at;
    this.#time += at;
    const time = new Date(this.#time);
    return Number.isNaN(time.getTime()) ? refuse("at") : time.toISOString();
  }
}

const textOrNone = (found: 0 | string | undefined): string | null => (typeof found === "string" ? found : null);
