/**
 * Brings a database to this version's schema, one migration after the other, each in a transaction of its own.
 * Migrations only add (EX22). A database from a later version is refused by name rather than guessed at.
 */
import { AppError } from "#shared/errors.ts";
import type { Db } from "./connection.ts";
import { migrations } from "./migrations/index.ts";

export interface Migration {
  readonly number: number;
  readonly name: string;
  readonly up: (db: Db) => void;
}

export const schemaVersion = migrations.length;

/** The schema that the file has; 0 for an empty one. */
export const schemaOf = (db: Db): number => Number(db.pragma("user_version", { simple: true }));

/** Refuses a database whose schema this program does not know. */
export const refuseFuture = (db: Db, path: string): void => {
  const found = schemaOf(db);
  if (found > schemaVersion) throw new AppError("database-from-the-future", { path, found, known: schemaVersion });
};

export const migrate = (db: Db, path: string, list: readonly Migration[] = migrations): void => {
  refuseDisorder(list);
  refuseFuture(db, path);
  for (const migration of list.slice(schemaOf(db))) {
    db.transaction(() => {
      migration.up(db);
      db.pragma(`user_version = ${migration.number}`);
    }).immediate();
  }
};

/** Numbers run 1, 2, 3 … without a gap; a mistake here is found at the first start, not in an office. */
export const refuseDisorder = (list: readonly Migration[]): void => {
  for (const [index, migration] of list.entries()) {
    if (migration.number !== index + 1) {
      throw new Error(`migration ${migration.number} (${migration.name}) stands where ${index + 1} belongs`);
    }
  }
};
