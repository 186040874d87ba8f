/**
 * One unit of merge of one record: which of its values stand, which one counts, and whether a person has to decide
 * between them (EX5, EX6).
 */
import type { Version } from "../store/commit.ts";
import type { MergeUnit } from "../store/kinds.ts";
import { isSameValue, VersionSet } from "./merge-order.ts";
import type { MergeChange } from "./merging.ts";

/** A value that a change, or a creation for one of its units, gives to the unit. */
export interface UnitValue {
  readonly change: MergeChange;
  readonly rank: number;
  /** Undefined where it was purged. */
  readonly value: unknown;
}

export interface UnitMerged {
  /** Sorted. */
  readonly heads: readonly Version[];
  /** The value that counts; undefined when nothing is left of any. */
  readonly value: unknown;
  readonly standing: MergeChange | null;
  readonly conflict: boolean;
}

/** `values` in the agreed order, all of them with authority and at least one. */
export const mergeUnit = (unit: MergeUnit | undefined, values: readonly UnitValue[]): UnitMerged => {
  const [only] = values;
  if (values.length === 1 && only) return single(only);
  const heads = headsOf(values);
  const left = heads.filter(({ value }) => value !== undefined);
  const best = (left.length > 0 ? left : heads).reduce((a, b) => (b.rank >= a.rank ? b : a));
  const versions = [...new Set(heads.map(({ change }) => change.version))].sort();
  const one: UnitMerged = {
    heads: versions,
    value: best.value,
    standing: best.change,
    conflict: left.some(({ value }) => !isSameValue(value, best.value)),
  };
  if (!one.conflict || !unit?.together) return one;
  const all = unit.together(
    before(values, heads),
    left.map(({ value }) => value),
  );
  return all === null ? one : { ...one, value: all, conflict: false };
};

const single = ({ change, value }: UnitValue): UnitMerged => ({
  heads: [change.version],
  value,
  standing: change,
  conflict: false,
});

/** Of each version that stands in no other's base, the last value. */
const headsOf = (values: readonly UnitValue[]): readonly UnitValue[] => {
  const covered = new VersionSet();
  for (const { change } of values) {
    for (const version of change.base) if (version !== change.version) covered.add(version);
  }
  const lastOf = new Map(values.map((value) => [value.change.version, value]));
  const heads = [...lastOf.values()].filter(({ change }) => !covered.has(change.version));
  // Bases that name each other in a circle were made up; the last one stands.
  return heads.length > 0 ? heads : values.slice(-1);
};

/** The value that all heads had seen, as far as their bases are here: the last one that lies behind each of them. */
const before = (values: readonly UnitValue[], heads: readonly UnitValue[]): unknown => {
  const behind = heads.map((head) => ancestorsOf(values, head));
  return values.findLast((value) => behind.every((set) => set.has(value)))?.value ?? null;
};

const ancestorsOf = (values: readonly UnitValue[], head: UnitValue): ReadonlySet<UnitValue> => {
  const found = new Set<UnitValue>();
  const waiting = [head];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const base = new VersionSet();
    for (const version of next.change.base) base.add(version);
    for (const value of values) {
      if (!found.has(value) && base.has(value.change.version)) {
        found.add(value);
        waiting.push(value);
      }
    }
  }
  return found;
};
