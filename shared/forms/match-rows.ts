/**
 * Which row of a form each row of the sheet is: by its hidden cell, unless its number and title are plainly another
 * row's (somebody sorted what can be seen alone); else by number and title, else by a title that only one row has.
 */
import { bare } from "./compare.ts";
import type { CameRow } from "./read-sheet.ts";
import type { SentRow } from "./record.ts";

export interface Matched {
  readonly came: CameRow;
  /** Its place on the form, from 0; null: not of the form. */
  readonly place: number | null;
  readonly moved: boolean;
  /** Its hidden cell was changed, taken away, or stands twice. */
  readonly idChanged: boolean;
}

export const matchRows = (form: string, sent: readonly SentRow[], rows: readonly CameRow[]): Matched[] => {
  const byBoth = placesBy(sent, ({ shown }) => bothOf(shown.no, shown.title));
  const byTitle = placesBy(sent, ({ shown }) => bare(shown.title));
  const taken = new Set<number>();
  const places = new Map<CameRow, number>();
  const onlyFree = (found: readonly number[] = []): number | undefined => {
    const free = found.filter((place) => !taken.has(place));
    return free.length === 1 ? free[0] : undefined;
  };
  const named = ({ key }: CameRow): number | undefined => placeOfKey(form, key, sent.length);
  const both = ({ texts }: CameRow) => byBoth.get(bothOf(texts.no ?? "", texts.title ?? ""));
  const rules: readonly ((came: CameRow) => number | undefined)[] = [
    (came) => both(came)?.find((place) => place === named(came)),
    (came) => onlyFree(both(came)),
    (came) => onlyFree(byTitle.get(bare(came.texts.title ?? ""))),
    named,
  ];
  for (const rule of rules) {
    for (const came of rows) {
      const place = places.has(came) ? undefined : rule(came);
      if (place === undefined || taken.has(place)) continue;
      taken.add(place);
      places.set(came, place);
    }
  }
  const inOrder = [...taken].toSorted((a, b) => a - b);
  let at = 0;
  return rows.map((came): Matched => {
    const place = places.get(came);
    if (place === undefined) return { came, place: null, moved: false, idChanged: false };
    const moved = inOrder[at] !== place;
    at += 1;
    return { came, place, moved, idChanged: named(came) !== place };
  });
};

const placesBy = (sent: readonly SentRow[], keyOf: (row: SentRow) => string): Map<string, number[]> => {
  const places = new Map<string, number[]>();
  for (const [place, row] of sent.entries()) {
    const known = places.get(keyOf(row));
    if (known) known.push(place);
    else places.set(keyOf(row), [place]);
  }
  return places;
};

const bothOf = (no: string, title: string): string => `${bare(no)}\u0000${bare(title)}`;

/** What the hidden cell of a row says: the form, and the row's place on it from 1. */
export const rowKey = (form: string, place: number): string => `form:${form}/${place + 1}`;

/** The place of a row's key; undefined where it names another form, or no row of this one. */
const placeOfKey = (form: string, key: string, rows: number): number | undefined => {
  const [, named, number] = /^form:([0-9a-z]{26})\/(\d+)$/u.exec(key) ?? [];
  const place = Number(number) - 1;
  return named === form && place >= 0 && place < rows ? place : undefined;
};
