/** What a memory office writes to a neighbour (EX9, EX11): the program's plan and chain over its log. */
import { type Ack, type Bundle, type Entry, formats, type Peer } from "#shared/exchange/bundle.ts";
import { chainBegin, chainHash } from "#shared/exchange/chain.ts";
import { planEntries } from "#shared/exchange/plan.ts";
import { receiverOf } from "#shared/exchange/scope.ts";
import { sha256 } from "./memory-file.ts";
import type { MemoryLog } from "./memory-log.ts";
import { planPort } from "./memory-plan.ts";
import { roster } from "./memory-roster.ts";
import type { MemoryState } from "./memory-state.ts";
import { chainItem, type OutLink, type SentEntry } from "./memory-streams.ts";

export const bundleTo = (state: MemoryState, to: Peer): Bundle => {
  const { streams } = state.disk;
  const link = extended(state, streams.liveTo(to) ?? newLink(state, to));
  streams.outgoing.set(link.link, link);
  return bundleOf(state, link);
};

/** What came from a peer before it began its present epoch may be gone there: it goes back (EX19). */
export const newLink = ({ disk, random }: MemoryState, peer: Peer): OutLink => {
  const heard = [...disk.streams.incoming.values()].filter((link) => link.peer === peer);
  const peerEpoch = heard.at(-1)?.epoch ?? null;
  return {
    link: random(16),
    peer,
    peerEpoch,
    echo: heard.some(({ epoch }) => epoch !== peerEpoch),
    cursor: 0,
    sent: [],
    places: new Set(),
    scope: new Set(),
    acked: 0,
    live: true,
  };
};

/** EX18a: all that an office had is lost with its keys, so that it gets everything again, its own work too. */
export const beginAnewFor = (state: MemoryState, peer: Peer): void => {
  const { streams } = state.disk;
  if (!streams.liveTo(peer)) return;
  streams.retire(peer);
  const fresh = { ...newLink(state, peer), echo: true, peerEpoch: null };
  streams.outgoing.set(fresh.link, fresh);
};

/** Everything that came into the log since goes into the stream, as far as it concerns the receiver. */
const extended = ({ disk, records, code, bug }: MemoryState, link: OutLink): OutLink => {
  const { log, streams } = disk;
  if (link.cursor === log.events.length) return link;
  const port = planPort(disk, records, link, receiverOf(link.peer, code), bug);
  const { entries, entered, left } = planEntries(port);
  const sent = [...link.sent];
  const places = new Set(link.places);
  const scope = new Set([...link.scope, ...entered]);
  for (const record of left) {
    scope.delete(record);
    streams.forget(link.peer, record);
  }
  const byNo = [...log.commits.values()];
  for (const entry of entries) {
    const before = sent.at(-1)?.hash ?? chainBegin;
    const item =
      "notice" in entry
        ? { version: null, ords: null, notice: { kind: entry.notice, record: entry.record } }
        : { version: byNo[entry.commit - 1]?.version ?? null, ords: entry.ords, notice: null };
    const commit = item.version === null ? undefined : log.commits.get(item.version);
    sent.push({
      ...item,
      hash: chainHash(sha256, before, sent.length + 1, chainItem(item, commit?.head.hash ?? "")),
    });
    if (commit) for (const ord of item.ords ?? commit.changes.keys()) places.add(`${commit.version}#${ord}`);
  }
  return { ...link, sent, places, scope, cursor: log.events.length };
};

const bundleOf = ({ disk, peer, now }: MemoryState, link: OutLink): Bundle => {
  const incoming = disk.streams.lastFrom(link.peer);
  const ack: Ack | null = incoming
    ? {
        epoch: disk.epoch,
        link: incoming.link,
        number: incoming.forked ? 0 : incoming.last,
        hash: incoming.forked ? "" : incoming.hash,
        wanted: [],
      }
    : null;
  return {
    head: {
      from: peer,
      to: link.peer,
      device: disk.keys.device,
      epoch: disk.epoch,
      link: link.link,
      range: { from: link.acked + 1, to: link.sent.length },
      part: { no: 1, of: 1 },
      at: now.toISOString(),
      program: "simulation",
    },
    before: link.sent[link.acked - 1]?.hash ?? chainBegin,
    after: link.sent.at(-1)?.hash ?? chainBegin,
    entries: link.sent.slice(link.acked).map((entry) => entryOf(disk.log, entry)),
    ack,
    roster: [...roster.news(disk.statements)],
    attachments: [],
    digest: null,
    reads: formats,
  };
};

const entryOf = (log: MemoryLog, { version, ords, notice }: SentEntry): Entry => {
  if (notice) return { type: "notice", notice };
  const commit = log.commits.get(version ?? "");
  if (!commit) throw new Error("a stream names a commit that is not here");
  const changes = [...commit.changes.values()].map(({ change }) => change).toSorted((a, b) => a.ord - b.ord);
  const part = ords === null ? changes : changes.filter(({ ord }) => ords.includes(ord));
  return { type: "commit", commit: { ...commit.head, whole: ords === null && commit.head.whole, changes: part } };
};
