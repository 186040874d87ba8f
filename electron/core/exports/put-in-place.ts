/**
 * How a file for people comes to stand where they asked for it (EX27): written beside under a temporary name, synced,
 * renamed; so that whatever fails or is cancelled leaves what stood there before.
 */
import { randomUUID } from "node:crypto";
import { closeSync, fsyncSync, openSync, renameSync, rmSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { AppError } from "#shared/errors.ts";
import { asRefusal } from "../store/connection.ts";

/** A name beside `path` that nobody has; `ending`: of the kind of file, such as `xlsx`. */
export const temporaryBeside = (path: string, ending: string): string =>
  join(dirname(path), `.${randomUUID()}.${ending}.part`);

/** Moves what was written whole under `temporary` to `path`. `bytes`: the size of the file. */
export const putInPlace = (temporary: string, path: string): { path: string; bytes: number } => {
  const file = openSync(temporary, "r+");
  fsyncSync(file);
  closeSync(file);
  const { size } = statSync(temporary);
  renameSync(temporary, path);
  return { path, bytes: size };
};

/** Takes away what was begun; where even that fails, the reason to be told is the first one. */
export const takeAway = (temporary: string): void => {
  try {
    rmSync(temporary, { force: true });
  } catch {
    // As said.
  }
};

/** `disk-full` or `file-not-writable` where the disk said so; anything else as it came. */
export const asWriteRefusal = (error: unknown, path: string): unknown => {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (code === "ENOSPC") return new AppError("disk-full", { path }, { cause: error });
  if (["EACCES", "EPERM", "EROFS", "EBUSY", "ENOENT", "ENOTDIR", "EISDIR"].includes(code)) {
    return new AppError("file-not-writable", { path }, { cause: error });
  }
  return asRefusal(error, path);
};
