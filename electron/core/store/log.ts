/** The end of the log: which epoch this database writes, the last commit in it, and the Lamport counter (EX2, EX3). */
import { AppError } from "#shared/errors.ts";
import type { Db } from "./connection.ts";
import { type Env, hex } from "./env.ts";
import { hasGoneBack, readHighWater } from "./high-water.ts";

/** A counter beyond this was made up, and would leave no room for ours. */
export const highestLamport = 2 ** 48;

/** How far ahead of one's own a counter may be that comes in: more than all work there is, and far from using it up. */
export const farthestLeap = 2 ** 32;

export interface LogEnd {
  readonly epochNo: number;
  readonly epoch: string;
  readonly seq: number;
  readonly hash: string | null;
  readonly lamport: number;
}

export const getMeta = (db: Db, key: string): string | null => {
  const row = db.prepare("SELECT value FROM meta WHERE key = ?").get(key) as { value: string } | undefined;
  return row?.value ?? null;
};

export const setMeta = (db: Db, key: string, value: string): void => {
  db.prepare("INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value").run(
    key,
    value,
  );
};

/** Install, restore and reset begin a new epoch (EX19): a random 128-bit name for one life of this database. */
export const beginEpoch = (db: Db, env: Env, reason: string): void => {
  const epoch = hex(env.randomBytes(16));
  db.transaction(() => {
    db.prepare("INSERT INTO epochs (epoch, reason, at) VALUES (?, ?, ?)").run(epoch, reason, env.now().toISOString());
    setMeta(db, "epoch", epoch);
    if (getMeta(db, "device") === null || reason !== "install") setMeta(db, "device", hex(env.randomBytes(8)));
  }).immediate();
};

/** Reads where the log ends; for a writer, begins a new epoch first when there is none or the file has gone back. */
export const openLog = (db: Db, folder: string, env: Env, writable: boolean): LogEnd => {
  if (writable && getMeta(db, "epoch") === null) beginEpoch(db, env, "install");
  if (writable && getMeta(db, "restored") !== null) {
    beginEpoch(db, env, "restore");
    db.prepare("DELETE FROM meta WHERE key = 'restored'").run();
  }
  let end = readLogEnd(db);
  const knows = (epoch: string): boolean => db.prepare("SELECT 1 FROM epochs WHERE epoch = ?").get(epoch) !== undefined;
  const { epochNo } = end;
  const hashAt = (seq: number): string | null => commitHashAt(db, epochNo, seq);
  if (writable && hasGoneBack(readHighWater(folder), { ...end, knows, hashAt })) {
    beginEpoch(db, env, "went-back");
    end = readLogEnd(db);
  }
  return end;
};

export const readLogEnd = (db: Db): LogEnd => {
  const epoch = getMeta(db, "epoch");
  if (epoch === null) throw new AppError("not-begun");
  const { no } = db.prepare("SELECT no FROM epochs WHERE epoch = ?").get(epoch) as { no: number };
  const last = db.prepare("SELECT seq, hash FROM commits WHERE epoch = ? ORDER BY seq DESC LIMIT 1").get(no) as
    | { seq: number; hash: string }
    | undefined;
  const { lamport } = db
    .prepare("SELECT coalesce(max(lamport), 0) AS lamport FROM commits WHERE lamport <= ?")
    .get(highestLamport) as {
    lamport: number;
  };
  return { epochNo: no, epoch, seq: last?.seq ?? 0, hash: last?.hash ?? null, lamport };
};

const commitHashAt = (db: Db, epochNo: number, seq: number): string | null => {
  const row = db.prepare("SELECT hash FROM commits WHERE epoch = ? AND seq = ?").get(epochNo, seq) as
    | { hash: string }
    | undefined;
  return row?.hash ?? null;
};
