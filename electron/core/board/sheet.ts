/**
 * The paper form of the board (配档表): its columns and heads, and the row of one task. The period's own words stand in a
 * column of their own, which the importer believes; the marks beside it are for people.
 */
import { marksOf, type TenDayMark } from "#shared/board/span.ts";
import { beginOfTenDay, endOfTenDay, tenDayOf, tenDaysOfYear } from "#shared/board/ten-days.ts";
import { composePeriod } from "#shared/calendar/compose-period.ts";
import { parsePeriod } from "#shared/calendar/period-grammar.ts";
import type { Period } from "#shared/calendar/period.ts";
import { unitSeparator } from "#shared/list/cells.ts";
import { type Language, word } from "#shared/translations/index.ts";
import type { CellLook, CellValue, SheetColumn, SheetSpec } from "../exports/excel.ts";
import { fitted, rowHeight } from "../exports/layout.ts";
import type { BoardTask } from "./rows.ts";

export interface SheetLayout {
  readonly columns: readonly SheetColumn[];
  readonly heads: NonNullable<SheetSpec["heads"]>;
  readonly frozen: number;
  /** Cells of a task, what they look like, and how high the row is. */
  readonly lineOf: (row: BoardTask) => { values: CellValue[]; looks: (CellLook | undefined)[]; height: number };
}

/** Marks that the importer's grammar knows as such. */
const signs: Readonly<Record<TenDayMark, string>> = { whole: "■", part: "◆", deadline: "▲", due: "●", on: "→" };
const tenDayWidth = 2.7;
const headHeights = [20, 34] as const;

interface TextColumn {
  readonly field: "no" | "section" | "title" | "measures" | "lead" | "responsible" | "support" | "period";
  readonly width: number;
  readonly look: CellLook;
}

const textColumns: readonly TextColumn[] = [
  { field: "no", width: 6, look: "centre" },
  { field: "section", width: 18, look: "text" },
  { field: "title", width: 32, look: "text" },
  { field: "measures", width: 36, look: "text" },
  { field: "lead", width: 18, look: "text" },
  { field: "responsible", width: 20, look: "text" },
  { field: "support", width: 18, look: "text" },
  { field: "period", width: 16, look: "centre" },
];

const isOfTenDays = (start: string | undefined, due: string, year: number): boolean =>
  start !== undefined &&
  [start, due].every((day) => day.startsWith(`${year}-`)) &&
  start === beginOfTenDay(tenDayOf(start)) &&
  due === endOfTenDay(tenDayOf(due));

/** A task's days by its own words; where these mean other days in this year's form, the same days in words that do not. */
export const periodText = (period: Period, year: number): string => {
  const { text, start, due } = period;
  const read = parsePeriod(text, { year });
  if (due === undefined || period.kind === "recurring" || (read.start === start && read.due === due)) return text;
  // Words that say no date keep theirs, where the marks beside them say the days.
  if (read.kind === "unknown" && text !== "" && isOfTenDays(start, due, year)) return text;
  return composePeriod({ start: start ?? null, due, ongoing: period.ongoing }, year);
};

const tenDayKeys = ["first", "second", "third"] as const;

/**
 * @param bySection sections stand as rows across the table; else in a column of their own, where there are any
 */
export const sheetLayout = (
  rows: readonly BoardTask[],
  year: number,
  bySection: boolean,
  language: Language,
): SheetLayout => {
  const isShown: Partial<Record<TextColumn["field"], boolean>> = {
    section: !bySection && rows.some(({ section }) => section !== ""),
    support: rows.some(({ support }) => support.length > 0),
  };
  const texts = textColumns.filter(({ field }) => isShown[field] ?? true);
  const name = (key: string, params = {}): string => word(language, `board.${key}`, params);
  const headings = texts.map(({ field }) => word(language, `tasks.fields.${field}`));
  const months = Array.from({ length: 12 }, (_, at) => name("month", { month: at + 1 }));
  const tenDays = months.flatMap(() => tenDayKeys.map((key) => name(`tenDay.${key}`)));
  const columns: SheetColumn[] = [
    ...texts.map(({ width, look }, at) => ({ heading: headings[at] ?? "", width, look })),
    ...tenDays.map((heading) => ({ heading, width: tenDayWidth, look: "centre" as const })),
  ];
  const lineOf = (row: BoardTask) => {
    const values: CellValue[] = texts.map(({ field }) => textOf(row, field, year));
    const marks = row.state === "withdrawn" ? [] : marksOf(row, year);
    const looks = [
      ...texts.map(({ field }) => (field === "title" && row.depth > 0 ? ("indented" as const) : undefined)),
      ...Array.from({ length: tenDaysOfYear }, (_, at) => (marks[at] === undefined ? undefined : ("mark" as const))),
    ];
    const signsOfRow = Array.from({ length: tenDaysOfYear }, (_, at) => {
      const mark = marks[at];
      return mark === undefined ? null : signs[mark];
    });
    return { values: [...values, ...signsOfRow], looks, height: rowHeight(values, columns) };
  };
  return {
    columns,
    frozen: texts.findIndex(({ field }) => field === "title") + 1,
    heads: {
      lines: [
        { texts: [...headings, ...months.flatMap((month) => [month, "", ""])], height: headHeights[0] },
        { texts: [...headings.map(() => ""), ...tenDays], height: headHeights[1] },
      ],
      merges: [
        ...texts.map((_, at) => ({ top: 0, left: at, bottom: 1, right: at })),
        ...months.map((_, at) => {
          const left = texts.length + at * 3;
          return { top: 0, left, bottom: 0, right: left + 2 };
        }),
      ],
    },
    lineOf,
  };
};

const textOf = (row: BoardTask, field: TextColumn["field"], year: number): string | null => {
  if (field === "period") return fitted(periodText(row.period, year)) || null;
  const value = row[field];
  return fitted(typeof value === "string" ? value : value.join(unitSeparator)) || null;
};
