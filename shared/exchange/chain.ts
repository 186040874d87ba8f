/**
 * The chain of a link (EX11): the hash after each entry, over the one before, its number, and what it is. A commit is
 * named by its own hash and, where only a part of it is sent, by the places of its changes; not by values, so that the
 * chain is the same after a purge (EX8).
 */
import type { Entry, Notice } from "./bundle.ts";

/** SHA-256 of a text as UTF-8, in hex: passed in, since this room has no crypto of its own. */
export type Hash = (text: string) => string;

/** What one entry is, for its hash. `ords` null: the whole commit. */
export type ChainItem =
  | { readonly commit: string; readonly ords: readonly number[] | null }
  | { readonly notice: Notice };

/** Before the first entry of a link. */
export const chainBegin = "";

/** @param before the hash after entry `number − 1`; `chainBegin` for the first */
export const chainHash = (hash: Hash, before: string, number: number, item: ChainItem): string => {
  if ("notice" in item) {
    const { kind, record, reason } = item.notice;
    return hash(`${before}\n${number}\n${kind}\t${record}\t${reason ?? ""}`);
  }
  return hash(`${before}\n${number}\n${item.commit}\t${item.ords === null ? "*" : item.ords.join()}`);
};

export const itemOf = (entry: Entry): ChainItem =>
  entry.type === "notice"
    ? { notice: entry.notice }
    : { commit: entry.commit.hash, ords: entry.commit.whole ? null : entry.commit.changes.map(({ ord }) => ord) };

/** The hashes after each of a bundle's entries. */
export const chainOf = (hash: Hash, before: string, from: number, entries: readonly Entry[]): string[] => {
  const hashes: string[] = [];
  let last = before;
  for (const [index, entry] of entries.entries()) {
    last = chainHash(hash, last, from + index, itemOf(entry));
    hashes.push(last);
  }
  return hashes;
};
