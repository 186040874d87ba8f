/**
 * What is left to do on the disk after a purge (EX8): kept files that nothing names any more, the copies made before
 * files were taken in, which still hold what is to be gone, words in the search tables, and the log of the database's
 * last writes. What could not be done now is done at the next start. Backups that a person made lie where he put them.
 */
import { existsSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { attachmentPath } from "../attachments/files.ts";
import { backupsIn } from "../exchange/inbox/backup-before.ts";
import { prepared } from "../store/prepared.ts";
import { purgedFiles, purgedKey } from "../store/purged.ts";
import type { Store } from "../store/store.ts";

export const sweepPurged = (store: Store): void => {
  const { db, folder } = store;
  const hashes = purgedFiles(db);
  if (hashes === null) return;
  try {
    for (const hash of hashes) if (!isKept(store, hash)) rmSync(attachmentPath(folder, hash), { force: true });
    removeCopies(backupsIn(folder));
    emptySearches(store);
    prepared(db, "DELETE FROM meta WHERE key = ?").run(purgedKey);
    db.pragma("wal_checkpoint(TRUNCATE)");
  } catch {
    // A file that another program holds, a full disk: the purge is in, and the next start goes on.
  }
};

/** Meanwhile it came in anew, named by another record. */
const isKept = ({ db }: Store, hash: string): boolean =>
  prepared(db, "SELECT 1 FROM attachments WHERE hash = ?").get(hash) !== undefined;

const removeCopies = (backups: string): void => {
  if (!existsSync(backups)) return;
  for (const name of readdirSync(backups)) rmSync(join(backups, name), { force: true });
};

/** Rows that were deleted leave their words in the index until its parts are put together. */
const emptySearches = ({ db }: Store): void => {
  const before = db.pragma("secure_delete", { simple: true });
  db.pragma("secure_delete = ON");
  for (const table of ["search_tasks", "search_issues", "search_urgings"])
    db.exec(`INSERT INTO ${table} (${table}) VALUES ('optimize')`);
  db.pragma(`secure_delete = ${String(before)}`);
};
