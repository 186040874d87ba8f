/**
 * Marks of records that other offices have a hand in, as SQL: for rows one by one (most records are nobody else's, and
 * cost one comparison), and as sets for filters.
 */
import { type Mark, markValues } from "#shared/exchange/marks.ts";
import { officeRecordId } from "#shared/system/settings.ts";
import type { Db } from "../store/connection.ts";
import { prepared } from "../store/prepared.ts";

const officeHere = `(SELECT json_extract(value, '$.unit') FROM facts JOIN records AS o USING (rid)
  WHERE o.id = '${officeRecordId}' AND unit = 'office')`;

/** The set of row ids that bear a mark. */
export const markSets: Readonly<Record<Mark, string>> = {
  conflict: "SELECT rid FROM conflicts WHERE kind <> 'proposal'",
  proposal: "SELECT rid FROM conflicts WHERE kind = 'proposal'",
  foreign: `SELECT made.rid FROM records AS made JOIN commits ON commits.id = made.created
    WHERE made.shared = 1 AND office <> ${officeHere}`,
  archived: `SELECT kept.rid FROM scope_in JOIN records AS kept ON kept.id = scope_in.record
    GROUP BY kept.rid HAVING count(left_why) = count(*)`,
};

const scopeOf = (record: string): string => `FROM scope_in WHERE scope_in.record = ${record}.id`;

/** Whether the record in `r` bears a mark. */
const markOf: Readonly<Record<Mark, string>> = {
  conflict: "EXISTS (SELECT 1 FROM conflicts WHERE rid = r.rid AND kind <> 'proposal')",
  proposal: "EXISTS (SELECT 1 FROM conflicts WHERE rid = r.rid AND kind = 'proposal')",
  foreign: `(SELECT office FROM commits WHERE id = r.created) <> ${officeHere}`,
  archived: `EXISTS (SELECT 1 ${scopeOf("r")}) AND NOT EXISTS (SELECT 1 ${scopeOf("r")} AND left_why IS NULL)`,
};

const worded = markValues.map((mark) => `CASE WHEN ${markOf[mark]} THEN '${mark} ' ELSE '' END`).join(" || ");

/** The marks of the record in `r`, each followed by a space. */
export const marksSql = `CASE r.shared WHEN 0 THEN '' ELSE ${worded} END`;

export const marksIn = (text: string): Mark[] => markValues.filter((mark) => text.split(" ").includes(mark));

/** The marks of one record. */
export const marksOf = (db: Db, rid: number): Mark[] =>
  marksIn((prepared(db, `SELECT ${marksSql} FROM records AS r WHERE rid = ?`).pluck().get(rid) as string | null) ?? "");
