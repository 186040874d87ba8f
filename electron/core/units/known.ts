/** The units known here, read from their table; a few hundred at most, so they are read whole and put in order in memory. */
import { AppError } from "#shared/errors.ts";
import type { Unit } from "#shared/units/record.ts";
import { officialOrder } from "#shared/units/order.ts";
import { matchTyped } from "#shared/pinyin/match.ts";
import type { Db } from "../store/connection.ts";

interface UnitRow extends Omit<Unit, "aliases" | "order" | "sameAs" | "withdrawn"> {
  readonly aliases: string;
  readonly place: number | null;
  readonly same_as: string | null;
  readonly life: string;
}

/** All units that count, in official order. Takes a bare connection, so that workers can ask too. */
export const knownUnits = (db: Db): Unit[] => {
  const rows = db
    .prepare("SELECT code, name, aliases, kind, tier, parent, place, same_as, life FROM units WHERE life <> 'undone'")
    .all() as UnitRow[];
  return [...officialOrder(rows.map(unitOf))];
};

const unitOf = ({ aliases, place, same_as, life, ...row }: UnitRow): Unit => ({
  ...row,
  aliases: JSON.parse(aliases) as string[],
  order: place,
  sameAs: same_as,
  withdrawn: life === "withdrawn",
});

/** @throws AppError `unit-unknown` */
export const unitByCode = (db: Db, code: string): Unit => {
  const unit = knownUnits(db).find((known) => known.code === code);
  if (!unit) throw new AppError("unit-unknown", { code });
  return unit;
};

/** That unit and all below it; without `under`, all. `q` narrows by name, alias, pinyin or initials. */
export const findUnits = (db: Db, { under, q }: { under?: string | undefined; q: string }): Unit[] => {
  const all = knownUnits(db).filter((unit) => !unit.withdrawn);
  const within = under === undefined ? all : underneath(all, under);
  const typed = q.trim();
  if (typed === "") return within;
  return within.filter(
    ({ name, code, aliases }) =>
      code.startsWith(typed) || [name, ...aliases].some((text) => matchTyped(text, typed) !== undefined),
  );
};

const underneath = (units: readonly Unit[], top: string): Unit[] => {
  const parentOf = new Map(units.map(({ code, parent }) => [code, parent]));
  const isUnder = (code: string): boolean => {
    const seen = new Set<string>();
    for (let at: string | null | undefined = code; at && !seen.has(at); at = parentOf.get(at)) {
      if (at === top) return true;
      seen.add(at);
    }
    return false;
  };
  return units.filter(({ code }) => isUnder(code));
};
