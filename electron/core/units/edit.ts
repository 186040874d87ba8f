/** Writes about units: zones and departments added, names changed, order set, the same unit joined and parted (EX8a). */
import { AppError } from "#shared/errors.ts";
import { type Unit, type UnitKind, unitRecordId } from "#shared/units/record.ts";
import { nextCustomCode } from "#shared/units/codes.ts";
import { kindOfName } from "#shared/units/names.ts";
import { joinsOf, resolveSameAs, wouldCircle } from "#shared/units/same.ts";
import { type ChangeInput, commit, type Committed } from "../store/commit.ts";
import type { Store } from "../store/store.ts";
import { withdrawal } from "../store/withdrawal.ts";
import { knownUnits, unitByCode } from "./known.ts";

export interface NewUnit {
  readonly name: string;
  readonly under: string;
  readonly code?: string | undefined;
  readonly kind?: UnitKind | undefined;
}

/** @throws AppError `unit-unknown` for the parent, `unit-code-taken`, `unit-name-taken` */
export const addUnit = (store: Store, { name, under, code, kind }: NewUnit): Committed & { code: string } => {
  const units = knownUnits(store.db);
  const chosenKind = kind ?? kindOfName(name);
  const parent = unitByCode(store.db, under);
  const taken = new Set(units.map((unit) => unit.code));
  if (code !== undefined && (taken.has(code) || store.has(unitRecordId(code)))) {
    throw new AppError("unit-code-taken", { code, name: units.find((unit) => unit.code === code)?.name ?? "" });
  }
  const namesake = units.find((unit) => unit.parent === under && unit.name === name && !unit.withdrawn);
  if (namesake) throw new AppError("unit-name-taken", { name, code: namesake.code });
  const chosen = code ?? nextCustomCode(under, chosenKind, taken, store.officeCode() ?? under);
  const value = {
    code: chosen,
    name: { name, aliases: [] },
    place: { kind: chosenKind, tier: tierOf(chosenKind, parent), parent: under },
  };
  const done = commit(store, {
    action: "units.add",
    changes: [{ record: unitRecordId(chosen), kind: "unit", unit: "*", value }],
  });
  return { ...done, code: chosen };
};

/** A zone stands a tier below its parent, as a district does below its city; a department stands at its parent's tier. */
export const tierOf = (kind: UnitKind, parent: Unit): Unit["tier"] => {
  if (kind === "village") return "village";
  if (kind !== "zone") return parent.tier;
  if (parent.tier === "city") return "district";
  return parent.tier === "district" ? "town" : parent.tier;
};

/** A former name stays as an alias, so that old lists still match. */
export const editUnit = (
  store: Store,
  code: string,
  changes: { name?: string | undefined; aliases?: readonly string[] | undefined },
): Committed => {
  const unit = unitByCode(store.db, code);
  const name = changes.name ?? unit.name;
  const former = name === unit.name ? [] : [unit.name];
  const aliases = [...new Set([...(changes.aliases ?? unit.aliases), ...former])].filter(
    (alias) => alias !== name && alias.trim() !== "",
  );
  return commit(store, { action: "units.edit", changes: [change(code, "name", { name, aliases })] });
};

/** Puts siblings in the order given: 1, 2, 3 … */
export const orderUnits = (store: Store, codes: readonly string[]): Committed => {
  const units = new Map(knownUnits(store.db).map((unit) => [unit.code, unit]));
  const moved = codes.filter((code, index) => units.get(code)?.order !== index + 1);
  for (const code of codes) if (!units.has(code)) throw new AppError("unit-unknown", { code });
  return commit(store, {
    action: "units.order",
    changes: moved.map((code) => change(code, "order", codes.indexOf(code) + 1)),
  });
};

/** EX8a: says that `code` is the same unit as `same`, or parts them again with null. */
export const joinUnit = (store: Store, code: string, same: string | null): Committed => {
  unitByCode(store.db, code);
  if (same === null) return commit(store, { action: "units.part", changes: [change(code, "sameAs", null)] });
  unitByCode(store.db, same);
  const joins = joinsOf(knownUnits(store.db));
  if (wouldCircle(code, same, joins)) throw new AppError("unit-same-as-itself", { code });
  return commit(store, { action: "units.join", changes: [change(code, "sameAs", resolveSameAs(same, joins))] });
};

export const withdrawUnit = (store: Store, code: string, reason: string): Committed => {
  if (code === store.officeCode()) throw new AppError("unit-is-office", { code });
  unitByCode(store.db, code);
  return commit(store, { action: "units.withdraw", changes: [withdrawal(unitRecordId(code), "unit", reason)] });
};

const change = (code: string, unit: string, value: unknown): ChangeInput => ({
  record: unitRecordId(code),
  kind: "unit",
  unit,
  value,
});
