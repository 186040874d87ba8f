/**
 * What is typed is looked up here: bigrams of characters, initials and syllables, one row a record. A table without
 * content of its own, since trigrams find nothing for words of two characters and LIKE grows with the ledger.
 */
import type { Migration } from "../migrate.ts";

export const search: Migration = {
  number: 5,
  name: "search",
  up: (db) => {
    db.exec(`
      CREATE VIRTUAL TABLE search USING fts5 (
        han, initials, syllables,
        content = '', contentless_delete = 1, tokenize = "ascii"
      );
    `);
  },
};
