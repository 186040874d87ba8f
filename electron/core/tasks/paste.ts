/**
 * Pasting a range into the task list, and filling down: what every cell would become, and, when it is applied, one
 * commit and one undo. Progress is reported as a step of the office's own hands; everything else is the record's.
 */
import type { PastedRow, PastePreview } from "#shared/list/paste.ts";
import { AppError, type ErrorParams, isAppError } from "#shared/errors.ts";
import { isProgressField, joinedUnits, type PastedCell, pastedCell } from "#shared/tasks/pasting.ts";
import { type ChangeInput, commit, type Committed, stepUnit } from "../store/commit.ts";
import { newId } from "../store/env.ts";
import type { Store } from "../store/store.ts";
import { type UnitLookup, unitLookup } from "../units/lookup.ts";
import { campaignNamed } from "./campaign-of.ts";
import type { FoundTask } from "./find.ts";
import { writtenPeriod, yearMeant, yearOfToday } from "./periods.ts";
import { changesOfStep } from "./step.ts";
import { changesOfTask, type TaskEntry, workedTask } from "./write.ts";

type PreviewRow = PastePreview["rows"][number];
type PreviewCell = PreviewRow["cells"][number];

interface Judged {
  readonly row: PreviewRow;
  readonly changes: readonly ChangeInput[];
}

/**
 * @returns the commit only where it was applied
 * @throws AppError when it is to be applied: `paste-refused` while a cell has a problem, `nothing-to-do`
 */
export const pasteTasks = (
  store: Store,
  rows: readonly PastedRow[],
  apply: boolean,
): { preview: PastePreview; done: Committed | null } => {
  const units = unitLookup(store.db);
  const seen = new Set<string>();
  const judged = rows.map((row) => {
    const isTwice = row.id !== null && seen.has(row.id);
    if (row.id !== null) seen.add(row.id);
    return isTwice ? refusedRow(row, new AppError("paste-twice")) : judgedRow(store, row, units);
  });
  const cells = judged.flatMap(({ row }) => row.cells.map((cell) => ({ ...cell, isNew: row.id === null })));
  const preview = {
    rows: judged.map(({ row }) => row),
    changed: cells.filter(({ isNew, problem, before, after }) => !isNew && problem === null && before !== after).length,
    added: judged.filter(({ row, changes }) => row.id === null && changes.length > 0).length,
    refused: cells.filter(({ problem }) => problem !== null).length,
  };
  if (!apply) return { preview, done: null };
  if (preview.refused > 0) throw new AppError("paste-refused", { count: preview.refused });
  const changes = judged.flatMap((each) => each.changes);
  if (changes.length === 0) throw new AppError("nothing-to-do");
  return { preview, done: commit(store, { action: "tasks.paste", changes }) };
};

const judgedRow = (store: Store, row: PastedRow, units: UnitLookup): Judged => {
  try {
    return row.id === null ? newRow(store, row) : changedRow(store, workedTask(store, row.id, units), row, units);
  } catch (error) {
    if (!isAppError(error)) throw error;
    return refusedRow(row, error);
  }
};

/** What holds for the row as a whole stands at each of its cells. */
const refusedRow = ({ row, id, values }: PastedRow, error: AppError): Judged => ({
  row: {
    row,
    id,
    cells: Object.entries(values).map(([field, after]) => ({ field, before: "", after, problem: problemOf(error) })),
  },
  changes: [],
});

const problemOf = ({ code, params }: AppError): { code: string; params: Record<string, string | number> } => ({
  code,
  params: { ...(params satisfies ErrorParams) },
});

interface ReadCell extends PreviewCell {
  readonly cell: PastedCell | null;
}

const readCells = (values: PastedRow["values"], year: number, before: (field: string) => string): ReadCell[] =>
  Object.entries(values).map(([field, written]) => {
    try {
      const cell = pastedCell(field, written, year);
      return { field, before: before(field), after: cell.text, problem: null, cell };
    } catch (error) {
      if (!isAppError(error)) throw error;
      return { field, before: before(field), after: written, problem: problemOf(error), cell: null };
    }
  });

const shownCells = (cells: readonly ReadCell[]): PreviewCell[] =>
  cells.map(({ field, before, after, problem }) => ({ field, before, after, problem }));

/** A row for no task adds one; rows of blanks alone add none. */
const newRow = (store: Store, { row, values }: PastedRow): Judged => {
  if (Object.values(values).every((text) => text.trim() === ""))
    return { row: { row, id: null, cells: [] }, changes: [] };
  const cells = readCells({ title: "", ...values }, yearOfToday(store), () => "");
  const shown = { row, id: null, cells: shownCells(cells) };
  if (cells.some(({ problem }) => problem !== null)) return { row: shown, changes: [] };
  const record = newId(store.env);
  const { period, campaign, ...entry } = entryOf(cells, { lead: [], responsible: [], support: [] });
  const value = {
    ...entry,
    ...(period !== undefined && { period: writtenPeriod(period, yearOfToday(store)) }),
    ...(campaign !== undefined && { campaign: campaignNamed(store, campaign) }),
  };
  const step = progressOf(cells);
  const reported = step && { record, kind: "task", unit: stepUnit, value: { ...step, unit: null, on: store.today() } };
  return { row: shown, changes: [{ record, kind: "task", unit: "*", value }, ...(reported ? [reported] : [])] };
};

const changedRow = (store: Store, task: FoundTask, { row, id, values }: PastedRow, units: UnitLookup): Judged => {
  const before = textsOf(task, units);
  const cells = readCells(values, yearMeant(store, task.importId, task.period), (field) => before[field] ?? "");
  const differing = cells.filter(({ problem, before: from, after }) => problem === null && from !== after);
  const shown = shownCells(cells);
  const changes = changesOfTask(store, task, entryOf(differing, task.units));
  const step = progressOf(differing);
  if (step === undefined) return { row: { row, id, cells: shown }, changes };
  try {
    const taken = changesOfStep(store, [task.id], { ...step, unit: null, on: store.today() });
    return { row: { row, id, cells: shown }, changes: [...changes, ...taken] };
  } catch (error) {
    if (!isAppError(error)) throw error;
    const problem = problemOf(error);
    const refused = shown.map((cell) => (isProgressField(cell.field) ? { ...cell, problem } : cell));
    return { row: { row, id, cells: refused }, changes: [] };
  }
};

/** The cells of a task as the list shows them. */
const textsOf = ({ units: roles, standing, period, campaign, ...task }: FoundTask, units: UnitLookup) => {
  const shown = (texts: readonly string[]): string => joinedUnits(texts.map(units.shown));
  const { no, title, measures, section, note } = task;
  return {
    no,
    title,
    measures,
    section,
    note,
    lead: shown(roles.lead),
    responsible: shown(roles.responsible),
    support: shown(roles.support),
    period: period.text,
    campaign: campaign?.name ?? "",
    percent: standing.percent === null ? "" : String(standing.percent),
    progress: standing.progress,
  } as Readonly<Record<string, string>>;
};

/** The record's own fields among cells; roles that were not pasted stay. */
const entryOf = (cells: readonly ReadCell[], roles: FoundTask["units"]): TaskEntry => {
  const entry: Record<string, unknown> = {};
  const pasted: Record<string, string[]> = {};
  for (const { field, cell } of cells) {
    if (cell === null || isProgressField(field)) continue;
    if (cell.kind === "units") pasted[field] = cell.units;
    else entry[field] = cell.text;
  }
  return { ...entry, ...(Object.keys(pasted).length > 0 && { units: { ...roles, ...pasted } }) };
};

/** What the cells of progress say together; blank ones say nothing. */
const progressOf = (cells: readonly ReadCell[]): { step: "progress"; text?: string; percent?: number } | undefined => {
  const text = cells.find(({ field }) => field === "progress")?.after ?? "";
  const found = cells.find(({ field }) => field === "percent")?.cell;
  const percent = found?.kind === "percent" ? found.percent : undefined;
  if (text === "" && percent === undefined) return undefined;
  return { step: "progress", ...(text !== "" && { text }), ...(percent !== undefined && { percent }) };
};
