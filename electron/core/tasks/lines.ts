/** The lines that a whole task shows of its parts: its assignments, its sub-tasks, and what they come to. */
import { isWorkday, addWorkdays } from "#shared/calendar/workdays.ts";
import type { Period } from "#shared/calendar/period.ts";
import { whyNoDue, workdaysFromReceipt } from "#shared/tasks/due.ts";
import { lightOf, type LightReason, type LightSettings } from "#shared/tasks/light.ts";
import { type AssignmentStanding, judgedTask, type TaskStanding } from "#shared/tasks/standing.ts";
import type { TaskPart, RollUp, TaskAssignment } from "#shared/tasks/view.ts";
import type { ListContext } from "../list/context.ts";
import { shownUnits, type TaskSqlRow } from "../list/task-row.ts";
import { lightParams } from "../list/light-sql.ts";
import { listShapes } from "../list/fields.ts";
import { prepared } from "../store/prepared.ts";
import type { Store } from "../store/store.ts";
import type { UnitLookup } from "../units/lookup.ts";

type Judged = Parameters<typeof judgedTask>[0];

/** The light, and why; where there is no due date, why there is none. */
export const lightAndWhy = (
  standing: Judged,
  { today, ...settings }: LightSettings & { readonly today: string },
): { light: ReturnType<typeof lightOf>["light"]; lightReason: LightReason } => {
  const { light, reason } = lightOf(judgedTask(standing), today, settings);
  const noDue = { code: whyNoDue(standing.period), params: {} };
  return { light, lightReason: reason.code === "no-due" ? noDue : reason };
};

/** Names units by their names. */
export const shownRollUp = (rollUp: RollUp | null, { shown }: UnitLookup): RollUp | null =>
  rollUp && { ...rollUp, slowest: rollUp.slowest && { ...rollUp.slowest, name: shown(rollUp.slowest.name) } };

export const assignmentLine = (
  standing: AssignmentStanding,
  context: LightSettings & { readonly today: string },
  units: UnitLookup,
): TaskAssignment => ({
  unit: standing.unit,
  unitName: units.shown(standing.unit),
  state: standing.state,
  percent: standing.percent,
  lastOn: standing.lastOn,
  under: standing.under,
  period: standing.period,
  hasOwnPeriod: standing.hasOwnPeriod,
  due: standing.due,
  ...lightAndWhy(standing, context),
  contact: standing.contact,
  receivedOn: standing.receivedOn,
  extension: standing.extension,
  rollUp: shownRollUp(standing.rollUp, units),
});

const partSql = `SELECT r.id, t.no, t.title, t.lead, t.responsible, coalesce(t.period_here, t.period) AS period, t.due,
    t.state, t.percent, ${listShapes.tasks.light} AS light,
    (SELECT json_group_array(coalesce(code, text)) FROM mentions WHERE rid = t.rid AND role = 'assigned') AS assigned
  FROM tasks AS t JOIN records AS r USING (rid) WHERE t.parent_rid = @rid AND t.listed = 1
  ORDER BY t.list_key, t.ord, t.rid`;

/** Sub-tasks, withdrawn ones too, with whoever has them: their assignments, else the units that the record names. */
export const subTaskLines = ({ db }: Store, rid: number, context: ListContext, units: UnitLookup): TaskPart[] => {
  const rows = prepared(db, partSql).all({ rid, ...lightParams(context) }) as (TaskSqlRow & { assigned: string })[];
  return rows.map((row) => {
    const assigned = shownUnits(row.assigned, units);
    const named = [...shownUnits(row.lead, units), ...shownUnits(row.responsible, units)];
    return {
      id: row.id,
      no: row.no,
      title: row.title,
      units: [...new Set(assigned.length > 0 ? assigned : named)],
      period: JSON.parse(row.period) as Period,
      due: row.due,
      state: row.state,
      percent: row.percent,
      light: row.light,
    };
  });
};

const parentSql = `SELECT r.id, t.no, t.title FROM tasks AS own JOIN tasks AS t ON t.rid = own.parent_rid
  JOIN records AS r ON r.rid = t.rid WHERE own.rid = ?`;

/** The task that it is a part of; null: it stands for itself. */
export const parentLine = ({ db }: Store, rid: number): { id: string; no: string; title: string } | null =>
  (prepared(db, parentSql).get(rid) as { id: string; no: string; title: string } | undefined) ?? null;

/** Whether a due date that is shown depends on days of which the table of holidays knows nothing. */
export const isBeyondTable = (store: Store, { period, occurrences, assignments, ...own }: TaskStanding): boolean => {
  const table = store.holidays();
  const settings = store.settings();
  const isUnknown = (day: string): boolean => isWorkday(day, table).beyondTable;
  const fromReceipt = (of: Period, receivedOn: string | null): boolean => {
    const days = workdaysFromReceipt(of, settings.immediateWorkdays);
    return days !== null && receivedOn !== null && addWorkdays(receivedOn, days, table).beyondTable;
  };
  const hands = [{ period, ...own }, ...assignments];
  if (hands.some((each) => fromReceipt(each.period, each.receivedOn))) return true;
  const shifted = settings.recurringShift === "none" ? [] : [...occurrences, ...hands];
  return shifted.some(({ occurrence, due }) => occurrence !== null && due !== null && isUnknown(occurrence));
};
