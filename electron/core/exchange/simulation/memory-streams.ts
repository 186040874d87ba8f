/** The streams of a memory office: what went to each neighbour, and how far each neighbour's was taken in. */
import type { Notice, Peer } from "#shared/exchange/bundle.ts";
import type { ChainItem } from "#shared/exchange/chain.ts";
import type { Version } from "#shared/store/commit.ts";

export interface SentEntry {
  /** Null for a notice. */
  readonly version: Version | null;
  readonly ords: readonly number[] | null;
  readonly notice: Notice | null;
  readonly hash: string;
}

export interface OutLink {
  readonly link: string;
  readonly peer: Peer;
  readonly peerEpoch: string | null;
  /** Sends back what came from the receiver too, since it was restored (EX19). */
  readonly echo: boolean;
  /** Events of the log that are in the stream. */
  readonly cursor: number;
  readonly sent: readonly SentEntry[];
  /** `<version>#<place>` of all that is in it. */
  readonly places: ReadonlySet<string>;
  readonly scope: ReadonlySet<string>;
  readonly acked: number;
  readonly live: boolean;
}

export interface InLink {
  readonly link: string;
  readonly peer: Peer;
  /** The computer that writes by it. */
  readonly device: string;
  readonly epoch: string;
  readonly last: number;
  readonly hash: string;
  readonly forked: boolean;
  readonly marks: ReadonlyMap<number, string>;
  readonly commits: ReadonlyMap<number, string | null>;
}

export const chainItem = ({ version, ords, notice }: Omit<SentEntry, "hash">, commitHash: string): ChainItem =>
  notice === null ? { commit: version === null ? "" : commitHash, ords } : { notice };

/** A copy whose maps are its own; what lies in them is never altered. */
export class Streams {
  /** By link id. */
  readonly outgoing = new Map<string, OutLink>();
  readonly incoming = new Map<string, InLink>();
  /** What each neighbour says that it shares, and of what it says that it left (EX10). */
  readonly told = new Map<Peer, ReadonlyMap<string, "shared" | "left">>();
  /** Hashes of files that were taken in (EX24). */
  readonly taken = new Set<string>();

  copy(): Streams {
    const copy = new Streams();
    for (const [link, out] of this.outgoing) copy.outgoing.set(link, out);
    for (const [link, incoming] of this.incoming) copy.incoming.set(link, incoming);
    for (const [peer, told] of this.told) copy.told.set(peer, told);
    for (const hash of this.taken) copy.taken.add(hash);
    return copy;
  }

  liveTo(peer: Peer): OutLink | undefined {
    return [...this.outgoing.values()].find((link) => link.peer === peer && link.live);
  }

  /** The stream that came last from a neighbour. */
  lastFrom(peer: Peer): InLink | undefined {
    return [...this.incoming.values()].findLast((link) => link.peer === peer);
  }

  tell(peer: Peer, record: string, how: "shared" | "left"): void {
    const told = this.told.get(peer);
    if (told?.get(record) === how) return;
    this.told.set(peer, new Map(told ?? []).set(record, how));
  }

  /** It heard from us that the record left its scope, so that what it said before is over. */
  forget(peer: Peer, record: string): void {
    const told = new Map(this.told.get(peer) ?? []);
    if (told.get(record) !== "shared") return;
    told.delete(record);
    this.told.set(peer, told);
  }

  /** Another link takes its place (EX19). */
  retire(peer: Peer): void {
    for (const out of this.outgoing.values()) {
      if (out.peer === peer && out.live) this.outgoing.set(out.link, { ...out, live: false });
    }
  }
}
