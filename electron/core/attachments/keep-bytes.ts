/** Keeps what is already in memory (the original file of an import) like any other file: by its content. */
import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, open, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { asRefusal } from "../store/connection.ts";
import { attachmentPath, incomingIn, putInPlace } from "./files.ts";

/**
 * On the disk when this returns. False when it was there already.
 * @param hash SHA-256 of the bytes in hex
 */
export const keepBytes = async (folder: string, hash: string, bytes: Uint8Array): Promise<boolean> => {
  const target = attachmentPath(folder, hash);
  if (existsSync(target)) return false;
  const temporary = join(incomingIn(folder), `${randomUUID()}.part`);
  try {
    await mkdir(dirname(temporary), { recursive: true });
    const file = await open(temporary, "wx");
    try {
      await file.writeFile(Buffer.from(bytes));
      await file.sync();
    } finally {
      await file.close();
    }
    await putInPlace(temporary, target);
    return true;
  } catch (error) {
    throw asRefusal(error, folder);
  } finally {
    await rm(temporary, { force: true });
  }
};
