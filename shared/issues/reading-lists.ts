/**
 * The three lists (三张清单: 问题清单, 责任清单, 整改清单) of one workbook are one ledger, joined by number: each problem has
 * what any of the three says of it, and a number that stands in one of them alone is a problem with its sheet named.
 */
import { linesOf } from "../sheets/lines.ts";
import type { ReadingProblem } from "../sheets/reading.ts";
import type { Sheet, Workbook } from "../sheets/sheet.ts";
import { findTable } from "../sheets/table.ts";
import { partListDictionary } from "./reading-dictionary.ts";
import type { Drafts, IssueDraft, LedgerContext } from "./reading-drafts.ts";
import { draftsOf } from "./reading-drafts.ts";

export type PartList = { readonly kind: "problems" | "responsibility" | "rectification"; readonly sheet: Sheet };

const kinds: readonly (readonly [PartList["kind"], RegExp])[] = [
  ["problems", /问题(?:台账)?清单|问题台账/u],
  ["responsibility", /责任(?:分工|落实|台账)?清单|责任台账/u],
  ["rectification", /(?:整改|措施|任务)(?:措施|落实|台账|销号|任务|进展)?清单|整改台账/u],
];

const kindOfText = (text: string): PartList["kind"] | undefined => {
  const named = kinds.filter(([, pattern]) => pattern.test(text));
  return named.length === 1 ? named[0]?.[0] : undefined;
};

/** Known by the sheet's name, or by a title in its first rows. */
const kindOfSheet = (sheet: Sheet): PartList["kind"] | undefined =>
  kindOfText(sheet.name.replace(/\s+/gu, "")) ??
  sheet.rows
    .slice(0, 4)
    .filter(({ cells }) => cells.length <= 2)
    .map(({ cells }) => kindOfText((cells[0]?.text ?? "").replace(/\s+/gu, "")))
    .find((kind) => kind !== undefined);

/** The lists of the workbook: empty unless it has a problem list and at least one of the others, each once. */
export const listsOf = (workbook: Workbook): PartList[] => {
  const lists = workbook.sheets
    .filter((sheet) => !sheet.hidden && sheet.rows.length > 0)
    .flatMap((sheet): PartList[] => {
      const kind = kindOfSheet(sheet);
      return kind ? [{ kind, sheet }] : [];
    });
  const once = (kind: PartList["kind"]) => lists.filter((list) => list.kind === kind).length === 1;
  const areLists = once("problems") && (once("responsibility") || once("rectification"));
  return areLists ? lists.filter((list) => once(list.kind)) : [];
};

const readPart = (list: PartList, workbook: Workbook, context: LedgerContext): Drafts => {
  const table = findTable(workbook, partListDictionary, { sheet: list.sheet.name }, "limit");
  const { lines } = linesOf(table.grid, table.header, table.columns);
  const read = draftsOf(lines, table.columns, { ...context, sheet: list.sheet.name }, "no");
  return { ...read, drafts: oneByNumber(read.drafts) };
};

const isSaid = (value: unknown): boolean =>
  value !== undefined && value !== "" && !(Array.isArray(value) && value.length === 0) && !isBlankPeriod(value);

const isBlankPeriod = (value: unknown): boolean =>
  typeof value === "object" && value !== null && "kind" in value && "text" in value && value.text === "";

/** What `draft` does not say, `other` may; both say what they know of the state. */
const filledFrom = (draft: IssueDraft, other: IssueDraft): IssueDraft => {
  const said = Object.fromEntries(Object.entries(draft).filter(([, value]) => isSaid(value)));
  const extra = { ...other.extra, ...draft.extra };
  return {
    ...draft,
    ...other,
    ...said,
    row: draft.row,
    sheet: draft.sheet,
    title: draft.title,
    ownNo: draft.ownNo,
    columns: draft.columns,
    signs: [...draft.signs, ...other.signs],
    ...(Object.keys(extra).length > 0 && { extra }),
  };
};

/** Several rows of one list about one number say it together: units and measures side by side. */
const oneByNumber = (drafts: readonly IssueDraft[]): IssueDraft[] => {
  const byNumber = new Map<string, IssueDraft>();
  const without: IssueDraft[] = [];
  for (const draft of drafts) {
    const before = draft.no === undefined ? undefined : byNumber.get(draft.no);
    if (draft.no === undefined) without.push(draft);
    else byNumber.set(draft.no, before ? together(before, draft) : draft);
  }
  return [...byNumber.values(), ...without];
};

const together = (a: IssueDraft, b: IssueDraft): IssueDraft => {
  const lines = (first: string | undefined, second: string | undefined) =>
    [...new Set([first, second].filter((text) => text !== undefined))].join("\n");
  const measures = lines(a.measures, b.measures);
  const progress = lines(a.progress, b.progress);
  return {
    ...filledFrom(a, b),
    unit: [...new Set([...a.unit, ...b.unit])],
    ...(measures !== "" && { measures }),
    ...(progress !== "" && { progress }),
  };
};

const aloneIn = (draft: IssueDraft, list: string, code: string): ReadingProblem => {
  const column = draft.columns["no"];
  const place = { row: draft.row, sheet: draft.sheet, ...(column !== undefined && { column }) };
  return { ...place, field: "no", code, params: { no: draft.no ?? "", list } };
};

/** Joins the problems with what the other lists say; without lists the problems come back as they are. */
export const joinLists = (
  problems: readonly IssueDraft[],
  lists: readonly PartList[],
  workbook: Workbook,
  context: LedgerContext,
): { drafts: IssueDraft[]; problems: ReadingProblem[] } => {
  const others = lists.filter((list) => list.kind !== "problems").map((list) => readPart(list, workbook, context));
  if (others.length === 0) return { drafts: [...problems], problems: [] };
  const known = new Set(problems.map((draft) => draft.no));
  const told = others.flatMap((other) => other.problems);
  const alone = problems
    .filter(
      (draft) => draft.no !== undefined && !others.some((other) => other.drafts.some(({ no }) => no === draft.no)),
    )
    .map((draft) => aloneIn(draft, draft.sheet, "number-in-one-list"));
  const strangers = others
    .flatMap((other) => other.drafts)
    .filter((draft) => draft.no !== undefined && !known.has(draft.no))
    .map((draft) => aloneIn(draft, draft.sheet, "number-not-in-problem-list"));
  const drafts = problems.map((draft) =>
    others
      .flatMap((other) => other.drafts)
      .filter((other) => other.no !== undefined && other.no === draft.no)
      .reduce(filledFrom, draft),
  );
  return { drafts, problems: [...told, ...alone, ...strangers] };
};
