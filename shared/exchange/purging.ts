/** What purges take away of a record's changes (EX8): everything older by Lamport counter, of the units they name. */
import { creation } from "../store/commit.ts";
import type { RecordKind } from "../store/kinds.ts";
import type { Rights } from "./authority.ts";
import { isSameValue } from "./merge-order.ts";
import { type Blanked, type MergeChange, type Purging, purgeUnit, stepUnit } from "./merging.ts";

interface Order {
  readonly lamport: number;
  readonly office: string;
  /** Whose changes it covers: all, or with rank 0 only those of its own office. */
  readonly all: boolean;
  /** Null: all units. */
  readonly units: ReadonlySet<string> | null;
}

export interface Purged {
  readonly changes: readonly MergeChange[];
  readonly blanked: readonly Blanked[];
  /** Purged as a whole, and no later change says that it lives. */
  readonly wholly: boolean;
}

const ordersOf = (changes: readonly MergeChange[], rights: Rights): Order[] =>
  changes
    .filter(({ unit }) => unit === purgeUnit)
    .map((change) => {
      const { units } = change.value as Purging;
      const { lamport, office } = change;
      const all = rights.rankOf(change) > 0;
      return { lamport, office, all, units: units.length === 0 ? null : new Set(units) };
    });

/** The changes as purges leave them; the very same list when there is no purge. */
export const purge = (kind: RecordKind, changes: readonly MergeChange[], rights: Rights): Purged => {
  const orders = changes.some(({ unit }) => unit === purgeUnit) ? ordersOf(changes, rights) : [];
  if (orders.length === 0) return { changes, blanked: [], wholly: false };
  const blanked: Blanked[] = [];
  const left = changes.map((change) => {
    const covers = (unit: string): boolean => orders.some((order) => isCovered(order, change, unit));
    const value = leftOf(kind, change, covers);
    if (isSameValue(value, change.value)) return change;
    blanked.push({ version: change.version, ord: change.ord, value });
    return { ...change, value };
  });
  const whole = Math.max(...orders.map(({ all, units, lamport }) => (all && units === null ? lamport : -1)));
  const wholly = whole >= 0 && !changes.some(({ unit, lamport }) => unit === "life" && lamport > whole);
  return { changes: left, blanked, wholly };
};

const isCovered = ({ lamport, office, all, units }: Order, change: MergeChange, unit: string): boolean =>
  change.lamport < lamport && (all || change.office === office) && (units === null || units.has(unit));

const leftOf = (kind: RecordKind, change: MergeChange, covers: (unit: string) => boolean): unknown => {
  const { unit, value } = change;
  if (value === null || value === undefined) return value;
  if (unit === creation) {
    const units = Object.entries(value).flatMap(([name, each]) => {
      const left = covers(name) ? remains(kind, name, each) : each;
      return left === null && covers(name) ? [] : [[name, left] as const];
    });
    return Object.fromEntries(units);
  }
  if (unit !== stepUnit && !Object.hasOwn(kind.units, unit)) return value;
  return covers(unit) ? remains(kind, unit, value) : value;
};

const remains = (kind: RecordKind, unit: string, value: unknown): unknown =>
  (Object.hasOwn(kind.units, unit) ? kind.units[unit]?.remains?.(value) : undefined) ?? null;
