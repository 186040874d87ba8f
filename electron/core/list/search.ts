/**
 * What a record can be found by. Names are found by characters, pinyin and initials; long text by characters alone,
 * since nobody types a paragraph's initials and they would triple the table.
 */
import { hanTokens, searchTokens } from "#shared/search/tokens.ts";
import type { Db } from "../store/connection.ts";
import { prepared } from "./prepared.ts";

type SearchTable = "search_tasks" | "search_issues";

const statements = (table: SearchTable) => ({
  drop: `DELETE FROM ${table} WHERE rowid = ?`,
  add: `INSERT INTO ${table} (rowid, han, initials, syllables) VALUES (?, ?, ?, ?)`,
});
const sql = { search_tasks: statements("search_tasks"), search_issues: statements("search_issues") };

export interface Searched {
  /** Found by characters, pinyin and initials. */
  readonly names: readonly string[];
  /** Found by characters alone. */
  readonly texts: readonly string[];
}

/** `isNew`: nothing of the record stands here yet. Null takes the record out: what stands in no list is not found. */
export const setSearch = (db: Db, table: SearchTable, rid: number, searched: Searched | null, isNew: boolean): void => {
  const { drop, add } = sql[table];
  if (!isNew) prepared(db, drop).run(rid);
  if (searched === null) return;
  const { han, initials, syllables } = searchTokens(searched.names.filter((name) => name !== "").join("\n"));
  const long = hanTokens(searched.texts.filter((text) => text !== "").join("\n"));
  prepared(db, add).run(rid, long === "" ? han : `${han} ${long}`, initials, syllables);
};
