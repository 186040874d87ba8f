/**
 * Writes the whole data folder into one file: a consistent copy of the database beside whoever writes to it, and every
 * kept file. Under a temporary name first, synced, opened again and compared with its hashes, and only then renamed
 * (EX27), so that a file that bears the name is a backup.
 */
import { createWriteStream } from "node:fs";
import { rename, rm, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { ZipFile } from "yazl";
import { AppError } from "#shared/errors.ts";
import { officeRecordId } from "#shared/system/settings.ts";
import { attachmentPath } from "../attachments/files.ts";
import { keptFiles } from "../attachments/kept.ts";
import { keysForBackup } from "../exchange/identity/keys-file.ts";
import type { JobContext } from "../jobs/context.ts";
import { projections } from "../projections.ts";
import { asRefusal, openConnection } from "../store/connection.ts";
import { schemaOf } from "../store/migrate.ts";
import { openStore, type Store } from "../store/store.ts";
import { syncFolder } from "../store/sync-folder.ts";
import { openBackup } from "./backup-archive.ts";
import { attachmentName, backupFormat, type BackupManifest, databaseName, manifestName } from "./backup-format.ts";
import { hashOfFile } from "./hash-file.ts";

export interface BackupInput {
  readonly folder: string;
  readonly path: string;
  /** The names that are written first; whoever cancels takes them away. */
  readonly temporary: { readonly archive: string; readonly database: string };
  readonly version: string;
}

export interface BackupDone {
  readonly path: string;
  readonly bytes: number;
  /** When the copy was taken, ISO. */
  readonly at: string;
}

/** @throws AppError `backup-target`, `disk-full`, `cancelled` */
export const createBackup = async (input: BackupInput, context: JobContext): Promise<BackupDone> => {
  const { path, temporary } = input;
  try {
    context.progress("backup-database", 0, 0);
    const manifest = await snapshot(input);
    await writeArchive(input, manifest, context);
    await check(temporary.archive, context);
    await rename(temporary.archive, path);
    await syncFolder(dirname(path));
    const { size } = await stat(path);
    return { path, bytes: size, at: manifest.at };
  } catch (error) {
    throw asTargetRefusal(error, path);
  } finally {
    await rm(temporary.database, { force: true });
    await rm(temporary.archive, { force: true });
  }
};

/** Copies the database as of now and says what belongs to it. */
const snapshot = async ({ folder, temporary, version }: BackupInput): Promise<BackupManifest> => {
  await rm(temporary.database, { force: true });
  const store = openStore({ folder, projections, readonly: true });
  try {
    store.db.prepare("VACUUM INTO ?").run(temporary.database);
    return await manifestFor(store, temporary.database, version);
  } finally {
    store.close();
  }
};

/** Reads the copy, not the original, which may already be further. */
const manifestFor = async (store: Store, database: string, program: string): Promise<BackupManifest> => {
  const db = openConnection(database, { readonly: true });
  try {
    const present: BackupManifest["attachments"] = [];
    for (const { hash } of keptFiles(db)) {
      const found = await stat(attachmentPath(store.folder, hash)).catch(() => null);
      if (found) present.push({ sha256: hash, bytes: found.size });
    }
    const count = (table: string): number => db.prepare(`SELECT count(*) FROM ${table}`).pluck().get() as number;
    const bytes = (await stat(database)).size;
    return {
      kind: "liandong-backup",
      format: backupFormat,
      program,
      schema: schemaOf(db),
      at: store.env.now().toISOString(),
      office: store.fact(officeRecordId, "office"),
      epoch: store.end.epoch,
      seq: store.end.seq,
      counts: { commits: count("commits"), records: count("records"), attachments: present.length },
      database: { bytes, sha256: await hashOfFile(database) },
      attachments: present,
      keys: keysForBackup(store.folder),
    };
  } finally {
    db.close();
  }
};

const writeArchive = async (
  { folder, temporary }: BackupInput,
  manifest: BackupManifest,
  { progress }: JobContext,
): Promise<void> => {
  const zip = new ZipFile();
  zip.addBuffer(Buffer.from(JSON.stringify(manifest, null, 1)), manifestName);
  zip.addFile(temporary.database, databaseName);
  // Evidence is mostly pictures and documents, which are packed already.
  for (const { sha256 } of manifest.attachments) {
    zip.addFile(attachmentPath(folder, sha256), attachmentName(sha256), { compress: false });
  }
  zip.end();
  const total = manifest.database.bytes + manifest.attachments.reduce((sum, { bytes }) => sum + bytes, 0);
  const out = createWriteStream(temporary.archive, { flush: true });
  let done = 0;
  const counted = new Transform({
    transform: (piece: Buffer, _encoding, give) => {
      try {
        done += piece.length;
        progress("backup-write", Math.min(done, total), total);
        give(null, piece);
      } catch (error) {
        give(error as Error);
      }
    },
  });
  await pipeline(zip.outputStream, counted, out);
};

const check = async (archive: string, { progress }: JobContext): Promise<void> => {
  const backup = await openBackup(archive);
  try {
    const drain = async (content: AsyncIterable<Buffer>): Promise<void> => {
      for await (const piece of content) void piece;
    };
    await backup.read(
      ({ content }) => drain(content),
      (done, total) => progress("backup-check", done, total),
    );
  } finally {
    backup.close();
  }
};

const asTargetRefusal = (error: unknown, path: string): unknown => {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (code === "ENOSPC") return new AppError("disk-full", { path }, { cause: error });
  if (["ENOENT", "EACCES", "EROFS", "EPERM", "ENOTDIR", "EISDIR"].includes(code)) {
    return new AppError("backup-target", { path }, { cause: error });
  }
  return asRefusal(error, path);
};
