/**
 * Whom the texts of a unit cell mean in this office: one unit, or a group (各镇（街道）) with the units that it stands for
 * here. A group is never assigned to as such; a person sees the units first, and takes them or leaves one out.
 */
import type { UnitGroup } from "./groups.ts";
import { type UnitMatch, unitMatcher } from "./match.ts";
import type { Unit } from "./record.ts";
import { joinsOf, resolveSameAs } from "./same.ts";

export interface ResolvedText {
  readonly text: string;
  readonly is: "unit" | "group" | "unknown";
  readonly group: UnitGroup | null;
  /** The unit, or those of the group, in the order in which the units are known. */
  readonly units: readonly Pick<Unit, "code" | "name">[];
}

/**
 * @param known all units, in official order; withdrawn and joined ones are in no group
 * @param under the unit whose group is meant; the office where it is left out
 */
export const resolveTexts = (
  texts: readonly string[],
  known: readonly Unit[],
  { office, under = office }: { readonly office: string | null; readonly under?: string | null },
): ResolvedText[] => {
  const match = unitMatcher(known, under ?? undefined);
  const joins = joinsOf(known);
  const byCode = new Map(known.map((unit) => [unit.code, unit]));
  const unitOf = (text: string, code: string): ResolvedText => {
    const stands = resolveSameAs(code, joins);
    return { text, is: "unit", group: null, units: [{ code: stands, name: byCode.get(stands)?.name ?? text }] };
  };
  return texts.map((text) => {
    if (byCode.has(text)) return unitOf(text, text);
    const found = match(text);
    if (found.kind === "matched") return unitOf(text, found.code);
    if (found.kind === "unknown") return { text, is: "unknown", group: null, units: [] };
    const meant = membersOf(found.group, text, { known, byCode, match, top: byCode.get(under ?? "") });
    return { text, is: "group", group: found.group, units: meant.map(({ code, name }) => ({ code, name })) };
  });
};

interface Around {
  readonly known: readonly Unit[];
  readonly byCode: ReadonlyMap<string, Unit>;
  readonly match: (text: string) => UnitMatch;
  /** The unit whose group it is. */
  readonly top: Unit | undefined;
}

const membersOf = (group: UnitGroup, text: string, around: Around): readonly Unit[] =>
  around.top === undefined ? [] : members[group](around.top, around, text);

type Members = (top: Unit, around: Around, text: string) => readonly Unit[];

const members: Readonly<Record<UnitGroup, Members>> = {
  towns: (top, around) =>
    beneath(nearest(top, around, ["district", "city", "province"]), around).filter(isDivisionOf("town")),
  districts: (top, around) => ofCity(top, around).filter(isDivisionOf("district")),
  zones: (top, around) => zonesOf(beneath(top, around), ofCity(top, around)),
  villages: (top, around) =>
    beneath(nearest(top, around, ["town", "district", "city"]), around).filter(({ tier }) => tier === "village"),
  departments: (top, around, text) => {
    const owner = ownerNamed(text, top, around);
    return living(around).filter(({ kind, parent }) => kind === "department" && parent === owner?.code);
  },
  "district-departments": (top, around, text) => departmentOfEach(text, ofCity(top, around), around),
  related: () => [],
};

const living = ({ known }: Around): readonly Unit[] =>
  known.filter(({ withdrawn, sameAs }) => !withdrawn && sameAs === null);

const beneath = (above: Unit | undefined, around: Around): readonly Unit[] =>
  above === undefined ? [] : living(around).filter((unit) => unit !== above && lineOf(unit, around).includes(above));

const ofCity = (top: Unit, around: Around): readonly Unit[] =>
  beneath(nearest(top, around, ["city", "province"]), around);

const isDivisionOf =
  (wanted: Unit["tier"]) =>
  ({ kind, tier }: Unit): boolean =>
    tier === wanted && (kind === "division" || kind === "zone");

/** A unit and what stands above it, itself first. */
const lineOf = (unit: Unit, { byCode }: Around): Unit[] => {
  const line: Unit[] = [];
  for (let at: Unit | undefined = unit; at && !line.includes(at); at = byCode.get(at.parent ?? "")) line.push(at);
  return line;
};

/** The unit itself or the first above it of one of these tiers; a department's is that of its division. */
const nearest = (unit: Unit, around: Around, tiers: readonly Unit["tier"][]): Unit | undefined =>
  lineOf(unit, around).find(({ kind, tier }) => (kind === "division" || kind === "zone") && tiers.includes(tier));

/** Zones of the office's own; those of its city, where it has none. */
const zonesOf = (own: readonly Unit[], city: readonly Unit[]): readonly Unit[] => {
  const zones = own.filter(({ kind }) => kind === "zone");
  return zones.length > 0 ? zones : city.filter(({ kind }) => kind === "zone");
};

/** 市直各部门 are the city's, whoever reads it; 各部门 the office's own. */
const ownerNamed = (text: string, top: Unit, around: Around): Unit | undefined => {
  if (/省/u.test(text)) return nearest(top, around, ["province"]);
  if (/市(?:直|级|政府)/u.test(text) && !top.name.endsWith("市")) return nearest(top, around, ["city"]);
  if (/[区县](?:直|级|政府)/u.test(text)) return nearest(top, around, ["district"]);
  return nearest(top, around, ["town", "district", "city", "province"]);
};

/** 各区县生态环境分局: the department of that name in each district. */
const departmentOfEach = (text: string, units: readonly Unit[], { match, byCode }: Around): readonly Unit[] => {
  const name = text.replaceAll(/[（）()、/\s]/gu, "").replace(/^各(?:区县|县区|市区县|[区县])(?:功能区)?/u, "");
  const found = units.filter(isDivisionOf("district")).flatMap((district) => {
    const meant = match(district.name + name);
    return meant.kind === "matched" && meant.code !== district.code ? [meant.code] : [];
  });
  return [...new Set(found)].flatMap((code) => byCode.get(code) ?? []);
};
