/**
 * Which known unit a text of a list means. A list is written by people: 市人社局 is 市人力资源和社会保障局, 张店区人大常委会 is
 * asked of 张店区, 各镇（街道） is a group. What is not certain stays unknown and is shown, never guessed at.
 */
import { departmentKey, mayAbbreviate, ownerLetter } from "./departments.ts";
import { groupNamed, type UnitGroup } from "./groups.ts";
import { indexUnits, plainUnitText, type Codes, type KnownUnit, type UnitIndex } from "./index-of-units.ts";

/** Why a text was taken for a unit, in the order of certainty; the preview words them. */
export const matchReasons = [
  "name",
  "alias",
  "short-name",
  "congress",
  "government",
  "branch",
  "former-name",
  "abbreviation",
] as const;
export type MatchReason = (typeof matchReasons)[number];

type Matched = { readonly kind: "matched"; readonly code: string; readonly why: MatchReason };
export type UnitMatch =
  | Matched
  | { readonly kind: "group"; readonly group: UnitGroup }
  /** `candidates`: the units that it may mean when there are several. */
  | { readonly kind: "unknown"; readonly candidates: readonly string[] };

const nobody: Codes = new Set();

const congress = /(?:人民代表大会|人大)(?:常务委员会|常委会|主席团|工作委员会|工委|工作室)?(?:办公室|机关)?$/;
const government = /(?:人民政府|政府|管理委员会|管委会|党工委|办事处|(?<=街道)办)(?:办公室)?$/;
const branch = /^(?<department>.*局)(?<place>[^局]{2,})分局$/;

/** The text without what stands in brackets: 张店区(含高新区). */
const withoutRemark = (text: string): string => text.replaceAll(/\([^()]*\)/g, "");

/** Nothing is taken for a unit when it could be two. */
const only = (codes: Codes | undefined, why: MatchReason): Matched | undefined => {
  const [code, ...others] = codes ?? [];
  return code === undefined || others.length > 0 ? undefined : { kind: "matched", code, why };
};

const byName = (index: UnitIndex, text: string): Matched | undefined =>
  only(index.names.get(text), "name") ?? only(index.aliases.get(text), "alias");

const named = (index: UnitIndex, text: string): Codes =>
  index.names.get(text) ?? index.aliases.get(text) ?? index.shortNames.get(text) ?? nobody;

/** The divisions that a letter such as 市 means to this office; without an office, all that it may mean. */
const divisionsOfLetter = ({ officeLine, divisions }: UnitIndex, letter: string): Codes => {
  const fits = (unit: KnownUnit): boolean =>
    letter === "区" || letter === "县"
      ? unit.tier === "district" && !unit.name.endsWith("市")
      : unit.name.endsWith(letter);
  const found = officeLine.length > 0 ? officeLine.filter(fits).slice(0, 1) : divisions.filter(fits);
  return new Set(found.map(({ code }) => code));
};

const divisionsNamed = (index: UnitIndex, text: string): Codes =>
  /^[省市区县镇]$/.test(text) ? divisionsOfLetter(index, text) : named(index, text);

/** 张店区人大常委会, 马尚街道办事处: a body of a division stands for the division. */
const bodyOfDivision = (index: UnitIndex, text: string): Matched | undefined => {
  const why = congress.test(text) ? "congress" : "government";
  const place = text.replace(why === "congress" ? congress : government, "");
  return place === text ? undefined : only(divisionsNamed(index, place), why);
};

const departmentOf = (index: UnitIndex, owners: Iterable<string>, name: string): Matched | undefined => {
  const { key, former } = departmentKey(name);
  const all = [...owners];
  const found = new Set(all.flatMap((owner) => [...(index.departments.get(`${owner} ${key}`) ?? nobody)]));
  if (found.size > 0) return only(found, former ? "former-name" : "short-name");
  const abbreviated = all
    .flatMap((owner) => index.ownedBy.get(owner) ?? [])
    .filter((department) => mayAbbreviate(name, department.name));
  return only(new Set(abbreviated.map(({ code }) => code)), "abbreviation");
};

/** 市生态环境局张店分局 is the department of 张店区. */
const branchOfDepartment = (index: UnitIndex, text: string): Matched | undefined => {
  const { department = "", place = "" } = branch.exec(text)?.groups ?? {};
  if (place === "") return undefined;
  const found = departmentOf(index, divisionsNamed(index, place), ownerLetter(department)?.rest ?? department);
  return found === undefined ? undefined : { ...found, why: "branch" };
};

type Parted = { readonly owners: Codes; readonly rest: string };

/** Every way to part a text in whose department it is and its name, the longest name of a division first. */
const partings = (index: UnitIndex, text: string): readonly Parted[] => {
  const parted: Parted[] = [];
  for (let at = Math.min(text.length - 2, 16); at >= 2; at -= 1) {
    const owners = named(index, text.slice(0, at));
    if (owners.size > 0) parted.push({ owners, rest: text.slice(at) });
  }
  const lettered = ownerLetter(text);
  if (lettered !== undefined) parted.push({ owners: divisionsOfLetter(index, lettered.letter), rest: lettered.rest });
  return parted;
};

/** A text that does not say whose: the office's own department, else one of the divisions above it. */
const nearestDepartment = (index: UnitIndex, text: string): Matched | undefined => {
  if (index.officeLine.length === 0) return departmentOf(index, index.ownedBy.keys(), text);
  for (const { code } of index.officeLine) {
    const found = departmentOf(index, [code], text);
    if (found !== undefined) return found;
  }
  return undefined;
};

const department = (index: UnitIndex, text: string): Matched | undefined => {
  const parted = partings(index, text);
  for (const { owners, rest } of parted) {
    const found = departmentOf(index, owners, rest);
    if (found !== undefined) return found;
  }
  return parted.length === 0 ? nearestDepartment(index, text) : undefined;
};

/**
 * Prepares the known units for matching many texts. `office` is the code of the office that reads: 区住建局 is then the
 * department of its own district. Withdrawn units are not offered; joined ones answer with the code that stands for
 * them.
 */
export const unitMatcher = (known: readonly KnownUnit[], office?: string): ((text: string) => UnitMatch) => {
  const index = indexUnits(known, office);
  return (written) => {
    const text = plainUnitText(written);
    const itself = byName(index, text);
    if (itself !== undefined) return itself;
    const group = groupNamed(text);
    if (group !== undefined) return { kind: "group", group };
    const bare = withoutRemark(text);
    return (
      byName(index, bare) ??
      only(index.shortNames.get(bare), "short-name") ??
      bodyOfDivision(index, bare) ??
      branchOfDepartment(index, bare) ??
      department(index, bare) ?? { kind: "unknown", candidates: [...named(index, bare)] }
    );
  };
};

/** One text against the known units; for many texts prepare `unitMatcher` once. */
export const matchUnit = (text: string, known: readonly KnownUnit[], office?: string): UnitMatch =>
  unitMatcher(known, office)(text);
