/**
 * The light as SQL, so that lists filter and sort by it. It says what `lightOf` (shared/tasks/light.ts) says, and a
 * property test holds the two together.
 */
import { addDays } from "#shared/calendar/dates.ts";
import type { Judged } from "#shared/tasks/light.ts";
import type { ListContext } from "./context.ts";

interface Places {
  readonly phases: Readonly<Record<string, Judged["phase"]>>;
  /** The column of the day on which completion was reported. */
  readonly reportedOn: string;
  /** Judged by its due date alone: it has no beginning and no figure, and does not last. */
  readonly byDueAlone?: boolean;
  /** It has the columns of what lasts and is to be reported on at intervals. */
  readonly reports?: boolean;
}

/** The values that the expression's parameters take. */
export const lightParams = ({ today, soonDays, behindPoints }: ListContext) => ({
  today,
  soonDay: addDays(today, soonDays),
  behind: behindPoints,
});

export const lightSql = ({ phases, reportedOn, byDueAlone = false, reports = false }: Places): string => {
  const states = (phase: Judged["phase"]): string =>
    Object.entries(phases)
      .flatMap(([state, is]) => (is === phase ? [`'${state}'`] : []))
      .join(", ");
  return `CASE
    WHEN t.state IN (${states("over")}) THEN 'done'
    ${reports ? reportsAloneSql(states("reported")) : ""}
    WHEN t.due IS NULL THEN 'none'
    ${byDueAlone ? "" : "WHEN t.lasting AND t.due < @today THEN 'on-track'"}
    WHEN t.state IN (${states("reported")}) THEN
      CASE WHEN t.${reportedOn} IS NULL OR t.${reportedOn} <= t.due THEN 'on-track' ELSE 'overdue' END
    WHEN t.due < @today THEN 'overdue'
    WHEN t.due <= @soonDay THEN 'soon'
    ${reports ? reportsBesidesSql : ""}
    ${byDueAlone ? "" : lagSql(states("waiting"))}
    ELSE 'on-track' END`;
};

/** What lasts and has no due date any more is judged by when it is to be reported on. */
const reportsAloneSql = (reported: string): string =>
  `WHEN t.lasting AND t.report_due IS NOT NULL AND (t.due IS NULL OR t.due < @today) THEN CASE
      WHEN t.state IN (${reported}) THEN 'on-track'
      WHEN t.report_due <= @soonDay THEN 'soon'
      WHEN t.report_missed THEN 'behind'
      ELSE 'on-track' END`;

const reportsBesidesSql = `WHEN t.lasting AND t.report_due <= @soonDay THEN 'soon'
    WHEN t.lasting AND t.report_due IS NOT NULL AND t.report_missed THEN 'behind'`;

const lagSql = (waiting: string): string =>
  `WHEN (t.percent IS NOT NULL OR t.state IN (${waiting})) AND t.start < t.due AND t.start < @today
      AND (julianday(@today) - julianday(t.start)) * 100
        > (coalesce(t.percent, 0) + @behind) * (julianday(t.due) - julianday(t.start)) THEN 'behind'`;

/** What the due date of a light must be, for the lights of which that is certain; an index then finds the few rows. */
const dueOfLight: Readonly<Record<string, string>> = {
  soon: "t.due BETWEEN @today AND @soonDay",
  behind: "t.due > @soonDay",
  none: "t.due IS NULL",
};

/**
 * Of what is to be reported on at intervals, the day for that does as well. What is due soon are few, so each way names
 * what its index is of: SQLite asks both indexes only where a way by itself says that it lies in one. What lies further
 * off are many, which are found sooner in the one index that holds all that a light is judged by.
 */
const reportOfLight: Readonly<Record<string, string>> = {
  ...dueOfLight,
  soon: `((t.listed = 1 AND ${dueOfLight["soon"]}) OR (t.listed = 1 AND t.report_due <= @soonDay))`,
  behind: `(${dueOfLight["behind"]} OR t.report_due > @soonDay)`,
};

export const dueOfLights = (lights: readonly string[], known = dueOfLight): string | undefined => {
  const dues = lights.map((light) => known[light]);
  return dues.length === 0 || dues.includes(undefined) ? undefined : `(${dues.join(" OR ")})`;
};

export const dueOfTaskLights = (lights: readonly string[]): string | undefined => dueOfLights(lights, reportOfLight);
