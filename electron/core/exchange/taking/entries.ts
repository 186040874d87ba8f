/** Puts the entries of a bundle into the log and notes how far its link has come (EX11), who sees what (EX10). */
import type { Bundle, BundledCommit } from "#shared/exchange/bundle.ts";
import type { ExchangeNotice } from "#shared/exchange/report.ts";
import type { Trust } from "#shared/exchange/trust.ts";
import { acceptCommits } from "../../store/accept.ts";
import type { Acceptance, Incoming } from "../../store/accepting.ts";
import { prepared } from "../../store/prepared.ts";
import type { Store } from "../../store/store.ts";
import type { Arrival } from "./arrival.ts";
import { mayHaveLost } from "./acks.ts";
import { type Judged, nextTurn } from "./judge.ts";
import { takingAway, vouching } from "./vouched.ts";

export interface TakenEntries {
  readonly acceptance: Acceptance;
  /** Changes in entries that the link had brought before. */
  readonly skipped: number;
  /** Commits set aside alone since they are not as commits have to be. */
  readonly poisoned: number;
  /** Changes in commits that the sender may not speak for (EX2): not kept. */
  readonly unvouched: number;
  readonly left: readonly string[];
  /** All that is new is by a computer that was revoked before it, so that nothing that it says counts (EX17). */
  readonly allQuarantined: boolean;
}

export const takeEntries = (store: Store, arrival: Arrival, judged: Judged, trust: Trust): TakenEntries => {
  const { bundle } = arrival;
  const { head, entries } = bundle;
  const skip = judged.verdict.how === "take" ? judged.verdict.skip : entries.length;
  // What a number revokes stays revoked for all after it.
  const someRevoked = trust.isRevoked(head.device, head.link, head.range.to);
  const isRevoked = (place: number): boolean =>
    someRevoked && trust.isRevoked(head.device, head.link, head.range.from + place);
  const incoming: Incoming[] = [];
  const places: number[] = [];
  let quarantined = 0;
  let unvouched = 0;
  const isVouched = vouching(store, head.from, mayHaveLost(store, head));
  for (const [place, entry] of entries.entries()) {
    if (place < skip) continue;
    const isAside = isRevoked(place);
    if (isAside) quarantined += 1;
    if (entry.type !== "commit" || arrival.poisoned.has(place)) continue;
    if (!isVouched(entry.commit)) {
      unvouched += entry.commit.changes.length;
      continue;
    }
    places.push(place);
    incoming.push({ commit: entry.commit, via: judged.link.id, quarantined: isAside, proved: arrival.proved === true });
  }
  const before = beforeAcceptance(store);
  const acceptance = acceptCommits(store, incoming);
  noteLate(store, head.from, incoming, acceptance, before);
  const commitAt = new Map(places.map((place, index) => [place, acceptance.commitIds[index] ?? null]));
  const counting = (place: number): boolean => place >= skip && !isRevoked(place);
  noteReceived(store, bundle, judged, skip, commitAt);
  return {
    acceptance,
    skipped: countChanges(bundle, skip),
    poisoned: [...arrival.poisoned].filter((place) => place >= skip).length,
    unvouched,
    left: noteScope(store, bundle, counting),
    allQuarantined: quarantined === entries.length - skip && someRevoked,
  };
};

const countChanges = ({ entries }: Bundle, end: number): number => {
  let count = 0;
  for (const entry of entries.slice(0, end)) if (entry.type === "commit") count += entry.commit.changes.length;
  return count;
};

interface Before {
  /** Commits of which parts are missing here: more of them may come now. */
  readonly incomplete: ReadonlySet<number>;
  readonly last: number;
}

const beforeAcceptance = ({ db }: Store): Before => ({
  incomplete: new Set(db.prepare("SELECT id FROM commits WHERE whole = 0").pluck().all() as number[]),
  last: db.prepare("SELECT coalesce(max(id), 0) FROM commits").pluck().get() as number,
});

/** Every stream that has passed a commit has to look at it again. */
export const lookAgainSql = `INSERT OR IGNORE INTO sent_late (link, commit_id)
  SELECT id, @commit FROM links_out WHERE live = 1 AND cursor >= @commit`;

/**
 * More of a commit came that streams have passed already; or the sender tells of records that are not shared with it,
 * so that whom they concern is judged again (EX10).
 */
const noteLate = (
  { db }: Store,
  peer: string,
  incoming: readonly Incoming[],
  { commitIds }: Acceptance,
  { incomplete, last }: Before,
): void => {
  const again = prepared(db, lookAgainSql);
  const shared = prepared(
    db,
    `SELECT 1 FROM scope_out JOIN links_out ON links_out.id = scope_out.link
     WHERE peer = ? AND live = 1 AND rid = (SELECT rid FROM records WHERE id = ?)`,
  );
  for (const [index, { commit }] of incoming.entries()) {
    const id = commitIds[index];
    if (id === null || id === undefined || id > last) continue;
    const isStrange = (record: string): boolean => shared.get(peer, record) === undefined;
    if (incomplete.has(id) || [...recordsOf(commit)].some(isStrange)) again.run({ commit: id });
  }
};

const noteReceived = (
  store: Store,
  { head, entries, before, after }: Bundle,
  { link, verdict, hashes }: Judged,
  skip: number,
  commitAt: ReadonlyMap<number, number | null>,
): void => {
  const { db } = store;
  const { from, to } = head.range;
  const receive = prepared(db, "INSERT OR REPLACE INTO received (link, number, commit_id) VALUES (?, ?, ?)");
  const mark = prepared(db, "INSERT OR IGNORE INTO links_in_marks (link, number, hash) VALUES (?, ?, ?)");
  if (verdict.forked) db.prepare("UPDATE links_in SET forked = 1 WHERE id = ?").run(link.id);
  if (verdict.how !== "take") return;
  for (let place = skip; place < entries.length; place += 1) {
    const number = from + place;
    if (number > link.last) receive.run(link.id, number, commitAt.get(place) ?? null);
  }
  if (to <= link.last) return;
  if (!verdict.forked) {
    if (from === 1 || link.last >= from - 1) mark.run(link.id, from - 1, before);
    mark.run(link.id, to, after);
  }
  db.prepare("UPDATE links_in SET last = ?, hash = ?, turn = ? WHERE id = ?").run(
    to,
    hashes.at(-1) ?? before,
    nextTurn(store, link.peer),
    link.id,
  );
};

/** EX10: what the sender shares with this office, and what it does no longer. */
const noteScope = (store: Store, { head, entries }: Bundle, counting: (place: number) => boolean): string[] => {
  const { db } = store;
  const mayTakeAway = takingAway(store, head.from);
  const enter = prepared(
    db,
    `INSERT INTO scope_in (peer, record, left_why) VALUES (?, ?, NULL)
     ON CONFLICT (peer, record) DO UPDATE SET left_why = NULL WHERE left_why IS NOT NULL`,
  );
  const leave = prepared(
    db,
    `INSERT INTO scope_in (peer, record, left_why) VALUES (?, ?, ?)
     ON CONFLICT (peer, record) DO UPDATE SET left_why = excluded.left_why`,
  );
  const forget = prepared(db, "DELETE FROM scope_in WHERE peer = ? AND record = ?");
  const known = prepared(db, "SELECT left_why IS NOT NULL FROM scope_in WHERE peer = ? AND record = ?").pluck();
  // What one office says of its scope bears on the scopes of all others.
  const judgeAgain = (record: string): void => {
    const commit = db
      .prepare("SELECT min(commit_id) FROM changes WHERE rid = (SELECT rid FROM records WHERE id = ?)")
      .pluck()
      .get(record) as number | null;
    if (commit !== null) prepared(db, lookAgainSql).run({ commit });
  };
  const left = new Set<string>();
  /** Told of in this bundle, and not left since. */
  const entered = new Set<string>();
  for (const [place, entry] of entries.entries()) {
    if (!counting(place)) continue;
    if (entry.type === "commit") {
      for (const { record } of entry.commit.changes) {
        if (entered.has(record)) continue;
        entered.add(record);
        if (known.get(head.from, record) === 1) judgeAgain(record);
        enter.run(head.from, record);
        left.delete(record);
      }
      continue;
    }
    const { kind, record, reason } = entry.notice;
    if (kind === "enter") {
      enter.run(head.from, record);
      left.delete(record);
    } else {
      if (mayTakeAway(record)) {
        leave.run(head.from, record, reason ?? "");
        left.add(record);
      } else forget.run(head.from, record);
      entered.delete(record);
    }
    judgeAgain(record);
  }
  return [...left];
};

const recordsOf = ({ changes }: BundledCommit): ReadonlySet<string> => new Set(changes.map(({ record }) => record));

/** How far ahead a wall clock may be before people are told (milliseconds); it decides nothing (EX3). */
const clockTolerance = 24 * 60 * 60 * 1000;

export const clockNotices = (store: Store, { entries }: Bundle): ExchangeNotice[] => {
  const limit = store.env.now().getTime() + clockTolerance;
  const ahead = new Map<string, string>();
  for (const entry of entries) {
    if (entry.type !== "commit") continue;
    const { office, at } = entry.commit;
    if (Date.parse(at) > limit && at > (ahead.get(office) ?? "")) ahead.set(office, at);
  }
  return [...ahead].map(([office, at]) => ({ code: "clock-ahead", params: { office, at } }));
};
