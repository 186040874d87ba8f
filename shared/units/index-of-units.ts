/**
 * The known units laid out for looking up by what lists call them: by name, alias and short form, and departments by
 * whose they are. Built once, asked for each text of an import.
 */
import { departmentKey, ownerLetter } from "./departments.ts";
import { bareName } from "./names.ts";
import type { Unit } from "./record.ts";
import { joinsOf, resolveSameAs } from "./same.ts";

export type KnownUnit = Pick<Unit, "code" | "name" | "kind" | "tier" | "parent" | "aliases" | "sameAs" | "withdrawn">;
export type Codes = ReadonlySet<string>;
/** A department by one of its names without whose it is, and the code of its division. */
export type Owned = { readonly code: string; readonly owner: string; readonly name: string };

export type UnitIndex = {
  readonly names: ReadonlyMap<string, Codes>;
  readonly aliases: ReadonlyMap<string, Codes>;
  readonly shortNames: ReadonlyMap<string, Codes>;
  /** Departments by `owner key`, see `departmentKey`. */
  readonly departments: ReadonlyMap<string, Codes>;
  readonly ownedBy: ReadonlyMap<string, readonly Owned[]>;
  /** The divisions that are not withdrawn. */
  readonly divisions: readonly KnownUnit[];
  /** The office and the divisions above it, the nearest first; empty when no office was named. */
  readonly officeLine: readonly KnownUnit[];
};

/** A text without spaces, full-width letters and trailing marks. */
export const plainUnitText = (text: string): string =>
  text
    .normalize("NFKC")
    .replaceAll(/\s/g, "")
    .replace(/[。.;,、:]+$/, "");

const adder = () => {
  const codes = new Map<string, Set<string>>();
  const add = (key: string, code: string): void => {
    if (key !== "") codes.set(key, (codes.get(key) ?? new Set()).add(code));
  };
  return { codes, add };
};

const isDivision = ({ kind }: KnownUnit): boolean => kind === "division" || kind === "zone" || kind === "village";

/** A unit and what stands above it, itself first. */
const lineage = (unit: KnownUnit, byCode: ReadonlyMap<string, KnownUnit>): readonly KnownUnit[] => {
  const line = [unit];
  for (let at = byCode.get(unit.parent ?? ""); at !== undefined && !line.includes(at); at = byCode.get(at.parent ?? ""))
    line.push(at);
  return line;
};

/** 张店, 张店区 under 淄博市: 淄博市张店区, 淄博张店 and so on, up to the whole name. */
const shortNamesOf = (unit: KnownUnit, above: readonly KnownUnit[]): readonly string[] => {
  const bare = bareName(unit.name);
  const forms = [bare];
  let path = "";
  for (const { name } of above) {
    for (const prefix of [name, bareName(name), name + path]) forms.push(prefix + unit.name, prefix + bare);
    path = name + path;
  }
  return forms;
};

/** A department's name without whose it is: 市生态环境局, 淄博市生态环境局 and 生态环境局 alike. */
const nameWithoutOwner = (name: string, owners: readonly KnownUnit[]): string => {
  for (const owner of owners)
    for (const prefix of [owner.name, bareName(owner.name)])
      if (name.startsWith(prefix) && name.length > prefix.length + 1) return name.slice(prefix.length);
  return ownerLetter(name)?.rest ?? name;
};

/** Withdrawn units are left out; joined ones stand under the code that stands for them (EX8a). */
export const indexUnits = (known: readonly KnownUnit[], office: string | undefined): UnitIndex => {
  const joins = joinsOf(known);
  const byCode = new Map(known.map((unit) => [unit.code, unit]));
  const living = known.filter(({ withdrawn }) => !withdrawn);
  const names = adder();
  const aliases = adder();
  const shortNames = adder();
  const departments = adder();
  const owned: Owned[] = [];
  for (const unit of living) {
    const code = resolveSameAs(unit.code, joins);
    names.add(plainUnitText(unit.name), code);
    for (const alias of unit.aliases) aliases.add(plainUnitText(alias), code);
    const [, ...above] = lineage(unit, byCode);
    const owner = above.find(isDivision);
    if (isDivision(unit)) for (const name of shortNamesOf(unit, above)) shortNames.add(name, code);
    else if (owner !== undefined)
      for (const written of [unit.name, ...unit.aliases]) {
        const name = nameWithoutOwner(plainUnitText(written), above);
        owned.push({ code, owner: resolveSameAs(owner.code, joins), name });
      }
  }
  for (const { code, owner, name } of owned) departments.add(`${owner} ${departmentKey(name).key}`, code);
  const here = byCode.get(office ?? "");
  return {
    names: names.codes,
    aliases: aliases.codes,
    shortNames: shortNames.codes,
    departments: departments.codes,
    ownedBy: Map.groupBy(owned, ({ owner }) => owner),
    divisions: living.filter(isDivision),
    officeLine: here === undefined ? [] : lineage(here, byCode).filter(isDivision),
  };
};
