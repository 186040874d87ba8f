/** A memory office's log as the planner of streams wants to see it. */
import { type PlanChange, type PlanPort } from "#shared/exchange/plan.ts";
import { type Receiver, valueTells } from "#shared/exchange/scope.ts";
import type { MemoryLog, Place, StoredChange, StoredCommit } from "./memory-log.ts";
import type { MemoryRecords } from "./memory-records.ts";
import type { OutLink, Streams } from "./memory-streams.ts";
import type { PlantedBug } from "./planted-bugs.ts";

export const planPort = (
  { log, streams }: { readonly log: MemoryLog; readonly streams: Streams },
  records: MemoryRecords,
  link: OutLink,
  receiver: Receiver,
  bug: PlantedBug,
): PlanPort<string> => {
  const commits = [...log.commits.values()];
  const asPlanned = ({ version, ord }: Place): PlanChange<string> | null => {
    const commit = log.commits.get(version);
    const stored = commit?.changes.get(ord);
    // What was set aside is nobody's business elsewhere (EX17).
    return commit && stored && stored.state < 2 ? planned(commit, stored, streams, link) : null;
  };
  const all = (places: readonly Place[]): PlanChange<string>[] =>
    places
      .map(asPlanned)
      .filter((change) => change !== null)
      .toSorted((a, b) => a.commit - b.commit || a.ord - b.ord);
  const links = [...streams.outgoing.values()].filter(({ peer }) => peer === link.peer);
  const wasEverSent = (record: string): boolean =>
    links.some(({ places }) => log.placesOf(record).some(({ version, ord }) => places.has(`${version}#${ord}`)));
  return {
    receiver: bug === "leak-scope" ? { ...receiver, sameOffice: true } : receiver,
    echo: link.echo,
    news: all(log.events.slice(link.cursor).flatMap(({ version, ords }) => ords.map((ord) => ({ version, ord })))),
    isInScope: (record) => link.scope.has(record),
    isTold: (record) =>
      streams.told.get(link.peer)?.get(record) === "shared" ||
      (wasEverSent(record) && !link.sent.some(({ notice }) => notice?.kind === "leave" && notice.record === record)),
    wasEverSent,
    isArchived: (record) => [...streams.told].some(([peer, told]) => peer !== link.peer && told.get(record) === "left"),
    histories: (asked) => new Map(asked.map((record) => [record, all(log.placesOf(record))])),
    facts: (asked) => new Map(asked.map((record) => [record, records.facts(record)])),
    wasSent: (no, ord) => link.places.has(`${commits[no - 1]?.version}#${ord}`),
    isWhole: (no, changes) => {
      const commit = commits[no - 1];
      return commit !== undefined && commit.head.whole && commit.changes.size === changes;
    },
    unitNamed: (code) => {
      const record = `unit:${code}`;
      const merged = records.merged(record);
      if (log.placesOf(record).length === 0 || !merged) return null;
      const { parent } = (merged.values.get("place") ?? {}) as { parent?: string | null };
      const sameAs = merged.values.get("sameAs") as string | null | undefined;
      return { record, names: [parent, sameAs].filter((name) => typeof name === "string") };
    },
    stepAt: (version, ord) => {
      const commit = log.commits.get(version);
      const value = commit?.changes.get(ord)?.change.value;
      return commit && typeof value === "string"
        ? { value: JSON.parse(value) as unknown, office: commit.head.office }
        : null;
    },
  };
};

const planned = (
  { no, head }: StoredCommit,
  { change, via }: StoredChange,
  streams: Streams,
  link: OutLink,
): PlanChange<string> => ({
  commit: no,
  ord: change.ord,
  record: change.record,
  kind: change.kind,
  unit: change.unit,
  value: valueTells(change.kind, change.unit) ? change.value : null,
  office: head.office,
  behalf: change.behalf,
  theirs: via !== null && streams.incoming.get(via)?.peer === link.peer,
});
