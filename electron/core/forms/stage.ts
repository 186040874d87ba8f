/**
 * Forms that came back and are being looked at: what was read, judged as it stands, and what the person leaves out. They
 * live in core's memory until they are confirmed or dropped; nothing of them is stored.
 */
import { AppError } from "#shared/errors.ts";
import type { FormProblem, FormStage, FormStageRow } from "#shared/forms/view.ts";
import type { JobHooks } from "../jobs/run.ts";
import { runJob } from "../jobs/run.ts";
import type { Program } from "../program.ts";
import { newId } from "../store/env.ts";
import type { Store } from "../store/store.ts";
import { unitLookup } from "../units/lookup.ts";
import { type JudgedFile, type JudgedRow, judgeFile, worldOf } from "./judge.ts";
import { keptForms } from "./kept.ts";
import type { ReadFormFile } from "./read-forms.ts";
import { remarksOf } from "./remarks.ts";
import { knownForms } from "./which-form.ts";

export interface StagedFile {
  readonly read: ReadFormFile;
  judged: JudgedFile;
  /** Said of it among the others of this stage: the same file, or the same form, twice. */
  readonly twice: FormProblem | null;
  take: boolean;
  /** By row, where the person chose otherwise than is offered. */
  readonly chosen: Map<number, boolean>;
}

export interface FormsStage {
  readonly id: string;
  readonly files: readonly StagedFile[];
}

const staged = new WeakMap<Store, Map<string, FormsStage>>();
/** Each holds its whole files in memory. */
const mostAtOnce = 2;

/** @throws AppError those of `readForms` */
export const openForms = async (program: Program, paths: readonly string[], hooks: JobHooks): Promise<FormsStage> => {
  const read = await runJob(program, "read-forms", { paths }, hooks);
  const stage = { id: newId(program.store.env), files: stagedFiles(program.store, read) };
  const stages = staged.get(program.store) ?? new Map<string, FormsStage>();
  staged.set(program.store, stages.set(stage.id, stage));
  for (const id of stages.keys()) {
    if (stages.size <= mostAtOnce) break;
    stages.delete(id);
  }
  return stage;
};

/** Judges all files as things stand; for the bench too. */
export const stagedFiles = (store: Store, read: readonly ReadFormFile[]): StagedFile[] => {
  const world = worldOf(store, knownForms(keptForms(store)));
  const byHash = new Map<string, string>();
  const byForm = new Map<string, string>();
  return read.map((file) => {
    const judged = judgeFile(file, world);
    const sameFile = file.hash === "" ? undefined : byHash.get(file.hash);
    const form = judged.verdict === "ready" ? judged.form?.id : undefined;
    const sameForm = form === undefined ? undefined : byForm.get(form);
    byHash.set(file.hash, sameFile ?? file.name);
    if (form !== undefined) byForm.set(form, sameForm ?? file.name);
    const twice = twiceOf(sameFile, sameForm);
    return { read: file, judged, twice, take: judged.verdict === "ready" && twice === null, chosen: new Map() };
  });
};

const twiceOf = (sameFile: string | undefined, sameForm: string | undefined): FormProblem | null => {
  if (sameFile !== undefined) return { code: "form-file-twice", params: { name: sameFile } };
  return sameForm === undefined ? null : { code: "form-two-files", params: { name: sameForm } };
};

/** Nothing new in a file that is here twice. */
export const verdictOf = ({ judged, twice }: StagedFile): JudgedFile["verdict"] =>
  judged.verdict === "ready" && twice?.code === "form-file-twice" ? "nothing-new" : judged.verdict;

/** Whether a row's changes are taken in: not those of a row with altered text, unless the person says so. */
export const isTaken = ({ chosen }: StagedFile, { row, takeable, verdict, problems }: JudgedRow): boolean =>
  takeable &&
  (chosen.get(row) ?? (verdict !== "tampered" && !problems.some(({ code }) => code === "form-row-id-changed")));

/** @throws AppError `stage-gone` when it was confirmed or dropped, or core was started again meanwhile */
export const formsStage = (store: Store, id: string): FormsStage => {
  const stage = staged.get(store)?.get(id);
  if (!stage) throw new AppError("stage-gone");
  return stage;
};

export const dropForms = (store: Store, id: string): void => {
  staged.get(store)?.delete(id);
};

/** @throws AppError `stage-gone` */
const fileOf = (stage: FormsStage, file: number): StagedFile => {
  const found = stage.files[file];
  if (!found) throw new AppError("stage-gone");
  return found;
};

export const chooseForms = (
  stage: FormsStage,
  { file, row, take }: { readonly file: number; readonly row: number | null; readonly take: boolean },
): void => {
  const found = fileOf(stage, file);
  if (row === null) found.take = take && verdictOf(found) === "ready";
  else found.chosen.set(row, take);
};

export const rowsOfForm = (stage: FormsStage, file: number): FormStageRow[] => {
  const found = fileOf(stage, file);
  return found.judged.rows.map((judged) => {
    const { changes: _changes, after: _after, ...row } = judged;
    return { ...row, take: isTaken(found, judged) };
  });
};

/** Remarks shown of each file; all of them are kept. */
const remarksShown = 50;

export const formsView = (store: Store, { id, files }: FormsStage): FormStage => {
  const units = unitLookup(store.db);
  return {
    stage: id,
    files: files.map((staged, file) => {
      const { read, judged, twice, take } = staged;
      const unit = judged.form?.facts.unit ?? "";
      const verdict = verdictOf(staged);
      return {
        file,
        name: read.name,
        verdict,
        problem: judged.verdict === "refused" ? judged.problem : (twice ?? judged.problem),
        unit,
        unitName: unit === "" ? "" : units.shown(unit),
        issuedOn: judged.form?.facts.issuedOn ?? null,
        counts: countsOf(staged),
        remarks: verdict === "ready" ? remarksOf(judged, (row) => isTaken(staged, row)).slice(0, remarksShown) : [],
        take,
      };
    }),
  };
};

const countsOf = (staged: StagedFile): FormStage["files"][number]["counts"] => {
  const { rows } = staged.judged;
  const cells = (verdict: string): number =>
    rows.reduce((sum, row) => sum + row.cells.filter((cell) => cell.verdict === verdict).length, 0);
  const ofKind = (verdict: string): number => rows.filter((row) => row.verdict === verdict).length;
  return {
    rows: rows.length - ofKind("missing"),
    change: cells("change"),
    invalid: cells("invalid"),
    tampered: cells("tampered"),
    added: ofKind("added"),
    missing: ofKind("missing"),
    taking: rows.filter((row) => isTaken(staged, row)).length,
  };
};
