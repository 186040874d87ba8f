/**
 * Reads what lies on a stick or a share under the name of a file. It may be anything: a folder, a pipe that never says a
 * word, a device without end, a file that swells beyond memory. Only a file at rest of a size that could be is read.
 */
import { closeSync, constants, fstatSync, openSync, readSync } from "node:fs";
import { open } from "node:fs/promises";
import { AppError } from "#shared/errors.ts";
import { usualLimits } from "./limits.ts";

/** Without waiting for somebody to write into a pipe. Windows has no such flag, and no such pipes among files. */
const flags = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/** @throws AppError `file-missing` where it is no file or cannot be read, `bundle-too-large` */
export const readOutside = async (path: string, most: number = usualLimits.file): Promise<Buffer> => {
  try {
    const file = await open(path, flags);
    try {
      const found = await file.stat();
      if (!found.isFile()) throw new AppError("file-missing", { path });
      if (found.size > most) throw new AppError("bundle-too-large", { what: "file" });
      return await file.readFile();
    } finally {
      await file.close();
    }
  } catch (error) {
    throw error instanceof AppError ? error : new AppError("file-missing", { path }, { cause: error });
  }
};

/** The first bytes of a file, at most so many; null for what is no file or cannot be read. */
export const beginningOutside = (path: string, most: number): Buffer | null => {
  try {
    const file = openSync(path, flags);
    try {
      if (!fstatSync(file).isFile()) return null;
      const bytes = Buffer.alloc(most);
      return bytes.subarray(0, readSync(file, bytes, 0, most, 0));
    } finally {
      closeSync(file);
    }
  } catch {
    return null;
  }
};
