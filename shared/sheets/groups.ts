/** Rows of one record: the first makes it, the others (under a merged or blank title) add to it. */
import type { PeriodReading } from "../calendar/period-grammar.ts";
import { readPeriod } from "../calendar/period-grammar.ts";
import type { Column } from "./columns.ts";
import { memo } from "./memo.ts";
import type { RecordRow } from "./records.ts";
import type { Value } from "./values.ts";

export type Group<Meaning extends string> = {
  readonly first: RecordRow<Meaning>;
  readonly others: RecordRow<Meaning>[];
};

/** What the row itself says in the column, not what a merged area from above lends it. */
export const ownText = <Meaning extends string>(row: RecordRow<Meaning>, column: Column<Meaning>): string => {
  const value = row.value(column);
  return value.fromAbove ? "" : value.text;
};

/** What the first row says and the others add, each text once, joined by line breaks. */
export const groupText = <Meaning extends string>(
  { first, others }: Group<Meaning>,
  column: Column<Meaning>,
): string => {
  const text = first.value(column).text;
  if (others.length === 0) return text;
  const texts = [text, ...others.map((row) => ownText(row, column))];
  return [...new Set(texts.filter((one) => one !== ""))].join("\n");
};

/** Reads the period in a cell: a date cell is a date whatever it shows, everything else is read by the grammar. */
export const periodReader = (options: {
  year: number | null;
  date1904: boolean;
}): ((value: Value) => PeriodReading) => {
  const read = memo((text) => readPeriod(text, options));
  return ({ cell, text }) =>
    cell?.kind === "date" && typeof cell.value === "string"
      ? { period: { text, kind: "date", start: cell.value, due: cell.value } }
      : read(text);
};

/** Columns by meaning, each in the order of the sheet. */
export const columnsByMeaning = <Meaning extends string>(
  columns: readonly Column<Meaning>[],
): ((meaning: Column<Meaning>["meaning"]) => readonly Column<Meaning>[]) => {
  const groups = Map.groupBy(columns, (column) => column.meaning);
  return (meaning) => groups.get(meaning) ?? [];
};
