/** One issue by its id, with what its rules need. A record whose creation was undone is not found. */
import type { Period } from "#shared/calendar/period.ts";
import { AppError } from "#shared/errors.ts";
import type { Responsibility } from "#shared/issues/responsibility.ts";
import type { IssueStep, IssueType } from "#shared/issues/record.ts";
import { issueStanding, type IssueStanding } from "#shared/issues/standing.ts";
import type { IssueMoment } from "#shared/issues/states.ts";
import { prepared } from "../store/prepared.ts";
import { stepsOf } from "../list/steps.ts";
import { textsOf } from "../list/texts.ts";
import type { Store } from "../store/store.ts";
import { clockOfStore, dayOfCommit } from "../tasks/clock.ts";

export interface FoundIssue {
  readonly id: string;
  readonly rid: number;
  readonly no: string;
  readonly title: string;
  readonly source: string;
  readonly place: string;
  readonly category: string;
  readonly section: string;
  readonly responsibility: Responsibility;
  readonly limit: Period;
  readonly type: IssueType | null;
  readonly measures: string;
  readonly note: string;
  readonly extra: Record<string, string>;
  readonly importId: string | null;
  readonly sheet: string;
  readonly row: number | null;
  readonly ord: number;
  readonly life: string;
  readonly lifeReason: string | null;
  readonly registeredOn: string;
  /** The code of the office that registered it. */
  readonly owner: string;
  readonly steps: readonly IssueStep[];
  readonly standing: IssueStanding;
  readonly moment: IssueMoment;
}

interface IssueSqlRecord {
  readonly rid: number;
  readonly no: string;
  readonly title: string;
  readonly source: string;
  readonly place: string;
  readonly category: string;
  readonly section: string;
  readonly units: string;
  readonly codes: string;
  readonly leader: string;
  readonly person: string;
  readonly phone: string;
  readonly limit_period: string;
  readonly type: IssueType | null;
  readonly measures: string;
  readonly note: string;
  readonly extra: string;
  readonly import_id: string | null;
  readonly sheet: string;
  readonly row: number | null;
  readonly ord: number;
  readonly life: string;
  readonly life_reason: string | null;
  readonly at: string;
  readonly owner: string;
}

const findSql = `SELECT rid, no, title, source, place, category, section, units, codes, leader, person,
    phone, limit_period, type, measures, issues.note AS note, extra, import_id, sheet, row, ord, life, life_reason,
    commits.at AS at, commits.office AS owner
  FROM issues JOIN records USING (rid)
  JOIN commits ON commits.id = records.created WHERE records.id = ? AND life <> 'undone'`;

/** @throws AppError `not-found` */
export const findIssue = (store: Store, id: string): FoundIssue => {
  const row = prepared(store.db, findSql).get(id) as IssueSqlRecord | undefined;
  if (!row) throw new AppError("not-found", { id });
  const limit = JSON.parse(row.limit_period) as Period;
  const steps = stepsOf<IssueStep>(store.db, row.rid);
  const registeredOn = dayOfCommit(row.at);
  const facts = { limit, type: row.type, registeredOn, withdrawn: row.life === "withdrawn" };
  const standing = issueStanding(facts, steps, clockOfStore(store));
  const { rid, no, title, source, place, category, section, type, measures, note, sheet, ord } = row;
  return {
    id,
    rid,
    no,
    title,
    source,
    place,
    category,
    section,
    type,
    measures,
    note,
    sheet,
    ord,
    limit,
    steps,
    standing,
    responsibility: responsibilityOf(row),
    owner: row.owner,
    extra: JSON.parse(row.extra) as Record<string, string>,
    importId: row.import_id,
    row: row.row,
    life: row.life,
    lifeReason: row.life_reason,
    registeredOn,
    moment: { state: standing.state, type, begun: steps.length > 0 },
  };
};

const responsibilityOf = ({ units, codes, leader, person, phone }: IssueSqlRecord): Responsibility => {
  const known = textsOf(codes);
  return { units: textsOf(units), leader, person, phone, ...(known.length > 0 && { codes: known }) };
};
