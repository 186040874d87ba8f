/**
 * Makes entries of a stream from what came into the log since the last time (EX10, EX11), by the same planner as every
 * office: here it is fed from the database, and what it says is kept in `sent` and `scope_out`.
 */
import type { Notice, Peer } from "#shared/exchange/bundle.ts";
import { type ChainItem, chainHash } from "#shared/exchange/chain.ts";
import { type Plan, type PlanChange, planEntries, type PlannedEntry, type PlanPort } from "#shared/exchange/plan.ts";
import { receiverOf } from "#shared/exchange/scope.ts";
import type { Db } from "../../store/connection.ts";
import { prepared } from "../../store/prepared.ts";
import type { Store } from "../../store/store.ts";
import { findCommit } from "../../store/versions.ts";
import { sha256Text } from "../sha256-text.ts";
import { beginLink, type LinkOut, liveLink, linkOutNamed, newestLinkIn } from "../links.ts";
import { historiesOf, newsFor } from "./change-rows.ts";
import { scopeFacts } from "./scope-facts.ts";

/** The link that is of this database's present epoch; a new epoch begins new ones (EX19). */
export const currentLink = (store: Store, peer: Peer): LinkOut => {
  const live = liveLink(store.db, peer);
  if (live && live.epoch === store.end.epoch) return live;
  const heard = newestLinkIn(store.db, peer)?.epoch ?? null;
  const peerEpoch = live?.peerEpoch ?? heard;
  return beginLink(store, peer, (live?.echo ?? false) || wasRestored(store.db, peer, heard), peerEpoch);
};

/** It was heard in another epoch before, so that it may have lost what it wrote then. */
const wasRestored = (db: Db, peer: Peer, epoch: string | null): boolean =>
  epoch !== null && prepared(db, "SELECT 1 FROM links_in WHERE peer = ? AND epoch <> ?").get(peer, epoch) !== undefined;

/** Everything that is new for a peer becomes entries of its stream, in one transaction. */
export const planLink = (store: Store, peer: Peer): LinkOut => {
  store.assertWritable();
  const plan = (): LinkOut => {
    const link = currentLink(store, peer);
    const end = lastCommit(store.db);
    keep(store.db, link, planFor(store, link), end);
    const planned = linkOutNamed(store.db, link.link);
    if (!planned) throw new Error("a link that was planned is not there");
    return planned;
  };
  return store.db.transaction(plan).immediate();
};

/** How many entries would be new, without anything being kept. */
export const plannedFor = (store: Store, peer: Peer): number => {
  const live = liveLink(store.db, peer);
  const link = live && live.epoch === store.end.epoch ? live : nothingYet(peer);
  return planFor(store, link).entries.length;
};

const nothingYet = (peer: Peer): LinkOut => ({
  id: 0,
  link: "",
  peer,
  epoch: "",
  peerEpoch: null,
  echo: false,
  cursor: 0,
  last: 0,
  hash: "",
  acked: 0,
  ackedAt: null,
  live: true,
});

const lastCommit = (db: Db): number => db.prepare("SELECT coalesce(max(id), 0) FROM commits").pluck().get() as number;

const planFor = (store: Store, link: LinkOut): Plan<number> => planEntries(portOf(store, link));

const portOf = (store: Store, link: LinkOut): PlanPort<number> => {
  const { db } = store;
  const office = store.officeCode() ?? "";
  const news = newsFor(db, link.peer, link);
  const byRecord = Map.groupBy(news, ({ record }) => record);
  const sentOf = sentPlaces(db, link);
  const sizes = sizesOf(db, link.cursor);
  const earlier = prepared(db, "SELECT 1 FROM changes WHERE rid = ? AND commit_id <= ? LIMIT 1");
  const isOlder = (rid: number): boolean => link.cursor > 0 && earlier.get(rid, link.cursor) !== undefined;
  const inScope = prepared(db, "SELECT 1 FROM scope_out WHERE link = ? AND rid = ?");
  return {
    receiver: receiverOf(link.peer, office),
    echo: link.echo,
    news,
    ...toldOf(db, link),
    isInScope: link.last === 0 ? () => false : (rid) => inScope.get(link.id, rid) !== undefined,
    histories: (rids) => {
      const found = new Map<number, readonly PlanChange<number>[]>();
      const older: number[] = [];
      for (const rid of rids) {
        const changes = byRecord.get(rid);
        // One that was made since the cursor is all in the news; not one that was made in two places (EX8a).
        if (changes?.[0] && changes[0].created > link.cursor && !isOlder(rid)) found.set(rid, changes);
        else older.push(rid);
      }
      if (older.length > 0) {
        for (const [rid, changes] of Map.groupBy(historiesOf(db, link.peer, older), ({ record }) => record)) {
          found.set(rid, changes);
        }
      }
      return found;
    },
    facts: (rids) => (rids.length === 0 ? new Map() : scopeFacts(db, rids)),
    wasSent: (commit, ord) => sentOf(commit)?.(ord) ?? false,
    isWhole: (commit, changes) => sizes(commit) === changes,
    unitNamed: (code) => {
      const row = prepared(db, "SELECT rid, parent, same_as AS sameAs FROM units WHERE code = ?").get(code) as
        | { rid: number; parent: string | null; sameAs: string | null }
        | undefined;
      if (!row) return null;
      return { record: row.rid, names: [row.parent, row.sameAs].filter((name) => name !== null) };
    },
    stepAt: (version, ord) => {
      const commit = findCommit(db, version);
      if (commit === null) return null;
      const row = prepared(
        db,
        "SELECT value, office FROM changes JOIN commits ON commits.id = commit_id WHERE commit_id = ? AND ord = ?",
      ).get(commit, ord) as { value: string; office: string } | undefined;
      return row ? { value: JSON.parse(row.value) as unknown, office: row.office } : null;
    },
  };
};

/** What neighbours said of records, and what earlier streams said to this one (EX10). */
const toldOf = (
  db: Db,
  { id, peer }: LinkOut,
): Pick<Required<PlanPort<number>>, "isTold" | "wasEverSent" | "isArchived"> => {
  const saidShared = prepared(
    db,
    `SELECT 1 FROM scope_in WHERE peer = ? AND left_why IS NULL AND record = (SELECT id FROM records WHERE rid = ?)`,
  );
  const everSent = prepared(
    db,
    `SELECT 1 FROM changes JOIN links_out ON links_out.peer = @peer
     JOIN sent ON sent.link = links_out.id AND sent.commit_id = changes.commit_id
     WHERE rid = @rid AND (ords IS NULL OR EXISTS (SELECT 1 FROM json_each(ords) WHERE value = changes.ord)) LIMIT 1`,
  );
  const archived = new Set(
    db
      .prepare("SELECT rid FROM scope_in JOIN records ON records.id = record WHERE left_why IS NOT NULL AND peer <> ?")
      .pluck()
      .all(peer) as number[],
  );
  let left: ReadonlySet<number> | undefined;
  const wasEverSent = (rid: number): boolean => everSent.get({ peer, rid }) !== undefined;
  return {
    wasEverSent,
    isArchived: (rid) => archived.has(rid),
    isTold: (rid) => {
      if (saidShared.get(peer, rid) !== undefined) return true;
      left ??= leavesOf(db, id);
      return !left.has(rid) && wasEverSent(rid);
    },
  };
};

/** Records that a stream has said left the receiver's scope. */
const leavesOf = (db: Db, link: number): ReadonlySet<number> =>
  new Set(
    db
      .prepare(
        `SELECT rid FROM sent JOIN records ON records.id = notice ->> '$.record'
         WHERE link = ? AND notice IS NOT NULL AND notice ->> '$.kind' = 'leave'`,
      )
      .pluck()
      .all(link) as number[],
  );

type WasSent = (ord: number) => boolean;

/** What of a commit is in the stream already; null where nothing of it can be. */
const sentPlaces = (db: Db, link: LinkOut): ((commit: number) => WasSent | null) => {
  if (link.last === 0) return () => null;
  const known = new Map<number, WasSent | null>();
  const find = prepared(db, "SELECT ords FROM sent WHERE link = ? AND commit_id = ?").pluck();
  return (commit) => {
    if (commit > link.cursor) return null;
    let places = known.get(commit);
    if (places === undefined) {
      const rows = find.all(link.id, commit) as (string | null)[];
      const sent = new Set(rows.flatMap((ords) => (ords === null ? [] : (JSON.parse(ords) as number[]))));
      places = rows.length === 0 ? null : rows.includes(null) ? () => true : (ord) => sent.has(ord);
      known.set(commit, places);
    }
    return places;
  };
};

/** How many changes make a commit whole; 0 where a part of it is not here. */
const sizesOf = (db: Db, cursor: number): ((commit: number) => number) => {
  const sizes = new Map(
    db.prepare("SELECT commit_id, count(*) FROM changes WHERE commit_id > ? GROUP BY commit_id").raw().all(cursor) as [
      number,
      number,
    ][],
  );
  const parts = db.prepare("SELECT id FROM commits WHERE whole = 0 AND id > ?").pluck().all(cursor) as number[];
  for (const id of parts) sizes.set(id, 0);
  const one = prepared(
    db,
    "SELECT CASE WHEN whole = 0 THEN 0 ELSE (SELECT count(*) FROM changes WHERE commit_id = id) END FROM commits WHERE id = ?",
  ).pluck();
  return (commit) => (commit > cursor ? (sizes.get(commit) ?? 0) : ((one.get(commit) as number | undefined) ?? 0));
};

/** Writes a plan down: entries with their chain, what is in scope now, how far the log was looked at. */
const keep = (db: Db, link: LinkOut, plan: Plan<number>, end: number): void => {
  let { last, hash } = link;
  const insert = prepared(
    db,
    "INSERT INTO sent (link, number, commit_id, ords, notice, hash) VALUES (?, ?, ?, ?, ?, ?)",
  );
  const hashOf = hashesOf(db, link.cursor);
  for (const entry of plan.entries) {
    last += 1;
    if ("notice" in entry) {
      const notice = noticeOf(db, entry);
      hash = chainHash(sha256Text, hash, last, { notice });
      insert.run(link.id, last, null, null, JSON.stringify(notice), hash);
    } else {
      const item: ChainItem = { commit: hashOf(entry.commit), ords: entry.ords };
      hash = chainHash(sha256Text, hash, last, item);
      insert.run(link.id, last, entry.commit, entry.ords === null ? null : JSON.stringify(entry.ords), null, hash);
    }
  }
  const enter = prepared(db, "INSERT OR IGNORE INTO scope_out (link, rid) VALUES (?, ?)");
  for (const rid of plan.entered) enter.run(link.id, rid);
  const leave = prepared(db, "DELETE FROM scope_out WHERE link = ? AND rid = ?");
  // It hears that they left, so that what it said of them before is over.
  const forget = prepared(
    db,
    "DELETE FROM scope_in WHERE peer = ? AND left_why IS NULL AND record = (SELECT id FROM records WHERE rid = ?)",
  );
  for (const rid of plan.left) {
    leave.run(link.id, rid);
    forget.run(link.peer, rid);
  }
  prepared(db, "DELETE FROM sent_late WHERE link = ?").run(link.id);
  prepared(db, "UPDATE links_out SET cursor = ?, last = ?, hash = ? WHERE id = ?").run(end, last, hash, link.id);
};

const noticeOf = (db: Db, { notice, record }: Extract<PlannedEntry<number>, { notice: string }>): Notice => ({
  kind: notice,
  record: prepared(db, "SELECT id FROM records WHERE rid = ?").pluck().get(record) as string,
});

const hashesOf = (db: Db, cursor: number): ((commit: number) => string) => {
  const hashes = new Map(
    db.prepare("SELECT id, hash FROM commits WHERE id > ?").raw().all(cursor) as [number, string][],
  );
  const one = prepared(db, "SELECT hash FROM commits WHERE id = ?").pluck();
  return (commit) => hashes.get(commit) ?? (one.get(commit) as string);
};
