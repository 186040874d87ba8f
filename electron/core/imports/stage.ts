/**
 * A file being taken in: what was read, and what the person put right since. It lives in core's memory until it is
 * confirmed or dropped; nothing of it is stored. Corrections are kept apart from the reading, so that they survive when
 * the file is read again with another year or mapping.
 */
import { AppError } from "#shared/errors.ts";
import type { StageOptions, StageProblem } from "#shared/imports/view.ts";
import type { Frame } from "./frame.ts";
import type { ReadFile } from "./read-file.ts";
import type { ListRow } from "./readers.ts";
import type { Comparison } from "./revision.ts";

/** A line of the file that is, or with a title would be, a record. */
export interface Item {
  readonly key: string;
  readonly sheet: string;
  /** Null for a listed line that cannot be put right here. */
  row: ListRow | null;
  readonly line: number;
  problems: StageProblem[];
  readonly corrected: Set<string>;
}

export interface Correction {
  readonly field: string;
  readonly value: string;
}

export interface StageState {
  readonly id: string;
  readonly frame: Frame;
  file: ReadFile;
  options: StageOptions;
  items: Map<string, Item>;
  /** By item, the fields put right, in the order in which it was done. */
  readonly corrections: Map<string, Map<string, string>>;
  /** Unit text → the code it is taken for, null: left as text. */
  readonly unitChoices: Map<string, string | null>;
  /** Status word → the state it is taken for. */
  readonly stateChoices: Map<string, string>;
  revises: string | null;
  comparison: Comparison | null;
  /** Items said to be the record that they may be. */
  readonly accepted: Set<string>;
}

export const keyOf = (sheet: string, row: number): string => `${sheet}\u0000${row}`;

export const isListed = ({ row }: Item): boolean => row === null || row.title === "";

/** The item at a row. @throws AppError `no-such-row` */
export const itemAt = (stage: StageState, sheet: string, row: number): Item => {
  const item = stage.items.get(keyOf(sheet, row));
  if (!item) throw new AppError("no-such-row", { sheet, row });
  return item;
};

export const newStage = (id: string, frame: Frame, file: ReadFile, options: StageOptions): StageState => {
  const stage: StageState = {
    id,
    frame,
    file,
    options,
    items: new Map(),
    corrections: new Map(),
    unitChoices: new Map(),
    stateChoices: new Map(),
    revises: null,
    comparison: null,
    accepted: new Set(),
  };
  layOut(stage);
  return stage;
};

/** Takes a new reading of the same file; corrections and choices are laid over it again. */
export const takeReading = (stage: StageState, file: ReadFile, options: StageOptions): void => {
  stage.file = file;
  stage.options = options;
  layOut(stage);
};

/** Items from the reading, in the order of the sheet, with all corrections and choices made so far. */
const layOut = (stage: StageState): void => {
  stage.comparison = null;
  const { reading, latent } = stage.file;
  const items: Item[] = [];
  const add = (row: ListRow | null, sheet: string, line: number): void => {
    items.push({ key: keyOf(sheet, line), sheet, row, line, problems: [], corrected: new Set() });
  };
  for (const row of reading.rows) add(row, row.sheet, row.row);
  const known = new Set(items.map(({ key }) => key));
  const withTitle = new Map(latent.map((row) => [keyOf(row.sheet, row.row), row]));
  for (const { sheet, row } of reading.problems) {
    const key = keyOf(sheet, row);
    if (known.has(key)) continue;
    known.add(key);
    const latentRow = withTitle.get(key);
    add(latentRow ? { ...latentRow, title: "" } : null, sheet, row);
  }
  const sheets = [...new Set(items.map(({ sheet }) => sheet))];
  items.sort((a, b) => sheets.indexOf(a.sheet) - sheets.indexOf(b.sheet) || a.line - b.line);
  stage.items = new Map(items.map((item) => [item.key, item]));
  for (const { sheet, column, ...problem } of reading.problems) {
    stage.items
      .get(keyOf(sheet, problem.row))
      ?.problems.push({ ...problem, column: column ?? null, params: { ...problem.params } });
  }
  for (const [key, fields] of stage.corrections) {
    const item = stage.items.get(key);
    if (item?.row) for (const [field, value] of fields) correctItem(stage, item, field, value);
  }
};

/** Puts one field of an item right, and judges that field anew. */
export const correctItem = (stage: StageState, item: Item, field: string, value: string): void => {
  if (item.row === null) throw new AppError("row-not-correctable", { row: item.line });
  const { row, problem } = stage.frame.correct(item.row, field, value, { year: stage.file.reading.year });
  const column = stage.file.reading.columns.find(({ meaning }) => meaning === field)?.index ?? null;
  stage.comparison = null;
  item.row = row;
  item.problems = item.problems.filter((known) => known.field !== field);
  if (problem) item.problems.push({ row: item.line, column, field, code: problem.code, params: { ...problem.params } });
  item.corrected.add(field);
};

export const rememberCorrection = (stage: StageState, item: Item, { field, value }: Correction): void => {
  const fields = stage.corrections.get(item.key) ?? new Map<string, string>();
  fields.delete(field);
  fields.set(field, value);
  stage.corrections.set(item.key, fields);
};

/** The items that are taken in. */
export const importable = (stage: StageState): Item[] => [...stage.items.values()].filter((item) => !isListed(item));
