/**
 * What carrying changes costs at the very least: the rows that a receiver ends up with, inserted in one transaction by
 * prepared statements into empty tables of the same shape, and gzip and age of the same bytes, there and back. Indexes
 * of words are left out, since their rows cannot be read again, which makes this cheaper than it is.
 */
import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from "age-encryption";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { type Db, openConnection } from "#core/store/connection.ts";
import { migrate } from "#core/store/migrate.ts";

interface Table {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly unknown[][];
}

/** All rows of a database but those of word indexes, in memory. */
export const rowsOf = (db: Db): Table[] => {
  const names = db
    .prepare(
      "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'search%' AND name NOT LIKE 'sqlite%'",
    )
    .pluck()
    .all() as string[];
  return names.map((name) => {
    const columns = (db.pragma(`table_info(${name})`) as { name: string }[]).map((column) => column.name);
    return { name, columns, rows: db.prepare(`SELECT ${columns.join()} FROM ${name}`).raw().all() as unknown[][] };
  });
};

/** Milliseconds to insert them into a new database in `folder`, durably. */
export const insertBare = (tables: readonly Table[], folder: string): number => {
  const path = join(folder, "bare.sqlite");
  for (const end of ["", "-wal", "-shm"]) rmSync(path + end, { force: true });
  const db = openConnection(path);
  migrate(db, path);
  db.pragma("foreign_keys = OFF");
  const start = performance.now();
  db.transaction(() => {
    for (const { name, columns, rows } of tables) {
      const insert = db.prepare(`INSERT INTO ${name} (${columns.join()}) VALUES (${columns.map(() => "?").join()})`);
      for (const row of rows) insert.run(...row);
    }
  }).immediate();
  const took = performance.now() - start;
  db.close();
  return took;
};

/** Milliseconds to pack and seal `bytes`, and to open and unpack them again. */
export const sealBare = async (bytes: Uint8Array): Promise<number> => {
  const identity = await generateX25519Identity();
  const encrypter = new Encrypter();
  encrypter.addRecipient(await identityToRecipient(identity));
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  const start = performance.now();
  const sealed = await encrypter.encrypt(gzipSync(bytes));
  gunzipSync(await decrypter.decrypt(sealed));
  return performance.now() - start;
};
