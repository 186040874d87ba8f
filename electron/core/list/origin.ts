/** The list that a record was taken in with: its name, and its place among the lists, which a revision shares. */
import type { ImportFacts } from "#shared/imports/record.ts";
import type { Db } from "../store/connection.ts";
import { prepared } from "../store/prepared.ts";

export interface ListOrigin {
  readonly name: string;
  /** Sorts lists in the order in which they first came; a revised list stands in the place of what it revises. */
  readonly key: number;
}

/** Looks imports up once each; made anew for each commit. */
export const listOrigins = (db: Db): ((importId: string) => ListOrigin | null) => {
  const find = prepared(
    db,
    "SELECT rid, value FROM records JOIN facts USING (rid) WHERE records.id = ? AND facts.unit = 'facts'",
  );
  const known = new Map<string, ListOrigin | null>();
  const look = (importId: string, seen: readonly string[]): ListOrigin | null => {
    const row = find.get(importId) as { rid: number; value: string } | undefined;
    if (!row) return null;
    const { fileName, revises } = JSON.parse(row.value) as ImportFacts;
    const first = revises === null || seen.includes(revises) ? null : look(revises, [...seen, importId]);
    return { name: fileName, key: first?.key ?? row.rid };
  };
  return (importId) => {
    let origin = known.get(importId);
    if (origin === undefined) {
      origin = look(importId, []);
      known.set(importId, origin);
    }
    return origin;
  };
};
