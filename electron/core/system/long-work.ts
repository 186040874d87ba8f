/** Backup and verification as the window sees them: long work in a thread of its own. */
import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { runJob } from "../jobs/run.ts";
import { work } from "../jobs/work.ts";
import type { Program } from "../program.ts";
import { setMeta } from "../store/log.ts";
import { assertOutside } from "../store/outside.ts";

export const verifyWork = (program: Program, signal?: AbortSignal) =>
  work((hooks) => runJob(program, "verify", { folder: program.store.folder }, hooks), signal);

/** Writes a backup to `path` and remembers when, where this program may write. */
export const backupWork = (program: Program, path: string, signal?: AbortSignal) =>
  work(async (hooks) => {
    const mark = randomBytes(4).toString("hex");
    const { folder } = program.store;
    assertOutside(folder, path);
    const temporary = { archive: `${path}.${mark}.part`, database: join(folder, `backup-${mark}.sqlite.part`) };
    const input = { folder, path, temporary, version: program.version };
    const done = await runJob(program, "backup", input, { ...hooks, temporary: Object.values(temporary) });
    if (!program.store.readonly) setMeta(program.store.db, "last-backup", done.at);
    return { path: done.path, bytes: done.bytes };
  }, signal);
