/**
 * Every connection to the database is opened here, so that none escapes the rules: power may fail in the middle of
 * anything (synchronous=FULL, which this build resets to NORMAL when it opens a WAL database again), references hold,
 * and a file from outside cannot run functions through its schema.
 */
import Database from "better-sqlite3";
import { AppError } from "#shared/errors.ts";

export type Db = Database.Database;
export type Statement = Database.Statement;

export const openConnection = (path: string, options: { readonly?: boolean } = {}): Db => {
  let db: Db | undefined;
  try {
    db = new Database(path, {
      readonly: options.readonly ?? false,
      fileMustExist: options.readonly ?? false,
      timeout: 5000,
    });
    db.pragma("trusted_schema = OFF");
    db.pragma("foreign_keys = ON");
    if (!options.readonly) db.pragma("journal_mode = WAL");
    db.pragma("synchronous = FULL");
    db.pragma("cache_size = -65536");
    db.pragma("mmap_size = 268435456");
    assertRules(db);
    return db;
  } catch (error) {
    db?.close();
    throw asRefusal(error, path);
  }
};

const assertRules = (db: Db): void => {
  const held = {
    synchronous: db.pragma("synchronous", { simple: true }),
    foreign_keys: db.pragma("foreign_keys", { simple: true }),
    trusted_schema: db.pragma("trusted_schema", { simple: true }),
  };
  if (held.synchronous !== 2 || held.foreign_keys !== 1 || held.trusted_schema !== 0) {
    throw new Error(`a connection broke the rules: ${JSON.stringify(held)}`);
  }
};

/** SQLite's own codes, turned into refusals that say what to do. */
export const asRefusal = (error: unknown, path: string): unknown => {
  if (!(error instanceof Database.SqliteError)) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    if (code === "ENOENT" || code === "EACCES" || code === "EROFS" || code === "ENOTDIR" || code === "EPERM") {
      return new AppError("data-folder-not-writable", { path }, { cause: error });
    }
    return error;
  }
  if (error.code === "SQLITE_NOTADB" || error.code.startsWith("SQLITE_CORRUPT")) {
    return new AppError("database-corrupt", { path }, { cause: error });
  }
  if (["SQLITE_CANTOPEN", "SQLITE_READONLY", "SQLITE_IOERR"].some((code) => error.code.startsWith(code))) {
    return new AppError("data-folder-not-writable", { path }, { cause: error });
  }
  if (error.code === "SQLITE_FULL") return new AppError("disk-full", { path }, { cause: error });
  return error;
};
