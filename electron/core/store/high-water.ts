/**
 * A small file beside the database that says how far the log had come (EX19). When the database lags behind it, the
 * database has gone back in time (an old copy was put in its place), and a new epoch begins.
 */
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";

export interface HighWater {
  readonly epoch: string;
  readonly seq: number;
  readonly hash: string;
}

const fileIn = (folder: string): string => join(folder, "high-water.json");

/** The mark, or null when there is none or it cannot be read: a missing mark proves nothing. */
export const readHighWater = (folder: string): HighWater | null => {
  try {
    const mark = JSON.parse(readFileSync(fileIn(folder), "utf8")) as Partial<HighWater>;
    if (typeof mark.epoch !== "string" || typeof mark.seq !== "number" || typeof mark.hash !== "string") return null;
    return { epoch: mark.epoch, seq: mark.seq, hash: mark.hash };
  } catch {
    return null;
  }
};

/**
 * Written after each commit, without a sync: one that lags after a power cut is harmless, one ahead is the point. One
 * that cannot be written (a full disk, a scanner that has the file) lags as well: the commit is in and did not fail.
 */
export const writeHighWater = (folder: string, mark: HighWater): void => {
  const temporary = `${fileIn(folder)}.new`;
  try {
    writeFileSync(temporary, JSON.stringify(mark));
    renameSync(temporary, fileIn(folder));
  } catch {
    // The next commit sets it.
  }
};

/** The log of a database as far as it bears on the mark. */
export interface MarkedLog {
  readonly epoch: string;
  readonly seq: number;
  readonly knows: (epoch: string) => boolean;
  readonly hashAt: (seq: number) => string | null;
}

/**
 * True when the log of the marked epoch is shorter than the mark, or another commit stands at its place, or the database
 * has never heard of that epoch: an old copy was put back that was taken before it began.
 */
export const hasGoneBack = (mark: HighWater | null, { epoch, seq, knows, hashAt }: MarkedLog): boolean => {
  if (mark === null) return false;
  if (mark.epoch !== epoch) return !knows(mark.epoch);
  // An epoch that nothing was written in yet has no commit that could stand for it.
  if (mark.seq === 0) return false;
  return seq < mark.seq || hashAt(mark.seq) !== mark.hash;
};
