/**
 * Many units at once under one, as the villages and communities of a town are entered: by name, one commit, one undo.
 * A name that is there already is passed over and named, so that a list can be taken in again when it has grown.
 */
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { AppError } from "#shared/errors.ts";
import { nextCustomCode } from "#shared/units/codes.ts";
import { cleanedName, namesInRows } from "#shared/units/listed-names.ts";
import { type Unit, type UnitKind, unitRecordId } from "#shared/units/record.ts";
import { resolveTexts } from "#shared/units/resolve.ts";
import { openWorkbook } from "../sheets/open.ts";
import { commit, type Committed } from "../store/commit.ts";
import { asRefusal } from "../store/connection.ts";
import type { Store } from "../store/store.ts";
import { tierOf } from "./edit.ts";
import { knownUnits, unitByCode } from "./known.ts";

export interface NewUnits {
  readonly under: string;
  readonly kind: UnitKind;
  readonly names: readonly string[];
}

type Added = Committed & { readonly added: Unit[]; readonly passed: string[] };

/** @throws AppError `unit-unknown` for the parent, `village-needs-town`, `names-none`, `names-all-there` */
export const addUnits = (store: Store, { under, kind, names }: NewUnits): Added => {
  const parent = unitByCode(store.db, under);
  if (kind === "village" && parent.tier !== "town" && parent.kind !== "zone") {
    throw new AppError("village-needs-town", { name: parent.name });
  }
  const known = knownUnits(store.db);
  const siblings = known.filter((unit) => unit.parent === under && !unit.withdrawn);
  const there = new Set(siblings.flatMap(({ name, aliases }) => [name, ...aliases]));
  const taken = new Set(known.map(({ code }) => code));
  const added: Unit[] = [];
  const passed: string[] = [];
  const cleaned = names.map(cleanedName).filter((name) => name !== "");
  if (cleaned.length === 0) throw new AppError("names-none");
  for (const name of cleaned) {
    if (there.has(name)) {
      passed.push(name);
      continue;
    }
    const code = nextCustomCode(under, kind, taken, store.officeCode() ?? under);
    taken.add(code);
    there.add(name);
    const tier = tierOf(kind, parent);
    added.push({ code, name, kind, tier, parent: under, order: null, aliases: [], sameAs: null, withdrawn: false });
  }
  if (added.length === 0) throw new AppError("names-all-there", { name: parent.name, count: passed.length });
  const changes = added.map(({ code, name, tier, parent: above }) => ({
    record: unitRecordId(code),
    kind: "unit",
    unit: "*",
    value: { code, name: { name, aliases: [] }, place: { kind, tier, parent: above } },
  }));
  return { ...commit(store, { action: "units.add-many", changes }), added, passed };
};

/** Names in a sheet or a text with one in each line. @throws AppError `file-not-readable`, `names-none-in-file`, `sheet-*` */
export const namesInFile = (path: string): string[] => {
  const fileName = basename(path);
  const { sheets } = openWorkbook(bytesOf(path), fileName);
  const bySheet = sheets.map(({ rows }) => namesInRows(rows.map(({ cells }) => cells)));
  const names = bySheet.find((found) => found.length > 0);
  if (names === undefined) throw new AppError("names-none-in-file", { name: fileName });
  return names;
};

const bytesOf = (path: string): Uint8Array => {
  try {
    return readFileSync(path);
  } catch (error) {
    throw new AppError("file-not-readable", { path }, { cause: asRefusal(error, path) });
  }
};

/** Whom texts mean here. @throws AppError `unit-unknown` for `under` */
export const resolveHere = (store: Store, texts: readonly string[], under?: string) => {
  if (under !== undefined) unitByCode(store.db, under);
  const office = store.officeCode();
  const resolved = resolveTexts(texts, knownUnits(store.db), { office, under: under ?? office });
  return resolved.map((each) => ({ ...each, units: [...each.units] }));
};
