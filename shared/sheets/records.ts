/**
 * Puts rows together into records: a row with a title of its own begins one, rows under a merged or blank title belong
 * to it. What such a row means (an item per measure, or measures of one problem) is for the kind of list to say.
 */
import type { Column } from "./columns.ts";
import type { Line } from "./lines.ts";
import { isDitto } from "./names.ts";
import { normaliseNumber } from "./phrases.ts";
import type { Value } from "./values.ts";
import { noValue } from "./values.ts";

export type RecordRow<Meaning extends string> = {
  readonly row: number;
  readonly section?: string;
  /** `begins`: its own title; `continues`: under the title of the row above; `listed`: a number without a title. */
  readonly role: "begins" | "continues" | "listed";
  /** The number, normalised; undefined where there is none. */
  readonly no?: string;
  /** The number stands in this row itself, not in a merged area from above. */
  readonly ownNo: boolean;
  readonly title: string;
  /** 同上 replaced by what stands above; the text is '' where nothing is said. */
  readonly value: (column: Column<Meaning>) => Value;
  readonly line: Line<Meaning>;
};

export type RecordCounts = { sections: number; notes: number; repeatedHeaders: number };

export type Records<Meaning extends string> = {
  readonly rows: readonly RecordRow<Meaning>[];
  readonly counts: RecordCounts;
};

type Values<Meaning extends string> = ReadonlyMap<Column<Meaning>, Value>;

/** 同上 says what the cell above says; cells above are those of the item row before. */
const withDittos = <Meaning extends string>(line: Line<Meaning>, above: Values<Meaning>): Values<Meaning> => {
  let replaced: Map<Column<Meaning>, Value> | undefined;
  for (const [column, value] of line.values) {
    if (!isDitto(value.text)) continue;
    replaced ??= new Map(line.values);
    replaced.set(column, { ...(above.get(column) ?? noValue), fromAbove: value.fromAbove });
  }
  return replaced ?? line.values;
};

/** Goes through the sorted lines. By `key` a record begins with a title, or with a number where a list has no titles. */
export const recordsOf = <Meaning extends string>(
  lines: readonly Line<Meaning>[],
  columns: readonly Column<Meaning>[],
  key: "title" | "no" = "title",
): Records<Meaning> => {
  const noColumn = columns.find((column) => column.meaning === "no");
  const titleColumn = columns.find((column) => column.meaning === "title");
  const counts: RecordCounts = { sections: 0, notes: 0, repeatedHeaders: 0 };
  const rows: RecordRow<Meaning>[] = [];
  let above: Values<Meaning> = new Map();
  let section: string | undefined;
  let open: RecordRow<Meaning> | undefined;
  for (const line of lines) {
    if (line.kind !== "data") {
      if (line.kind === "section") {
        counts.sections += 1;
        section = line.text;
        open = undefined;
      } else if (line.kind === "header") counts.repeatedHeaders += 1;
      else counts.notes += 1;
      continue;
    }
    const values = withDittos(line, above);
    above = values;
    const value = (column: Column<Meaning>) => values.get(column) ?? noValue;
    const no = noColumn ? value(noColumn) : noValue;
    const title = titleColumn ? value(titleColumn) : noValue;
    const ownNo = no.text !== "" && !no.fromAbove;
    const common = { row: line.row, ...(section !== undefined && { section }), ownNo, value, line };
    const begins = key === "no" ? ownNo : title.text !== "" && (!title.fromAbove || ownNo);
    if (begins) {
      open = { ...common, role: "begins", title: title.text, ...(no.text !== "" && { no: normaliseNumber(no.text) }) };
      rows.push(open);
    } else if (open !== undefined && open.role !== "listed" && !ownNo) {
      rows.push({ ...common, role: "continues", title: open.title, ...(open.no !== undefined && { no: open.no }) });
    } else {
      const listed = {
        ...common,
        role: "listed" as const,
        title: "",
        ...(no.text !== "" && { no: normaliseNumber(no.text) }),
      };
      if (ownNo) open = listed;
      rows.push(listed);
    }
  }
  return { rows, counts };
};
