/**
 * Whether a peer should be written to: something new concerns it, or it sent something that was not confirmed to it yet.
 * Asked for every office whenever the screen is shown, so the answer is kept until the log or the links have moved.
 */
import type { Ack, Peer } from "#shared/exchange/bundle.ts";
import type { Store } from "../../store/store.ts";
import { liveLink, newestLinkIn } from "../links.ts";
import { plannedFor } from "./plan-link.ts";

interface Kept {
  readonly stamp: string;
  readonly planned: number;
}

const kept = new WeakMap<Store, Map<Peer, Kept>>();

/** Entries that the stream has, with those that are not planned yet. */
export const dueEntries = (store: Store, peer: Peer): { readonly sent: number; readonly unwritten: number } => {
  const { db } = store;
  const link = liveLink(db, peer);
  const current = link?.epoch === store.end.epoch ? link : null;
  const newest = db.prepare("SELECT coalesce(max(id), 0) FROM commits").pluck().get() as number;
  const late = db
    .prepare("SELECT count(*) FROM sent_late WHERE link = ?")
    .pluck()
    .get(current?.id ?? 0) as number;
  const stamp = `${current?.link ?? ""} ${current?.cursor ?? 0} ${newest} ${late}`;
  const known = kept.get(store) ?? new Map<Peer, Kept>();
  kept.set(store, known);
  let found = known.get(peer);
  if (found?.stamp !== stamp) {
    found = { stamp, planned: current?.cursor === newest && late === 0 ? 0 : plannedFor(store, peer) };
    known.set(peer, found);
  }
  const sent = (current?.last ?? 0) + found.planned;
  return { sent, unwritten: sent - (current ? writtenTo(store, current.link) : 0) };
};

const writtenTo = (store: Store, link: string): number =>
  store.db
    .prepare("SELECT coalesce(max(to_no), 0) FROM bundles WHERE direction = 'out' AND link = ?")
    .pluck()
    .get(link) as number;

export const isDue = (store: Store, peer: Peer): boolean =>
  dueEntries(store, peer).unwritten > 0 || owesReceipt(store, peer);

/** What came from the peer since it was last written to. */
const owesReceipt = (store: Store, peer: Peer): boolean => {
  const link = newestLinkIn(store.db, peer);
  if (!link || link.forked || link.last === 0) return false;
  const report = store.db
    .prepare("SELECT report FROM bundles WHERE direction = 'out' AND peer = ? ORDER BY id DESC LIMIT 1")
    .pluck()
    .get(peer) as string | undefined;
  const { ack } = JSON.parse(report ?? "{}") as { ack?: Ack | null };
  return ack?.link !== link.link || ack.number < link.last;
};
