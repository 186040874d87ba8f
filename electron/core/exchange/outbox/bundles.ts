/**
 * What is due to a peer, as bundles in hand (EX11, EX13): everything after the last number that it confirmed, cut into
 * parts that can each be taken in by itself, with the acknowledgement of what came from it, the roster, and in the last
 * part the digest of what both share. Nothing newer than it is known to read (EX22).
 */
import type { Ack, Bundle, BundledAttachment, Peer } from "#shared/exchange/bundle.ts";
import { formats } from "#shared/exchange/bundle.ts";
import { scopeDigest } from "#shared/exchange/digest.ts";
import type { Program } from "../../program.ts";
import { getMeta } from "../../store/log.ts";
import type { Store } from "../../store/store.ts";
import { rosterFor } from "../identity/roster.ts";
import { currentLink, planLink } from "./plan-link.ts";
import { type LinkOut, newestLinkIn, sentHashAt } from "../links.ts";
import { ownPeer } from "../peers.ts";
import { sha256Text } from "../sha256-text.ts";
import { sharedNow } from "../shared-scope.ts";
import { askedFor, attachmentHere, filesOfEntry } from "./attached.ts";
import { type SentEntry, sentEntries } from "./entries.ts";

export interface BundleOptions {
  /** Bytes of one bundle (EX13). */
  readonly partSize: number;
  /** A receipt: no entries, the acknowledgement alone. */
  readonly receipt?: boolean;
}

/** The key in `meta` under which it stands what a peer reads. */
export const readsKey = (peer: Peer): string => `reads:${peer}`;

/** Plans the stream first. At least one bundle, which may be empty but for what it confirms. */
export const bundlesFor = (
  program: Pick<Program, "store" | "version">,
  peer: Peer,
  options: BundleOptions,
): Bundle[] => {
  const { store } = program;
  const link = options.receipt === true ? currentLink(store, peer) : planLink(store, peer);
  const after = Math.min(link.acked, link.last);
  const entries = options.receipt === true ? [] : readable(store, peer, sentEntries(store.db, link, after));
  const parts = cut(store, entries, options.partSize);
  if (options.receipt !== true) addAsked(store, peer, link, parts);
  const ack = ackFor(store, peer);
  const roster = rosterFor(store, peer);
  const digest = options.receipt === true ? null : digestFor(store, peer);
  const common = { from: ownPeer(store), to: peer, device: store.device, epoch: store.end.epoch, link: link.link };
  const at = store.env.now().toISOString();
  let number = after;
  let before = sentHashAt(store.db, link, after) ?? "";
  return parts.map((part, index): Bundle => {
    const from = number + 1;
    number += part.entries.length;
    const begin = before;
    before = part.entries.at(-1)?.hash ?? before;
    return {
      head: {
        ...common,
        range: { from, to: number },
        part: { no: index + 1, of: parts.length },
        at,
        program: program.version,
      },
      before: begin,
      after: before,
      entries: part.entries.map(({ entry }) => entry),
      ack,
      roster,
      attachments: part.attachments,
      digest: index === parts.length - 1 && isWhole(link, number) ? digest : null,
      reads: formats,
    };
  });
};

/** A digest says something only when everything that is in the stream is in the bundle. */
const isWhole = (link: LinkOut, number: number): boolean => number === link.last;

interface Part {
  readonly entries: SentEntry[];
  readonly attachments: BundledAttachment[];
}

const readable = (store: Store, peer: Peer, entries: SentEntry[]): SentEntry[] => {
  const said = getMeta(store.db, readsKey(peer));
  if (said === null) return entries;
  const { commit } = JSON.parse(said) as Bundle["reads"];
  const end = entries.findIndex(({ entry }) => entry.type === "commit" && entry.commit.format > commit);
  return end < 0 ? entries : entries.slice(0, end);
};

/** Files above this lie beside the bundle in parts of their own and do not count for its size. */
const countedUpTo = 2 * 1024 * 1024;

const cut = (store: Store, entries: readonly SentEntry[], partSize: number): Part[] => {
  const parts: Part[] = [{ entries: [], attachments: [] }];
  const named = new Set<string>();
  let size = 0;
  for (const sent of entries) {
    const attached = filesOfEntry(sent.entry).flatMap((file) => {
      if (named.has(file.hash)) return [];
      named.add(file.hash);
      return attachmentHere(store, file) ?? [];
    });
    const weight = attached.reduce((sum, file) => sum + (file.size > countedUpTo ? 0 : file.size), sent.size);
    let last = parts.at(-1);
    if (!last || (size + weight > partSize && last.entries.length > 0)) {
      last = { entries: [], attachments: [] };
      parts.push(last);
      size = 0;
    }
    size += weight;
    last.entries.push(sent);
    last.attachments.push(...attached);
  }
  return parts;
};

const addAsked = (store: Store, peer: Peer, link: LinkOut, parts: readonly Part[]): void => {
  const named = new Set(parts.flatMap(({ attachments }) => attachments.map(({ hash }) => hash)));
  parts.at(-1)?.attachments.push(...askedFor(store, peer, link).filter(({ hash }) => !named.has(hash)));
};

/** EX12. Nothing is confirmed of a link whose chain did not fit (EX20). */
export const ackFor = (store: Store, peer: Peer): Ack | null => {
  const link = newestLinkIn(store.db, peer);
  if (!link || link.forked) return null;
  const wanted = store.db.prepare("SELECT hash FROM wanted WHERE peer = ? ORDER BY hash").pluck().all(peer) as string[];
  return { epoch: store.end.epoch, link: link.link, number: link.last, hash: link.hash, wanted };
};

const digestFor = (store: Store, peer: Peer): Bundle["digest"] => {
  const link = newestLinkIn(store.db, peer);
  if (link?.forked === true) return null;
  return scopeDigest(sha256Text, sharedNow(store, peer), link ? { link: link.link, number: link.last } : null);
};
