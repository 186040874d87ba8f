/** Tasks as they stand: columns from units of merge, and what follows from the whole record and the day. */
import type { z } from "zod";
import { nameKey, numberKey } from "#shared/list/sort-keys.ts";
import { type taskKind } from "#shared/tasks/record.ts";
import { setMentions } from "../list/mentions.ts";
import { listOrigins } from "../list/origin.ts";
import { type SearchChange, type Searched, searchKey, setSearches } from "../list/search.ts";
import { textsOf } from "../list/texts.ts";
import { canonical } from "../store/canonical.ts";
import { prepared } from "../store/prepared.ts";
import type { Columns, Projection } from "../store/projection.ts";
import { unitLookup } from "../units/lookup.ts";
import { clockOf } from "./clock.ts";
import { settleJoins } from "./joined.ts";
import { listPlaceOf, settleParents } from "./parts.ts";
import { standingColumns, standingOf, type StandingRow } from "./standing-of.ts";
import { setStanding, standingValues } from "./standing-columns.ts";
import { taskStepsOf } from "./worked.ts";

type Values = { [Unit in keyof typeof taskKind.units]: z.infer<(typeof taskKind.units)[Unit]["schema"]> };

const columnsOf: { [Unit in keyof Values]: (value: Values[Unit]) => Columns } = {
  no: (no) => ({ no, no_key: numberKey(no) }),
  title: (title) => ({ title, title_key: nameKey(title) }),
  measures: (measures) => ({ measures }),
  section: (section) => ({ section, section_key: nameKey(section) }),
  note: (note) => ({ note }),
  units: ({ lead, responsible, support }) => ({
    lead: JSON.stringify(lead),
    responsible: JSON.stringify(responsible),
    support: JSON.stringify(support),
  }),
  period: (period) => ({
    period: canonical(period),
    period_text: period.text,
    period_kind: period.kind,
    period_start: period.start ?? null,
    period_due: period.due ?? null,
  }),
  extra: (extra) => ({ extra: canonical(extra) }),
  origin: ({ importId, sheet, row, order }) => ({ import_id: importId, sheet, row, ord: order }),
  parent: (parent) => ({ parent }),
  campaign: (campaign) => ({
    campaign: campaign?.name ?? "",
    campaign_key: campaign === null ? null : nameKey(campaign.name),
    campaign_value: campaign === null ? null : canonical(campaign),
  }),
  sameAs: (sameAs) => ({ same_as: sameAs }),
  life: ({ state, reason }) => ({ life: state, life_reason: reason ?? null }),
};

interface TaskSource extends StandingRow {
  readonly no: string;
  readonly title: string;
  readonly measures: string;
  readonly section: string;
  readonly note: string;
  readonly lead: string;
  readonly responsible: string;
  readonly support: string;
  readonly campaign: string;
  readonly import_id: string | null;
  readonly search_key: number | null;
  readonly stands_in: number | null;
}

const sourceSql = `SELECT no, title, measures, section, tasks.note AS note, lead, responsible, support, campaign,
    import_id, search_key, stands_in, ${standingColumns}
  FROM tasks JOIN records USING (rid) JOIN commits ON commits.id = records.created WHERE tasks.rid = ?`;

const finishSql = `UPDATE tasks SET ${setStanding}, lead_key = ?, responsible_key = ?, support_key = ?, list = ?, list_key = ?,
  ord = coalesce(?, ord), listed = ?, search_key = ? WHERE rid = ?`;

const nameSql = "INSERT OR IGNORE INTO attachments (hash, size, mime, name, at) VALUES (?, ?, ?, ?, ?)";

export const taskProjection: Projection = {
  kind: "task",
  table: "tasks",
  columns: (unit, value) => (columnsOf[unit as keyof Values] as (value: unknown) => Columns)(value),
  finish: (rids, context) => {
    const { db } = context;
    const units = unitLookup(db);
    const origins = listOrigins(db);
    const source = prepared(db, sourceSql);
    const write = prepared(db, finishSql);
    const name = prepared(db, nameSql);
    const clock = clockOf(context);
    const changes: SearchChange[] = [];
    for (const rid of settleParents(db, settleJoins(db, rids))) {
      const task = source.get(rid) as TaskSource;
      const place = task.import_id === null ? listPlaceOf(db, rid) : null;
      const importId = task.import_id ?? place?.importId ?? null;
      const origin = importId === null ? null : origins(importId);
      const lead = textsOf(task.lead);
      const responsible = textsOf(task.responsible);
      const support = textsOf(task.support);
      const first = (all: readonly string[]): string | null => (all[0] === undefined ? null : units.keyOf(all[0]));
      const steps = taskStepsOf(db, rid, units, task.owner);
      for (const { evidence = [], on } of steps)
        for (const { hash, size, mime, name: file } of evidence) name.run(hash, size, mime, file, on);
      const standing = standingOf(db, task, units, clock, steps);
      const assigned = standing.assignments.map(({ unit }) => unit);
      const named = [...lead, ...responsible, ...support, ...assigned].map(units.shown);
      const listed = task.life !== "undone" && task.stands_in === null;
      const searched = !listed ? null : searchedOf(task, named, standing.progress);
      const key = searched && searchKey(searched);
      write.run(
        ...standingValues(task, standing),
        first(lead),
        first(responsible),
        first(support),
        origin?.name ?? "",
        origin?.key ?? place?.rid ?? rid,
        place?.ord ?? null,
        listed ? 1 : 0,
        key,
        rid,
      );
      const isNew = context.isNew(rid);
      const mentioned = [
        { role: "lead", texts: lead },
        { role: "responsible", texts: responsible },
        { role: "support", texts: support },
        { role: "assigned", texts: assigned },
      ];
      setMentions(db, rid, mentioned, units, isNew);
      if (isNew || key !== task.search_key) changes.push({ rid, searched, isNew });
    }
    setSearches(db, "search_tasks", changes);
  },
};

const searchedOf = (task: TaskSource, units: readonly string[], progress: string): Searched => ({
  names: [task.no, task.title, task.campaign, ...new Set(units)],
  texts: [task.measures, task.section, task.note, progress],
});
