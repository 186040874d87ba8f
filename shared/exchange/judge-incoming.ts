/**
 * What a bundle is against what came before on its link (EX11), whether its chain fits (EX20), and what an
 * acknowledgement says to the one who sent (EX12, EX19). Facts in, a verdict out: nothing here reads or writes.
 */
import type { Ack } from "./bundle.ts";

/** How far a link was taken in here. */
export interface LinkTaken {
  readonly last: number;
  readonly forked: boolean;
  /** The chain's hash after a number, where it was kept. */
  readonly markAt: (number: number) => string | undefined;
  /** The hash of the commit that came as a number; null for a notice, undefined when nothing did. */
  readonly commitAt: (number: number) => string | null | undefined;
}

export interface Arriving {
  readonly from: number;
  readonly before: string;
  readonly after: string;
  /** Chain hashes after each entry, computed from `before` on. */
  readonly hashes: readonly string[];
  /** The hash of each entry's commit; null for a notice. */
  readonly commits: readonly (string | null)[];
}

export type Verdict =
  /** Its own chain does not end where it says. */
  | { readonly how: "broken" }
  /** It begins after what is here: refused, with the last number to say to the sender. */
  | { readonly how: "begins-after"; readonly last: number }
  | { readonly how: "nothing-new"; readonly forked: boolean }
  /** Everything after the first `skip` entries is new. */
  | { readonly how: "take"; readonly skip: number; readonly forked: boolean };

/** EX11, EX20: a link that forks is taken in whole, for both machines' work counts. */
export const judgeBundle = (link: LinkTaken, bundle: Arriving): Verdict => {
  const { from, before, after, hashes, commits } = bundle;
  if ((hashes.at(-1) ?? before) !== after) return { how: "broken" };
  const to = from + hashes.length - 1;
  const forks = !fits(link, bundle);
  if (hashes.length === 0) return { how: "nothing-new", forked: forks };
  if (forks || link.forked) {
    if (from > link.last + 1) return { how: "begins-after", last: link.last };
    return { how: "take", skip: 0, forked: true };
  }
  if (from > link.last + 1) return { how: "begins-after", last: link.last };
  if (to <= link.last) return { how: "nothing-new", forked: false };
  return { how: "take", skip: Math.min(link.last - from + 1, commits.length), forked: false };
};

/** Whether everything that both know of is the same: where a mark is kept by it, elsewhere by the commits themselves. */
const fits = (link: LinkTaken, { from, before, hashes, commits }: Arriving): boolean => {
  const mark = link.markAt(from - 1);
  if (mark !== undefined && mark !== before) return false;
  const shared = Math.min(hashes.length, link.last - from + 1);
  for (let index = shared - 1; index >= 0; index -= 1) {
    const kept = link.markAt(from + index);
    // A chain that fits at its end fits before it too.
    if (kept !== undefined) return kept === hashes[index] && differsAfter(link, from, commits, index + 1, shared);
  }
  return differsAfter(link, from, commits, 0, shared);
};

const differsAfter = (
  link: LinkTaken,
  from: number,
  commits: readonly (string | null)[],
  begin: number,
  end: number,
): boolean => {
  for (let index = begin; index < end; index += 1) {
    const known = link.commitAt(from + index);
    if (known !== undefined && known !== commits[index]) return false;
  }
  return true;
};

/** How far a link is, as its sender has it. */
export interface LinkSent {
  readonly last: number;
  readonly acked: number;
  /** Another link took its place. */
  readonly live: boolean;
  readonly peerEpoch: string | null;
  readonly hashAt: (number: number) => string | undefined;
}

export type AckVerdict =
  | { readonly how: "nothing" }
  | { readonly how: "confirmed"; readonly number: number }
  /** The receiver has less than it had confirmed: sent again from there. */
  | { readonly how: "went-back"; readonly number: number }
  /** The receiver began a new epoch: a new link from the beginning, with what came from it too (EX19). */
  | { readonly how: "peer-restored" }
  /** It confirms what is not here: this database went back in time (EX19). */
  | { readonly how: "we-went-back" };

/**
 * @param link null when no such link is known here
 * @param peerEpoch the epoch in which the bundle was written that brings it
 * @param old the bundle is not the newest that came from there, so that it may be behind
 */
export const judgeAck = (
  link: LinkSent | null,
  ack: Pick<Ack, "number" | "hash"> | null,
  peerEpoch: string,
  old: boolean,
): AckVerdict => {
  if (link === null) return ack === null || ack.number === 0 ? { how: "nothing" } : { how: "we-went-back" };
  if (!link.live) return { how: "nothing" };
  if (link.peerEpoch !== null && link.peerEpoch !== peerEpoch)
    return old ? { how: "nothing" } : { how: "peer-restored" };
  if (ack === null) return { how: "nothing" };
  if (ack.number > link.last) return { how: "we-went-back" };
  if (ack.number > 0 && link.hashAt(ack.number) !== ack.hash) return { how: "we-went-back" };
  if (ack.number > link.acked) return { how: "confirmed", number: ack.number };
  if (ack.number < link.acked && !old) return { how: "went-back", number: ack.number };
  return { how: "nothing" };
};
