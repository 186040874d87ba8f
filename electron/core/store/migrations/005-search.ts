/**
 * What is typed is looked up here: pairs of characters, initials and syllables. A table for each list, one row for each
 * record that stands in it, so that what a search alone finds is counted without looking at records. Without content of
 * their own, since trigrams find nothing for words of two characters and LIKE grows with the ledger.
 */
import type { Migration } from "../migrate.ts";

export const search: Migration = {
  number: 5,
  name: "search",
  up: (db) => {
    db.exec(`
      CREATE VIRTUAL TABLE search_tasks USING fts5 (
        han, initials, syllables,
        content = '', contentless_delete = 1, tokenize = "ascii"
      );
      CREATE VIRTUAL TABLE search_issues USING fts5 (
        han, initials, syllables,
        content = '', contentless_delete = 1, tokenize = "ascii"
      );
    `);
  },
};
