/** The time line of a record: every step with who wrote it, for whom, and by which commit it can be undone. */
import type { Store } from "../store/store.ts";
import { orderSql, versionSql } from "../store/versions.ts";
import type { UnitLookup } from "../units/lookup.ts";

export interface StepLine<Step> {
  readonly id: string;
  readonly version: string;
  readonly at: string;
  readonly office: string;
  /** Its code. */
  readonly officeCode: string;
  /** It counts; a proposal (EX5) does not. */
  readonly proposed: boolean;
  /** This office wrote it, so that it can be undone here. */
  readonly own: boolean;
  /** The name of the unit on whose behalf it was written (EX4). */
  readonly onBehalfOf: string | null;
  readonly retracted: boolean;
  readonly data: Step;
}

interface StepRow {
  readonly version: string;
  readonly ord: number;
  readonly at: string;
  readonly office: string;
  readonly behalf: string | null;
  readonly retracted: number;
  readonly rank: number;
  readonly data: string;
}

/** Oldest first, those taken back included. */
export const stepLinesOf = <Step>(
  { db }: Store,
  rids: number | readonly number[],
  units: UnitLookup,
): StepLine<Step>[] => {
  const rows = db
    .prepare(
      `SELECT ${versionSql} AS version, steps.ord, commits.at, office, behalf, retracted, steps.rank AS rank, data
       FROM steps JOIN commits ON commits.id = steps.commit_id JOIN epochs ON epochs.no = commits.epoch
       LEFT JOIN changes ON changes.commit_id = steps.commit_id AND changes.ord = steps.ord
       WHERE steps.rid IN (SELECT value FROM json_each(?)) ORDER BY ${orderSql}, steps.ord`,
    )
    .all(JSON.stringify(typeof rids === "number" ? [rids] : rids)) as StepRow[];
  return rows.map(({ version, ord, at, office, behalf, retracted, rank, data }) => ({
    id: `${version}/${ord}`,
    version,
    at,
    office: units.shown(office),
    officeCode: office,
    proposed: rank === 0,
    own: office === (units.office ?? ""),
    onBehalfOf: behalf === null ? null : units.shown(behalf),
    retracted: retracted === 1,
    data: JSON.parse(data) as Step,
  }));
};
