/**
 * An office in memory, made of the very functions that the program decides by: merging and authority, scope and plan,
 * chain and verdicts, trust, digests. Its files are plain text under a hash. Thousands of histories fit into a minute.
 */
import type { BundledChange, Peer, SignedStatement } from "#shared/exchange/bundle.ts";
import type { MergedRecord } from "#shared/exchange/merging.ts";
import { type Version, versionOf } from "#shared/store/commit.ts";
import { canonical, commitFormat } from "../../store/canonical.ts";
import { firstUnits, partOf, province } from "./cast.ts";
import { asOpened, Crashed, fileOf, fuse, randomHex, readFile, Refused } from "./memory-file.ts";
import { hashOf } from "./memory-log.ts";
import { firstLife, keysOf, roster } from "./memory-roster.ts";
import { bundleTo } from "./memory-sending.ts";
import { copyDisk, type Disk, emptyDisk, MemoryState } from "./memory-state.ts";
import { takeBundle } from "./memory-taking.ts";
import { cardOf, enrol, lastOf, provinceKeyIn, review, revoke, toReview, trustRoster } from "./memory-trust.ts";
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

export class MemoryOffice implements SimulatedOffice {
  readonly peer: Peer;
  readonly code: string;
  readonly keepsAddress = true;
  readonly #state: MemoryState;

  constructor(peer: Peer, options: { seed: number; old: boolean; now: Date; bug: PlantedBug; disk?: Disk }) {
    this.peer = peer;
    this.code = partOf(peer).code;
    const random = randomHex(options.seed);
    const disk = options.disk ?? emptyDisk(keysOf(partOf(peer), firstLife), random(32));
    this.#state = new MemoryState(peer, { ...options, random, disk });
  }

  get old(): boolean {
    return this.#state.old;
  }

  get device(): string {
    return this.#state.disk.keys.device;
  }

  async write(action: string, changes: readonly SimulatedChange[]): Promise<Version | null> {
    if (changes.some(({ record }) => this.#state.isArchived(record))) return null;
    const { disk, now } = this.#state;
    const bundled = changes.map((change, ord) => this.#bundled(change, ord));
    const head = {
      epoch: disk.epoch,
      seq: disk.seq + 1,
      prev: disk.prev,
      lamport: disk.lamport + 1,
      at: now.toISOString(),
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
    this.#state.accept({ ...head, hash: digest, format: commitFormat, whole: true, changes: bundled }, null);
    return versionOf(head.epoch, head.seq, digest);
  }

  #bundled({ record, kind, unit, value, behalf, base }: SimulatedChange, ord: number): BundledChange {
    const { records, disk } = this.#state;
    return {
      ord,
      record,
      kind,
      unit,
      value: canonical(value),
      purged: null,
      base: base ? [...base] : [...records.baseOf(record, unit, disk.epoch)],
      behalf: behalf ?? null,
    };
  }

  async records(kind: string): Promise<readonly string[]> {
    return this.#state.records.ofKind(kind);
  }

  async view(record: string): Promise<RecordView | null> {
    const { records } = this.#state;
    const merged = records.merged(record);
    if (!merged) return null;
    return { ...asView(merged), kind: records.kindOf(record), archived: this.#state.isArchived(record) };
  }

  async log(): Promise<readonly LoggedChange[]> {
    return this.#state.records.logged();
  }

  async export(to: Peer): Promise<SimulatedFile | null> {
    return { from: this.peer, to, bytes: fileOf(bundleTo(this.#state, to)) };
  }

  async open(file: SimulatedFile): Promise<OpenedFile> {
    return asOpened(readFile(file.bytes));
  }

  async takeIn(file: SimulatedFile, crashAfter?: number): Promise<Taken> {
    const state = this.#state;
    const before = state.disk;
    const taken = { refused: null as string | null, conflicts: 0, proposals: 0, forks: 0, digest: "unknown" as const };
    const questions = state.records.countQuestions();
    state.disk = copyDisk(before);
    state.records = state.records.over(state.disk.log);
    try {
      taken.forks = takeBundle(state, file.bytes, fuse(crashAfter));
    } catch (error) {
      if (state.bug !== "half-taken" || !(error instanceof Crashed)) state.putDisk(before);
      if (!(error instanceof Crashed) && !(error instanceof Refused)) throw error;
      return { ...taken, refused: error instanceof Crashed ? "crashed" : error.message };
    }
    const now = state.records.countQuestions();
    return {
      ...taken,
      conflicts: Math.max(0, now.conflicts - questions.conflicts),
      proposals: Math.max(0, now.proposals - questions.proposals),
    };
  }

  async digestWith(peer: Peer): Promise<string> {
    return this.#state.records.digestWith(peer, this.peer, this.#state.disk.streams);
  }

  async dump(): Promise<string> {
    const { log, streams, reviewed, ...rest } = this.#state.disk;
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
    return JSON.stringify([rest, commits, outgoing, incoming, told, log.events.length, [...reviewed]]);
  }

  async backup(): Promise<Snapshot> {
    return copyDisk(this.#state.disk);
  }

  async restore(snapshot: Snapshot): Promise<void> {
    this.#state.putDisk(copyDisk(snapshot as Disk));
    this.#state.beginEpoch();
    this.#state.catchUp();
  }

  async copy(): Promise<SimulatedOffice> {
    const { random, now, bug, disk } = this.#state;
    const seed = Number.parseInt(random(6), 16);
    return new MemoryOffice(this.peer, { seed, old: this.old, now, bug, disk: copyDisk(disk) });
  }

  async enrolAgain(): Promise<void> {
    this.#state.beginEpoch();
  }

  async lastOf(device: string): Promise<Readonly<Record<string, number>>> {
    return lastOf(this.#state, device);
  }

  async revoke(office: string, device: string, last: Readonly<Record<string, number>>): Promise<void> {
    revoke(this.#state, office, device, last);
  }

  async toReview(): Promise<readonly Version[]> {
    return toReview(this.#state);
  }

  async review(versions: readonly Version[], keep: boolean): Promise<void> {
    review(this.#state, versions, keep);
  }

  async reinstall(): Promise<void> {
    const { random } = this.#state;
    this.#state.putDisk(emptyDisk(keysOf(partOf(this.peer), random(16)), random(32)));
    await this.write("system.init", firstUnits);
  }

  async card(): Promise<unknown> {
    return cardOf(this.#state);
  }

  async enrol(card: unknown): Promise<unknown> {
    return enrol(this.#state, card);
  }

  async trust(given: unknown): Promise<void> {
    const statements = given as readonly SignedStatement[];
    trustRoster(this.#state, statements, this.code === roster.rootCode ? provinceKeyIn(statements) : null);
  }

  async root(): Promise<string> {
    return roster.trust(this.#state.disk.statements).root?.code ?? "";
  }

  setClock(at: Date): void {
    this.#state.now = at;
  }

  async upgrade(): Promise<void> {
    this.#state.old = false;
    this.#state.catchUp();
  }

  async close(): Promise<void> {}
}

const asView = ({ heads, values, steps, questions, whole }: MergedRecord): Omit<RecordView, "kind" | "archived"> => ({
  whole,
  heads: Object.fromEntries(heads),
  values: Object.fromEntries(values),
  steps,
  questions,
});

/** Makes memory offices, with a bug planted in all of them where one is asked for. */
export const memoryOffices = (bug: PlantedBug = noBug): OfficeMaker => ({
  make: async (peer, options) => {
    const office = new MemoryOffice(peer, { ...options, bug });
    if (peer !== province.peer) await office.write("system.init", firstUnits);
    return office;
  },
  introduce: async () => {},
});
