/** What a bundle says of one's own stream to its sender (EX12, EX19), and which files it still waits for (EX14). */
import type { Bundle } from "#shared/exchange/bundle.ts";
import type { ExchangeNotice } from "#shared/exchange/report.ts";
import { judgeAck } from "#shared/exchange/judge-incoming.ts";
import { setMeta } from "../../store/log.ts";
import { goOnAnew } from "../../store/new-epoch.ts";
import type { Store } from "../../store/store.ts";
import { beginLink, linkOutNamed, liveLink, sentHashAt } from "../links.ts";
import { readsKey } from "../outbox/bundles.ts";

/** @param old as `Judged.old`: what it says may be behind what is known */
export const takeAck = (store: Store, { head, ack, reads }: Bundle, old: boolean): ExchangeNotice[] => {
  const { db, env } = store;
  if (!old) setMeta(db, readsKey(head.from), JSON.stringify(reads));
  const named = ack === null ? liveLink(db, head.from) : linkOutNamed(db, ack.link);
  // It tells of a stream that is not its own.
  if (named !== null && named.peer !== head.from) return [];
  const live = liveLink(db, head.from);
  // A link that is not known was forgotten with an older state of this database, which began a new epoch for it then.
  if (named === null && (live !== null || !isFirstEpoch(store))) return noteEpoch(store, head, old);
  const verdict = judgeAck(
    named && { ...named, hashAt: (number) => sentHashAt(db, named, number) },
    ack,
    head.epoch,
    old,
  );
  if (!old && ack !== null) noteAsked(store, head.from, ack.wanted);
  switch (verdict.how) {
    case "confirmed":
    case "went-back": {
      db.prepare("UPDATE links_out SET acked = ?, acked_at = ?, peer_epoch = ? WHERE id = ?").run(
        verdict.number,
        env.now().toISOString(),
        head.epoch,
        named?.id ?? 0,
      );
      if (verdict.how === "confirmed") return [];
      return [{ code: "resend-asked", params: { office: head.from, number: verdict.number } }];
    }
    case "peer-restored":
      beginLink(store, head.from, true, head.epoch);
      return [{ code: "peer-restored", params: { office: head.from } }];
    case "we-went-back":
      if (old) return [];
      goOnAnew(store, "told");
      return [{ code: "we-went-back", params: { office: head.from } }];
    case "nothing":
  }
  return noteEpoch(store, head, old);
};

/**
 * EX19: a bundle that begins after what is here may do so because this database went back in time: its acknowledgement
 * tells. The bundle stays refused; the new epoch is what makes its sender send everything again.
 */
export const hearOfLoss = (store: Store, { head, ack }: Bundle): void => {
  const { db } = store;
  const named = ack === null ? null : linkOutNamed(db, ack.link);
  if (!named || named.peer !== head.from) return;
  const link = { ...named, hashAt: (number: number) => sentHashAt(db, named, number) };
  if (judgeAck(link, ack, head.epoch, false).how !== "we-went-back") return;
  goOnAnew(store, "told");
};

/** The receiver's epoch, once heard of; another one than before means that it was restored (EX19). */
const noteEpoch = (store: Store, { from, epoch }: Bundle["head"], old: boolean): ExchangeNotice[] => {
  const live = liveLink(store.db, from);
  if (!live || old) return [];
  if (live.peerEpoch === null) {
    store.db.prepare("UPDATE links_out SET peer_epoch = ? WHERE id = ?").run(epoch, live.id);
    return [];
  }
  if (live.peerEpoch === epoch) return [];
  beginLink(store, from, true, epoch);
  return [{ code: "peer-restored", params: { office: from } }];
};

/**
 * Whether work of this office may have gone from this database and be with a peer: it saw itself that it was put back, or
 * it never had a word of the peer before, as when it was installed anew. A peer that merely says so ("told") may give back the end of an epoch that stops short.
 */
export const mayHaveLost = ({ db }: Store, { from }: Bundle["head"]): boolean =>
  db.prepare("SELECT 1 FROM epochs WHERE reason IN ('restore', 'went-back')").get() !== undefined ||
  db.prepare("SELECT 1 FROM links_out WHERE peer = ? AND acked > 0").get(from) === undefined;

const isFirstEpoch = ({ db, end }: Store): boolean =>
  db.prepare("SELECT reason FROM epochs WHERE no = ?").pluck().get(end.epochNo) === "install";

const noteAsked = ({ db }: Store, peer: string, wanted: readonly string[]): void => {
  db.prepare("DELETE FROM asked WHERE peer = ?").run(peer);
  const ask = db.prepare("INSERT OR IGNORE INTO asked (peer, hash) VALUES (?, ?)");
  for (const hash of wanted) ask.run(peer, hash);
};
