/** Lays a bundle beside what its link has brought until now (EX11, EX20). */
import { AppError } from "#shared/errors.ts";
import type { Bundle } from "#shared/exchange/bundle.ts";
import { chainOf } from "#shared/exchange/chain.ts";
import { judgeBundle, type Verdict } from "#shared/exchange/judge-incoming.ts";
import type { Store } from "../../store/store.ts";
import { prepared } from "../../store/prepared.ts";
import { type LinkIn, linkInNamed } from "../links.ts";
import { sha256Text } from "../sha256-text.ts";

export interface Judged {
  readonly link: LinkIn;
  readonly verdict: Extract<Verdict, { how: "take" | "nothing-new" }>;
  readonly hashes: readonly string[];
  /** The peer writes by another link now, so that what this one says of the peer may be behind. */
  readonly old: boolean;
}

/** A bundle is judged before anything is kept for it, and again within the transaction: its chain is the same. */
const chains = new WeakMap<Bundle, readonly string[]>();

const hashesOf = (bundle: Bundle): readonly string[] => {
  let hashes = chains.get(bundle);
  if (!hashes) {
    hashes = chainOf(sha256Text, bundle.before, bundle.head.range.from, bundle.entries);
    chains.set(bundle, hashes);
  }
  return hashes;
};

/** @throws AppError `bundle-begins-after` with the last number that is here, `bundle-damaged` */
export const judge = (store: Store, bundle: Bundle): Judged => {
  const { head, before, after, entries } = bundle;
  const { db } = store;
  const known = linkInNamed(db, head.link);
  const id = known?.id ?? 0;
  const hashes = hashesOf(bundle);
  const mark = prepared(db, "SELECT hash FROM links_in_marks WHERE link = ? AND number = ?").pluck();
  const commit = prepared(
    db,
    `SELECT coalesce(commits.hash, '') FROM received LEFT JOIN commits ON commits.id = commit_id WHERE link = ? AND number = ?`,
  ).pluck();
  const verdict = judgeBundle(
    {
      last: known?.last ?? 0,
      forked: known?.forked ?? false,
      markAt: (number) => (number === 0 ? "" : (mark.get(id, number) as string | undefined)),
      commitAt: (number) => {
        const hash = commit.get(id, number) as string | undefined;
        return hash === "" ? null : hash;
      },
    },
    {
      from: head.range.from,
      before,
      after,
      hashes,
      commits: entries.map((entry) => (entry.type === "commit" ? entry.commit.hash : null)),
    },
  );
  if (verdict.how === "broken") throw new AppError("bundle-damaged");
  if (verdict.how === "begins-after") {
    throw new AppError("bundle-begins-after", { from: head.from, first: head.range.from, last: verdict.last });
  }
  const link = known ?? addLink(store, head);
  const isBehind = head.range.to < link.last || isSuperseded(store, link);
  return { link, verdict, hashes, old: verdict.how === "nothing-new" && isBehind };
};

const addLink = ({ db, env }: Store, { link, from, device, epoch }: Bundle["head"]): LinkIn => {
  db.prepare("INSERT INTO links_in (link, peer, device, epoch, turn, at) VALUES (?, ?, ?, ?, ?, ?)").run(
    link,
    from,
    device,
    epoch,
    nextTurn({ db }, from),
    env.now().toISOString(),
  );
  const added = linkInNamed(db, link);
  if (!added) throw new Error("a link that was added is not there");
  return added;
};

export const nextTurn = ({ db }: Pick<Store, "db">, peer: string): number =>
  (db.prepare("SELECT coalesce(max(turn), 0) FROM links_in WHERE peer = ?").pluck().get(peer) as number) + 1;

const isSuperseded = ({ db }: Store, { id, peer }: LinkIn): boolean =>
  db
    .prepare("SELECT 1 FROM links_in WHERE peer = ? AND turn > (SELECT turn FROM links_in WHERE id = ?) LIMIT 1")
    .get(peer, id) !== undefined;
