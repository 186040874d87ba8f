/** Versions in SQL: how the name of a commit is put together from its rows, and found again by it. */
import { AppError } from "#shared/errors.ts";
import type { Version } from "#shared/store/commit.ts";
import type { Db } from "./connection.ts";
import { prepared } from "./prepared.ts";

/** A commit in a lane (EX20) is named after the epoch that it was written in. */
export const epochSql = "coalesce(epochs.lane_of, epochs.epoch)";

/** The version of a commit, where `commits` is joined with `epochs`. */
export const versionSql = `${epochSql} || ':' || commits.seq || ':' || substr(commits.hash, 1, 8)`;

/** The order that every office agrees on (EX3), where `commits` is joined with `epochs`; then by `ord`. */
export const orderSql = `commits.lamport, ${epochSql}, commits.seq, commits.hash`;

const findSql = `SELECT commits.id, commits.hash FROM commits JOIN epochs ON epochs.no = commits.epoch
  WHERE commits.seq = ? AND (epochs.epoch = ? OR epochs.lane_of = ?) ORDER BY epochs.lane_of IS NOT NULL`;

/** The row of a commit, or null when it is not here. A name without a hash means the first one of that number. */
export const findCommit = (db: Db, version: Version): number | null => {
  const [epoch, seq, tag = ""] = version.split(":");
  const rows = prepared(db, findSql).all(Number(seq), epoch, epoch) as { id: number; hash: string }[];
  return rows.find(({ hash }) => hash.startsWith(tag))?.id ?? null;
};

/** @throws AppError `not-found` */
export const commitIdOf = (db: Db, version: Version): number => {
  const id = findCommit(db, version);
  if (id === null) throw new AppError("not-found", { id: version });
  return id;
};

const nameSql = `SELECT ${versionSql} FROM commits JOIN epochs ON epochs.no = commits.epoch WHERE commits.id = ?`;

/** The name of a commit with its hash. */
export const fullVersion = (db: Db, commitId: number): Version =>
  prepared(db, nameSql).pluck().get(commitId) as Version;
