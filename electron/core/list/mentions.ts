/**
 * Which records name which units, for filters and scope: each text as written, and the code that it means. When units
 * change (a name, an alias, a join), what was matched is matched again, so that the tables are the same whatever came
 * first.
 */
import type { Db } from "../store/connection.ts";
import type { UnitLookup } from "../units/lookup.ts";
import { prepared } from "../store/prepared.ts";

export interface Mentioned {
  readonly role: string;
  readonly texts: readonly string[];
}

const drop = "DELETE FROM mentions WHERE rid = ?";
const add = "INSERT INTO mentions (rid, role, ord, text, code) VALUES (?, ?, ?, ?, ?)";

/** `isNew`: nothing of the record stands here yet. */
export const setMentions = (
  db: Db,
  rid: number,
  mentioned: readonly Mentioned[],
  units: UnitLookup,
  isNew = false,
): void => {
  if (!isNew) prepared(db, drop).run(rid);
  for (const { role, texts } of mentioned) {
    for (const [ord, text] of texts.entries()) prepared(db, add).run(rid, role, ord, text, units.codeOf(text));
  }
};

/** Columns that hold the sort key of the first unit of a role. */
const keyColumns = [
  { table: "tasks", role: "lead", column: "lead_key" },
  { table: "tasks", role: "responsible", column: "responsible_key" },
  { table: "tasks", role: "support", column: "support_key" },
  { table: "issues", role: "responsible", column: "units_key" },
  { table: "urgings", role: "urged", column: "unit_key" },
] as const;

/** Matches every text again after units changed. Only what differs is written. */
export const rematchUnits = (db: Db, units: UnitLookup): void => {
  const texts = db.prepare("SELECT DISTINCT text, code FROM mentions").all() as { text: string; code: string | null }[];
  const recode = db.prepare("UPDATE mentions SET code = @code WHERE text = @text AND code IS NOT @code");
  for (const { text, code } of texts) if (units.codeOf(text) !== code) recode.run({ text, code: units.codeOf(text) });
  const known = new Set(texts.map(({ text }) => text));
  for (const { table, role, column } of keyColumns) {
    const rekey = db.prepare(
      `UPDATE ${table} SET ${column} = @key WHERE ${column} IS NOT @key
       AND rid IN (SELECT rid FROM mentions WHERE role = @role AND text = @text AND ord = 0)`,
    );
    for (const text of known) rekey.run({ key: units.keyOf(text), role, text });
  }
};
