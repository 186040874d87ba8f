/**
 * What a record can be found by. Names are found by characters, pinyin and initials; long text by characters alone,
 * since nobody types a paragraph's initials and they would triple the table.
 */
import { hanTokens, searchTokens } from "#shared/search/tokens.ts";
import type { Db, Statement } from "../store/connection.ts";

const prepared = new WeakMap<Db, { drop: Statement; add: Statement }>();

const statements = (db: Db) => {
  let known = prepared.get(db);
  if (!known) {
    known = {
      drop: db.prepare("DELETE FROM search WHERE rowid = ?"),
      add: db.prepare("INSERT INTO search (rowid, han, initials, syllables) VALUES (?, ?, ?, ?)"),
    };
    prepared.set(db, known);
  }
  return known;
};

/** `isNew`: nothing of the record stands here yet. */
export const setSearch = (
  db: Db,
  rid: number,
  names: readonly string[],
  texts: readonly string[],
  isNew = false,
): void => {
  const { drop, add } = statements(db);
  const { han, initials, syllables } = searchTokens(names.filter((name) => name !== "").join("\n"));
  const long = hanTokens(texts.filter((text) => text !== "").join("\n"));
  if (!isNew) drop.run(rid);
  add.run(rid, long === "" ? han : `${han} ${long}`, initials, syllables);
};
