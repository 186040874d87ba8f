/**
 * Which offices look into the watched folder too: those whose files were found there. What is due to them is written
 * there by itself; for all others it would be no way, and would only seem to have been sent.
 */
import type { Peer } from "#shared/exchange/bundle.ts";
import { getMeta, setMeta } from "../../store/log.ts";
import type { Store } from "../../store/store.ts";
import { officeOfPeer } from "#shared/exchange/scope.ts";

const key = "exchange-folder-shared-with";

interface Sharing {
  readonly folder: string;
  readonly peers: readonly Peer[];
}

const sharingIn = ({ db }: Store, folder: string): readonly Peer[] => {
  const kept = getMeta(db, key);
  if (kept === null) return [];
  const sharing = JSON.parse(kept) as Sharing;
  return sharing.folder === folder ? sharing.peers : [];
};

/** Remembers that a peer's file was found there. */
export const sharesFolder = (store: Store, folder: string, peer: Peer): void => {
  const peers = sharingIn(store, folder);
  if (peers.includes(peer)) return;
  setMeta(store.db, key, JSON.stringify({ folder, peers: [...peers, peer] } satisfies Sharing));
};

/** The office's own computers always do: the folder is how they meet (EX21). */
export const isSharedWith = (store: Store, folder: string, peer: Peer): boolean =>
  officeOfPeer(peer) === store.officeCode() || sharingIn(store, folder).includes(peer);
