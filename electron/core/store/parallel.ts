/**
 * How much of what comes in was done beside other work without getting in its way (EX6, for the report). Neither knew of
 * the other: certainly so where the counter says that it cannot have, or where ours has not left this computer yet.
 */
import type { MergeChange } from "#shared/exchange/merging.ts";
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
    for (const change of changes) if (here.some((own) => isBeside(change, own, sent))) count += 1;
  }
  return count;
};

const isBeside = (change: MergeChange, own: LoadedChange, sent: number): boolean => {
  if (own.epoch === change.epoch || own.unit === creation || change.unit === creation) return false;
  if (knows(change, own) || knows(own, change)) return false;
  const isUnseen = own.lamport >= change.lamport || (!own.foreign && own.commitId > sent);
  return isUnseen && (own.unit !== change.unit || own.unit === "step" || isSameValue(own.value, change.value));
};

const knows = (one: MergeChange, other: MergeChange): boolean => {
  const base = new VersionSet();
  for (const version of one.base) base.add(version);
  return base.has(other.version);
};
