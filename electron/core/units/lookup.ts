/**
 * The known units prepared for writing and reading lists: which unit a text means, the code that stands for it after
 * every join (EX8a), its name, and a key by which rows sort in the official order. Prepared once and kept until units or
 * the office change.
 */
import { type Unit } from "#shared/units/record.ts";
import { unitMatcher } from "#shared/units/match.ts";
import { joinsOf, resolveSameAs } from "#shared/units/same.ts";
import { officeRecordId } from "#shared/system/settings.ts";
import { nameKey } from "#shared/list/sort-keys.ts";
import type { Db } from "../store/connection.ts";
import { getMeta, setMeta } from "../store/log.ts";
import { prepared } from "../store/prepared.ts";
import { knownUnits } from "./known.ts";

export interface UnitLookup {
  /** The code of the unit that a text or a code means, after joins; null when it is none that is known. */
  readonly codeOf: (text: string) => string | null;
  /** What to show for a text as kept: the name where it is a code, else the text itself. */
  readonly shown: (text: string) => string;
  readonly nameOf: (code: string) => string | null;
  /** The codes of units in whose name or aliases a text stands. */
  readonly codesNamed: (text: string) => readonly string[];
  /** Sorts by official order; texts that are no known unit follow, by pinyin. */
  readonly keyOf: (text: string) => string | null;
  readonly office: string | null;
  /** The unit above the office, which by rule issues its tasks. */
  readonly above: string | null;
}

const stampKey = "units-stamp";
const stampSql = `SELECT (SELECT value FROM meta WHERE key = '${stampKey}') AS changes,
  (SELECT value FROM facts JOIN records USING (rid) WHERE records.id = ? AND unit = 'office') AS office`;
const lookups = new WeakMap<Db, { stamp: string; lookup: UnitLookup }>();

/**
 * For the units' projection: what was prepared no longer holds. The stamp is rolled back with the commit; what was
 * prepared within it is forgotten at the next change, which may reach the same stamp again.
 */
export const unitsChanged = (db: Db): void => {
  lookups.delete(db);
  setMeta(db, stampKey, String(Number(getMeta(db, stampKey) ?? "0") + 1));
};

export const unitLookup = (db: Db): UnitLookup => {
  const { changes, office } = prepared(db, stampSql).get(officeRecordId) as Record<"changes" | "office", string | null>;
  const stamp = `${changes ?? "0"} ${office ?? ""}`;
  const known = lookups.get(db);
  if (known?.stamp === stamp) return known.lookup;
  const lookup = prepare(knownUnits(db), office === null ? null : (JSON.parse(office) as { unit: string }).unit);
  lookups.set(db, { stamp, lookup });
  return lookup;
};

const prepare = (units: readonly Unit[], office: string | null): UnitLookup => {
  const byCode = new Map(units.map((unit) => [unit.code, unit]));
  const joins = joinsOf(units);
  const match = unitMatcher(units, office ?? undefined);
  const codeOf = remembered((text: string): string | null => {
    if (byCode.has(text)) return resolveSameAs(text, joins);
    const found = match(text);
    return found.kind === "matched" ? found.code : null;
  });
  const orderOf = remembered((code: string) => officialKey(code, byCode));
  return {
    office,
    above: byCode.get(office ?? "")?.parent ?? null,
    codeOf,
    shown: (text) => byCode.get(text)?.name ?? text,
    nameOf: (code) => byCode.get(code)?.name ?? null,
    codesNamed: (text) =>
      units
        .filter(({ name, aliases }) => [name, ...aliases].some((each) => each.includes(text)))
        .map(({ code }) => resolveSameAs(code, joins)),
    keyOf: remembered((text: string) => {
      const code = codeOf(text);
      const name = code === null ? nameKey(text) : null;
      return code === null ? name && `~${name}` : orderOf(code);
    }),
  };
};

const remembered = <T>(find: (text: string) => T): ((text: string) => T) => {
  const known = new Map<string, T>();
  return (text) => {
    let found = known.get(text);
    if (found === undefined) {
      found = find(text);
      if (known.size < 50_000) known.set(text, found);
    }
    return found;
  };
};

/** Divisions before departments; within each, the usual order of kinds (shared/units/order.ts says the same in memory). */
const rank: Readonly<Record<string, string>> = {
  division: "00",
  zone: "01",
  village: "02",
  office: "13",
  department: "14",
};

/** The place among siblings at each tier from the top down, so that adding a unit moves no other one's key. */
const officialKey = (code: string, byCode: ReadonlyMap<string, Unit>): string => {
  const places: string[] = [];
  const seen = new Set<string>();
  for (let unit = byCode.get(code); unit && !seen.has(unit.code); unit = byCode.get(unit.parent ?? "")) {
    seen.add(unit.code);
    const [apart = "1", usual = "5"] = rank[unit.kind] ?? "15";
    const order = unit.order === null ? "zzz" : Math.round(unit.order).toString(36).padStart(3, "0");
    places.unshift(`${apart}${order}${usual}${unit.code}`);
  }
  return places.join("/");
};
