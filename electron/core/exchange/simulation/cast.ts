/**
 * Who takes part in the simulation: one city, two districts, three towns and a second computer of a district's office,
 * each exchanging with its neighbours in the tree alone (EX15, EX21).
 */
import type { Peer } from "#shared/exchange/bundle.ts";
import type { SimulatedChange } from "./office.ts";

export interface Part {
  readonly peer: Peer;
  /** The office it belongs to. */
  readonly code: string;
  readonly name: string;
  readonly tier: "city" | "district" | "town";
  readonly parent: string | null;
}

/** Device of the second computer, as it stands in its address. */
export const secondDevice = "5ec0000000000002";

export const cast: readonly Part[] = [
  { peer: "370300", code: "370300", name: "City", tier: "city", parent: null },
  { peer: "370303", code: "370303", name: "District three", tier: "district", parent: "370300" },
  { peer: "370302", code: "370302", name: "District two", tier: "district", parent: "370300" },
  { peer: "370303001", code: "370303001", name: "Town one", tier: "town", parent: "370303" },
  { peer: "370303002", code: "370303002", name: "Town two", tier: "town", parent: "370303" },
  { peer: "370302001", code: "370302001", name: "Town three", tier: "town", parent: "370302" },
  { peer: `370303/${secondDevice}`, code: "370303", name: "District three", tier: "district", parent: "370300" },
];

/** Adopts the city in some histories (EX15); it exchanges no files. */
export const province: Part = { peer: "370000", code: "370000", name: "Province", tier: "city", parent: null };

export const partOf = (peer: Peer): Part => {
  const part = peer === province.peer ? province : cast.find((candidate) => candidate.peer === peer);
  if (!part) throw new Error(`nobody plays ${peer}`);
  return part;
};

/** Codes of every unit that tasks and issues may be given to. */
export const unitCodes: readonly string[] = [...new Set(cast.map(({ code }) => code))];

const isSecond = ({ peer, code }: Part): boolean => peer !== code;

/** With whom each of them exchanges files: the office above, those below, and the desk with its other computer. */
export const neighboursOf = (peer: Peer): readonly Peer[] => {
  const part = partOf(peer);
  if (isSecond(part)) return [part.code];
  return cast
    .filter((other) =>
      isSecond(other) ? other.code === part.code : other.peer === part.parent || other.parent === part.code,
    )
    .map((other) => other.peer);
};

/** Offices with one computer and an office above them, which sets them up anew once that computer is revoked (EX17). */
export const revocable: readonly Part[] = cast.filter(
  ({ peer, code, parent }) =>
    parent !== null && cast.filter((other) => other.code === code).length === 1 && peer === code,
);

/** Each pair of neighbours once. */
export const pairs: readonly (readonly [Peer, Peer])[] = cast.flatMap(({ peer }) =>
  neighboursOf(peer)
    .filter((other) => peer < other)
    .map((other) => [peer, other] as const),
);

/** Whether a unit is an office or lies below it: division codes say it themselves. */
export const isWithin = (unit: string, office: string): boolean =>
  unit === office || unit.startsWith(office.length === 6 ? office.replace(/(00){1,2}$/u, "") : office);

/** What each office writes at its first start: the units that it knows, entered by everyone alike. */
export const firstUnits: readonly SimulatedChange[] = cast
  .filter((part) => !isSecond(part))
  .map(({ code, name, tier, parent }) => ({
    record: `unit:${code}`,
    kind: "unit",
    unit: "*",
    value: { code, name: { name, aliases: [] }, place: { kind: "division", tier, parent }, life: { state: "live" } },
  }));
