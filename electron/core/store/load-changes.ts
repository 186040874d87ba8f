/** The changes of one record that count, as merging takes them, with where they stand in the log. */
import type { MergeChange } from "#shared/exchange/merging.ts";
import { versionOf } from "#shared/store/commit.ts";
import type { Db } from "./connection.ts";
import { prepared } from "./prepared.ts";
import { epochSql } from "./versions.ts";

export interface LoadedChange extends MergeChange {
  readonly commitId: number;
  /** Not written here. */
  readonly foreign: boolean;
}

interface ChangeRow {
  readonly commit_id: number;
  readonly ord: number;
  readonly unit: string;
  readonly value: string;
  readonly base: string;
  readonly behalf: string | null;
  readonly via: number | null;
  readonly lamport: number;
  readonly seq: number;
  readonly hash: string;
  readonly office: string;
  readonly epoch: string;
}

const loadSql = `SELECT commit_id, ord, unit, value, base, behalf, via, lamport, seq, hash, office, ${epochSql} AS epoch
  FROM changes JOIN commits ON commits.id = commit_id JOIN epochs ON epochs.no = commits.epoch
  WHERE rid = ? AND state = 0`;

export const changesOf = (db: Db, rid: number): LoadedChange[] =>
  (prepared(db, loadSql).all(rid) as ChangeRow[]).map((row) => {
    const { commit_id, ord, unit, value, base, behalf, via, lamport, seq, hash, office, epoch } = row;
    return {
      commitId: commit_id,
      version: versionOf(epoch, seq, hash),
      epoch,
      seq,
      lamport,
      ord,
      office,
      behalf,
      unit,
      value: JSON.parse(value) as unknown,
      base: base === "[]" ? noBase : (JSON.parse(base) as string[]),
      foreign: via !== null,
    };
  });

const noBase: readonly string[] = [];
