/**
 * What a record can be found by. Names are found by characters, pinyin and initials; long text by characters alone,
 * since nobody types a paragraph's initials and they would triple the table.
 */
import { hanTokens, searchTokens } from "#shared/search/tokens.ts";
import type { Db } from "../store/connection.ts";
import { prepared } from "../store/prepared.ts";

type SearchTable = "search_tasks" | "search_issues" | "search_urgings";

const statements = (table: SearchTable) => ({
  drop: `DELETE FROM ${table} WHERE rowid = ?`,
  add: `INSERT INTO ${table} (rowid, han, initials, syllables) VALUES (?, ?, ?, ?)`,
});
const sql = {
  search_tasks: statements("search_tasks"),
  search_issues: statements("search_issues"),
  search_urgings: statements("search_urgings"),
};

export interface Searched {
  /** Found by characters, pinyin and initials. */
  readonly names: readonly string[];
  /** Found by characters alone. */
  readonly texts: readonly string[];
}

/**
 * A number that changes when what a record is found by does (cyrb53, 53 bits), so that a step that adds no words leaves
 * the full-text table alone: writing a row of it anew costs more than all else of a step.
 */
export const searchKey = ({ names, texts }: Searched): number => {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (const text of [...names, "", ...texts]) {
    for (let at = 0; at <= text.length; at += 1) {
      const unit = at === text.length ? 10 : text.charCodeAt(at);
      high = Math.imul(high ^ unit, 2_654_435_761);
      low = Math.imul(low ^ unit, 1_597_334_677);
    }
  }
  high = Math.imul(high ^ (high >>> 16), 2_246_822_507) ^ Math.imul(low ^ (low >>> 13), 3_266_489_909);
  low = Math.imul(low ^ (low >>> 16), 2_246_822_507) ^ Math.imul(high ^ (high >>> 13), 3_266_489_909);
  return 4_294_967_296 * (2_097_151 & low) + (high >>> 0);
};

export interface SearchChange {
  readonly rid: number;
  /** Null takes the record out: what stands in no list is not found. */
  readonly searched: Searched | null;
  /** Nothing of the record stands here yet. */
  readonly isNew: boolean;
}

/**
 * Writes what records are found by. All that is replaced is deleted before anything is written: a deletion makes FTS5
 * put aside what it was gathering, which by turns costs seven times as much.
 */
export const setSearches = (db: Db, table: SearchTable, changes: readonly SearchChange[]): void => {
  const { drop, add } = sql[table];
  for (const { rid, isNew } of changes) if (!isNew) prepared(db, drop).run(rid);
  for (const { rid, searched } of changes) {
    if (searched === null) continue;
    const { han, initials, syllables } = searchTokens(searched.names.filter((name) => name !== "").join("\n"));
    const long = hanTokens(searched.texts.filter((text) => text !== "").join("\n"));
    prepared(db, add).run(rid, long === "" ? han : `${han} ${long}`, initials, syllables);
  }
};
