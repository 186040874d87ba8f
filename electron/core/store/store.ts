/**
 * An open data folder: the database on its one writing connection (or a reading one), the end of the log, and who is
 * told after each commit. Everything of core that keeps or reads records goes through it.
 */
import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import type { HolidayTable } from "#shared/calendar/workdays.ts";
import { AppError } from "#shared/errors.ts";
import type { Version } from "#shared/store/commit.ts";
import {
  officeRecordId,
  type RecurringShift,
  type Settings,
  settingsRecordId,
  settingsSchema,
} from "#shared/system/settings.ts";
import { asRefusal, type Db, openConnection } from "./connection.ts";
import { type Env, realEnv, todayOf } from "./env.ts";
import { writeHighWater } from "./high-water.ts";
import { takeWriterLock, type WriterLock } from "./lock.ts";
import { getMeta, type LogEnd, openLog } from "./log.ts";
import { migrate, refuseFuture, schemaOf, schemaVersion } from "./migrate.ts";
import { prepared } from "./prepared.ts";
import type { Finishing, Projection } from "./projection.ts";
import { commitIdOf, versionSql } from "./versions.ts";
import { Writing, type Written } from "./writing.ts";

export interface StoreOptions {
  readonly folder: string;
  readonly projections: readonly Projection[];
  readonly env?: Env;
  readonly readonly?: boolean;
  /** What a person calls this program, for whoever finds the folder taken. */
  readonly who?: string;
}

export type CommitListener = (written: Pick<Written, "version" | "ids" | "kinds">) => void;

export const databaseIn = (folder: string): string => join(folder, "liandong.sqlite");

/**
 * Opens a data folder, making it where it does not exist.
 * @throws AppError `data-folder-held`, `data-folder-not-writable`, `database-corrupt`, `database-from-the-future`,
 *   and for readers `not-begun` when there is nothing yet
 */
export const openStore = (options: StoreOptions): Store => {
  const readonly = options.readonly ?? false;
  let lock: WriterLock | null = null;
  let db: Db | undefined;
  try {
    if (!readonly) {
      // Of the ledger nothing is for other users of the machine.
      mkdirSync(options.folder, { recursive: true, mode: 0o700 });
      lock = takeWriterLock(options.folder, options.who ?? "liandong");
    }
    const path = databaseIn(options.folder);
    db = openConnection(path, { readonly });
    refuseFuture(db, path);
    if (!readonly) migrate(db, path);
    else if (schemaOf(db) < schemaVersion) throw new AppError("not-begun");
    return new Store(db, lock, options, openLog(db, options.folder, options.env ?? realEnv, !readonly));
  } catch (error) {
    db?.close();
    lock?.release();
    if (readonly && !existsSync(databaseIn(options.folder))) throw new AppError("not-begun");
    throw asRefusal(error, options.folder);
  }
};

const factSql = "SELECT value FROM facts JOIN records USING (rid) WHERE records.id = ? AND unit = ?";

/** Without the commit that is being written: it has no hash yet, and stands on none of itself. */
const headsSql = `SELECT ${versionSql} AS version FROM commits JOIN epochs ON epochs.no = commits.epoch
  WHERE commits.hash <> '' AND (commits.id IN (SELECT commit_id FROM heads WHERE rid = @rid AND unit = @unit)
     OR (commits.id = (SELECT created FROM records WHERE rid = @rid)
         AND NOT EXISTS (SELECT 1 FROM heads WHERE rid = @rid AND unit = @unit)))
  ORDER BY version`;

export class Store {
  readonly db: Db;
  readonly folder: string;
  readonly env: Env;
  readonly readonly: boolean;
  /** This computer; another name after a new epoch (EX19, EX20). */
  device: string;
  end: LogEnd;
  readonly #lock: WriterLock | null;
  readonly #projections: ReadonlyMap<string, Projection>;
  readonly #listeners = new Set<CommitListener>();
  #writing: Writing | null = null;
  /** Commits of an `atomically` that is not in yet: told when it is. */
  #untold: Written[] = [];
  #settings: Settings | null = null;
  #holidays: HolidayTable | null = null;

  constructor(db: Db, lock: WriterLock | null, options: StoreOptions, end: LogEnd) {
    this.db = db;
    this.folder = options.folder;
    this.env = options.env ?? realEnv;
    this.readonly = options.readonly ?? false;
    this.end = end;
    this.device = getMeta(db, "device") ?? "";
    this.#lock = lock;
    this.#projections = new Map(options.projections.map((projection) => [projection.kind, projection]));
  }

  today(): string {
    return todayOf(this.env);
  }

  /** The office's code, or null before the first run. */
  officeCode(): string | null {
    return this.fact<{ unit: string }>(officeRecordId, "office")?.unit ?? null;
  }

  settings(): Settings {
    this.#settings ??= settingsSchema.parse({
      ...this.fact<Partial<Settings>>(settingsRecordId, "lights"),
      immediateWorkdays: this.fact<number>(settingsRecordId, "immediateWorkdays") ?? undefined,
      recurringShift: this.fact<RecurringShift>(settingsRecordId, "recurringShift") ?? undefined,
    });
    return this.#settings;
  }

  /** One value of a record that is read whole (settings, imports, mappings), or null. */
  fact<T>(id: string, unit: string): T | null {
    const row = prepared(this.db, factSql).get(id, unit) as { value: string } | undefined;
    return row ? (JSON.parse(row.value) as T) : null;
  }

  /** The years of the holiday table that this office has imported. */
  holidays(): HolidayTable {
    this.#holidays ??= this.fact<HolidayTable>(settingsRecordId, "holidays") ?? {};
    return this.#holidays;
  }

  has(id: string): boolean {
    return this.db.prepare("SELECT 1 FROM records WHERE id = ?").get(id) !== undefined;
  }

  /** The versions that stand now for a unit of merge of a record, sorted. */
  heads(rid: number, unit: string): readonly Version[] {
    const rows = prepared(this.db, headsSql).all({ rid, unit }) as { version: Version }[];
    return rows.map(({ version }) => version);
  }

  commitIdOf(version: Version): number {
    return commitIdOf(this.db, version);
  }

  projection(kind: string): Projection {
    const projection = this.#projections.get(kind);
    if (!projection) throw new Error(`no projection for ${kind}`);
    return projection;
  }

  /** Units first, since what records mention is found by them. */
  projections(): Iterable<Projection> {
    return this.#projections.values();
  }

  hasProjection(kind: string): boolean {
    return this.#projections.has(kind);
  }

  assertWritable(): void {
    if (this.readonly) throw new AppError("read-only");
  }

  onCommit(listener: CommitListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** For commit.ts alone. */
  writing(): Writing {
    this.#writing ??= new Writing(this);
    return this.#writing;
  }

  /** For commit.ts alone: what a projection may look at while it finishes. */
  finishing(isNew: Finishing["isNew"] = () => false): Finishing {
    this.#forgetFacts();
    return {
      db: this.db,
      today: this.today(),
      settings: () => this.settings(),
      holidays: () => this.holidays(),
      isNew,
    };
  }

  /** For commit.ts alone: its transaction is in. Within `atomically` only memory follows; the rest waits for the whole. */
  committed(written: Written): void {
    this.end = written.end;
    this.#forgetFacts();
    this.#untold.push(written);
    if (!this.db.inTransaction) this.#tell();
  }

  /** For commit.ts alone: what was read meanwhile may hold what was never stored. */
  rolledBack(): void {
    this.#forgetFacts();
  }

  /** The mark is set, and whoever listens is told. */
  #tell(): void {
    const told = this.#untold;
    this.#untold = [];
    const { epoch, seq, hash } = this.end;
    writeHighWater(this.folder, { epoch, seq, hash: hash ?? "" });
    for (const written of told) for (const listener of this.#listeners) listener(written);
  }

  #forgetFacts(): void {
    this.#settings = null;
    this.#holidays = null;
  }

  /** Several commits as one: all of them are in, or none. */
  atomically<T>(run: () => T): T {
    const { end } = this;
    let result: T;
    try {
      result = this.db.transaction(run).immediate();
    } catch (error) {
      this.end = end;
      this.#untold = [];
      this.#forgetFacts();
      throw error;
    }
    if (this.#untold.length > 0) this.#tell();
    return result;
  }

  close(): void {
    if (!this.db.open) return;
    this.db.close();
    this.#lock?.release();
  }
}
