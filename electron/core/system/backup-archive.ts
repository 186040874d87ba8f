/**
 * Reads a backup's archive. Names and sizes inside are checked against its manifest and never used as paths (EX25), and
 * everything is compared with its hash while it is read.
 */
import { createHash } from "node:crypto";
import type { Readable } from "node:stream";
import { type Entry, openPromise, type ZipFile } from "yauzl";
import { AppError } from "#shared/errors.ts";
import { schemaVersion } from "../store/migrate.ts";
import {
  attachmentName,
  backupFormat,
  type BackupManifest,
  databaseName,
  manifestName,
  manifestSchema,
} from "./backup-format.ts";

export interface BackupArchive {
  readonly manifest: BackupManifest;
  /**
   * Hands every file over as it is read. The archive counts as read when nothing was refused.
   * @throws AppError `backup-damaged`
   */
  readonly read: (
    take: (file: BackupFile) => Promise<void>,
    onProgress: (done: number, total: number) => void,
  ) => Promise<void>;
  readonly close: () => void;
}

export interface BackupFile {
  /** The hash of an attachment; null: the database. */
  readonly attachment: string | null;
  readonly content: AsyncIterable<Buffer>;
}

const mostManifestBytes = 256 * 1024 * 1024;

/** @throws AppError `backup-not-one`, `backup-damaged`, `backup-from-the-future` */
export const openBackup = async (path: string): Promise<BackupArchive> => {
  const zip = await opened(path);
  try {
    const entries = await entriesOf(zip);
    const manifest = await manifestOf(zip, entries.get(manifestName));
    return {
      manifest,
      read: (take, onProgress) => readAll(zip, entries, manifest, take, onProgress),
      close: () => zip.close(),
    };
  } catch (error) {
    zip.close();
    throw error;
  }
};

const opened = async (path: string): Promise<ZipFile> => {
  try {
    return await openPromise(path, { autoClose: false, lazyEntries: true });
  } catch (error) {
    const missing = error instanceof Error && "code" in error && error.code === "ENOENT";
    throw new AppError(missing ? "file-missing" : "backup-not-one", { path }, { cause: error });
  }
};

const entriesOf = async (zip: ZipFile): Promise<Map<string, Entry>> => {
  const entries = new Map<string, Entry>();
  try {
    for await (const entry of zip.eachEntry()) entries.set(entry.fileName, entry);
  } catch (error) {
    throw new AppError("backup-damaged", { name: "" }, { cause: error });
  }
  return entries;
};

const manifestOf = async (zip: ZipFile, entry: Entry | undefined): Promise<BackupManifest> => {
  if (!entry || entry.uncompressedSize > mostManifestBytes) throw new AppError("backup-not-one", { path: "" });
  const found = await readJson(zip, entry);
  const format = typeof found === "object" && found !== null && "format" in found ? found.format : undefined;
  if (typeof format === "number" && format > backupFormat) throw new AppError("backup-from-the-future");
  const parsed = manifestSchema.safeParse(found);
  if (!parsed.success) throw new AppError("backup-not-one", { path: "" });
  if (parsed.data.schema > schemaVersion) throw new AppError("backup-from-the-future");
  return parsed.data;
};

const readJson = async (zip: ZipFile, entry: Entry): Promise<unknown> => {
  const stream = await streamOf(zip, entry);
  try {
    const pieces: Buffer[] = [];
    for await (const piece of stream) pieces.push(piece as Buffer);
    return JSON.parse(Buffer.concat(pieces).toString("utf8"));
  } catch (error) {
    throw new AppError("backup-damaged", { name: entry.fileName }, { cause: error });
  }
};

const streamOf = async (zip: ZipFile, entry: Entry): Promise<Readable> => {
  try {
    return await zip.openReadStreamPromise(entry);
  } catch (error) {
    throw new AppError("backup-damaged", { name: entry.fileName }, { cause: error });
  }
};

interface Expected {
  readonly name: string;
  readonly attachment: string | null;
  readonly sha256: string;
  readonly bytes: number;
}

const expectedIn = ({ database, attachments }: BackupManifest): Expected[] => [
  { name: databaseName, attachment: null, ...database },
  ...attachments.map(({ sha256, bytes }) => ({ name: attachmentName(sha256), attachment: sha256, sha256, bytes })),
];

const readAll = async (
  zip: ZipFile,
  entries: ReadonlyMap<string, Entry>,
  manifest: BackupManifest,
  take: (file: BackupFile) => Promise<void>,
  onProgress: (done: number, total: number) => void,
): Promise<void> => {
  const expected = expectedIn(manifest);
  for (const [index, { name, attachment, sha256, bytes }] of expected.entries()) {
    onProgress(index, expected.length);
    const entry = entries.get(name);
    if (!entry || entry.uncompressedSize !== bytes) throw new AppError("backup-damaged", { name });
    const hash = createHash("sha256");
    try {
      await take({ attachment, content: watched(await streamOf(zip, entry), (piece) => hash.update(piece)) });
    } catch (error) {
      if (error instanceof AppError || (error instanceof Error && "syscall" in error)) throw error;
      throw new AppError("backup-damaged", { name }, { cause: error });
    }
    if (hash.digest("hex") !== sha256) throw new AppError("backup-damaged", { name });
  }
  onProgress(expected.length, expected.length);
};

async function* watched(stream: Readable, see: (piece: Buffer) => void): AsyncGenerator<Buffer> {
  for await (const piece of stream) {
    see(piece as Buffer);
    yield piece as Buffer;
  }
}
