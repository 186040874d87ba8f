/**
 * One writer for a data folder. The lock is an open transaction on a small database of its own, which the operating
 * system lets go when the program dies in any way, so that no stale lock ever has to be removed by hand; a note beside
 * it says who has it.
 */
import Database from "better-sqlite3";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { AppError } from "#shared/errors.ts";
import { asRefusal } from "./connection.ts";

export interface WriterLock {
  readonly release: () => void;
}

/**
 * Takes the folder for writing.
 * @param who what a person calls this program: `window`, `command line`
 * @throws AppError `data-folder-held` with who has it
 */
export const takeWriterLock = (folder: string, who: string): WriterLock => {
  const path = join(folder, "writer.lock");
  const note = join(folder, "writer.json");
  let db: Database.Database | undefined;
  try {
    db = new Database(path, { timeout: 0 });
    db.pragma("journal_mode = DELETE");
    db.exec("BEGIN EXCLUSIVE");
    writeFileSync(note, JSON.stringify({ who, pid: process.pid, host: hostname() }));
  } catch (error) {
    db?.close();
    if (error instanceof Database.SqliteError && error.code.startsWith("SQLITE_BUSY")) {
      throw new AppError("data-folder-held", { holder: holderFrom(note), path: folder }, { cause: error });
    }
    throw asRefusal(error, folder);
  }
  const held = db;
  return {
    release: () => {
      if (!held.open) return;
      rmSync(note, { force: true });
      held.close();
    },
  };
};

const holderFrom = (note: string): string => {
  try {
    const { who, pid, host } = JSON.parse(readFileSync(note, "utf8")) as { who: string; pid: number; host: string };
    return `${who} (${host}, pid ${pid})`;
  } catch {
    return "?";
  }
};
