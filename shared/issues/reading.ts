/**
 * Reads a rectification ledger (ledger-import.md) by the importer frame of the task lists and a dictionary of its own.
 * The three lists (三张清单) of one workbook are one ledger, joined by number.
 */
import type { Period } from "../calendar/period.ts";
import type { ColumnMapping } from "../sheets/columns.ts";
import { headerSignature } from "../sheets/columns.ts";
import { linesOf } from "../sheets/lines.ts";
import type { Accounting, ReadingColumn, ReadingNotice, ReadingProblem } from "../sheets/reading.ts";
import { noticesOf, readingColumns } from "../sheets/reading.ts";
import type { Workbook } from "../sheets/sheet.ts";
import type { SheetInfo } from "../sheets/table.ts";
import { findTable } from "../sheets/table.ts";
import type { YearFrom } from "../sheets/year.ts";
import { yearOfList } from "../sheets/year.ts";
import { issueDictionary, partListDictionary } from "./reading-dictionary.ts";
import type { IssueDraft } from "./reading-drafts.ts";
import { draftsOf, finished } from "./reading-drafts.ts";
import type { PartList } from "./reading-lists.ts";
import { joinLists, listsOf } from "./reading-lists.ts";
import type { ReadState } from "./reading-states.ts";
import type { IssueType } from "./record.ts";

export type LedgerReadingOptions = {
  readonly year?: number;
  readonly sheet?: string;
  readonly headerRows?: { readonly from: number; readonly to: number };
  readonly mapping?: ColumnMapping;
  /** Status word → state, as the user mapped it in the preview. */
  readonly states?: Readonly<Record<string, string>>;
};

export type IssueReadingRow = {
  readonly row: number;
  readonly sheet: string;
  readonly no?: string;
  readonly title: string;
  readonly section?: string;
  readonly source?: string;
  readonly place?: string;
  readonly unit: readonly string[];
  readonly leader?: string;
  readonly person?: string;
  /** In full; masking is for the screen. */
  readonly phone?: string;
  readonly measures?: string;
  readonly limit: Period;
  readonly type?: IssueType;
  readonly progress?: string;
  readonly state: ReadState;
  /** The status word as the ledger has it. */
  readonly stateText?: string;
  /** ISO day. */
  readonly closedOn?: string;
  readonly note?: string;
  readonly extra?: Readonly<Record<string, string>>;
};

/** A status word of the file, the state it was taken for, and whether the table knows it. */
export type StateWord = {
  readonly word: string;
  readonly count: number;
  readonly state: ReadState;
  readonly known: boolean;
};

export type IssueLedgerReading = {
  readonly year: number | null;
  readonly yearFrom: YearFrom;
  readonly count: number;
  readonly sheet: string;
  readonly sheets: readonly SheetInfo[];
  readonly headerRows: { readonly from: number; readonly to: number };
  readonly headerSignature: string;
  readonly columns: readonly ReadingColumn[];
  readonly rows: readonly IssueReadingRow[];
  readonly problems: readonly ReadingProblem[];
  readonly notices: readonly ReadingNotice[];
  /** Of the list that names the problems. */
  readonly accounting: Accounting;
  readonly stateWords: readonly StateWord[];
};

const wordsIn = (drafts: readonly IssueDraft[]): StateWord[] => {
  const counts = new Map<string, StateWord>();
  for (const sign of drafts.flatMap((draft) => draft.signs)) {
    const before = counts.get(sign.text);
    counts.set(sign.text, {
      word: sign.text,
      count: (before?.count ?? 0) + 1,
      state: sign.state,
      known: !sign.unknown,
    });
  }
  return [...counts.values()].toSorted((a, b) => b.count - a.count);
};

/** A number that occurs twice within one section is told on the later row; a merged number is no duplicate. */
const repeatedNumbers = (drafts: readonly IssueDraft[]): ReadingProblem[] => {
  const seen = new Map<string, number>();
  return drafts.flatMap((draft) => {
    if (draft.no === undefined || !draft.ownNo) return [];
    const key = `${draft.section ?? ""}\n${draft.no}`;
    const first = seen.get(key);
    if (first === undefined) {
      seen.set(key, draft.row);
      return [];
    }
    const column = draft.columns.no;
    const place = { row: draft.row, sheet: draft.sheet, ...(column !== undefined && { column }) };
    return [{ ...place, field: "no", code: "number-twice", params: { no: draft.no, first } }];
  });
};

/** Throws AppError `no-table` or `no-such-sheet`; everything else that is wrong is a problem on its row. */
export const readLedger = (workbook: Workbook, options: LedgerReadingOptions = {}): IssueLedgerReading => {
  const lists: PartList[] = options.sheet === undefined && !options.headerRows ? listsOf(workbook) : [];
  const problemList = lists.find((list) => list.kind === "problems");
  const table = problemList
    ? findTable(workbook, partListDictionary, { ...options, sheet: problemList.sheet.name }, "limit")
    : findTable(workbook, issueDictionary, options, "limit");
  const { sheet, grid, header, columns } = table;
  const { year, from } = yearOfList(workbook, grid, header, options.year);
  const context = { sheet: sheet.name, year, date1904: workbook.date1904, states: options.states ?? {} };
  const { lines, blanks } = linesOf(grid, header, columns);
  const own = draftsOf(lines, columns, context);
  const joined = joinLists(own.drafts, lists, workbook, context);
  const rows = joined.drafts.map(finished);
  const problems = [...own.problems, ...joined.problems, ...repeatedNumbers(own.drafts)];
  return {
    year,
    yearFrom: from,
    count: rows.length,
    sheet: sheet.name,
    sheets: table.sheets,
    headerRows: { from: header.from, to: header.to },
    headerSignature: headerSignature(columns),
    columns: readingColumns(columns),
    rows,
    problems: problems.toSorted((a, b) => a.row - b.row),
    notices: [...workbook.notices, ...noticesOf(table, new Set(lists.map((list) => list.sheet.name)))],
    accounting: { rows: lines.length + blanks, blanks, ...own.counts },
    stateWords: wordsIn(joined.drafts),
  };
};
