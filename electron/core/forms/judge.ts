/** A file that came back, judged as a whole and row by row, against what was sent and what stands now. Nothing is written. */
import { isAppError } from "#shared/errors.ts";
import { compareRow, type CellTexts } from "#shared/forms/compare.ts";
import { filledOn } from "#shared/forms/filled-on.ts";
import { foreignInHead, formHead } from "#shared/forms/layout.ts";
import { type Matched, matchRows } from "#shared/forms/match-rows.ts";
import { rowNow } from "#shared/forms/now.ts";
import type { CameForm } from "#shared/forms/read-sheet.ts";
import type { FormCell, FormProblem, FormStageRow } from "#shared/forms/view.ts";
import { officeRecordId } from "#shared/system/settings.ts";
import { handsNow } from "#shared/tasks/standing.ts";
import type { ChangeInput } from "../store/commit.ts";
import type { Store } from "../store/store.ts";
import type { FoundTask } from "../tasks/find.ts";
import { workedTask } from "../tasks/write.ts";
import { type UnitLookup, unitLookup } from "../units/lookup.ts";
import type { KeptForm } from "./kept.ts";
import type { ReadFormFile } from "./read-forms.ts";
import { rowWrites } from "./row-steps.ts";
import { type KnownForms, newerForm, whichForm } from "./which-form.ts";

export interface JudgedRow extends Omit<FormStageRow, "take"> {
  readonly changes: readonly ChangeInput[];
  readonly after: FoundTask | null;
}

export interface JudgedFile {
  readonly verdict: "ready" | "nothing-new" | "refused";
  readonly problem: FormProblem | null;
  /** Null where it is not known which form it is. */
  readonly form: KeptForm | null;
  readonly rows: readonly JudgedRow[];
  /** Texts outside the table, each with its place. */
  readonly outside: readonly string[];
}

/** What judging goes by. Where files are written one after another, each sees what those before it wrote. */
export interface World {
  readonly store: Store;
  readonly units: UnitLookup;
  readonly known: KnownForms;
  readonly today: string;
  readonly office: string;
  /** Tasks as found, with the steps that rows before have added; null: gone, for a reason. */
  readonly tasks: Map<string, FoundTask | FormProblem>;
}

export const worldOf = (store: Store, known: KnownForms): World => ({
  store,
  known,
  units: unitLookup(store.db),
  today: store.today(),
  office: store.fact<{ name: string }>(officeRecordId, "office")?.name ?? "",
  tasks: new Map(),
});

const refused = (problem: FormProblem | null, form: KeptForm | null = null): JudgedFile => ({
  verdict: "refused",
  problem,
  form,
  rows: [],
  outside: [],
});

export const judgeFile = (file: ReadFormFile, world: World): JudgedFile => {
  const { form: came, problem } = file;
  if (came === null) return refused(problem);
  const which = whichForm(came, world.known, world.units);
  if ("problem" in which) return refused(which.problem);
  const { form } = which;
  const { issuedOn } = form.facts;
  const takenOn = world.known.taken.get(file.hash);
  if (takenOn !== undefined) {
    const before = { code: "form-taken-before", params: { on: takenOn } };
    return { ...refused(before, form), verdict: "nothing-new" };
  }
  if (form.voided !== null) return refused({ code: "form-void", params: { reason: form.voided } }, form);
  const standing = form.facts.rows.flatMap(({ task }, place) => (isTask(taskOf(world, task)) ? [place] : []));
  if (standing.length === 0) return refused({ code: "form-of-past-list", params: { issuedOn } }, form);
  const newer = newerForm(form, standing, world.known);
  const params = { issuedOn, newer: newer?.facts.issuedOn ?? "" };
  if (newer && newer.taken.length > 0) return refused({ code: "form-replaced", params }, form);
  return judgedRows(came, form, world, newer ? { code: "form-newer-sent", params } : null);
};

const judgedRows = (came: CameForm, form: KeptForm, world: World, newer: FormProblem | null): JudgedFile => {
  const { facts, id } = form;
  const unit = world.units.shown(facts.unit);
  const { day, rest } = filledOn(came.head, world.today);
  const matched = matchRows(id, facts.rows, came.rows);
  const hasKeys = came.rows.some(({ key }) => key !== "");
  const rows = matched.map((row) =>
    row.place === null ? addedRow(row) : judgedRow(row, row.place, form, world, { day: day ?? world.today, hasKeys }),
  );
  const there = new Set(matched.map(({ place }) => place));
  const missing = facts.rows.flatMap((_, place) => (there.has(place) ? [] : [missingRow(form, place)]));
  const head = formHead({ id, ...facts }, { unit, office: world.office });
  const beside = came.rows.flatMap((row) => row.beside);
  const outside = [...foreignInHead(rest, head), ...beside, ...came.elsewhere];
  const all = [...rows, ...missing];
  const isNew = form.taken.length === 0 || outside.length > 0 || all.some(({ verdict }) => verdict !== "same");
  const gone: FormProblem | null = came.identity.hidden === null ? { code: "form-parts-gone", params: { unit } } : null;
  return { verdict: isNew ? "ready" : "nothing-new", problem: gone ?? newer, form, rows: all, outside };
};

const isTask = (found: FoundTask | FormProblem): found is FoundTask => "rid" in found;

/** A task of a form; what is gone says so. */
const taskOf = ({ store, units, tasks }: World, id: string): FoundTask | FormProblem => {
  const known = tasks.get(id);
  if (known) return known;
  const found = lookedUp(store, units, id);
  tasks.set(id, found);
  return found;
};

const gone: FormProblem = { code: "form-task-gone", params: {} };

const lookedUp = (store: Store, units: UnitLookup, id: string): FoundTask | FormProblem => {
  try {
    const task = workedTask(store, id, units);
    return task.standing.state === "withdrawn" ? gone : task;
  } catch (error) {
    if (!isAppError(error)) throw error;
    return error.code === "task-joined" ? { code: error.code, params: { ...error.params } } : gone;
  }
};

const judgedRow = (
  { came, moved, idChanged }: Matched,
  place: number,
  { facts }: KeptForm,
  world: World,
  { day, hasKeys }: { day: string; hasKeys: boolean },
): JudgedRow => {
  const sent = facts.rows[place];
  if (!sent) throw new Error("a row was matched that the form does not have");
  const common = { row: came.row, task: sent.task, no: sent.shown.no, title: sent.shown.title };
  const problems: FormProblem[] = idChanged && hasKeys ? [{ code: "form-row-id-changed", params: {} }] : [];
  const task = taskOf(world, sent.task);
  if (!isTask(task)) {
    const cells = unjudged(came.texts);
    return {
      ...common,
      verdict: "invalid",
      cells,
      problems: [...problems, task],
      takeable: false,
      changes: [],
      after: null,
    };
  }
  const unit = world.units.codeOf(facts.unit) ?? facts.unit;
  const { period } = handsNow(task.standing, unit);
  const now = rowNow(period, task.steps, unit, sent.occurrence);
  const { cells, said } = compareRow(sent, came.texts, { now, language: facts.language, today: world.today });
  const writes = rowWrites(world.store, task, world.units, said, now, { sent, unit, issuedOn: facts.issuedOn, day });
  if (writes.problem) problems.push(writes.problem);
  const verdict = verdictOf(cells, writes.problem !== null, moved);
  const takeable = writes.changes.length > 0;
  return { ...common, verdict, cells: [...cells], problems, takeable, changes: writes.changes, after: writes.after };
};

/** Of a task that is gone: all that the row says, as it stands. */
const unjudged = (texts: CellTexts): FormCell[] =>
  Object.entries(texts).map(([field, after]) => ({ field, before: "", after, verdict: "same", problem: null }));

const verdictOf = (cells: readonly FormCell[], isRefused: boolean, moved: boolean): FormStageRow["verdict"] => {
  const has = (verdict: FormCell["verdict"]): boolean => cells.some((cell) => cell.verdict === verdict);
  if (has("tampered")) return "tampered";
  if (has("invalid") || isRefused) return "invalid";
  if (has("change")) return "change";
  return moved ? "moved" : "same";
};

const addedRow = ({ came: { row, texts } }: Matched): JudgedRow => ({
  row,
  verdict: "added",
  task: null,
  no: texts.no ?? "",
  title: texts.title ?? "",
  cells: unjudged(texts),
  problems: [{ code: "form-row-added", params: {} }],
  takeable: false,
  changes: [],
  after: null,
});

/** Numbered below zero, unlike any row that is there. */
const missingRow = ({ facts }: KeptForm, place: number): JudgedRow => {
  const shown = facts.rows[place]?.shown;
  return {
    row: -1 - place,
    verdict: "missing",
    task: facts.rows[place]?.task ?? null,
    no: shown?.no ?? "",
    title: shown?.title ?? "",
    cells: [],
    problems: [{ code: "form-row-missing", params: {} }],
    takeable: false,
    changes: [],
    after: null,
  };
};
