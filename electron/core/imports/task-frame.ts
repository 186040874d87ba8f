/** Task lists in the importer frame. */
import { readPeriod } from "#shared/calendar/period-grammar.ts";
import { AppError } from "#shared/errors.ts";
import { taskMeanings } from "#shared/tasks/reading-dictionary.ts";
import type { TaskReadingRow } from "#shared/tasks/reading.ts";
import { splitUnits } from "#shared/units/split.ts";
import { extraCells, type Frame, withText } from "./frame.ts";

const texts: ReadonlySet<string> = new Set(["no", "measures", "section", "note"]);
const units: ReadonlySet<string> = new Set(["lead", "responsible", "support"]);
const joined = (all: readonly string[]): string => all.join("、");

export const taskFrame: Frame<TaskReadingRow> = {
  capability: "tasks",
  kind: "task",
  meanings: [...taskMeanings, "slot", "extra"],
  cells: (row) => ({
    no: row.no ?? "",
    title: row.title,
    measures: row.measures ?? "",
    lead: joined(row.lead),
    responsible: joined(row.responsible),
    support: joined(row.support),
    period: row.period.text,
    section: row.section ?? "",
    note: row.note ?? "",
    ...extraCells(row.extra),
  }),
  correct: (row, field, typed, { year }) => {
    const value = typed.trim();
    if (field === "title") {
      return {
        row: { ...row, title: value },
        problem: value === "" ? { code: "title-missing", params: { no: row.no ?? "" } } : null,
      };
    }
    if (texts.has(field)) return { row: withText(row, field, value), problem: null };
    if (units.has(field)) return { row: { ...row, [field]: splitUnits(value) }, problem: null };
    if (field === "period") {
      const { period, trouble } = readPeriod(value, { year });
      return { row: { ...row, period }, problem: trouble ? { code: trouble, params: { text: value } } : null };
    }
    if (field.startsWith("extra.")) {
      return { row: { ...row, extra: withText(row.extra ?? {}, field.slice("extra.".length), value) }, problem: null };
    }
    throw new AppError("no-such-field", { field });
  },
  unitTexts: ({ lead, responsible, support }) => [...lead, ...responsible, ...support],
  withUnits: (row, replace) => ({
    ...row,
    lead: row.lead.map(replace),
    responsible: row.responsible.map(replace),
    support: row.support.map(replace),
  }),
  values: (row) => ({
    no: row.no ?? "",
    title: row.title,
    measures: row.measures ?? "",
    section: row.section ?? "",
    note: row.note ?? "",
    units: { lead: row.lead, responsible: row.responsible, support: row.support },
    period: row.period,
    extra: row.extra ?? {},
  }),
  firstSteps: () => [],
};
