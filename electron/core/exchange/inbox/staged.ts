/**
 * Files that wait in the inbox: copies at `<data>/inbox/<sha256>`, their parts beside them by their places in the bundle,
 * never under a name from outside (EX25).
 */
import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, open, readdir, readFile, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { asRefusal } from "../../store/connection.ts";
import { syncFolder } from "../../store/sync-folder.ts";
import type { Beside, OpenedFile } from "./open-file.ts";

const inboxIn = (folder: string): string => join(folder, "inbox");
export const stagedAt = (folder: string, hash: string): string => join(inboxIn(folder), hash);

const writeStaged = async (path: string, bytes: Uint8Array): Promise<void> => {
  const temporary = join(dirname(path), `${randomUUID()}.part`);
  try {
    const handle = await open(temporary, "wx");
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, path);
  } finally {
    await rm(temporary, { force: true });
  }
};

/** The names of a bundle's part files, in its own order: they lie in the inbox under their places in it. */
export const partNames = ({ arrival: { bundle } }: OpenedFile): string[] =>
  bundle.attachments.flatMap(({ parts }) => (parts === "inside" ? [] : parts));

export const keepStaged = async (
  folder: string,
  hash: string,
  bytes: Uint8Array,
  file: OpenedFile | null,
  beside: Beside,
): Promise<void> => {
  try {
    await mkdir(inboxIn(folder), { recursive: true });
    for (const [place, name] of (file === null ? [] : partNames(file)).entries()) {
      const part = await beside(name);
      if (part) await writeStaged(`${stagedAt(folder, hash)}.${place}`, part);
    }
    await writeStaged(stagedAt(folder, hash), bytes);
    await syncFolder(inboxIn(folder));
  } catch (error) {
    throw asRefusal(error, folder);
  }
};

/** Part files as they were staged with their bundle; its names are known once it is open. */
export const besideStaged = (folder: string, hash: string, names: () => readonly string[]): Beside => {
  return async (name) => {
    const path = `${stagedAt(folder, hash)}.${names().indexOf(name)}`;
    return existsSync(path) ? readFile(path) : null;
  };
};

export const removeStaged = async (folder: string, hash: string): Promise<void> => {
  const names = await readdir(inboxIn(folder)).catch((): string[] => []);
  for (const name of names) {
    if (name === hash || name.startsWith(`${hash}.`)) await rm(join(inboxIn(folder), name), { force: true });
  }
};
