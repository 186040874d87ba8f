/**
 * Writes the board as a workbook in the layout of the paper form, in a worker. Withdrawn tasks are left out, since a form
 * holds what is to be done, and the form imports as what it holds.
 */
import type { HolidayTable } from "#shared/calendar/workdays.ts";
import type { Settings } from "#shared/system/settings.ts";
import { type Language, word } from "#shared/translations/index.ts";
import { type SheetWriter, writeSheet } from "../exports/excel.ts";
import { printedDate } from "../exports/printed-date.ts";
import { asWriteRefusal, putInPlace, takeAway } from "../exports/put-in-place.ts";
import type { JobContext } from "../jobs/context.ts";
import type { ListContext } from "../list/context.ts";
import { openConnection } from "../store/connection.ts";
import { databaseIn } from "../store/store.ts";
import { clockOf } from "../tasks/clock.ts";
import { type BoardQuery, boardRows } from "./rows.ts";
import { sheetLayout } from "./sheet.ts";

export interface BoardWorkbookInput {
  readonly folder: string;
  readonly query: BoardQuery;
  readonly path: string;
  /** Beside `path`: what is written meanwhile. */
  readonly temporary: string;
  readonly language: Language;
  readonly office: string;
  readonly list: ListContext;
  /** What the shift of recurring dues goes by. */
  readonly working: { readonly settings: Settings; readonly holidays: HolidayTable };
}

export interface BoardWorkbook {
  readonly path: string;
  readonly rows: number;
  readonly bytes: number;
}

const rowsAtOnce = 250;
const sectionHeight = 24;
const noteHeight = 22;

/** @throws AppError `cancelled`, `disk-full`, `file-not-writable` and those of `boardRows` */
export const boardWorkbook = async (input: BoardWorkbookInput, context: JobContext): Promise<BoardWorkbook> => {
  const { query, temporary, path, language, office, list, working } = input;
  const db = openConnection(databaseIn(input.folder), { readonly: true });
  let writer: SheetWriter | undefined;
  try {
    const { today } = list;
    const { shift } = clockOf({ today, settings: () => working.settings, holidays: () => working.holidays });
    const rows = boardRows(db, query, list, shift).rows.filter(({ state }) => state !== "withdrawn");
    const bySection = query.group === "section";
    const layout = sheetLayout(rows, query.year, bySection, language);
    writer = writeSheet(temporary, {
      sheetName: word(language, "board.sheet"),
      title: word(language, "board.title", { office, year: query.year }),
      left: word(language, "exports.reportedBy", { office }),
      right: word(language, "exports.reportedOn", { date: printedDate(list.today, language) }),
      footer: word(language, "exports.pages"),
      created: new Date(`${list.today}T00:00:00Z`),
      columns: layout.columns,
      heads: layout.heads,
      frozen: layout.frozen,
    });
    let section = "";
    for (const [at, row] of rows.entries()) {
      if (bySection && row.group !== section) {
        section = row.group;
        writer.addAcross(section, sectionHeight, "section");
      }
      const { values, looks, height } = layout.lineOf(row);
      writer.addRow(values, height, looks);
      if ((at + 1) % rowsAtOnce !== 0) continue;
      context.progress("rows", at + 1, rows.length);
      await writer.drained();
    }
    context.progress("rows", rows.length, rows.length);
    writer.addAcross(word(language, "board.legend"), noteHeight, "note");
    await writer.finish();
    return { ...putInPlace(temporary, path), rows: rows.length };
  } catch (error) {
    await writer?.abandon();
    takeAway(temporary);
    throw asWriteRefusal(error, path);
  } finally {
    db.close();
  }
};
