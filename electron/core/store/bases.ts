/**
 * What a change says that its writer saw (EX3): the versions that stand for its unit and its own office's proposals that
 * it goes over. Where it matters what was known of the whole record (withdrawing it, making somebody else responsible),
 * also the latest version of each epoch that touched it; and where the record was withdrawn, that this was known.
 */
import { AppError } from "#shared/errors.ts";
import { retractUnit, settleUnit, purgeUnit, stepUnit } from "#shared/exchange/merging.ts";
import { creation, type Version } from "#shared/store/commit.ts";
import { kindByName } from "#shared/store/registry.ts";
import type { CheckedChange } from "./commit.ts";
import type { Db, Statement } from "./connection.ts";
import type { Store } from "./store.ts";
import { epochSql, versionSql } from "./versions.ts";

export interface Based {
  readonly rid: number;
  readonly shared: boolean;
}

const appended: ReadonlySet<string> = new Set([stepUnit, retractUnit, settleUnit, purgeUnit]);

export class Bases {
  readonly #store: Store;
  readonly #sql: ReturnType<typeof prepareAll>;
  /** More than this one epoch is known here, so that something may have been written without knowing something else. */
  #several = false;

  constructor(store: Store) {
    this.#store = store;
    this.#sql = prepareAll(store.db);
  }

  /** A commit begins. */
  begin(): void {
    this.#several = (this.#sql.epochs.get() as number) > 1;
  }

  /** @throws AppError `changed-since` when the writer saw others than those that stand now */
  of(record: Based, change: CheckedChange): readonly Version[] {
    if (change.unit === creation) return change.base ?? [];
    const seen = new Set(appended.has(change.unit) ? change.base : this.#ofUnit(record, change));
    if (this.#several) {
      const more = seesAll(change) ? this.#sql.latest.all({ rid: record.rid }) : this.#sql.life.all(record.rid);
      for (const version of more as Version[]) seen.add(version);
    }
    return [...seen].sort();
  }

  #ofUnit({ rid, shared }: Based, change: CheckedChange): readonly Version[] {
    const heads = this.#store.heads(rid, change.unit);
    const given = change.base;
    if (given && !this.#stands(heads, given, rid, shared, change.unit)) {
      throw new AppError("changed-since", { id: change.record, unit: change.unit });
    }
    if (!shared) return heads;
    const own = this.#sql.proposals.all({
      rid,
      unit: change.unit,
      office: this.#store.officeCode() ?? "",
    }) as Version[];
    return [...heads, ...own, ...(given ?? [])];
  }

  /** Whoever decides names proposals besides what stands. */
  #stands(heads: readonly Version[], given: readonly Version[], rid: number, shared: boolean, unit: string): boolean {
    if (heads.some((version) => !given.includes(version))) return false;
    const more = given.filter((version) => !heads.includes(version));
    if (more.length === 0) return true;
    const open = shared ? (this.#sql.open.all({ rid, unit }) as Version[]) : [];
    return more.every((version) => open.includes(version));
  }
}

/** Whether what was known of the whole record matters. */
const seesAll = ({ kind: name, unit, value }: CheckedChange): boolean => {
  const kind = kindByName.get(name);
  if (unit === "life" || kind?.units[unit]?.grants !== undefined) return true;
  if (unit !== stepUnit) return false;
  const rule = kind?.stepRule?.(value);
  return rule?.withdraws === true || rule?.revokes !== undefined;
};

const proposalsSql = `SELECT json_extract(conflicts.versions, '$[0]') AS version FROM conflicts
  WHERE conflicts.rid = @rid AND conflicts.unit = @unit AND conflicts.kind = 'proposal'`;

const prepareAll = (db: Db): Record<"epochs" | "latest" | "life" | "proposals" | "open", Statement> => ({
  epochs: db.prepare("SELECT count(*) FROM epochs").pluck(),
  latest: db
    .prepare(
      `SELECT version FROM (
         SELECT ${versionSql} AS version, ${epochSql} AS epoch,
                row_number() OVER (PARTITION BY ${epochSql} ORDER BY commits.seq DESC, commits.hash) AS place
         FROM changes JOIN commits ON commits.id = commit_id JOIN epochs ON epochs.no = commits.epoch
         WHERE rid = @rid AND state = 0 AND commits.hash <> ''
       ) WHERE place = 1`,
    )
    .pluck(),
  life: db
    .prepare(
      `SELECT ${versionSql} FROM heads JOIN commits ON commits.id = commit_id JOIN epochs ON epochs.no = commits.epoch
       WHERE rid = ? AND unit = 'life' AND commits.hash <> ''`,
    )
    .pluck(),
  open: db.prepare(proposalsSql).pluck(),
  proposals: db
    .prepare(
      `SELECT version FROM (${proposalsSql}) JOIN (
         SELECT ${versionSql} AS name, office FROM commits JOIN epochs ON epochs.no = commits.epoch
         WHERE commits.id IN (SELECT commit_id FROM changes WHERE rid = @rid)
       ) ON name = version WHERE office = @office`,
    )
    .pluck(),
});
