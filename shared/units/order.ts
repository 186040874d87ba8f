/**
 * The official order in which units stand on every list and print: divisions by their code and functional zones after
 * them, then departments; where an office has put them in an order of its own, that order, departments always apart.
 */
import type { Unit, UnitKind } from "./record.ts";

type Placed = Pick<Unit, "code" | "kind" | "parent" | "order">;

const apart: Readonly<Record<UnitKind, number>> = {
  division: 0,
  zone: 0,
  village: 0,
  department: 1,
  office: 1,
  other: 1,
};
const usual: Readonly<Record<UnitKind, number>> = {
  division: 0,
  zone: 1,
  village: 2,
  office: 3,
  department: 4,
  other: 5,
};

const byCode = (a: string, b: string): number => {
  if (a === b) return 0;
  return a < b ? -1 : 1;
};

/** Compares two units under the same parent; 0 only for the same code. */
export const compareSiblings = (a: Placed, b: Placed): number =>
  apart[a.kind] - apart[b.kind] ||
  (a.order ?? Number.MAX_SAFE_INTEGER) - (b.order ?? Number.MAX_SAFE_INTEGER) ||
  usual[a.kind] - usual[b.kind] ||
  byCode(a.code, b.code);

/**
 * All units in official order, each followed by those under it. A unit whose parent is not known stands at the root,
 * and those that a wrong entry has put under each other stand at the end: none is ever left out.
 */
export const officialOrder = <T extends Placed>(units: readonly T[]): readonly T[] => {
  const known = new Set(units.map(({ code }) => code));
  const under = new Map<string | null, T[]>();
  for (const unit of units) {
    const parent = unit.parent !== null && known.has(unit.parent) && unit.parent !== unit.code ? unit.parent : null;
    const siblings = under.get(parent);
    if (siblings === undefined) under.set(parent, [unit]);
    else siblings.push(unit);
  }
  const ordered = new Set<T>();
  const waiting = [...(under.get(null) ?? [])].sort(compareSiblings).reverse();
  for (let unit = waiting.pop(); unit !== undefined; unit = waiting.pop()) {
    ordered.add(unit);
    waiting.push(...[...(under.get(unit.code) ?? [])].sort(compareSiblings).reverse());
  }
  for (const unit of units) ordered.add(unit);
  return [...ordered];
};
