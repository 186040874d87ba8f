/** From a task list's rows to its items: one per title, or one per measure under a title ('Finding the table'). */
import { type PeriodReading, readPeriod } from "../calendar/period-grammar.ts";
import type { Column } from "../sheets/columns.ts";
import type { Group } from "../sheets/groups.ts";
import { columnsByMeaning, groupText, ownText, periodReader } from "../sheets/groups.ts";
import type { Line } from "../sheets/lines.ts";
import { memo } from "../sheets/memo.ts";
import type { ReadingProblem } from "../sheets/reading.ts";
import type { RecordRow } from "../sheets/records.ts";
import { recordsOf } from "../sheets/records.ts";
import { readSlots } from "../sheets/slot-period.ts";
import type { Value } from "../sheets/values.ts";
import type { UnitRoles } from "../units/split.ts";
import { splitRoles, splitUnits } from "../units/split.ts";
import type { TaskMeaning } from "./reading-dictionary.ts";
import type { TaskReadingRow } from "./reading.ts";

type TaskColumn = Column<TaskMeaning>;
type TaskGroup = Group<TaskMeaning>;

export type TaskLineOptions = { readonly sheet: string; readonly year: number | null; readonly date1904: boolean };

type Counts = {
  items: number;
  merged: number;
  sections: number;
  notes: number;
  repeatedHeaders: number;
  listed: number;
};

export type TaskLines = {
  readonly rows: TaskReadingRow[];
  readonly problems: ReadingProblem[];
  readonly counts: Counts;
};

type Reader = {
  readonly options: TaskLineOptions;
  readonly columns: (meaning: TaskColumn["meaning"]) => readonly TaskColumn[];
  readonly units: (text: string) => readonly string[];
  /** 牵头单位：A局 配合单位：B局 in one cell. */
  readonly roles: (text: string) => UnitRoles | undefined;
  readonly period: (value: Value) => PeriodReading;
};

const readerOf = (columns: readonly TaskColumn[], options: TaskLineOptions): Reader => ({
  options,
  columns: columnsByMeaning(columns),
  units: memo(splitUnits),
  roles: splitRoles,
  period: periodReader(options),
});

const itemMaking: readonly TaskColumn["meaning"][] = ["measures", "period", "slot"];

/** Under a title, a measure of its own makes an item of its own; so does a period of its own. */
const makesItem = (row: RecordRow<TaskMeaning>, reader: Reader): boolean =>
  row.role === "begins" ||
  (row.role === "continues" &&
    itemMaking.some((meaning) => reader.columns(meaning).some((column) => ownText(row, column) !== "")));

const textOf = (group: TaskGroup, columns: readonly TaskColumn[]): string => {
  const [only, ...more] = columns;
  if (!only) return "";
  if (more.length === 0) return groupText(group, only);
  return columns
    .map((column) => groupText(group, column))
    .filter((text) => text !== "")
    .join("\n");
};

const noUnits: readonly string[] = [];

const unitsOf = (group: TaskGroup, reader: Reader): Pick<TaskReadingRow, "lead" | "responsible" | "support"> => {
  const of = (meaning: TaskMeaning): readonly string[] => {
    const [only, ...more] = reader.columns(meaning);
    if (!only) return noUnits;
    const units = reader.units(groupText(group, only));
    return more.length === 0 ? units : [...units, ...more.flatMap((column) => reader.units(groupText(group, column)))];
  };
  const responsible = of("responsible");
  const support = of("support");
  const [only, more] = reader.columns("responsible");
  const labelled = only && !more ? reader.roles(groupText(group, only)) : undefined;
  if (labelled)
    return {
      lead: [...of("lead"), ...labelled.lead],
      responsible: labelled.responsible,
      support: [...labelled.support, ...support],
    };
  if (reader.columns("lead").length > 0) return { lead: of("lead"), responsible, support };
  // without a lead column the first unit leads
  return { lead: responsible.slice(0, 1), responsible: responsible.slice(1), support };
};

/** 开始时间 beside 结束时间: together they are a range, which the grammar judges where its end seems to lie before its start. */
const withStart = (start: PeriodReading, end: PeriodReading, { options }: Reader): PeriodReading => {
  const from = start.period.start ?? start.period.due;
  const due = end.period.due;
  if (!from || !due || end.period.kind === "recurring") return end;
  const text = `${start.period.text}至${end.period.text}`;
  if (due < from) {
    const whole = readPeriod(text, options);
    return whole.period.kind === "range" || whole.trouble === "period-backwards" ? whole : end;
  }
  return { period: { text, kind: "range", start: from, due, ...(end.period.ongoing && { ongoing: true }) } };
};

type PeriodTold = PeriodReading & { readonly column?: number };

const writtenPeriod = ({ first }: TaskGroup, reader: Reader): PeriodTold => {
  const [column] = reader.columns("period");
  const [startColumn] = reader.columns("periodStart");
  const end = column && reader.period(first.value(column));
  const start = startColumn && reader.period(first.value(startColumn));
  const at = column ?? startColumn;
  const place = at && { column: at.index };
  if (!start || start.period.text === "") return { ...(end ?? { period: { text: "", kind: "unknown" } }), ...place };
  return { ...(end && end.period.text !== "" ? withStart(start, end, reader) : start), ...place };
};

/** The period as written, which the grid only confirms; as its marks give it where nothing is written, or nothing that is a date. */
const periodOf = (group: TaskGroup, reader: Reader): PeriodTold => {
  const written = writtenPeriod(group, reader);
  const slots = reader.columns("slot");
  const { text } = written.period;
  const says = text !== "" && (written.period.kind !== "unknown" || written.trouble !== "period-unknown");
  if (says || !slots[0]) return written;
  const marks = slots.flatMap((column) => (column.slot ? [{ slot: column.slot, text: groupText(group, column) }] : []));
  const marked = readSlots(marks, reader.options.year);
  if (text === "") return { ...marked, column: slots[0].index };
  return marked.period.due === undefined ? written : { ...marked, period: { ...marked.period, text } };
};

const itemOf = (group: TaskGroup, reader: Reader, period: PeriodReading): TaskReadingRow => {
  const { first } = group;
  const measures = textOf(group, reader.columns("measures"));
  const note = textOf(group, reader.columns("note"));
  const section = textOf(group, reader.columns("section")) || first.section;
  const extra = reader
    .columns("extra")
    .map((column) => [column.name, groupText(group, column)] as const)
    .filter(([, text]) => text !== "");
  return {
    row: first.row,
    sheet: reader.options.sheet,
    ...(first.no !== undefined && { no: first.no }),
    title: first.title,
    ...(measures !== "" && { measures }),
    ...unitsOf(group, reader),
    period: period.period,
    ...(section && { section }),
    ...(note !== "" && { note }),
    ...(extra.length > 0 && { extra: Object.fromEntries(extra) }),
  };
};

const titleProblem = (row: RecordRow<TaskMeaning>, reader: Reader): ReadingProblem => {
  const column = reader.columns("title")[0]?.index;
  return {
    row: row.row,
    sheet: reader.options.sheet,
    ...(column !== undefined && { column }),
    field: "title",
    code: row.no === undefined ? "title-missing-without-number" : "title-missing",
    params: { no: row.no ?? "" },
  };
};

const periodProblem = (row: number, told: PeriodTold, code: string, reader: Reader): ReadingProblem => ({
  row,
  sheet: reader.options.sheet,
  ...(told.column !== undefined && { column: told.column }),
  field: "period",
  code,
  params: { text: told.period.text },
});

/** Reads the sorted lines; the counts and the blanks balance with the rows below the header. */
export const readTaskLines = (
  lines: readonly Line<TaskMeaning>[],
  columns: readonly TaskColumn[],
  options: TaskLineOptions,
): TaskLines => {
  const reader = readerOf(columns, options);
  const records = recordsOf(lines, columns);
  const groups: TaskGroup[] = [];
  const problems: ReadingProblem[] = [];
  const counts: Counts = { items: 0, merged: 0, listed: 0, ...records.counts };
  for (const row of records.rows) {
    const group = groups.at(-1);
    if (row.role === "listed") {
      counts.listed += 1;
      problems.push(titleProblem(row, reader));
    } else if (group && !makesItem(row, reader)) {
      group.others.push(row);
      counts.merged += 1;
    } else groups.push({ first: row, others: [] });
  }
  const rows = groups.map((group) => {
    const told = periodOf(group, reader);
    if (told.trouble) problems.push(periodProblem(group.first.row, told, told.trouble, reader));
    return itemOf(group, reader, told);
  });
  counts.items = rows.length;
  return { rows, problems: problems.toSorted((a, b) => a.row - b.row), counts };
};
