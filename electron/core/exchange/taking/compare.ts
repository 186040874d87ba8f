/** EX26: compares what both share as soon as a bundle is in, and remembers how it came out. */
import type { Bundle, Peer } from "#shared/exchange/bundle.ts";
import type { ExchangeNotice } from "#shared/exchange/report.ts";
import { compareDigests } from "#shared/exchange/digest.ts";
import { getMeta, setMeta } from "../../store/log.ts";
import type { Store } from "../../store/store.ts";
import { linkInNamed } from "../links.ts";
import { sha256Text } from "../sha256-text.ts";
import { sharedAsOf } from "../shared-scope.ts";

export interface Compared {
  readonly digest: "same" | "differs" | "unknown";
  readonly code: string | null;
  /** Some of the records that may differ. */
  readonly records: readonly string[];
  readonly at: string;
}

const keyFor = (peer: Peer): string => `digest:${peer}`;
const unknown: Compared = { digest: "unknown", code: null, records: [], at: "" };
const mostNamed = 50;

export const lastComparison = (store: Store, peer: Peer): Compared => {
  const text = getMeta(store.db, keyFor(peer));
  return text === null ? unknown : (JSON.parse(text) as Compared);
};

/** Says nothing where the bundle is not the newest of its link, or names positions that are no longer known. */
export const compareShared = (
  store: Store,
  { head, digest }: Bundle,
): { readonly code: string | null; readonly notices: ExchangeNotice[] } => {
  const link = linkInNamed(store.db, head.link);
  if (digest === null || !link || link.forked || link.last !== head.range.to) return { code: null, notices: [] };
  const own = sharedAsOf(store, head.from, digest.received);
  if (own === null) return { code: null, notices: [] };
  const { same, code, records } = compareDigests(sha256Text, digest, own);
  const compared: Compared = {
    digest: same ? "same" : "differs",
    code,
    records: records.slice(0, mostNamed),
    at: store.env.now().toISOString(),
  };
  setMeta(store.db, keyFor(head.from), JSON.stringify(compared));
  if (same) return { code, notices: [{ code: "digest-same", params: { office: head.from, code } }] };
  return {
    code,
    notices: [
      { code: "digest-differs", params: { office: head.from, code, theirs: digest.code, count: records.length } },
    ],
  };
};
