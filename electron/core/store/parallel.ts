/**
 * How much of what comes in was done beside other work without getting in its way (EX6, for the report). Neither knew of
 * the other: certainly so where the counter says that it cannot have, or where ours has not left this computer yet.
 */
import { type MergeChange, stepUnit } from "#shared/exchange/merging.ts";
import { creation } from "#shared/store/commit.ts";
import { isSameValue, VersionSet } from "#shared/exchange/merge-order.ts";
import type { TouchedRecord } from "./incoming-log.ts";
import { changesOf, type LoadedChange } from "./load-changes.ts";
import type { Store } from "./store.ts";

export const parallelChanges = (store: Store, touched: readonly TouchedRecord[]): number => {
  const sent = store.db.prepare("SELECT coalesce(max(cursor), 0) FROM links_out").pluck().get() as number;
  let count = 0;
  for (const { rid, isNew, changes } of touched) {
    if (isNew) continue;
    const incoming = new Set(changes.map(({ version, ord }) => `${version}#${ord}`));
    const here = changesOf(store.db, rid).filter(({ version, ord }) => !incoming.has(`${version}#${ord}`));
    for (const change of changes) {
      const beside = here.filter((own) => areApart(change, own, sent));
      if (beside.length > 0 && !beside.some((own) => isInTheWay(change, own))) count += 1;
    }
  }
  return count;
};

const areApart = (change: MergeChange, own: LoadedChange, sent: number): boolean => {
  if (own.epoch === change.epoch || own.unit === creation || change.unit === creation) return false;
  if (knows(change, own) || knows(own, change)) return false;
  return own.lamport >= change.lamport || (!own.foreign && own.commitId > sent);
};

const isInTheWay = (change: MergeChange, own: MergeChange): boolean =>
  own.unit === change.unit && own.unit !== stepUnit && !isSameValue(own.value, change.value);

const knows = (one: MergeChange, other: MergeChange): boolean => {
  const base = new VersionSet();
  for (const version of one.base) base.add(version);
  return base.has(other.version);
};
