/** The rows of links, out and in, and what is read of them in more than one place. */
import type { Peer } from "#shared/exchange/bundle.ts";
import type { Db } from "../store/connection.ts";
import { hex } from "../store/env.ts";
import { prepared } from "../store/prepared.ts";
import type { Store } from "../store/store.ts";

export interface LinkOut {
  readonly id: number;
  readonly link: string;
  readonly peer: Peer;
  readonly epoch: string;
  readonly peerEpoch: string | null;
  readonly echo: boolean;
  readonly cursor: number;
  readonly last: number;
  readonly hash: string;
  readonly acked: number;
  readonly ackedAt: string | null;
  readonly live: boolean;
}

export interface LinkIn {
  readonly id: number;
  readonly link: string;
  readonly peer: Peer;
  readonly device: string;
  readonly epoch: string;
  readonly last: number;
  readonly hash: string;
  readonly forked: boolean;
  readonly at: string;
}

const outColumns = `id, link, peer, epoch, peer_epoch AS peerEpoch, echo, cursor, last, hash, acked,
  acked_at AS ackedAt, live`;

type Row<T> = { [Key in keyof T]: T[Key] extends boolean ? number : T[Key] };

const asOut = (row: unknown): LinkOut | null => {
  if (row === undefined) return null;
  const found = row as Row<LinkOut>;
  return { ...found, echo: found.echo === 1, live: found.live === 1 };
};

const asIn = (row: unknown): LinkIn | null => {
  if (row === undefined) return null;
  const found = row as Row<LinkIn>;
  return { ...found, forked: found.forked === 1 };
};

/** The link that is written to now, whichever epoch it is of; null before the first. */
export const liveLink = (db: Db, peer: Peer): LinkOut | null =>
  asOut(prepared(db, `SELECT ${outColumns} FROM links_out WHERE peer = ? AND live = 1`).get(peer));

export const linkOutNamed = (db: Db, link: string): LinkOut | null =>
  asOut(prepared(db, `SELECT ${outColumns} FROM links_out WHERE link = ?`).get(link));

const inColumns = "id, link, peer, device, epoch, last, hash, forked, at";

export const linkInNamed = (db: Db, link: string): LinkIn | null =>
  asIn(prepared(db, `SELECT ${inColumns} FROM links_in WHERE link = ?`).get(link));

/** The link by which something came last from a peer: the one that is acknowledged. */
export const newestLinkIn = (db: Db, peer: Peer): LinkIn | null =>
  asIn(prepared(db, `SELECT ${inColumns} FROM links_in WHERE peer = ? ORDER BY turn DESC, id DESC LIMIT 1`).get(peer));

/** Begins a stream anew; the one before is over. `echo`: what came from the peer goes back to it too (EX19). */
export const beginLink = (store: Store, peer: Peer, echo: boolean, peerEpoch: string | null): LinkOut => {
  const { db, env, end } = store;
  const link = hex(env.randomBytes(8));
  db.prepare("UPDATE links_out SET live = 0 WHERE peer = ?").run(peer);
  db.prepare("INSERT INTO links_out (link, peer, epoch, peer_epoch, echo, at) VALUES (?, ?, ?, ?, ?, ?)").run(
    link,
    peer,
    end.epoch,
    peerEpoch,
    echo ? 1 : 0,
    env.now().toISOString(),
  );
  const begun = linkOutNamed(db, link);
  if (!begun) throw new Error("a link that was begun is not there");
  return begun;
};

/**
 * EX18a: an office that was enrolled anew lost what it had, with its keys. What it confirmed is void, and the next file
 * has everything from the beginning, its own work too. Nothing where there never was a stream to it.
 */
export const beginAnewFor = (store: Store, office: string): void => {
  if (liveLink(store.db, office)) beginLink(store, office, true, null);
};

export const sentHashAt = (db: Db, link: LinkOut, number: number): string | undefined =>
  number === 0
    ? ""
    : (prepared(db, "SELECT hash FROM sent WHERE link = ? AND number = ?").pluck().get(link.id, number) as
        | string
        | undefined);
