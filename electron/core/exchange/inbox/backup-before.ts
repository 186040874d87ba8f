/**
 * A copy of the database before files are taken in (EX23), one for a batch; the last few are kept. Copied as a file where
 * nobody else reads at the moment, which costs least; by SQLite itself otherwise.
 */
import {
  closeSync,
  constants,
  copyFileSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
} from "node:fs";
import { join } from "node:path";
import { asRefusal } from "../../store/connection.ts";
import { databaseIn, type Store } from "../../store/store.ts";

const keptCopies = 3;
const copyName = /^before-exchange-[0-9TZ-]+\.sqlite$/;

export const backupsIn = (folder: string): string => join(folder, "backups");

/** @throws AppError `disk-full`, `data-folder-not-writable` */
export const backupBefore = (store: Store): string => {
  const folder = backupsIn(store.folder);
  const stamp = store.env.now().toISOString().replaceAll(/[:.]/g, "-");
  const path = join(folder, `before-exchange-${stamp}.sqlite`);
  const temporary = `${path}.part`;
  try {
    mkdirSync(folder, { recursive: true });
    rmSync(temporary, { force: true });
    copyTo(store, temporary);
    renameSync(temporary, path);
    removeOld(folder);
    return path;
  } catch (error) {
    rmSync(temporary, { force: true });
    throw asRefusal(error, store.folder);
  }
};

const copyTo = ({ db, folder }: Store, path: string): void => {
  const [{ busy }] = db.pragma("wal_checkpoint(TRUNCATE)") as [{ busy: number }];
  if (busy !== 0) {
    db.prepare("VACUUM INTO ?").run(path);
    return;
  }
  copyFileSync(databaseIn(folder), path, constants.COPYFILE_FICLONE);
  const file = openSync(path, "r+");
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
};

const removeOld = (folder: string): void => {
  const copies = readdirSync(folder).filter((name) => copyName.test(name));
  for (const name of copies.toSorted().slice(0, -keptCopies)) rmSync(join(folder, name), { force: true });
};
