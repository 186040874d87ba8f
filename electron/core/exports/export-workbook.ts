/**
 * The one exporter: any list as it is filtered and sorted goes to a workbook, streamed through a connection of its own.
 * It writes beside the target under a temporary name, looks whether the file is whole, and renames it (EX27), so that a
 * cancelled or failed export leaves what stood there before.
 */
import { AppError } from "#shared/errors.ts";
import { issueFields } from "#shared/issues/fields.ts";
import type { ExportQuery, Field } from "#shared/list/query.ts";
import type { LightScheme } from "#shared/system/settings.ts";
import { taskFields } from "#shared/tasks/fields.ts";
import { type Language, word } from "#shared/translations/index.ts";
import { urgingFields } from "#shared/urgings/fields.ts";
import type { JobContext } from "../jobs/context.ts";
import { type Capability, countRows, type ListContext, rowsOf } from "../list/rows.ts";
import { openConnection } from "../store/connection.ts";
import { databaseIn } from "../store/store.ts";
import { type SheetSpec, type SheetWriter, writeSheet } from "./excel.ts";
import { cellValue, columnOf, lookOfCell, rowHeight } from "./layout.ts";
import { printedDate } from "./printed-date.ts";
import { asWriteRefusal, putInPlace, takeAway } from "./put-in-place.ts";

export interface ExportInput {
  readonly folder: string;
  readonly capability: Capability;
  /** Where the workbook is to stand. */
  readonly path: string;
  /** The same name with an ending of its own: what is written meanwhile. */
  readonly temporary: string;
  readonly query: ExportQuery;
  readonly ids: readonly string[];
  readonly reveal: boolean;
  readonly language: Language;
  readonly office: string;
  readonly list: ListContext;
  /** The colours of the lights. */
  readonly scheme: LightScheme;
}

export interface Exported {
  readonly path: string;
  readonly rows: number;
  readonly bytes: number;
}

const fieldsOf = { tasks: taskFields, issues: issueFields, urgings: urgingFields } as const satisfies Record<
  Capability,
  readonly Field[]
>;

/** Rows written before the event loop and the disk get their turn. */
const rowsAtOnce = 250;

/** @throws AppError `cancelled`, `disk-full`, `file-not-writable`, `column-unknown` */
export const exportWorkbook = async (input: ExportInput, context: JobContext): Promise<Exported> => {
  const fields = chosenFields(input);
  const db = openConnection(databaseIn(input.folder), { readonly: true });
  let writer: SheetWriter | undefined;
  try {
    const total = countRows(db, input.capability, input.query, input.list, input.ids);
    writer = writeSheet(input.temporary, specOf(input, fields));
    const rows = await writeRows(input, fields, writer, total, db, context);
    await writer.finish();
    return { ...putInPlace(input.temporary, input.path), rows };
  } catch (error) {
    await writer?.abandon();
    takeAway(input.temporary);
    throw asWriteRefusal(error, input.path);
  } finally {
    db.close();
  }
};

const chosenFields = ({ capability, query }: ExportInput): readonly Field[] => {
  const all: readonly Field[] = fieldsOf[capability];
  if (query.columns.length === 0) return all.filter(({ usual, onPaper }) => usual || onPaper);
  return query.columns.map((key) => {
    const field = all.find((known) => known.key === key);
    if (!field) throw new AppError("column-unknown", { column: key });
    return field;
  });
};

const specOf = ({ capability, language, office, list }: ExportInput, fields: readonly Field[]): SheetSpec => {
  const words = (key: string, params = {}): string => word(language, `exports.${key}`, params);
  const name = word(language, `${capability}.name`);
  return {
    sheetName: name,
    title: words("title", { office, name }),
    left: words("reportedBy", { office }),
    right: words("reportedOn", { date: printedDate(list.today, language) }),
    footer: words("pages"),
    created: new Date(`${list.today}T00:00:00Z`),
    columns: fields.map((field) => columnOf(field, word(language, `${capability}.fields.${field.key}`))),
  };
};

const writeRows = async (
  input: ExportInput,
  fields: readonly Field[],
  writer: SheetWriter,
  total: number,
  db: ReturnType<typeof openConnection>,
  context: JobContext,
): Promise<number> => {
  const words = cachedWords(input);
  const columns = fields.map((field) => columnOf(field, ""));
  let rows = 0;
  for (const row of rowsOf(db, input.capability, input.query, input.list, { ids: input.ids, reveal: input.reveal })) {
    const values = fields.map((field) => cellValue(field, row, words));
    writer.addRow(
      values,
      rowHeight(values, columns),
      fields.map((field) => lookOfCell(field, row, input.scheme)),
    );
    rows += 1;
    if (rows % rowsAtOnce !== 0) continue;
    context.progress("rows", rows, total);
    await writer.drained();
  }
  context.progress("rows", rows, total);
  return rows;
};

/** The few words that stand in cells again and again, each looked up once. */
const cachedWords = ({ capability, language }: ExportInput): ((key: string) => string) => {
  const known = new Map<string, string>();
  return (key) => {
    let text = known.get(key);
    if (text === undefined) {
      text = word(language, key.startsWith("light.") ? `tasks.${key}` : `${capability}.${key}`);
      known.set(key, text);
    }
    return text;
  };
};
