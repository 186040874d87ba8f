/** From a task list's rows to its items: one per title, or one per measure under a title ('Finding the table'). */
import type { PeriodReading } from "../calendar/period-grammar.ts";
import { readPeriod } from "../calendar/period-grammar.ts";
import type { Column } from "../sheets/columns.ts";
import { remembered } from "../sheets/remembered.ts";
import type { Line } from "../sheets/lines.ts";
import type { ReadingProblem } from "../sheets/reading.ts";
import type { RecordRow } from "../sheets/records.ts";
import { recordsOf } from "../sheets/records.ts";
import { readSlots } from "../sheets/slot-period.ts";
import { splitUnits } from "../units/split.ts";
import type { TaskMeaning } from "./reading-dictionary.ts";
import type { TaskReadingRow } from "./reading.ts";

type Row = RecordRow<TaskMeaning>;
type TaskColumn = Column<TaskMeaning>;

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

/** Rows of one item: the first makes it, the others add to it. */
type Group = { readonly first: Row; readonly others: Row[] };

const own = (row: Row, column: TaskColumn | undefined): string => {
  const value = column && row.value(column);
  return value && !value.fromAbove ? value.text : "";
};

const itemMaking: ReadonlySet<string> = new Set(["measures", "period", "slot"]);

/** Under a title, a measure of its own makes an item of its own; so does a period of its own. */
const makesItem = (row: Row, columns: readonly TaskColumn[]): boolean =>
  row.role === "begins" ||
  (row.role === "continues" && columns.some((column) => itemMaking.has(column.meaning) && own(row, column) !== ""));

const textOf = (group: Group, columns: readonly TaskColumn[]): string => {
  const [only, another] = columns;
  if (only === undefined) return "";
  if (another === undefined && group.others.length === 0) return group.first.value(only).text;
  const texts = [group.first, ...group.others].flatMap((row) =>
    columns.map((column) => (row === group.first ? row.value(column).text : own(row, column))),
  );
  return [...new Set(texts.filter((text) => text !== ""))].join("\n");
};

type ByMeaning = (meaning: TaskColumn["meaning"]) => readonly TaskColumn[];

const none: readonly TaskColumn[] = [];

const columnsByMeaning = (columns: readonly TaskColumn[]): ByMeaning => {
  const grouped = new Map<TaskColumn["meaning"], TaskColumn[]>();
  for (const column of columns) {
    const same = grouped.get(column.meaning);
    if (same) same.push(column);
    else grouped.set(column.meaning, [column]);
  }
  return (meaning) => grouped.get(meaning) ?? none;
};

/** What is the same for every row of one reading. */
type Reader = TaskLineOptions & {
  readonly columns: ByMeaning;
  readonly units: (text: string) => readonly string[];
  readonly period: (text: string) => PeriodReading;
};

const readerOf = (columns: readonly TaskColumn[], options: TaskLineOptions): Reader => ({
  ...options,
  columns: columnsByMeaning(columns),
  units: remembered(splitUnits),
  period: remembered((text) => readPeriod(text, { year: options.year, date1904: options.date1904 })),
});

const unitsOf = (group: Group, reader: Reader): Pick<TaskReadingRow, "lead" | "responsible" | "support"> => {
  const of = (meaning: TaskMeaning) =>
    reader.columns(meaning).flatMap((column) => reader.units(textOf(group, [column])));
  const responsible = of("responsible");
  const support = of("support");
  if (reader.columns("lead").length > 0) return { lead: of("lead"), responsible, support };
  // without a lead column the first unit leads
  return { lead: responsible.slice(0, 1), responsible: responsible.slice(1), support };
};

/** A date cell is a date whatever it shows; everything else is read by the grammar. */
const readCell = (row: Row, column: TaskColumn, reader: Reader): PeriodReading => {
  const { cell, text } = row.value(column);
  if (cell?.kind === "date" && typeof cell.value === "string") {
    return { period: { text, kind: "date", start: cell.value, due: cell.value } };
  }
  return reader.period(text);
};

/** 开始时间 beside 结束时间: together they are a range. */
const withStart = (start: PeriodReading, end: PeriodReading): PeriodReading => {
  const from = start.period.start ?? start.period.due;
  const due = end.period.due;
  if (!from || !due || due < from || end.period.kind === "recurring") return end;
  return {
    period: {
      text: `${start.period.text}至${end.period.text}`,
      kind: "range",
      start: from,
      due,
      ...(end.period.ongoing && { ongoing: true }),
    },
  };
};

const periodOf = (group: Group, reader: Reader): PeriodReading & { column?: number } => {
  const [column] = reader.columns("period");
  const [startColumn] = reader.columns("periodStart");
  const end = column && readCell(group.first, column, reader);
  const start = startColumn && readCell(group.first, startColumn, reader);
  const slots = reader.columns("slot");
  const told =
    start && start.period.text !== "" ? (end && end.period.text !== "" ? withStart(start, end) : start) : end;
  if ((!told || told.period.text === "") && slots.length > 0) {
    const marks = slots.flatMap((slot) => {
      const text = textOf(group, [slot]);
      return slot.slot ? [{ slot: slot.slot, text }] : [];
    });
    return { ...readSlots(marks, reader.year), ...(slots[0] && { column: slots[0].index }) };
  }
  return { ...(told ?? { period: { text: "", kind: "unknown" } }), ...(column && { column: column.index }) };
};

const itemOf = (group: Group, reader: Reader, period: PeriodReading): TaskReadingRow => {
  const { first } = group;
  const text = (meaning: TaskColumn["meaning"]) => textOf(group, reader.columns(meaning));
  const measures = text("measures");
  const note = text("note");
  const section = text("section") || first.section;
  const extra = Object.fromEntries(
    reader
      .columns("extra")
      .map((column) => [column.name, textOf(group, [column])] as const)
      .filter(([, value]) => value !== ""),
  );
  return {
    row: first.row,
    sheet: reader.sheet,
    ...(first.no !== undefined && { no: first.no }),
    title: first.title,
    ...(measures !== "" && { measures }),
    ...unitsOf(group, reader),
    period: period.period,
    ...(section && { section }),
    ...(note !== "" && { note }),
    ...(Object.keys(extra).length > 0 && { extra }),
  };
};

/** Reads the sorted lines; the counts and the blanks balance with the rows below the header. */
export const readTaskLines = (
  lines: readonly Line<TaskMeaning>[],
  columns: readonly TaskColumn[],
  options: TaskLineOptions,
): TaskLines => {
  const records = recordsOf(lines, columns);
  const groups: Group[] = [];
  const problems: ReadingProblem[] = [];
  const counts: Counts = { items: 0, merged: 0, listed: 0, ...records.counts };
  const titleColumn = columns.find((column) => column.meaning === "title");
  for (const row of records.rows) {
    const group = groups.at(-1);
    if (row.role === "listed") {
      counts.listed += 1;
      problems.push({
        row: row.row,
        sheet: options.sheet,
        ...(titleColumn && { column: titleColumn.index }),
        field: "title",
        code: row.no === undefined ? "title-missing-without-number" : "title-missing",
        params: { no: row.no ?? "" },
      });
    } else if (group && !makesItem(row, columns)) {
      group.others.push(row);
      counts.merged += 1;
    } else groups.push({ first: row, others: [] });
  }
  const reader = readerOf(columns, options);
  const rows = groups.map((group) => {
    const period = periodOf(group, reader);
    if (period.trouble) problems.push(periodProblem(group.first.row, period, options));
    return itemOf(group, reader, period);
  });
  counts.items = rows.length;
  return { rows, problems: problems.toSorted((a, b) => a.row - b.row), counts };
};

const periodProblem = (
  row: number,
  reading: PeriodReading & { column?: number },
  options: TaskLineOptions,
): ReadingProblem => ({
  row,
  sheet: options.sheet,
  ...(reading.column !== undefined && { column: reading.column }),
  field: "period",
  code: reading.trouble ?? "period-unknown",
  params: { text: reading.period.text },
});
