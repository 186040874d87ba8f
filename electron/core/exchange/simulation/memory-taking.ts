/** How a memory office takes a file in (EX11, EX17, EX19, EX20): the program's verdicts over its streams. */
import type { Bundle, BundledCommit, Entry, Peer, SignedStatement } from "#shared/exchange/bundle.ts";
import { chainBegin, chainOf } from "#shared/exchange/chain.ts";
import { judgeAck, judgeBundle } from "#shared/exchange/judge-incoming.ts";
import { officeOfPeer } from "#shared/exchange/scope.ts";
import { versionOf } from "#shared/store/commit.ts";
import { readFile, Refused, sha256 } from "./memory-file.ts";
import { hashOf } from "./memory-log.ts";
import { roster } from "./memory-roster.ts";
import { beginAnewFor, newLink } from "./memory-sending.ts";
import type { MemoryState } from "./memory-state.ts";
import type { InLink } from "./memory-streams.ts";

/** @param burn called after each write. @returns how many commits were found forked. @throws Refused */
export const takeBundle = (state: MemoryState, bytes: Uint8Array, burn: () => void): number => {
  const bundle = readFile(bytes);
  const { head } = bundle;
  if (head.to !== state.peer) throw new Refused("not-for-us");
  const { streams } = state.disk;
  const name = sha256(new TextDecoder().decode(bytes));
  if (streams.taken.has(name) && state.bug !== "not-idempotent") return 0;
  streams.taken.add(name);
  burn();
  takeRoster(state, bundle.roster);
  const trust = roster.trust(state.disk.statements);
  if (trust.signerKey(officeOfPeer(head.from), head.device) === null) throw new Refused("signer-unknown");
  const known = streams.incoming.get(head.link) ?? newInLink(bundle);
  const hashes = chainOf(sha256, bundle.before, head.range.from, bundle.entries);
  const commits = bundle.entries.map((entry) => (entry.type === "commit" ? entry.commit.hash : null));
  const verdict = judgeBundle(
    {
      last: known.last,
      forked: known.forked,
      markAt: (number) => (number === 0 ? chainBegin : known.marks.get(number)),
      commitAt: (number) => known.commits.get(number),
    },
    { from: head.range.from, before: bundle.before, after: bundle.after, hashes, commits },
  );
  if (verdict.how === "broken" || verdict.how === "begins-after") throw new Refused(verdict.how);
  const newest = [...streams.incoming.values()].findLast(({ peer }) => peer === head.from);
  const isOld = newest !== undefined && newest.link !== head.link && streams.incoming.has(head.link);
  streams.incoming.set(head.link, known);
  const skip = verdict.how === "take" ? (state.bug === "not-idempotent" ? 0 : verdict.skip) : bundle.entries.length;
  const isAside = (place: number): boolean =>
    state.bug !== "revoked-counts" && trust.isRevoked(head.device, head.link, head.range.from + place);
  const allAside = trust.isRevoked(head.device, head.link, head.range.to) && isAside(skip);
  if (!allAside) hear(state, bundle, isOld || head.range.to < known.last);
  burn();
  let forks = 0;
  for (const [place, entry] of bundle.entries.entries()) {
    if (place < skip) continue;
    forks += takeEntry(state, entry, { peer: head.from, link: head.link, aside: isAside(place) });
    burn();
  }
  streams.incoming.set(head.link, moved(known, bundle, hashes, commits, verdict.forked));
  burn();
  return forks;
};

/** Statements of others; who was enrolled anew gets everything again. */
export const takeRoster = (state: MemoryState, more: readonly SignedStatement[]): void => {
  const before = state.disk.statements;
  const after = roster.merge(before, more);
  if (after === before) return;
  state.disk.statements = after;
  const known = roster.trust(before);
  for (const { code, key } of roster.trust(after).trustedOffices()) {
    const old = known.officeOf(code);
    if (old && old.key !== key) beginAnewFor(state, code);
  }
};

interface From {
  readonly peer: Peer;
  readonly link: string;
  readonly aside: boolean;
}

const takeEntry = (state: MemoryState, entry: Entry, { peer, link, aside }: From): number => {
  const { streams } = state.disk;
  if (entry.type === "notice") {
    if (aside) return 0;
    const { record, kind } = entry.notice;
    streams.tell(peer, record, kind === "leave" ? "left" : "shared");
    judgeAgain(state, record);
    return 0;
  }
  const { commit } = entry;
  if (commit.whole && hashOf(commit) !== commit.hash) return 0;
  if (aside) return state.accept(commit, link, true).fork ? 1 : 0;
  for (const { record } of commit.changes) {
    if (streams.told.get(peer)?.get(record) === "left") judgeAgain(state, record);
    streams.tell(peer, record, "shared");
  }
  const { ords, fork } = state.accept(commit, link);
  if (state.bug === "not-idempotent") judgeAgain(state, commit.changes[0]?.record ?? "");
  hearAgain(state, commit, peer, ords);
  return fork ? 1 : 0;
};

/** What a neighbour says of its own scope bears on those of all others. */
const judgeAgain = ({ disk: { log } }: MemoryState, record: string): void => {
  const [place] = log.placesOf(record);
  if (place) log.events.push({ version: place.version, ords: [place.ord] });
};

/** What was here already, of records that this office does not share with who tells of them, is judged again (EX10). */
const hearAgain = (
  { disk: { log, streams } }: MemoryState,
  commit: BundledCommit,
  peer: Peer,
  fresh: readonly number[],
): void => {
  const scope = streams.liveTo(peer)?.scope ?? new Set();
  const again = commit.changes.filter(({ ord, record }) => !fresh.includes(ord) && !scope.has(record));
  if (again.length === 0) return;
  log.events.push({ version: versionOf(commit.epoch, commit.seq, commit.hash), ords: again.map(({ ord }) => ord) });
};

/** What the neighbour says of our stream to it (EX12, EX19). */
const hear = (state: MemoryState, { head, ...said }: Bundle, isOld: boolean): void => {
  const { streams } = state.disk;
  const named = said.ack === null ? undefined : streams.outgoing.get(said.ack.link);
  const live = streams.liveTo(head.from);
  // Of a stream whose place another took, or that an older state of this disk forgot, nothing is left to say but the epoch.
  const isOfNone = named === undefined ? live !== undefined : !named.live;
  const ack = isOfNone ? null : said.ack;
  const link = ack === null ? live : named;
  const verdict = judgeAck(
    link
      ? {
          last: link.sent.length,
          acked: link.acked,
          live: link.live,
          peerEpoch: link.peerEpoch,
          hashAt: (number) => link.sent[number - 1]?.hash,
        }
      : null,
    ack,
    head.epoch,
    isOld,
  );
  if (verdict.how === "peer-restored") {
    streams.retire(head.from);
    const fresh = newLink(state, head.from);
    streams.outgoing.set(fresh.link, fresh);
    return;
  }
  if (verdict.how === "we-went-back" && !isOld) state.beginEpoch();
  if (!link?.live) return;
  const acked = verdict.how === "confirmed" || verdict.how === "went-back" ? verdict.number : link.acked;
  streams.outgoing.set(link.link, { ...link, acked, peerEpoch: link.peerEpoch ?? head.epoch });
};

const newInLink = ({ head }: Bundle): InLink => ({
  link: head.link,
  peer: head.from,
  device: head.device,
  epoch: head.epoch,
  last: 0,
  hash: chainBegin,
  forked: false,
  marks: new Map(),
  commits: new Map(),
});

const moved = (
  link: InLink,
  { head, after }: Bundle,
  hashes: readonly string[],
  commits: readonly (string | null)[],
  forked: boolean,
): InLink => {
  const marks = new Map(link.marks);
  const known = new Map(link.commits);
  if (head.range.to <= link.last) return { ...link, forked: link.forked || forked };
  marks.set(head.range.to, after);
  hashes.forEach((_, index) => {
    if (!known.has(head.range.from + index)) known.set(head.range.from + index, commits[index] ?? null);
  });
  return { ...link, last: head.range.to, hash: after, forked: link.forked || forked, marks, commits: known };
};
