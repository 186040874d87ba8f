/** Sends forms out: a workbook for each unit into a folder, and a record of each, all in one commit. */
import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { realDay } from "#shared/calendar/real-day.ts";
import { AppError } from "#shared/errors.ts";
import { rowNow } from "#shared/forms/now.ts";
import type { FormFacts, SentRow } from "#shared/forms/record.ts";
import { filledTexts } from "#shared/forms/words.ts";
import type { ListQuery } from "#shared/list/query.ts";
import { creation } from "#shared/store/commit.ts";
import { officeRecordId } from "#shared/system/settings.ts";
import { handsNow } from "#shared/tasks/standing.ts";
import { type Language, word } from "#shared/translations/index.ts";
import { printedDate } from "../exports/printed-date.ts";
import { runJob } from "../jobs/run.ts";
import type { WorkHooks } from "../jobs/work.ts";
import type { Program } from "../program.ts";
import { commit } from "../store/commit.ts";
import { newId } from "../store/env.ts";
import { assertOutside } from "../store/outside.ts";
import type { Store } from "../store/store.ts";
import type { FoundTask } from "../tasks/find.ts";
import { unitLookup } from "../units/lookup.ts";
import type { FormBook } from "./form-workbook.ts";
import { tasksOfUnits, type UnitTasks } from "./tasks-of-units.ts";

export interface WriteForms {
  readonly folder: string;
  readonly units: readonly string[];
  readonly query: ListQuery;
  readonly ids: readonly string[];
  readonly backBy: string | null;
  readonly language: Language;
}

export interface FormsWritten {
  readonly version: string;
  readonly ids: string[];
  readonly files: { unit: string; path: string; tasks: number }[];
}

/** @throws AppError `forms-nothing-to-write`, `day-unreal`, `inside-data-folder`, `file-not-writable`, `disk-full`, `cancelled` */
export const writeFormsFor = async (program: Program, input: WriteForms, hooks: WorkHooks): Promise<FormsWritten> => {
  const { store } = program;
  store.assertWritable();
  if (input.backBy !== null) realDay(input.backBy);
  hooks.onProgress({ stage: "prepare", done: 0, total: 0 });
  assertOutside(store.folder, join(input.folder, "form.xlsx"));
  const books = booksOf(store, input);
  if (books.length === 0) throw new AppError("forms-nothing-to-write");
  const paths = books.map(({ path }) => path);
  await runJob(program, "write-forms", { books }, { ...hooks, temporary: paths });
  try {
    const changes = books.map(({ book }) => ({
      record: book.id,
      kind: "form",
      unit: creation,
      value: { facts: book.facts, life: { state: "live" } },
    }));
    const { version, ids } = commit(store, { action: "forms.write", changes });
    const files = books.map(({ path, book }) => ({ unit: book.facts.unit, path, tasks: book.facts.rows.length }));
    return { version, ids: [...ids], files };
  } catch (error) {
    for (const path of paths) rmSync(path, { force: true });
    throw error;
  }
};

const booksOf = (store: Store, input: WriteForms): { path: string; book: FormBook }[] => {
  const units = unitLookup(store.db);
  const chosen = new Set(input.units.map((text) => units.codeOf(text) ?? text));
  const office = store.fact<{ name: string }>(officeRecordId, "office")?.name ?? "";
  const used = new Set<string>();
  return tasksOfUnits(store, input.query, input.ids)
    .filter(({ unit }) => chosen.has(unit))
    .map((of) => {
      const facts = factsOf(store, of, input);
      const book = { id: newId(store.env), facts, unit: of.unitName, office, officeCode: units.office ?? "" };
      return { path: freePath(input.folder, fileNameOf(of, facts), used), book };
    });
};

const factsOf = (store: Store, { unit, tasks }: UnitTasks, { backBy, language }: WriteForms): FormFacts => ({
  unit,
  issuedOn: store.today(),
  backBy,
  language,
  rows: tasks.map((task) => sentRow(task, unit, language)),
});

const sentRow = (task: FoundTask, unit: string, language: Language): SentRow => {
  const { occurrence, due, period } = handsNow(task.standing, unit);
  const now = rowNow(period, task.steps, unit, occurrence);
  return {
    task: task.id,
    occurrence,
    shown: {
      no: task.no,
      title: task.title,
      measures: task.measures,
      period:
        occurrence === null
          ? period.text
          : word(language, "forms.occurrence", { period: period.text, due: printedDate(due ?? occurrence, language) }),
      now: now.state === null ? word(language, "forms.notAssigned") : word(language, `tasks.state.${now.state}`),
    },
    filled: filledTexts(now, language),
  };
};

/** A unit's name may hold what a file's may not. */
const fileNameOf = ({ unitName }: UnitTasks, { issuedOn, language }: FormFacts): string =>
  word(language, "forms.fileName", {
    unit: unitName.replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, "_").slice(0, 80),
    date: issuedOn,
  });

/** What lies there already is left alone. */
const freePath = (folder: string, name: string, used: Set<string>): string => {
  for (let number = 1; ; number++) {
    const path = join(folder, `${name}${number === 1 ? "" : ` (${number})`}.xlsx`);
    if (used.has(path) || existsSync(path)) continue;
    used.add(path);
    return path;
  }
};
