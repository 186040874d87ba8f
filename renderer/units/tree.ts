/** Units as a tree in official order, and what moving one among its siblings means. */
import type { Unit } from "#shared/units/record.ts";

export interface TreeLine {
  readonly unit: Unit;
  readonly depth: number;
  /** Codes of its siblings in order, itself among them. */
  readonly siblings: readonly string[];
  readonly hasChildren: boolean;
}

const top = "";

/** Children by their parent's code, in the order in which core gave them (the official one). A unit whose parent is not known stands at the top. */
const childrenByParent = (units: readonly Unit[]): ReadonlyMap<string, readonly Unit[]> => {
  const known = new Set(units.map(({ code }) => code));
  const children = new Map<string, Unit[]>();
  for (const unit of units) {
    const parent = unit.parent !== null && known.has(unit.parent) ? unit.parent : top;
    const siblings = children.get(parent) ?? [];
    siblings.push(unit);
    children.set(parent, siblings);
  }
  return children;
};

/** The tree as lines; below a folded unit nothing is listed. */
export const treeLines = (units: readonly Unit[], folded: ReadonlySet<string>): readonly TreeLine[] => {
  const children = childrenByParent(units);
  const lines: TreeLine[] = [];
  const add = (parent: string, depth: number): void => {
    const siblings = children.get(parent) ?? [];
    const codes = siblings.map(({ code }) => code);
    for (const unit of siblings) {
      const hasChildren = children.has(unit.code);
      lines.push({ unit, depth, siblings: codes, hasChildren });
      if (hasChildren && !folded.has(unit.code)) add(unit.code, depth + 1);
    }
  };
  add(top, 0);
  return lines;
};

/** The siblings' codes with one of them put before another place; the same array when nothing moves. */
export const movedTo = (siblings: readonly string[], code: string, to: number): readonly string[] => {
  const from = siblings.indexOf(code);
  const place = Math.max(0, Math.min(to, siblings.length - 1));
  if (from < 0 || from === place) return siblings;
  const others = siblings.filter((other) => other !== code);
  return [...others.slice(0, place), code, ...others.slice(place)];
};

/** What lies folded at first: the units below the office's neighbours. Its own, and the way down to it, are shown. */
export const foldedBeside = (units: readonly Unit[], office: string | undefined): ReadonlySet<string> => {
  const byCode = new Map(units.map((unit) => [unit.code, unit]));
  const open = new Set<string>();
  for (let unit = byCode.get(office ?? ""); unit !== undefined; unit = byCode.get(unit.parent ?? "")) {
    if (open.has(unit.code)) break;
    open.add(unit.code);
  }
  const parents = new Set(units.flatMap(({ parent }) => (parent === null ? [] : [parent])));
  return new Set([...parents].filter((code) => !open.has(code)));
};
