/**
 * What carrying changes costs at the very least: the rows that both offices end up with, inserted in one transaction by
 * prepared statements into empty tables of the same shape, and gzip and age of the plain contents of the file, there and
 * back. The rows of the word index are among them, since ours are written too; their words are worked out beforehand, as
 * are all other values, and rows that a sender keeps of its stream are written into the same database.
 */
import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from "age-encryption";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import type { Program } from "#core/program.ts";
import { encodeEntries } from "#core/exchange/file/encode-entries.ts";
import { bundlesFor } from "#core/exchange/outbox/bundles.ts";
import { type Db, openConnection } from "#core/store/connection.ts";
import { migrate } from "#core/store/migrate.ts";
import { unitLookup } from "#core/units/lookup.ts";
import type { Peer } from "#shared/exchange/bundle.ts";
import { hanTokens, searchTokens } from "#shared/search/tokens.ts";

export interface Table {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly unknown[][];
}

/** All rows of a receiver's database, in memory. */
export const rowsOf = (db: Db): Table[] => {
  const names = db
    .prepare(
      "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'search%' AND name NOT LIKE 'sqlite%'",
    )
    .pluck()
    .all() as string[];
  return [...names.map((name) => tableOf(db, name)), wordsOf(db)];
};

/** The rows by which a sender knows what it sent. */
export const sentRowsOf = (db: Db): Table[] => [tableOf(db, "sent"), tableOf(db, "scope_out")];

const tableOf = (db: Db, name: string): Table => {
  const columns = (db.pragma(`table_info(${name})`) as { name: string }[]).map((column) => column.name);
  return { name, columns, rows: db.prepare(`SELECT ${columns.join()} FROM ${name}`).raw().all() as unknown[][] };
};

const namesSql = "SELECT rid, no, title, place, leader, person, units FROM issues ORDER BY rid";
const textsSql = "SELECT measures, progress, source, category, section, note FROM issues ORDER BY rid";

/** The word index cannot be read again, so its rows are made anew from the issues. */
const wordsOf = (db: Db): Table => {
  const { shown } = unitLookup(db);
  const texts = db.prepare(textsSql).raw().all() as string[][];
  const names = db.prepare(namesSql).raw().all() as [number, ...string[]][];
  const rows = names.map(([rid, ...given], at) => {
    const units = JSON.parse(given.pop() ?? "[]") as string[];
    const { han, initials, syllables } = searchTokens(inLines([...given, ...units.map(shown)]));
    return [rid, `${han} ${hanTokens(inLines(texts[at] ?? []))}`, initials, syllables];
  });
  return { name: "search_issues", columns: ["rowid", "han", "initials", "syllables"], rows };
};

const inLines = (texts: readonly string[]): string => texts.filter((text) => text !== "").join("\n");

/** The plain contents of what a sender has written to a peer and is not confirmed yet. */
export const contentsOf = (program: Program, peer: Peer): Uint8Array => {
  const [bundle] = bundlesFor(program, peer, { partSize: Number.MAX_SAFE_INTEGER });
  const { columns, values } = encodeEntries(bundle?.entries ?? []);
  return Buffer.from(columns + values);
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
