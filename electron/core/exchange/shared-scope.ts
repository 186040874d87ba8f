/**
 * What this office shares with another, digested for comparison (EX26). As the writer of a bundle: as it stands now, for
 * a bundle says everything. As the reader: as of the positions that the bundle names, so without what the other cannot
 * know yet; a record on which that bears is merged anew from what both have.
 */
import type { Peer, ScopeDigest } from "#shared/exchange/bundle.ts";
import { type Digested, recordDigest } from "#shared/exchange/digest.ts";
import type { MergeChange } from "#shared/exchange/merging.ts";
import { mergeRecord } from "#shared/exchange/merge-record.ts";
import { maySeeStep, type Receiver, receiverOf, stepsAreApart, unitOf } from "#shared/exchange/scope.ts";
import { creation } from "#shared/store/commit.ts";
import { kindByName } from "#shared/store/registry.ts";
import type { Db } from "../store/connection.ts";
import type { Store } from "../store/store.ts";
import { epochSql, findCommit, fullVersion, versionSql } from "../store/versions.ts";
import { linkOutNamed, liveLink } from "./links.ts";
import { sha256Text } from "./sha256-text.ts";

const appendedUnits = `'${creation}', 'step', 'retract', 'settle', 'purge'`;
const chosen = "rid IN (SELECT value FROM json_each(@rids))";
/** Of the log, where most of it is asked for: read from one end to the other, rather than record by record. */
const changesOfAll = "changes NOT INDEXED";

/** Most of the records of this database. */
const areMost = (db: Db, rids: readonly number[]): boolean =>
  rids.length > 500 && rids.length * 3 > (db.prepare("SELECT count(*) FROM records").pluck().get() as number);

const changesFor = (db: Db, rids: readonly number[]): string => (areMost(db, rids) ? changesOfAll : "changes");

interface SimpleRow {
  readonly made: boolean;
  readonly commitId: number;
  readonly ord: number;
}

interface AppendedRow extends SimpleRow {
  readonly rid: number;
  readonly unit: string;
  readonly value: string | null;
  readonly office: string;
}

/** Places of changes that do not count, as `<commit row>#<place>`, by record. */
type Later = ReadonlyMap<number, ReadonlySet<string>>;

/** As it stands, of what is in the stream to a peer. */
export const sharedNow = (store: Store, peer: Peer): Digested[] => {
  const { db } = store;
  const link = liveLink(db, peer);
  if (!link) return [];
  const rids = db
    .prepare(
      `SELECT rid FROM scope_out JOIN records USING (rid) WHERE link = ?
       AND NOT EXISTS (SELECT 1 FROM scope_in WHERE peer = ? AND record = records.id AND left_why IS NOT NULL)`,
    )
    .pluck()
    .all(link.id, peer) as number[];
  return digested(store, peer, rids, new Map());
};

/** As of what the writer of a bundle had; null where that cannot be said, since the stream that it names is over. */
export const sharedAsOf = (store: Store, peer: Peer, received: ScopeDigest["received"]): Digested[] | null => {
  const { db } = store;
  const named = received === null ? null : linkOutNamed(db, received.link);
  if (received !== null && (!named?.live || received.number > named.last)) return null;
  const position = { link: named?.id ?? 0, number: received?.number ?? 0 };
  const rids = sharedRids(db, peer, position);
  const later = laterThan(db, peer, rids, position);
  return digested(store, peer, withSomething(db, rids, later), later);
};

interface Position {
  readonly link: number;
  readonly number: number;
}

const sharedRids = (db: Db, peer: Peer, { link, number }: Position): number[] => {
  const notices = db
    .prepare("SELECT number, notice FROM sent WHERE link = ? AND notice IS NOT NULL ORDER BY number")
    .all(link) as { number: number; notice: string }[];
  const left = new Set<string>();
  const leftSince = new Set<string>();
  for (const row of notices) {
    const { kind, record } = JSON.parse(row.notice) as { kind: string; record: string };
    const into = row.number <= number ? left : leftSince;
    if (kind === "leave") into.add(record);
    else into.delete(record);
  }
  return db
    .prepare(
      `SELECT rid FROM records WHERE (
         rid IN (SELECT rid FROM scope_out WHERE link = @link)
         OR id IN (SELECT value FROM json_each(@leftSince))
         OR id IN (SELECT record FROM scope_in WHERE peer = @peer AND left_why IS NULL
                   AND record NOT IN (SELECT value FROM json_each(@left)))
       ) AND id NOT IN (SELECT record FROM scope_in WHERE peer = @peer AND left_why IS NOT NULL)`,
    )
    .pluck()
    .all({ link, peer, left: JSON.stringify([...left]), leftSince: JSON.stringify([...leftSince]) }) as number[];
};

/** Changes that are here and that the other has neither told of nor been told of. */
const laterThan = (db: Db, peer: Peer, rids: readonly number[], { link, number }: Position): Later => {
  const rows = db
    .prepare(
      `SELECT rid, commit_id || '#' || ord AS place FROM ${changesFor(db, rids)} WHERE state = 0
       AND coalesce(via NOT IN (SELECT id FROM links_in WHERE peer = @peer), 1) AND ${chosen}
       AND NOT EXISTS (SELECT 1 FROM received JOIN links_in ON links_in.id = received.link
                       WHERE received.commit_id = changes.commit_id AND links_in.peer = @peer)
       AND NOT EXISTS (SELECT 1 FROM sent WHERE sent.link = @link AND sent.commit_id = changes.commit_id AND number <= @number
                       AND (ords IS NULL OR EXISTS (SELECT 1 FROM json_each(ords) WHERE value = changes.ord)))`,
    )
    .all({ rids: JSON.stringify(rids), peer, link, number }) as { rid: number; place: string }[];
  return new Map(
    [...Map.groupBy(rows, ({ rid }) => rid)].map(([rid, all]) => [rid, new Set(all.map(({ place }) => place))]),
  );
};

/** Without the records of which the other has nothing at all. */
const withSomething = (db: Db, rids: readonly number[], later: Later): number[] => {
  if (later.size === 0) return [...rids];
  const counts = new Map(
    db
      .prepare(`SELECT rid, count(*) FROM changes WHERE ${chosen} AND state = 0 GROUP BY rid`)
      .raw()
      .all({ rids: JSON.stringify([...later.keys()]) }) as [number, number][],
  );
  return rids.filter((rid) => (later.get(rid)?.size ?? 0) < (counts.get(rid) ?? Number.POSITIVE_INFINITY));
};

const digested = (store: Store, peer: Peer, rids: readonly number[], later: Later): Digested[] => {
  if (rids.length === 0) return [];
  const { db } = store;
  const office = store.officeCode() ?? "";
  const receivers = [receiverOf(peer, office), { code: office, sameOffice: receiverOf(peer, office).sameOffice }];
  const ids = JSON.stringify(rids);
  const names = new Map(
    (
      db.prepare(`SELECT rid, id, kind FROM records WHERE ${chosen}`).all({ rids: ids }) as {
        rid: number;
        id: string;
        kind: string;
      }[]
    ).map((row) => [row.rid, row]),
  );
  const versions = versionsFor(db, rids);
  const kindOf = (rid: number): string => names.get(rid)?.kind ?? "";
  const apart = appendedRows(
    db,
    [...names.keys()].filter((rid) => stepsAreApart(kindOf(rid))),
  );
  const simple = simpleRows(db, rids);
  const heads = headsOf(db, ids, versions);
  const result: Digested[] = [];
  for (const [rid, { id, kind }] of names) {
    const isLater = later.get(rid);
    const counts = ({ commitId, ord }: SimpleRow): boolean => isLater?.has(`${commitId}#${ord}`) !== true;
    const rows = (simple.get(rid) ?? []).filter(counts);
    const all = apart.get(rid)?.filter(counts);
    const seen = all ? all.filter((row) => isSeen(db, row, all, receivers)) : rows;
    const facts = {
      creations: rows.filter(({ made }) => made).map(({ commitId }) => versions(commitId)),
      heads: isLater === undefined ? (heads.get(rid) ?? []) : headsWithout(db, rid, id, kind, isLater),
      appended: seen.filter(({ made }) => !made).map(({ commitId, ord }) => `${versions(commitId)}#${ord}`),
    };
    result.push({ record: id, digest: recordDigest(sha256Text, id, facts) });
  }
  return result;
};

/** The names of commits; where most of the log is asked for, read at once. */
const versionsFor = (db: Db, rids: readonly number[]): ((commitId: number) => string) => {
  const known = new Map<number, string>();
  if (areMost(db, rids)) {
    const all = db.prepare(
      `SELECT commits.id, ${versionSql} FROM commits CROSS JOIN epochs ON epochs.no = commits.epoch`,
    );
    for (const [id, version] of all.raw().all() as [number, string][]) known.set(id, version);
  }
  return (id) => {
    let version = known.get(id);
    if (version === undefined) known.set(id, (version = fullVersion(db, id)));
    return version;
  };
};

/** Creations and appended changes by record, in no order. */
const simpleRows = (db: Db, rids: readonly number[]): ReadonlyMap<number, SimpleRow[]> => {
  const rows = db
    .prepare(
      `SELECT rid, unit = '${creation}', commit_id, ord FROM ${changesFor(db, rids)}
       WHERE unit IN (${appendedUnits}) AND state = 0 AND ${chosen}`,
    )
    .raw()
    .all({ rids: JSON.stringify(rids) }) as [number, number, number, number][];
  const found = new Map<number, SimpleRow[]>();
  for (const [rid, made, commitId, ord] of rows) {
    const row = { made: made === 1, commitId, ord };
    const known = found.get(rid);
    if (known) known.push(row);
    else found.set(rid, [row]);
  }
  return found;
};

/** The same of records of which siblings do not see each other's steps: with what says whose each is, in the agreed order. */
const appendedRows = (db: Db, rids: readonly number[]): ReadonlyMap<number, AppendedRow[]> => {
  if (rids.length === 0) return new Map();
  const rows = db
    .prepare(
      `SELECT rid, unit, unit = '${creation}' AS made, CASE WHEN unit IN ('step', 'retract') THEN value END AS value, office,
              commit_id AS commitId, ord
       FROM changes JOIN commits ON commits.id = commit_id
       WHERE ${chosen} AND unit IN (${appendedUnits}) AND changes.state = 0 ORDER BY rid, lamport, commit_id`,
    )
    .all({ rids: JSON.stringify(rids) }) as (Omit<AppendedRow, "made"> & { made: unknown })[];
  for (const row of rows) row.made = row.made === 1;
  return Map.groupBy(rows as AppendedRow[], ({ rid }) => rid);
};

/** Whether both offices see an appended change: steps of siblings they do not (EX9). */
const isSeen = (db: Db, row: AppendedRow, rows: readonly AppendedRow[], receivers: readonly Receiver[]): boolean => {
  if (row.unit === "step") return isStepSeen(row, rows, receivers);
  if (row.unit !== "retract") return true;
  const { version = "", ord } = (JSON.parse(row.value ?? "null") ?? {}) as { version?: string; ord?: number };
  const commitId = findCommit(db, version);
  const step = rows.find((other) => other.unit === "step" && other.commitId === commitId && other.ord === ord);
  return step !== undefined && isStepSeen(step, rows, receivers);
};

/** Of one that was purged nobody can say any more whose it was. */
const isStepSeen = (step: AppendedRow, rows: readonly AppendedRow[], receivers: readonly Receiver[]): boolean => {
  const owner = rows.find(({ unit }) => unit === creation)?.office ?? "";
  const value: unknown = JSON.parse(step.value ?? "null");
  if (value === null) return false;
  const unit = unitOf(value, step.office, owner);
  return receivers.every((receiver) => maySeeStep(unit, receiver, step.office));
};

type Heads = readonly (readonly [unit: string, versions: readonly string[]])[];

const headsOf = (db: Db, rids: string, versions: (commitId: number) => string): ReadonlyMap<number, Heads> => {
  const rows = db
    .prepare(`SELECT rid, unit, commit_id FROM heads WHERE ${chosen} ORDER BY rid, unit`)
    .raw()
    .all({ rids }) as [number, string, number][];
  const found = new Map<number, [string, string[]][]>();
  for (const [rid, unit, commitId] of rows) {
    const version = versions(commitId);
    const units = found.get(rid);
    const last = units?.at(-1);
    if (!units) found.set(rid, [[unit, [version]]]);
    else if (last?.[0] === unit) last[1].push(version);
    else units.push([unit, [version]]);
  }
  return found;
};

const headsWithout = (db: Db, rid: number, id: string, kind: string, later: ReadonlySet<string>): Heads => {
  const declared = kindByName.get(kind);
  if (!declared) return [];
  const changes = mergeChanges(db, rid).filter((change) => !later.has(change.place));
  return [...mergeRecord(declared, id, changes).heads];
};

interface MergeRow extends Omit<MergeChange, "value" | "base"> {
  readonly value: string;
  readonly base: string;
  readonly place: string;
}

const mergeChanges = (db: Db, rid: number): (MergeChange & { readonly place: string })[] => {
  const rows = db
    .prepare(
      `SELECT ${versionSql} AS version, ${epochSql} AS epoch, seq, lamport, ord, office, behalf, unit, value, base,
              commit_id || '#' || ord AS place
       FROM changes JOIN commits ON commits.id = commit_id JOIN epochs ON epochs.no = commits.epoch
       WHERE rid = ? AND changes.state = 0`,
    )
    .all(rid) as MergeRow[];
  return rows.map((row) => ({
    ...row,
    value: JSON.parse(row.value) as unknown,
    base: JSON.parse(row.base) as string[],
  }));
};
