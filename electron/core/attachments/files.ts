/**
 * Files kept by their content: `attachments/ab/<sha256>` in the data folder, so that the same photograph is kept once
 * and a name from outside is never used as a path. A file is copied under a temporary name, synced, and renamed before
 * the commit that names it, so that no record ever names half a file.
 */
import { createHash, randomUUID } from "node:crypto";
import { createReadStream, existsSync } from "node:fs";
import { mkdir, open, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, extname, join } from "node:path";
import { AppError } from "#shared/errors.ts";
import type { Attachment } from "#shared/store/attachment.ts";
import { syncFolder } from "../store/sync-folder.ts";

/** The largest file that is kept, in MB: a few minutes of video from a telephone. */
export const mostMegabytes = 500;

const attachmentsFolder = "attachments";

/** Where a file lies, or would lie. `hash`: SHA-256 in lower-case hex. */
export const attachmentPath = (folder: string, hash: string): string => {
  if (!/^[0-9a-f]{64}$/.test(hash)) throw new AppError("attachment-missing", { hash });
  return join(folder, attachmentsFolder, hash.slice(0, 2), hash);
};

/** Where files lie while they are written. */
export const incomingIn = (folder: string): string => join(folder, attachmentsFolder, "incoming");

export const hasAttachment = (folder: string, hash: string): boolean => existsSync(attachmentPath(folder, hash));

/**
 * Keeps a copy of a file of any type.
 * @throws AppError `evidence-gone`, `evidence-empty`, `evidence-too-large`, `evidence-not-readable`, `disk-full`
 */
export const keepFile = async (folder: string, path: string): Promise<Attachment> => {
  const name = basename(path);
  await refuseUnfit(path, name);
  const waiting = incomingIn(folder);
  await mkdir(waiting, { recursive: true });
  const temporary = join(waiting, `${randomUUID()}.part`);
  try {
    const { hash, size } = await copyHashing(path, temporary, name);
    const target = attachmentPath(folder, hash);
    if (!existsSync(target)) {
      await putInPlace(temporary, target);
    }
    return { hash, size, name, mime: mimeOf(name) };
  } catch (error) {
    throw asFileRefusal(error, name);
  } finally {
    await rm(temporary, { force: true });
  }
};

/** Keeps several, one after another: before the commit that names them. Errors as of `keepFile`. */
export const keepFiles = async (folder: string, paths: readonly string[]): Promise<Attachment[]> => {
  const kept: Attachment[] = [];
  for (const path of paths) kept.push(await keepFile(folder, path));
  return kept;
};

/** Moves a file that is on the disk to its place, where it still is after a power cut: a commit is about to name it. */
export const putInPlace = async (temporary: string, target: string): Promise<void> => {
  const shelf = dirname(target);
  await mkdir(shelf, { recursive: true });
  await rename(temporary, target);
  await syncFolder(shelf);
  await syncFolder(dirname(shelf));
};

const refuseUnfit = async (path: string, name: string): Promise<void> => {
  const found = await stat(path).catch((error: unknown) => {
    throw asFileRefusal(error, name);
  });
  if (!found.isFile()) throw new AppError("evidence-not-readable", { name });
  if (found.size === 0) throw new AppError("evidence-empty", { name });
  if (found.size > mostMegabytes * 1024 * 1024)
    throw new AppError("evidence-too-large", { name, limit: mostMegabytes });
};

/** Streams the file, so that its size does not matter to memory; what was written is on the disk when this returns. */
const copyHashing = async (path: string, temporary: string, name: string): Promise<{ hash: string; size: number }> => {
  const hash = createHash("sha256");
  let size = 0;
  const file = await open(temporary, "wx");
  try {
    for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
      hash.update(chunk);
      size += chunk.length;
      await file.writeFile(chunk);
    }
    await file.sync();
  } finally {
    await file.close();
  }
  if (size === 0) throw new AppError("evidence-empty", { name });
  return { hash: hash.digest("hex"), size };
};

const asFileRefusal = (error: unknown, name: string): unknown => {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (code === "ENOENT" || code === "ENOTDIR") return new AppError("evidence-gone", { name }, { cause: error });
  if (code === "EACCES" || code === "EPERM" || code === "EBUSY" || code === "EISDIR") {
    return new AppError("evidence-not-readable", { name }, { cause: error });
  }
  return code === "ENOSPC" ? new AppError("disk-full", { path: name }, { cause: error }) : error;
};

const mimes: Readonly<Record<string, string>> = {
  ".jpg": "image/jpeg",
  ".jpeg": "image/jpeg",
  ".png": "image/png",
  ".gif": "image/gif",
  ".webp": "image/webp",
  ".bmp": "image/bmp",
  ".heic": "image/heic",
  ".pdf": "application/pdf",
  ".doc": "application/msword",
  ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  ".xls": "application/vnd.ms-excel",
  ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  ".wps": "application/vnd.ms-works",
  ".txt": "text/plain",
  ".mp4": "video/mp4",
  ".mov": "video/quicktime",
  ".mp3": "audio/mpeg",
  ".zip": "application/zip",
};

/** By its name, for people to read; what a file is shown as is decided by its first bytes. */
export const mimeOf = (name: string): string => mimes[extname(name).toLowerCase()] ?? "application/octet-stream";
