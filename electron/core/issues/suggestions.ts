/** Values entered before, most frequent first, so that a clerk picks instead of typing and one thing has one name. */
import { matchTyped } from "#shared/pinyin/match.ts";
import { prepared } from "../store/prepared.ts";
import type { Store } from "../store/store.ts";
import { unitLookup } from "../units/lookup.ts";

export type SuggestedField = "source" | "place" | "category" | "leader" | "person" | "units";

/** How many values are looked through, and how many are offered. */
const looked = 2000;
const offered = 20;

export const suggestionsFor = ({ db }: Store, field: SuggestedField, q: string): string[] => {
  const sql =
    field === "units"
      ? `SELECT coalesce(code, text) AS value FROM mentions WHERE role = 'responsible'
         GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT ${looked}`
      : `SELECT ${field} AS value FROM issues WHERE ${field} <> '' AND listed = 1
         GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT ${looked}`;
  const values = (prepared(db, sql).all() as { value: string }[]).map(({ value }) => value);
  const shown = field === "units" ? values.map(unitLookup(db).shown) : values;
  const typed = q.trim();
  const fitting = typed === "" ? shown : shown.filter((value) => matchTyped(value, typed) !== undefined);
  return [...new Set(fitting)].slice(0, offered);
};
