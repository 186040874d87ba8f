/**
 * Writes a file out to a stick or share (EX27): under a temporary name on the target, synced, renamed, opened again and
 * compared. A full or read-only target, or a stick pulled out, leaves no half file under the real name.
 */
import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { open, readFile, rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { AppError } from "#shared/errors.ts";
import { syncFolder } from "../../store/sync-folder.ts";
import { isBeginningOfFile, kindOfFile } from "./first-line.ts";
import { isPartName } from "./part-files.ts";
import { beginningOutside } from "./read-outside.ts";

/**
 * On the target's disk, and read back from it, when this returns.
 * @throws AppError `disk-full`, `exchange-target`, `exchange-target-other`, `exchange-written-differs`
 */
export const writeFileSafely = async (path: string, bytes: Uint8Array): Promise<void> => {
  const folder = dirname(path);
  const temporary = join(folder, `.${randomUUID()}.part`);
  try {
    refuseOther(path);
    await writeSynced(temporary, bytes);
    // What the target cannot give back must not come to bear the real name.
    await compare(temporary, path, bytes);
    await rename(temporary, path);
    await syncFolder(folder);
    await compare(path, path, bytes);
  } catch (error) {
    throw asTargetRefusal(error, path);
  } finally {
    await rm(temporary, { force: true }).catch(() => {});
  }
};

/** What is replaced is an older file of exchange; anything else that bears the name was not meant. */
const refuseOther = (path: string): void => {
  const found = existsSync(path) ? beginningOutside(path, 32) : null;
  if (found === null || found.length === 0 || isPartName(basename(path))) return;
  if (kindOfFile(found) === "unknown" && !isBeginningOfFile(found)) {
    throw new AppError("exchange-target-other", { path });
  }
};

const writeSynced = async (path: string, bytes: Uint8Array): Promise<void> => {
  const file = await open(path, "wx");
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
};

const compare = async (path: string, named: string, bytes: Uint8Array): Promise<void> => {
  const found = await readFile(path);
  if (!found.equals(bytes)) throw new AppError("exchange-written-differs", { path: named });
};

const refusedTargets: ReadonlySet<string> = new Set([
  "ENOENT",
  "EACCES",
  "EROFS",
  "EPERM",
  "ENOTDIR",
  "EISDIR",
  "EBUSY",
  "EIO",
  "ENODEV",
  "ENXIO",
  "ENAMETOOLONG",
]);

const asTargetRefusal = (error: unknown, path: string): unknown => {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (error instanceof AppError) return error;
  // A file system without room for files of this size says EFBIG (FAT32 above 4 GB), a quota EDQUOT.
  if (code === "ENOSPC" || code === "EDQUOT" || code === "EFBIG")
    return new AppError("disk-full", { path }, { cause: error });
  return refusedTargets.has(code) ? new AppError("exchange-target", { path }, { cause: error }) : error;
};
