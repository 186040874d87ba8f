/**
 * Commits of other offices and computers into the log and the tables (EX1): inserted as they came, judged one by one,
 * then each record that they touch merged once from all its changes, whatever the order in which those came.
 */
import { kindByName } from "#shared/store/registry.ts";
import { creation } from "#shared/store/commit.ts";
import type { Acceptance, Incoming, NamedAttachment } from "./accepting.ts";
import { IncomingLog, type TouchedRecord } from "./incoming-log.ts";
import { parallelChanges } from "./parallel.ts";
import { prepared } from "./prepared.ts";
import { remerge, type ToMerge } from "./remerge.ts";
import type { Store } from "./store.ts";

/** Runs inside the caller's `store.atomically`; whoever listens is told when that is in. */
export const acceptCommits = (store: Store, incoming: Iterable<Incoming>): Acceptance => {
  store.assertWritable();
  const log = new IncomingLog(store);
  const commitIds = Array.from(incoming, (one) => log.add(one));
  const touched = [...log.touched.values()].filter(
    ({ rid, isNew, changes }) => isNew || changes.length > 0 || log.corrected.has(rid),
  );
  const wasWhole = new Set(touched.filter((record) => !record.isNew && wasShown(store, record)).map(({ rid }) => rid));
  const parallel = parallelChanges(store, touched);
  const merged = remerge(store, touched.map(toMerge));
  const isNewHere = ({ rid }: TouchedRecord): boolean => merged.whole.has(rid) && !wasWhole.has(rid);
  if (log.lastVersion !== null) {
    store.committed({
      version: log.lastVersion,
      end: { ...store.end, lamport: Math.max(store.end.lamport, log.lamport) },
      ids: touched.map(({ record }) => record),
      kinds: merged.kinds,
    });
  }
  return {
    commitIds,
    ...log.counts,
    parallel,
    conflicts: merged.conflicts,
    proposals: merged.proposals,
    recordsNew: touched.filter(isNewHere).map(({ record }) => record),
    recordsChanged: touched
      .filter(({ rid }) => wasWhole.has(rid) && merged.differing.has(rid))
      .map(({ record }) => record),
    forks: log.forks,
    attachments: attachmentsOf(touched),
    touched: touched.map(({ rid }) => rid),
  };
};

const toMerge = ({ rid, record, kind, isNew, changes }: TouchedRecord): ToMerge =>
  isNew ? { rid, record, kind, isNew, changes } : { rid, record, kind, isNew };

const creationsSql = "SELECT commit_id FROM changes WHERE rid = ? AND unit = ? AND state = 0";

/** Whether a creation was here before this intake. */
const wasShown = ({ db }: Store, { rid, changes }: TouchedRecord): boolean => {
  const arrived = new Set(changes.filter(({ unit }) => unit === creation).map(({ commitId }) => commitId));
  return (prepared(db, creationsSql).pluck().all(rid, creation) as number[]).some((id) => !arrived.has(id));
};

/** Files that accepted values name, each once. */
const attachmentsOf = (touched: readonly TouchedRecord[]): NamedAttachment[] => {
  const named = new Map<string, NamedAttachment>();
  for (const { kind: name, changes } of touched) {
    const files = kindByName.get(name)?.files;
    if (!files) continue;
    for (const { unit, value } of changes) {
      if (value === null || value === undefined) continue;
      const values = unit === creation ? Object.entries(value) : [[unit, value] as const];
      for (const [each, given] of values) for (const file of files(each, given)) named.set(file.hash, file);
    }
  }
  return [...named.values()];
};
