/** Issues as they stand: columns from units of merge, and what follows from the whole record and the day. */
import type { z } from "zod";
import type { Period } from "#shared/calendar/period.ts";
import { type issueKind, type IssueStep, type IssueType } from "#shared/issues/record.ts";
import { issueStanding, type IssueStanding } from "#shared/issues/standing.ts";
import { nameKey, numberKey, wholeNumber } from "#shared/list/sort-keys.ts";
import { isLasting } from "#shared/tasks/due.ts";
import { setMentions } from "../list/mentions.ts";
import { listOrigins } from "../list/origin.ts";
import { type SearchChange, type Searched, searchKey, setSearches } from "../list/search.ts";
import { stepsOf, stepsOfEach } from "../list/steps.ts";
import { textsOf } from "../list/texts.ts";
import { canonical } from "../store/canonical.ts";
import { prepared } from "../store/prepared.ts";
import type { Columns, Finishing, Projection, SqlValue } from "../store/projection.ts";
import { clockOf, dayOfCommit } from "../tasks/clock.ts";
import { unitLookup } from "../units/lookup.ts";

type Values = { [Unit in keyof typeof issueKind.units]: z.infer<(typeof issueKind.units)[Unit]["schema"]> };

const columnsOf: { [Unit in keyof Values]: (value: Values[Unit]) => Columns } = {
  no: (no) => ({ no, no_key: numberKey(no), no_number: wholeNumber(no) }),
  title: (title) => ({ title, title_key: nameKey(title) }),
  source: (source) => ({ source, source_key: nameKey(source) }),
  place: (place) => ({ place, place_key: nameKey(place) }),
  category: (category) => ({ category, category_key: nameKey(category) }),
  section: (section) => ({ section, section_key: nameKey(section) }),
  responsibility: ({ units, codes, leader, person, phone }) => ({
    units: JSON.stringify(units),
    codes: JSON.stringify(codes ?? []),
    leader,
    leader_key: nameKey(leader),
    person,
    person_key: nameKey(person),
    phone,
  }),
  limit: (limit) => ({
    limit_period: canonical(limit),
    limit_text: limit.text,
    limit_kind: limit.kind,
    limit_due: limit.due ?? null,
    lasting: isLasting(limit) ? 1 : 0,
  }),
  type: (type) => ({ type }),
  measures: (measures) => ({ measures }),
  note: (note) => ({ note }),
  extra: (extra) => ({ extra: canonical(extra) }),
  origin: ({ importId, sheet, row, order }) => ({ import_id: importId, sheet, row, ord: order }),
  life: ({ state, reason }) => ({ life: state, life_reason: reason ?? null }),
};

interface IssueSource {
  readonly no: string;
  readonly title: string;
  readonly measures: string;
  readonly note: string;
  readonly source: string;
  readonly place: string;
  readonly category: string;
  readonly section: string;
  readonly leader: string;
  readonly person: string;
  readonly units: string;
  readonly limit_period: string;
  readonly type: IssueType | null;
  readonly import_id: string | null;
  readonly life: string;
  readonly search_key: number | null;
  readonly at: string;
}

const sourceSql = `SELECT no, title, measures, issues.note AS note, source, place, category, section, leader, person, units, limit_period, type,
  import_id, life, search_key, commits.at AS at
  FROM issues JOIN records USING (rid) JOIN commits ON commits.id = records.created WHERE rid = ?`;

const standingColumns = `state = ?, state_text = ?, round = ?, progress = ?, percent = ?, evidence = ?,
  registered_on = ?, received_on = ?, start = ?, due = ?, done_on = ?, closed_on = ?`;

const finishSql = `UPDATE issues SET units_key = ?, list = ?, list_key = ?, ${standingColumns}, listed = ?,
  search_key = ? WHERE rid = ?`;

const nameSql = "INSERT OR IGNORE INTO attachments (hash, size, mime, name, at) VALUES (?, ?, ?, ?, ?)";

export const issueProjection: Projection = {
  kind: "issue",
  table: "issues",
  columns: (unit, value) => (columnsOf[unit as keyof Values] as (value: unknown) => Columns)(value),
  finish: (rids, context) => {
    const { db } = context;
    const units = unitLookup(db);
    const origins = listOrigins(db);
    const source = prepared(db, sourceSql);
    const write = prepared(db, finishSql);
    const name = prepared(db, nameSql);
    const clock = clockOf(context);
    const steps = stepsOfEach<IssueStep>(db, rids);
    const changes: SearchChange[] = [];
    for (const rid of rids) {
      const issue = source.get(rid) as IssueSource;
      const origin = issue.import_id === null ? null : origins(issue.import_id);
      const texts = textsOf(issue.units);
      const standing = standingOf(issue, steps(rid), clock);
      const searched = issue.life === "undone" ? null : searchedOf(issue, texts.map(units.shown), standing.progress);
      const key = searched && searchKey(searched);
      write.run(
        texts[0] === undefined ? null : units.keyOf(texts[0]),
        origin?.name ?? "",
        origin?.key ?? rid,
        ...standingValues(standing, issue),
        issue.life === "undone" ? 0 : 1,
        key,
        rid,
      );
      for (const { hash, size, mime, name: file, on } of standing.files) name.run(hash, size, mime, file, on);
      const isNew = context.isNew(rid);
      setMentions(db, rid, [{ role: "responsible", texts }], units, isNew);
      if (isNew || key !== issue.search_key) changes.push({ rid, searched, isNew });
    }
    setSearches(db, "search_issues", changes);
  },
};

const searchedOf = (issue: IssueSource, units: readonly string[], progress: string): Searched => ({
  names: [issue.no, issue.title, issue.place, issue.leader, issue.person, ...units],
  texts: [issue.measures, progress, issue.source, issue.category, issue.section, issue.note],
});

type Dated = Pick<IssueSource, "limit_period" | "type" | "life" | "at">;

const standingOf = (issue: Dated, steps: readonly IssueStep[], clock: ReturnType<typeof clockOf>): IssueStanding => {
  const { type, life, at } = issue;
  const limit = JSON.parse(issue.limit_period) as Period;
  return issueStanding({ limit, type, registeredOn: dayOfCommit(at), withdrawn: life === "withdrawn" }, steps, clock);
};

/** In the order of `standingColumns`. */
const standingValues = (standing: IssueStanding, { at }: Dated): SqlValue[] => {
  const { state, stateText, round, progress, percent, files, receivedOn, start, due, doneOn, closedOn } = standing;
  const evidence = files.length;
  const registeredOn = dayOfCommit(at);
  return [state, stateText, round, progress, percent, evidence, registeredOn, receivedOn, start, due, doneOn, closedOn];
};

/** Judges anew the issues whose due date depends on today or on a setting. */
export const refreshIssues = (context: Finishing): void => {
  const { db } = context;
  const rows = db
    .prepare(
      `SELECT rid, limit_period, type, life, commits.at AS at FROM issues JOIN records USING (rid)
       JOIN commits ON commits.id = records.created
       WHERE limit_kind IN ('recurring', 'immediate', 'workdays') AND listed = 1`,
    )
    .all() as (Dated & { rid: number })[];
  const write = db.prepare(`UPDATE issues SET ${standingColumns} WHERE rid = ?`);
  const clock = clockOf(context);
  for (const { rid, ...issue } of rows) {
    write.run(...standingValues(standingOf(issue, stepsOf<IssueStep>(db, rid), clock), issue), rid);
  }
};
