/**
 * An office as the program has it: a data folder with SQLite, keys, the roster, and sealed files on a disk. It answers
 * the same questions as the memory office, so that the same histories are played on both.
 */
import { createHash } from "node:crypto";
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isAppError } from "#shared/errors.ts";
import type { Peer } from "#shared/exchange/bundle.ts";
import { scopeDigest } from "#shared/exchange/digest.ts";
import { mergeRecord } from "#shared/exchange/merge-record.ts";
import type { IntakeReport } from "#shared/exchange/report.ts";
import type { Version } from "#shared/store/commit.ts";
import { kindByName } from "#shared/store/registry.ts";
import { openProgram, type Program } from "../../program.ts";
import { commit } from "../../store/commit.ts";
import { changesOf } from "../../store/load-changes.ts";
import { setMeta } from "../../store/log.ts";
import { initOffice } from "../../system/office.ts";
import { cardOf, readCard, readRoster } from "../identity/card.ts";
import { enrol } from "../identity/enrol.ts";
import { trustOf } from "../identity/roster.ts";
import { trust } from "../identity/trust-root.ts";
import { importFile } from "../inbox/inbox.ts";
import { nothingBeside, openFile } from "../inbox/open-file.ts";
import { liveLink } from "../links.ts";
import { isDue } from "../outbox/due.ts";
import { exportTo } from "../outbox/export.ts";
import { review, reviewed } from "../review.ts";
import { revokeDevice } from "../revoke-device.ts";
import { sha256Text } from "../sha256-text.ts";
import { sharedNow } from "../shared-scope.ts";
import { partOf } from "./cast.ts";
import type {
  LoggedChange,
  OpenedFile,
  RecordView,
  SimulatedChange,
  SimulatedFile,
  SimulatedOffice,
  Snapshot,
  Taken,
} from "./office.ts";
import { asOpened } from "./memory-file.ts";
import { armCrash } from "./sqlite-crash.ts";
import { simulatedEnv } from "./sqlite-env.ts";
import { loggedChanges } from "./sqlite-log.ts";
import { disagreements } from "./sqlite-tables.ts";

const workerUrl = new URL("../../jobs/worker.ts", import.meta.url);

export class SqliteOffice implements SimulatedOffice {
  readonly peer: Peer;
  readonly code: string;
  readonly old = false;
  readonly keepsAddress: boolean;
  readonly #folder: string;
  /** Where its files, backups and copies lie. */
  readonly #beside: string;
  readonly #env: ReturnType<typeof simulatedEnv>;
  #program: Program;
  #names = 0;
  /** How the roster was when it last went to a neighbour. */
  readonly #told = new Map<Peer, unknown>();

  constructor(peer: Peer, options: { folder: string; beside: string; env: ReturnType<typeof simulatedEnv> }) {
    this.peer = peer;
    this.code = partOf(peer).code;
    this.keepsAddress = this.peer === this.code;
    this.#folder = options.folder;
    this.#beside = options.beside;
    this.#env = options.env;
    mkdirSync(this.#beside, { recursive: true });
    this.#program = this.#open();
  }

  get program(): Program {
    return this.#program;
  }

  #open(): Program {
    return openProgram({ folder: this.#folder, env: this.#env, version: "0.1.0", workerUrl });
  }

  #reopen(meanwhile: () => void = () => {}): void {
    this.#program.close();
    meanwhile();
    this.#program = this.#open();
  }

  get #db() {
    return this.#program.store.db;
  }

  #path(name: string): string {
    this.#names += 1;
    return join(this.#beside, `${this.#names}-${name}`);
  }

  async write(action: string, changes: readonly SimulatedChange[]): Promise<Version | null> {
    if (changes.some(({ record }) => this.#isArchived(record))) return null;
    try {
      return commit(this.#program.store, { action, changes }).version;
    } catch (error) {
      if (isAppError(error)) return null;
      throw error;
    }
  }

  #isArchived(record: string): boolean {
    return (
      this.#db.prepare("SELECT 1 FROM scope_in WHERE record = ? AND left_why IS NOT NULL").get(record) !== undefined
    );
  }

  async records(kind: string): Promise<readonly string[]> {
    return this.#db.prepare("SELECT id FROM records WHERE kind = ? ORDER BY id").pluck().all(kind) as string[];
  }

  async view(record: string): Promise<RecordView | null> {
    const row = this.#db.prepare("SELECT rid, kind FROM records WHERE id = ?").get(record) as
      | { rid: number; kind: string }
      | undefined;
    const kind = kindByName.get(row?.kind ?? "");
    if (!row || !kind) return null;
    const merged = mergeRecord(kind, record, changesOf(this.#db, row.rid));
    return {
      kind: row.kind,
      whole: merged.whole,
      archived: this.#isArchived(record),
      heads: Object.fromEntries(merged.heads),
      values: Object.fromEntries(merged.values),
      steps: merged.steps,
      questions: merged.questions,
    };
  }

  async log(): Promise<readonly LoggedChange[]> {
    return loggedChanges(this.#db);
  }

  /** Null where nothing is due, all was confirmed and the roster is known: nobody would walk with such a stick. */
  async export(to: Peer): Promise<SimulatedFile | null> {
    const link = liveLink(this.#db, to);
    const statements = this.#db
      .prepare("SELECT count(*) || '/' || coalesce(sum(counter), 0) FROM roster")
      .pluck()
      .get();
    if (!isDue(this.#program.store, to) && link?.last === link?.acked && this.#told.get(to) === statements) return null;
    this.#told.set(to, statements);
    const path = this.#path("out.ldx");
    await exportTo(this.#program, { to, path });
    const bytes = readFileSync(path);
    rmSync(path);
    return { from: this.peer, to, bytes };
  }

  /** Null where no key of this computer opens it, or nobody vouches for its sender (any more). */
  async open({ bytes }: SimulatedFile): Promise<OpenedFile | null> {
    try {
      const { arrival } = await openFile(this.#program, bytes, "seen.ldx", nothingBeside);
      return asOpened(arrival.bundle);
    } catch (error) {
      if (isAppError(error)) return null;
      throw error;
    }
  }

  async takeIn({ bytes }: SimulatedFile, crashAfter?: number): Promise<Taken> {
    const path = this.#path("in.ldx");
    writeFileSync(path, bytes);
    if (crashAfter !== undefined) armCrash(this.#db, crashAfter);
    try {
      return asTaken(await importFile(this.#program, { path, dryRun: false }));
    } catch (error) {
      if (crashAfter !== undefined && String(error).includes("simulated crash"))
        return { ...nothingTaken, refused: "crashed" };
      if (isAppError(error)) return { ...nothingTaken, refused: error.code };
      throw error;
    } finally {
      rmSync(path);
      if (crashAfter !== undefined) this.#reopen();
    }
  }

  async digestWith(peer: Peer): Promise<string> {
    return scopeDigest(sha256Text, sharedNow(this.#program.store, peer), null).code;
  }

  async dump(): Promise<string> {
    const tables = this.#db
      .prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name")
      .pluck()
      .all() as string[];
    const digest = createHash("sha256");
    for (const name of tables) {
      digest.update(JSON.stringify(this.#db.prepare(`SELECT * FROM "${name}" ORDER BY 1, 2`).raw().all()));
    }
    return digest.digest("hex");
  }

  /** What the tables say otherwise than the log; none when all is well. */
  async disagreements(): Promise<readonly string[]> {
    return disagreements(this.#program.store);
  }

  async backup(): Promise<Snapshot> {
    const path = this.#path("backup.sqlite");
    this.#db.prepare("VACUUM INTO ?").run(path);
    return path;
  }

  async restore(snapshot: Snapshot): Promise<void> {
    this.#reopen(() => {
      for (const end of ["-wal", "-shm"]) rmSync(join(this.#folder, `liandong.sqlite${end}`), { force: true });
      cpSync(String(snapshot), join(this.#folder, "liandong.sqlite"));
    });
    await this.enrolAgain();
  }

  async copy(): Promise<SimulatedOffice> {
    const folder = this.#path("twin");
    this.#reopen(() => cpSync(this.#folder, folder, { recursive: true }));
    const env = simulatedEnv(folder, this.#env.now());
    return new SqliteOffice(this.peer, { folder, beside: `${folder}-files`, env });
  }

  /** As restoring a backup, or setting up a copied machine anew, does: the next start begins a new epoch. */
  async enrolAgain(): Promise<void> {
    setMeta(this.#db, "restored", this.#env.now().toISOString());
    this.#reopen();
  }

  get device(): string {
    return this.#program.store.device;
  }

  async lastOf(device: string): Promise<Readonly<Record<string, number>>> {
    const rows = this.#db.prepare("SELECT link, last FROM links_in WHERE device = ?").raw().all(device);
    return Object.fromEntries(rows as [string, number][]);
  }

  async revoke(office: string, device: string, last: Readonly<Record<string, number>>): Promise<void> {
    await revokeDevice(this.#program, { office, device, last: { ...last } });
  }

  async toReview(): Promise<readonly Version[]> {
    return review(this.#program).map(({ version }) => version);
  }

  async review(versions: readonly Version[], keep: boolean): Promise<void> {
    if (versions.length > 0) reviewed(this.#program, { versions, keep });
  }

  async reinstall(): Promise<void> {
    this.#reopen(() => {
      rmSync(this.#folder, { recursive: true });
      mkdirSync(this.#folder);
    });
    initOffice(this.#program.store, this.code);
    this.#told.clear();
  }

  async card(): Promise<unknown> {
    return cardOf(this.#program.store);
  }

  async enrol(card: unknown): Promise<unknown> {
    return enrol(this.#program.store, readCard(card));
  }

  async trust(roster: unknown): Promise<void> {
    await trust(this.#program.store, readRoster(roster), { adopt: true });
  }

  async root(): Promise<string> {
    return trustOf(this.#program.store).root?.code ?? "";
  }

  setClock(at: Date): void {
    this.#env.set(at);
  }

  async upgrade(): Promise<void> {}

  async close(): Promise<void> {
    this.#program.close();
  }
}

const nothingTaken: Taken = { refused: null, conflicts: 0, proposals: 0, forks: 0, digest: "unknown" };

const asTaken = ({ conflicts, proposals, notices }: IntakeReport): Taken => {
  const codes = new Set(notices.map(({ code }) => code));
  return {
    refused: null,
    conflicts,
    proposals,
    forks: codes.has("copied-machine") ? 1 : 0,
    digest: codes.has("digest-differs") ? "differs" : codes.has("digest-same") ? "same" : "unknown",
  };
};
