/** Issues as they stand: columns from units of merge, and what follows from the whole record and the day. */
import type { z } from "zod";
import type { Period } from "#shared/calendar/period.ts";
import { type issueKind, type IssueStep, type IssueType } from "#shared/issues/record.ts";
import { issueStanding } from "#shared/issues/standing.ts";
import { nameKey, numberKey, wholeNumber } from "#shared/list/sort-keys.ts";
import { isLasting } from "#shared/tasks/due.ts";
import { setMentions } from "../list/mentions.ts";
import { listOrigins } from "../list/origin.ts";
import { setSearch } from "../list/search.ts";
import { stepsOf } from "../list/steps.ts";
import { canonical } from "../store/canonical.ts";
import type { Db } from "../store/connection.ts";
import type { Columns, Finishing, Projection } from "../store/projection.ts";
import { clockOf, dayOfCommit } from "../tasks/clock.ts";
import { unitLookup } from "../units/lookup.ts";

type Values = { [Unit in keyof typeof issueKind.units]: z.infer<(typeof issueKind.units)[Unit]["schema"]> };

const columnsOf: { [Unit in keyof Values]: (value: Values[Unit]) => Columns } = {
  no: (no) => ({ no }),
  title: (title) => ({ title }),
  source: (source) => ({ source }),
  place: (place) => ({ place }),
  category: (category) => ({ category }),
  section: (section) => ({ section }),
  responsibility: ({ units, leader, person, phone }) => ({ units: JSON.stringify(units), leader, person, phone }),
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
  readonly at: string;
}

const sourceSql = `SELECT no, title, measures, issues.note AS note, source, place, category, section, leader, person, units, limit_period, type,
  import_id, life, commits.at AS at
  FROM issues JOIN records USING (rid) JOIN commits ON commits.id = records.created WHERE rid = ?`;

const finishSql = `UPDATE issues SET no_key = ?, no_number = ?, title_key = ?, source_key = ?, place_key = ?,
  category_key = ?, section_key = ?, leader_key = ?, person_key = ?, units_key = ?, list = ?, list_key = ?
  WHERE rid = ?`;

const standingSql = `UPDATE issues SET state = ?, state_text = ?, round = ?, progress = ?, percent = ?, evidence = ?,
  registered_on = ?, received_on = ?, start = ?, due = ?, done_on = ?, closed_on = ? WHERE rid = ?`;

export const issueProjection: Projection = {
  kind: "issue",
  table: "issues",
  columns: (unit, value) => (columnsOf[unit as keyof Values] as (value: unknown) => Columns)(value),
  finish: (rids, context) => {
    const { db } = context;
    const units = unitLookup(db);
    const origins = listOrigins(db);
    const source = db.prepare(sourceSql);
    const finish = db.prepare(finishSql);
    const stand = standingWriter(db, context);
    for (const rid of rids) {
      const issue = source.get(rid) as IssueSource;
      const origin = issue.import_id === null ? null : origins(issue.import_id);
      const texts = JSON.parse(issue.units) as string[];
      finish.run(
        numberKey(issue.no),
        wholeNumber(issue.no),
        nameKey(issue.title),
        nameKey(issue.source),
        nameKey(issue.place),
        nameKey(issue.category),
        nameKey(issue.section),
        nameKey(issue.leader),
        nameKey(issue.person),
        texts[0] === undefined ? null : units.keyOf(texts[0]),
        origin?.name ?? "",
        origin?.key ?? rid,
        rid,
      );
      const progress = stand(rid, issue);
      setSearch(
        db,
        rid,
        [issue.no, issue.title, issue.place, issue.leader, issue.person, ...texts.map(units.shown)],
        [issue.measures, progress, issue.source, issue.category, issue.section, issue.note],
      );
      setMentions(db, rid, [{ role: "responsible", texts }], units);
    }
  },
};

/** Writes what follows from steps, limit and day. */
const standingWriter = (db: Db, context: Finishing) => {
  const write = db.prepare(standingSql);
  const name = db.prepare("INSERT OR IGNORE INTO attachments (hash, size, mime, name, at) VALUES (?, ?, ?, ?, ?)");
  const clock = clockOf(context);
  return (rid: number, issue: Pick<IssueSource, "limit_period" | "type" | "life" | "at">): string => {
    const registeredOn = dayOfCommit(issue.at);
    const facts = {
      limit: JSON.parse(issue.limit_period) as Period,
      type: issue.type,
      registeredOn,
      withdrawn: issue.life === "withdrawn",
    };
    const standing = issueStanding(facts, stepsOf<IssueStep>(db, rid), clock);
    for (const { hash, size, mime, name: file, on } of standing.files) name.run(hash, size, mime, file, on);
    write.run(
      standing.state,
      standing.stateText,
      standing.round,
      standing.progress,
      standing.percent,
      standing.files.length,
      registeredOn,
      standing.receivedOn,
      standing.start,
      standing.due,
      standing.doneOn,
      standing.closedOn,
      rid,
    );
    return standing.progress;
  };
};

/** Judges anew the issues whose due date depends on today or on a setting. */
export const refreshIssues = (context: Finishing): void => {
  const { db } = context;
  const rows = db
    .prepare(
      `SELECT rid, limit_period, type, life, commits.at AS at FROM issues JOIN records USING (rid)
       JOIN commits ON commits.id = records.created
       WHERE limit_kind IN ('recurring', 'immediate', 'workdays') AND life <> 'undone'`,
    )
    .all() as (Pick<IssueSource, "limit_period" | "type" | "life" | "at"> & { rid: number })[];
  const stand = standingWriter(db, context);
  for (const { rid, ...issue } of rows) stand(rid, issue);
};
