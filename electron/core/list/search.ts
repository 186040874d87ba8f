/**
 * What a record can be found by. Names are found by characters, pinyin and initials; long text by characters alone,
 * since nobody types a paragraph's initials and they would triple the table.
 */
import { hanTokens, searchTokens } from "#shared/search/tokens.ts";
import type { Db, Statement } from "../store/connection.ts";

type SearchTable = "search_tasks" | "search_issues";

const prepared = new WeakMap<Db, Map<SearchTable, { drop: Statement; add: Statement }>>();

const statements = (db: Db, table: SearchTable) => {
  const tables = prepared.get(db) ?? new Map<SearchTable, { drop: Statement; add: Statement }>();
  prepared.set(db, tables);
  let known = tables.get(table);
  if (!known) {
    known = {
      drop: db.prepare(`DELETE FROM ${table} WHERE rowid = ?`),
      add: db.prepare(`INSERT INTO ${table} (rowid, han, initials, syllables) VALUES (?, ?, ?, ?)`),
    };
    tables.set(table, known);
  }
  return known;
};

export interface Searched {
  /** Found by characters, pinyin and initials. */
  readonly names: readonly string[];
  /** Found by characters alone. */
  readonly texts: readonly string[];
}

/** `isNew`: nothing of the record stands here yet. Null takes the record out: what stands in no list is not found. */
export const setSearch = (db: Db, table: SearchTable, rid: number, searched: Searched | null, isNew: boolean): void => {
  const { drop, add } = statements(db, table);
  if (!isNew) drop.run(rid);
  if (searched === null) return;
  const { han, initials, syllables } = searchTokens(searched.names.filter((name) => name !== "").join("\n"));
  const long = hanTokens(searched.texts.filter((text) => text !== "").join("\n"));
  add.run(rid, long === "" ? han : `${han} ${long}`, initials, syllables);
};
