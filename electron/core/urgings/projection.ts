/** Urgings as they stand: columns from units of merge, and what follows from the whole record. */
import type { z } from "zod";
import type { Period } from "#shared/calendar/period.ts";
import { nameKey } from "#shared/list/sort-keys.ts";
import type { urgingKind, UrgingStep } from "#shared/urgings/record.ts";
import { urgingStanding } from "#shared/urgings/standing.ts";
import { setMentions } from "../list/mentions.ts";
import { type SearchChange, type Searched, searchKey, setSearches } from "../list/search.ts";
import { stepsOf, stepsOfEach } from "../list/steps.ts";
import { canonical } from "../store/canonical.ts";
import { prepared } from "../store/prepared.ts";
import type { Columns, Finishing, Projection, SqlValue } from "../store/projection.ts";
import { type Clock, clockOf } from "../tasks/clock.ts";
import { unitLookup } from "../units/lookup.ts";

type Values = { [Unit in keyof typeof urgingKind.units]: z.infer<(typeof urgingKind.units)[Unit]["schema"]> };

const columnsOf: { [Unit in keyof Values]: (value: Values[Unit]) => Columns } = {
  number: ({ year, no }) => ({ year, no }),
  given: ({ unit }) => ({ unit }),
  about: ({ task, no, title }) => ({ task, task_no: no, title, title_key: nameKey(title) }),
  text: (text) => ({ text }),
  limit: (limit) => ({ period: canonical(limit), limit_text: limit.text }),
  issuedOn: (day) => ({ issued_on: day }),
  dispatch: (dispatch) => ({ dispatch }),
  life: ({ state, reason }) => ({ life: state, life_reason: reason ?? null }),
};

interface UrgingSource {
  readonly year: number;
  readonly no: number;
  readonly unit: string;
  readonly task_no: string;
  readonly title: string;
  readonly text: string;
  readonly period: string;
  readonly life: string;
  readonly search_key: number | null;
  readonly owner: string;
}

const sourceSql = `SELECT year, no, unit, task_no, title, text, period, life, search_key, commits.office AS owner
  FROM urgings JOIN records USING (rid) JOIN commits ON commits.id = records.created WHERE rid = ?`;

const standingColumns = "state = ?, answer = ?, answered_on = ?, closed_on = ?, due = ?";
const finishSql = `UPDATE urgings SET owner = ?, unit_key = ?, ${standingColumns}, listed = ?, search_key = ? WHERE rid = ?`;

export const urgingProjection: Projection = {
  kind: "urging",
  table: "urgings",
  columns: (unit, value) => (columnsOf[unit as keyof Values] as (value: unknown) => Columns)(value),
  finish: (rids, context) => {
    const { db } = context;
    const units = unitLookup(db);
    const source = prepared(db, sourceSql);
    const write = prepared(db, finishSql);
    const clock = clockOf(context);
    const steps = stepsOfEach<UrgingStep>(db, rids);
    const changes: SearchChange[] = [];
    for (const rid of rids) {
      const urging = source.get(rid) as UrgingSource;
      const isListed = urging.life !== "undone";
      const standing = standingValues(urging, steps(rid), clock);
      const searched = isListed ? searchedOf(urging, units.shown(urging.unit), String(standing[1])) : null;
      const key = searched && searchKey(searched);
      write.run(urging.owner, units.keyOf(urging.unit), ...standing, isListed ? 1 : 0, key, rid);
      const isNew = context.isNew(rid);
      setMentions(db, rid, [{ role: "urged", texts: urging.unit === "" ? [] : [urging.unit] }], units, isNew);
      if (isNew || key !== urging.search_key) changes.push({ rid, searched, isNew });
    }
    setSearches(db, "search_urgings", changes);
  },
};

const searchedOf = (
  { year, no, task_no: taskNo, title, text }: UrgingSource,
  unit: string,
  answer: string,
): Searched => ({
  names: [`${year} ${no}`, taskNo, title, unit],
  texts: [text, answer],
});

type Dated = Pick<UrgingSource, "period" | "life">;

/** In the order of `standingColumns`. */
const standingValues = ({ period, life }: Dated, steps: readonly UrgingStep[], clock: Clock): SqlValue[] => {
  const facts = { limit: JSON.parse(period) as Period, withdrawn: life === "withdrawn" };
  const { state, answer, answeredOn, closedOn, due } = urgingStanding(facts, steps, clock);
  return [state, answer, answeredOn, closedOn, due];
};

/** Judges anew those whose limit counts working days: settings and the table of holidays may have changed. */
export const refreshUrgings = (context: Finishing): void => {
  const { db } = context;
  const sql = `SELECT rid, period, life FROM urgings
    WHERE listed = 1 AND json_extract(period, '$.kind') IN ('immediate', 'workdays')`;
  const rows = db.prepare(sql).all() as (Dated & { rid: number })[];
  const write = db.prepare(`UPDATE urgings SET ${standingColumns} WHERE rid = ?`);
  const clock = clockOf(context);
  for (const { rid, ...urging } of rows) {
    write.run(...standingValues(urging, stepsOf<UrgingStep>(db, rid), clock), rid);
  }
};
