/**
 * Brings a backup back as a data folder. It is unpacked and checked beside the place it shall have, begins a new epoch
 * there (EX19), and is moved in whole; an office that already lies there is refused, or moved aside, never overwritten.
 */
import { randomBytes } from "node:crypto";
import { createWriteStream, existsSync } from "node:fs";
import { mkdir, readdir, rename, rm, rmdir } from "node:fs/promises";
import { dirname } from "node:path";
import { pipeline } from "node:stream/promises";
import { AppError } from "#shared/errors.ts";
import { attachmentPath } from "../attachments/files.ts";
import { restoreKeys } from "../exchange/identity/keys-file.ts";
import type { JobContext } from "../jobs/context.ts";
import { projections } from "../projections.ts";
import { asRefusal, openConnection } from "../store/connection.ts";
import { takeWriterLock } from "../store/lock.ts";
import { setMeta } from "../store/log.ts";
import { databaseIn, openStore } from "../store/store.ts";
import { type BackupArchive, openBackup } from "./backup-archive.ts";

export interface RestoreInput {
  readonly path: string;
  readonly folder: string;
  /** Also when the folder holds an office: that one is moved aside. */
  readonly force: boolean;
}

export interface Restored {
  /** The epoch that the restored database begins. */
  readonly epoch: string;
  /** When the backup was taken. */
  readonly at: string;
  readonly counts: Readonly<Record<string, number>>;
  /** Where what lay there before lies now; null when nothing did. */
  readonly movedAside: string | null;
}

/** @throws AppError `restore-over-office`, `data-folder-held`, and as `openBackup` does */
export const restoreBackup = async (input: RestoreInput, context: JobContext): Promise<Restored> => {
  const { path, folder, force } = input;
  const occupied = existsSync(databaseIn(folder));
  if (occupied && !force) throw new AppError("restore-over-office", { path: folder });
  if (occupied) takeWriterLock(folder, "restore").release();
  const backup = await openBackup(path);
  const fresh = `${folder}.restoring-${randomBytes(4).toString("hex")}`;
  try {
    await unpack(backup, fresh, context);
    const epoch = beginAgain(fresh);
    restoreKeys(fresh, folder, backup.manifest.keys ?? null);
    const movedAside = await moveIn(fresh, folder);
    return { epoch, at: backup.manifest.at, counts: backup.manifest.counts, movedAside };
  } catch (error) {
    await rm(fresh, { recursive: true, force: true });
    throw asRefusal(error, folder);
  } finally {
    backup.close();
  }
};

const unpack = async (backup: BackupArchive, fresh: string, { progress }: JobContext): Promise<void> => {
  await mkdir(fresh, { recursive: true });
  await backup.read(
    async ({ attachment, content }) => {
      const target = attachment === null ? databaseIn(fresh) : attachmentPath(fresh, attachment);
      await mkdir(dirname(target), { recursive: true });
      await pipeline(content, createWriteStream(target, { flush: true }));
    },
    (done, total) => progress("restore-unpack", done, total),
  );
};

/** The copy is another life of the database: what it commits from now on is named by a new epoch. */
const beginAgain = (fresh: string): string => {
  const db = openConnection(databaseIn(fresh));
  try {
    if (db.pragma("quick_check(1)", { simple: true }) !== "ok") throw new AppError("backup-damaged", { name: "" });
    setMeta(db, "restored", new Date().toISOString());
  } finally {
    db.close();
  }
  const store = openStore({ folder: fresh, projections, who: "restore" });
  try {
    return store.end.epoch;
  } finally {
    store.close();
  }
};

const moveIn = async (fresh: string, folder: string): Promise<string | null> => {
  const present = existsSync(folder) ? await readdir(folder) : null;
  if (present === null) {
    await mkdir(dirname(folder), { recursive: true });
  } else if (present.length === 0) {
    await rmdir(folder);
  } else {
    const aside = `${folder}-before-restore-${stamp(new Date())}`;
    await rename(folder, aside);
    await moveBackOnFailure(fresh, folder, aside);
    return aside;
  }
  await rename(fresh, folder);
  return null;
};

const moveBackOnFailure = async (fresh: string, folder: string, aside: string): Promise<void> => {
  try {
    await rename(fresh, folder);
  } catch (error) {
    await rename(aside, folder);
    throw error;
  }
};

const stamp = (at: Date): string => at.toISOString().replaceAll(/[-:]/g, "").slice(0, 15);
