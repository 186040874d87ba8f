/**
 * An office in memory, made of the very functions that the program decides by: merging and authority, scope and plan,
 * chain and verdicts, digests. Its files are plain text under a hash. Thousands of histories fit into a minute.
 */
import { hash } from "node:crypto";
import {
  type Ack,
  type Bundle,
  type BundledChange,
  type BundledCommit,
  type Entry,
  formats,
  type Peer,
} from "#shared/exchange/bundle.ts";
import { chainBegin, chainHash, chainOf } from "#shared/exchange/chain.ts";
import { judgeAck, judgeBundle } from "#shared/exchange/judge-incoming.ts";
import type { MergedRecord } from "#shared/exchange/merging.ts";
import { planEntries } from "#shared/exchange/plan.ts";
import { receiverOf } from "#shared/exchange/scope.ts";
import { type Version, versionOf } from "#shared/store/commit.ts";
import { canonical, commitFormat } from "../../store/canonical.ts";
import { firstUnits, partOf } from "./cast.ts";
import { MemoryRecords } from "./memory-records.ts";
import { hashOf, MemoryLog, type StoredCommit } from "./memory-log.ts";
import { planPort } from "./memory-plan.ts";
import { chainItem, type InLink, type OutLink, type SentEntry, Streams } from "./memory-streams.ts";
import type {
  LoggedChange,
  OfficeMaker,
  OpenedFile,
  RecordView,
  SimulatedChange,
  SimulatedFile,
  SimulatedOffice,
  Snapshot,
  Taken,
} from "./office.ts";
import { noBug, type PlantedBug } from "./planted-bugs.ts";
import { newUnit } from "./writes.ts";

const sha256 = (text: string): string => hash("sha256", text, "hex");

/** Stops everything after so many writes, as a kill does. */
class Crashed extends Error {}
class Refused extends Error {}

/** All that an office has on its disk. */
interface Disk {
  readonly log: MemoryLog;
  readonly streams: Streams;
  epoch: string;
  seq: number;
  prev: string | null;
  lamport: number;
}

const copyDisk = (disk: Disk): Disk => ({ ...disk, log: disk.log.copy(), streams: disk.streams.copy() });

export class MemoryOffice implements SimulatedOffice {
  readonly peer: Peer;
  readonly code: string;
  old: boolean;
  readonly keepsAddress = true;
  readonly #bug: PlantedBug;
  readonly #random: (length: number) => string;
  #disk: Disk;
  #records: MemoryRecords;
  #now: Date;

  constructor(peer: Peer, options: { seed: number; old: boolean; now: Date; bug: PlantedBug; disk?: Disk }) {
    this.peer = peer;
    this.code = partOf(peer).code;
    this.old = options.old;
    this.#bug = options.bug;
    this.#now = options.now;
    this.#random = randomHex(options.seed);
    this.#disk = options.disk ?? {
      log: new MemoryLog(),
      streams: new Streams(),
      epoch: this.#random(32),
      seq: 0,
      prev: null,
      lamport: 0,
    };
    this.#records = new MemoryRecords(this.#disk.log, this.#bug);
  }

  async write(action: string, changes: readonly SimulatedChange[]): Promise<Version | null> {
    if (changes.some(({ record }) => this.#isArchived(record))) return null;
    const disk = this.#disk;
    const bundled = changes.map((change, ord) => this.#bundled(change, ord));
    const head = {
      epoch: disk.epoch,
      seq: disk.seq + 1,
      prev: disk.prev,
      lamport: disk.lamport + 1,
      at: this.#now.toISOString(),
      office: this.code,
      device: this.peer,
      action,
      note: null,
      undoes: null,
    };
    const digest = hashOf({ ...head, changes: bundled });
    disk.seq += 1;
    disk.prev = digest;
    disk.lamport += 1;
    this.#accept({ ...head, hash: digest, format: commitFormat, whole: true, changes: bundled }, null);
    return versionOf(head.epoch, head.seq, digest);
  }

  #bundled({ record, kind, unit, value, behalf, base }: SimulatedChange, ord: number): BundledChange {
    return {
      ord,
      record,
      kind,
      unit,
      value: canonical(value),
      purged: null,
      base: base ? [...base] : [...this.#records.baseOf(record, unit, this.#disk.epoch)],
      behalf: behalf ?? null,
    };
  }

  /** Puts what of a commit is new into the log, and blanks what is purged. */
  #accept(commit: BundledCommit, via: string | null): { ords: readonly number[]; fork: boolean } {
    const { log } = this.#disk;
    const ords = log.add(commit, via, (change) => (this.#knows(change) ? 0 : 1));
    this.#disk.lamport = Math.max(this.#disk.lamport, commit.lamport);
    this.#records.touch(commit.changes.map(({ record }) => record));
    const fork = ords.length > 0 && log.rivalsOf(versionOf(commit.epoch, commit.seq, commit.hash)).length > 0;
    return { ords, fork };
  }

  #knows({ kind, unit }: Pick<BundledChange, "kind" | "unit">): boolean {
    return !this.old || kind !== newUnit.kind || unit !== newUnit.unit;
  }

  #isArchived(record: string): boolean {
    const { told } = this.#disk.streams;
    return [...told.values()].some((records) => records.get(record) === "left");
  }

  async records(kind: string): Promise<readonly string[]> {
    return this.#records.ofKind(kind);
  }

  async view(record: string): Promise<RecordView | null> {
    const merged = this.#records.merged(record);
    if (!merged) return null;
    return { ...asView(merged), kind: this.#records.kindOf(record), archived: this.#isArchived(record) };
  }

  async log(): Promise<readonly LoggedChange[]> {
    return this.#records.logged();
  }

  async export(to: Peer): Promise<SimulatedFile | null> {
    const link = this.#extend(this.#disk.streams.liveTo(to) ?? this.#newLink(to));
    this.#disk.streams.outgoing.set(link.link, link);
    const bundle = this.#bundle(link);
    const body = JSON.stringify(bundle);
    return { from: this.peer, to, bytes: new TextEncoder().encode(`${sha256(body)}\n${body}`) };
  }

  /** What came from a peer before it began its present epoch may be gone there: it goes back (EX19). */
  #newLink(peer: Peer): OutLink {
    const heard = [...this.#disk.streams.incoming.values()].filter((link) => link.peer === peer);
    const peerEpoch = heard.at(-1)?.epoch ?? null;
    return {
      link: this.#random(16),
      peer,
      peerEpoch,
      echo: heard.some(({ epoch }) => epoch !== peerEpoch),
      cursor: 0,
      sent: [],
      places: new Set(),
      scope: new Set(),
      acked: 0,
      live: true,
    };
  }

  /** Everything that came into the log since goes into the stream, as far as it concerns the receiver. */
  #extend(link: OutLink): OutLink {
    const { log } = this.#disk;
    if (link.cursor === log.events.length) return link;
    const port = planPort(this.#disk, this.#records, link, receiverOf(link.peer, this.code), this.#bug);
    const { entries, entered, left } = planEntries(port);
    const sent = [...link.sent];
    const places = new Set(link.places);
    const scope = new Set([...link.scope, ...entered]);
    for (const record of left) {
      scope.delete(record);
      this.#disk.streams.forget(link.peer, record);
    }
    const byNo = [...log.commits.values()];
    for (const entry of entries) {
      const before = sent.at(-1)?.hash ?? chainBegin;
      const item =
        "notice" in entry
          ? { version: null, ords: null, notice: { kind: entry.notice, record: entry.record } }
          : { version: byNo[entry.commit - 1]?.version ?? null, ords: entry.ords, notice: null };
      const commit = item.version === null ? undefined : log.commits.get(item.version);
      sent.push({
        ...item,
        hash: chainHash(sha256, before, sent.length + 1, chainItem(item, commit?.head.hash ?? "")),
      });
      if (commit) for (const ord of item.ords ?? commit.changes.keys()) places.add(`${commit.version}#${ord}`);
    }
    return { ...link, sent, places, scope, cursor: log.events.length };
  }

  #bundle(link: OutLink): Bundle {
    const { streams } = this.#disk;
    const incoming = streams.lastFrom(link.peer);
    const ack: Ack | null = incoming
      ? {
          epoch: this.#disk.epoch,
          link: incoming.link,
          number: incoming.forked ? 0 : incoming.last,
          hash: incoming.forked ? "" : incoming.hash,
          wanted: [],
        }
      : null;
    return {
      head: {
        from: this.peer,
        to: link.peer,
        device: "0".repeat(16),
        epoch: this.#disk.epoch,
        link: link.link,
        range: { from: link.acked + 1, to: link.sent.length },
        part: { no: 1, of: 1 },
        at: this.#now.toISOString(),
        program: "simulation",
      },
      before: link.sent[link.acked - 1]?.hash ?? chainBegin,
      after: link.sent.at(-1)?.hash ?? chainBegin,
      entries: link.sent.slice(link.acked).map((entry) => this.#entry(entry)),
      ack,
      roster: [],
      attachments: [],
      digest: null,
      reads: formats,
    };
  }

  #entry({ version, ords, notice }: SentEntry): Entry {
    if (notice) return { type: "notice", notice };
    const commit = this.#disk.log.commits.get(version ?? "");
    if (!commit) throw new Error("a stream names a commit that is not here");
    const changes = [...commit.changes.values()].map(({ change }) => change).toSorted((a, b) => a.ord - b.ord);
    const part = ords === null ? changes : changes.filter(({ ord }) => ords.includes(ord));
    return { type: "commit", commit: { ...commit.head, whole: ords === null && commit.head.whole, changes: part } };
  }

  async open(file: SimulatedFile): Promise<OpenedFile> {
    const { head, entries } = read(file.bytes);
    return {
      link: head.link,
      from: head.range.from,
      entries: entries.map((entry) =>
        entry.type === "notice"
          ? { notice: entry.notice.kind, record: entry.notice.record }
          : {
              commit: versionOf(entry.commit.epoch, entry.commit.seq, entry.commit.hash),
              office: entry.commit.office,
              changes: entry.commit.changes.map(({ record, kind, unit, value }) => ({
                record,
                kind,
                unit,
                value: value === null ? null : (JSON.parse(value) as unknown),
              })),
            },
      ),
    };
  }

  async takeIn(file: SimulatedFile, crashAfter?: number): Promise<Taken> {
    const before = this.#disk;
    const taken = { refused: null as string | null, conflicts: 0, proposals: 0, forks: 0, digest: "unknown" as const };
    const questions = this.#records.countQuestions();
    this.#disk = copyDisk(before);
    this.#records = this.#records.over(this.#disk.log);
    try {
      taken.forks = this.#take(file.bytes, fuse(crashAfter));
    } catch (error) {
      if (this.#bug !== "half-taken" || !(error instanceof Crashed)) {
        this.#disk = before;
        this.#records = new MemoryRecords(before.log, this.#bug);
      }
      if (!(error instanceof Crashed) && !(error instanceof Refused)) throw error;
      return { ...taken, refused: error instanceof Crashed ? "crashed" : error.message };
    }
    const now = this.#records.countQuestions();
    return {
      ...taken,
      conflicts: Math.max(0, now.conflicts - questions.conflicts),
      proposals: Math.max(0, now.proposals - questions.proposals),
    };
  }

  #take(bytes: Uint8Array, burn: () => void): number {
    const bundle = read(bytes);
    const { head } = bundle;
    if (head.to !== this.peer) throw new Refused("not-for-us");
    const { streams } = this.#disk;
    const name = sha256(new TextDecoder().decode(bytes));
    if (streams.taken.has(name) && this.#bug !== "not-idempotent") return 0;
    streams.taken.add(name);
    burn();
    const known = streams.incoming.get(head.link) ?? newInLink(bundle);
    const hashes = chainOf(sha256, bundle.before, head.range.from, bundle.entries);
    const commits = bundle.entries.map((entry) => (entry.type === "commit" ? entry.commit.hash : null));
    const verdict = judgeBundle(
      {
        last: known.last,
        forked: known.forked,
        markAt: (number) => (number === 0 ? chainBegin : known.marks.get(number)),
        commitAt: (number) => known.commits.get(number),
      },
      { from: head.range.from, before: bundle.before, after: bundle.after, hashes, commits },
    );
    if (verdict.how === "broken" || verdict.how === "begins-after") throw new Refused(verdict.how);
    const newest = [...streams.incoming.values()].findLast(({ peer }) => peer === head.from);
    const isOld = newest !== undefined && newest.link !== head.link && streams.incoming.has(head.link);
    streams.incoming.set(head.link, known);
    this.#hear(bundle, isOld || head.range.to < known.last);
    burn();
    const skip = verdict.how === "take" ? (this.#bug === "not-idempotent" ? 0 : verdict.skip) : bundle.entries.length;
    let forks = 0;
    for (const entry of bundle.entries.slice(skip)) {
      forks += this.#takeEntry(entry, head.from, head.link);
      burn();
    }
    streams.incoming.set(head.link, moved(known, bundle, hashes, commits, verdict.forked));
    burn();
    return forks;
  }

  #takeEntry(entry: Entry, peer: Peer, link: string): number {
    const { streams } = this.#disk;
    if (entry.type === "notice") {
      const { record, kind } = entry.notice;
      streams.tell(peer, record, kind === "leave" ? "left" : "shared");
      this.#judgeAgain(record);
      return 0;
    }
    const { commit } = entry;
    if (commit.whole && hashOf(commit) !== commit.hash) return 0;
    for (const { record } of commit.changes) {
      if (streams.told.get(peer)?.get(record) === "left") this.#judgeAgain(record);
      streams.tell(peer, record, "shared");
    }
    const { ords, fork } = this.#accept(commit, link);
    if (this.#bug === "not-idempotent") this.#judgeAgain(commit.changes[0]?.record ?? "");
    this.#hearAgain(commit, peer, ords);
    return fork ? 1 : 0;
  }

  /** What a neighbour says of its own scope bears on those of all others. */
  #judgeAgain(record: string): void {
    const { log } = this.#disk;
    const [place] = log.placesOf(record);
    if (place) log.events.push({ version: place.version, ords: [place.ord] });
  }

  /** What was here already, of records that this office does not share with who tells of them, is judged again (EX10). */
  #hearAgain(commit: BundledCommit, peer: Peer, fresh: readonly number[]): void {
    const { log, streams } = this.#disk;
    const scope = streams.liveTo(peer)?.scope ?? new Set();
    const again = commit.changes.filter(({ ord, record }) => !fresh.includes(ord) && !scope.has(record));
    if (again.length === 0) return;
    log.events.push({ version: versionOf(commit.epoch, commit.seq, commit.hash), ords: again.map(({ ord }) => ord) });
  }

  /** What the neighbour says of our stream to it (EX12, EX19). */
  #hear({ head, ack }: Bundle, isOld: boolean): void {
    const { streams } = this.#disk;
    const named = ack === null ? undefined : streams.outgoing.get(ack.link);
    const live = streams.liveTo(head.from);
    const link = named ?? (ack === null ? live : undefined);
    const verdict = judgeAck(
      link
        ? {
            last: link.sent.length,
            acked: link.acked,
            live: link.live,
            peerEpoch: link.peerEpoch,
            hashAt: (number) => link.sent[number - 1]?.hash,
          }
        : null,
      ack,
      head.epoch,
      isOld,
    );
    if (verdict.how === "peer-restored") {
      streams.retire(head.from);
      const fresh = this.#newLink(head.from);
      streams.outgoing.set(fresh.link, fresh);
      return;
    }
    if (verdict.how === "we-went-back" && !isOld) this.#beginEpoch();
    if (!link?.live) return;
    const acked = verdict.how === "confirmed" || verdict.how === "went-back" ? verdict.number : link.acked;
    streams.outgoing.set(link.link, { ...link, acked, peerEpoch: link.peerEpoch ?? head.epoch });
  }

  /** EX19: install, restore and reset begin a new epoch, and with it new streams. */
  #beginEpoch(): void {
    this.#disk.epoch = this.#random(32);
    this.#disk.seq = 0;
    this.#disk.prev = null;
    for (const { peer, live } of this.#disk.streams.outgoing.values()) if (live) this.#disk.streams.retire(peer);
  }

  async digestWith(peer: Peer): Promise<string> {
    return this.#records.digestWith(peer, this.peer, this.#disk.streams);
  }

  async dump(): Promise<string> {
    const { log, streams, ...rest } = this.#disk;
    const commits = [...log.commits.values()].map(({ version, head, changes }) => [version, head.whole, [...changes]]);
    const outgoing = [...streams.outgoing.values()].map((link) => [
      link.link,
      link.cursor,
      link.sent.length,
      link.acked,
      link.live,
    ]);
    const incoming = [...streams.incoming.values()].map((link) => [link.link, link.last, link.hash, link.forked]);
    const told = [...streams.told].map(([peer, records]) => [peer, [...records]]);
    return JSON.stringify([rest, commits, outgoing, incoming, told, log.events.length]);
  }

  async backup(): Promise<Snapshot> {
    return copyDisk(this.#disk);
  }

  async restore(snapshot: Snapshot): Promise<void> {
    this.#disk = copyDisk(snapshot as Disk);
    this.#records = new MemoryRecords(this.#disk.log, this.#bug);
    this.#beginEpoch();
    this.#catchUp();
  }

  async copy(): Promise<SimulatedOffice> {
    return new MemoryOffice(this.peer, {
      seed: Number.parseInt(this.#random(6), 16),
      old: this.old,
      now: this.#now,
      bug: this.#bug,
      disk: copyDisk(this.#disk),
    });
  }

  async enrolAgain(): Promise<void> {
    this.#beginEpoch();
  }

  setClock(at: Date): void {
    this.#now = at;
  }

  async upgrade(): Promise<void> {
    this.old = false;
    this.#catchUp();
  }

  /** Replays what was held as unknown, as far as this build knows it (EX22). */
  #catchUp(): void {
    const { log } = this.#disk;
    for (const record of log.records()) {
      for (const place of log.placesOf(record)) {
        const stored = log.changeAt(place);
        if (stored?.state === 1 && this.#knows(stored.change)) log.replace(place, { ...stored, state: 0 });
      }
    }
    this.#records = new MemoryRecords(log, this.#bug);
  }

  async close(): Promise<void> {}
}

const read = (bytes: Uint8Array): Bundle => {
  const text = new TextDecoder().decode(bytes);
  const end = text.indexOf("\n");
  const body = text.slice(end + 1);
  if (end !== 64 || sha256(body) !== text.slice(0, end)) throw new Refused("damaged");
  return JSON.parse(body) as Bundle;
};

const fuse = (after: number | undefined): (() => void) => {
  let left = after ?? Infinity;
  return () => {
    left -= 1;
    if (left < 0) throw new Crashed();
  };
};

const newInLink = ({ head }: Bundle): InLink => ({
  link: head.link,
  peer: head.from,
  epoch: head.epoch,
  last: 0,
  hash: chainBegin,
  forked: false,
  marks: new Map(),
  commits: new Map(),
});

const moved = (
  link: InLink,
  { head, after }: Bundle,
  hashes: readonly string[],
  commits: readonly (string | null)[],
  forked: boolean,
): InLink => {
  const marks = new Map(link.marks);
  const known = new Map(link.commits);
  if (head.range.to <= link.last) return { ...link, forked: link.forked || forked };
  marks.set(head.range.to, after);
  hashes.forEach((_, index) => {
    if (!known.has(head.range.from + index)) known.set(head.range.from + index, commits[index] ?? null);
  });
  return { ...link, last: head.range.to, hash: after, forked: link.forked || forked, marks, commits: known };
};

const asView = ({ heads, values, steps, questions, whole }: MergedRecord): Omit<RecordView, "kind" | "archived"> => ({
  whole,
  heads: Object.fromEntries(heads),
  values: Object.fromEntries(values),
  steps,
  questions,
});

/** Numbers that look random and follow from the seed. */
const randomHex = (seed: number): ((length: number) => string) => {
  let count = 0;
  return (length) => {
    count += 1;
    return sha256(`${seed}\n${count}`).slice(0, length);
  };
};

/** Makes memory offices, with a bug planted in all of them where one is asked for. */
export const memoryOffices = (bug: PlantedBug = noBug): OfficeMaker => ({
  make: async (peer, options) => {
    const office = new MemoryOffice(peer, { ...options, bug });
    await office.write("system.init", firstUnits);
    return office;
  },
  introduce: async () => {},
});

export type { Disk, StoredCommit };
