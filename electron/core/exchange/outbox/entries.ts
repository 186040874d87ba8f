/**
 * Entries of a stream as the bundle has them, made again from the log as often as they are needed: `sent` says which
 * commit, or which changes of it, each number is.
 */
import type { BundledChange, BundledCommit, Entry, Notice } from "#shared/exchange/bundle.ts";
import type { Db } from "../../store/connection.ts";
import { epochSql } from "../../store/versions.ts";
import type { LinkOut } from "../links.ts";

interface SentRow {
  readonly number: number;
  readonly commitId: number | null;
  readonly ords: string | null;
  readonly notice: string | null;
  readonly hash: string;
}

export interface SentEntry {
  readonly number: number;
  /** The chain's hash after it. */
  readonly hash: string;
  readonly entry: Entry;
  /** About as many bytes as it takes before packing. */
  readonly size: number;
}

type CommitRow = Omit<BundledCommit, "whole" | "changes"> & { readonly id: number };
type Change = BundledChange & { readonly commitId: number };
type ChangeRow = Omit<Change, "base"> & { base: string | readonly string[] };

/** The entries after `after`, in order. */
export const sentEntries = (db: Db, link: LinkOut, after: number): SentEntry[] => {
  const rows = db
    .prepare(
      `SELECT number, commit_id AS commitId, ords, notice, hash FROM sent WHERE link = ? AND number > ? ORDER BY number`,
    )
    .all(link.id, after) as SentRow[];
  const heads = headsOf(db, link.id, after);
  const changes = changesOf(db, link.id, after);
  return rows.map((row) => ({ number: row.number, hash: row.hash, ...entryOf(row, heads, changes) }));
};

const wanted = "SELECT commit_id FROM sent WHERE link = ? AND number > ? AND commit_id IS NOT NULL";

const headsOf = (db: Db, link: number, after: number): ReadonlyMap<number, CommitRow> => {
  const rows = db
    .prepare(
      `SELECT commits.id, ${epochSql} AS epoch, seq, hash, prev, lamport, commits.at, office, device, action, note, undoes,
              format
       FROM commits JOIN epochs ON epochs.no = commits.epoch WHERE commits.id IN (${wanted})`,
    )
    .all(link, after) as CommitRow[];
  return new Map(rows.map((row) => [row.id, row]));
};

/** By commit. The rows themselves become the changes: there are as many of them as the bundle has. */
const changesOf = (db: Db, link: number, after: number): ReadonlyMap<number, Change[]> => {
  const rows = db
    .prepare(
      `SELECT commit_id AS commitId, ord, records.id AS record, kind, unit,
              CASE WHEN purged IS NULL OR value <> 'null' THEN value END AS value, purged, base, behalf
       FROM changes JOIN records ON records.rid = changes.rid WHERE commit_id IN (${wanted}) ORDER BY commit_id, ord`,
    )
    .all(link, after) as ChangeRow[];
  for (const row of rows) row.base = row.base === "[]" ? noBase : (JSON.parse(row.base as string) as string[]);
  return Map.groupBy(rows as Change[], ({ commitId }) => commitId);
};

const noBase: string[] = [];

/** What an entry takes besides its values: the commit's head, and each change's names and places. */
const headSize = 60;
const changeSize = 40;

const entryOf = (
  { commitId, ords, notice }: SentRow,
  heads: ReadonlyMap<number, CommitRow>,
  changes: ReadonlyMap<number, Change[]>,
): Pick<SentEntry, "entry" | "size"> => {
  if (notice !== null) return { entry: { type: "notice", notice: JSON.parse(notice) as Notice }, size: notice.length };
  const head = heads.get(commitId ?? 0);
  if (!head) throw new Error(`commit ${commitId} of a stream is not in the log`);
  const all = changes.get(head.id) ?? [];
  const places = ords === null ? null : new Set(JSON.parse(ords) as number[]);
  const sent = places === null ? all : all.filter(({ ord }) => places.has(ord));
  let size = headSize;
  for (const { value } of sent) size += changeSize + (value?.length ?? 0);
  const { id: _, ...commit } = head;
  return { entry: { type: "commit", commit: { ...commit, whole: places === null, changes: sent } }, size };
};
