/**
 * Takes forms in: every step that was chosen and every file, as one commit, so that one undo takes all back. The files
 * are on the disk before it. Each is judged anew as things stand by then, with what the files before it wrote.
 */
import { rm } from "node:fs/promises";
import { AppError } from "#shared/errors.ts";
import type { FormStep } from "#shared/forms/record.ts";
import { attachmentPath, mimeOf } from "../attachments/files.ts";
import { keepBytes } from "../attachments/keep-bytes.ts";
import type { WorkHooks } from "../jobs/work.ts";
import type { Program } from "../program.ts";
import { type ChangeInput, commit, stepUnit } from "../store/commit.ts";
import type { Store } from "../store/store.ts";
import { type JudgedFile, judgeFile, type World, worldOf } from "./judge.ts";
import { keptForms } from "./kept.ts";
import { remarksOf } from "./remarks.ts";
import { type FormsStage, isTaken, type StagedFile, verdictOf } from "./stage.ts";
import { knownForms } from "./which-form.ts";

export interface FormsTaken {
  readonly version: string;
  readonly ids: string[];
  readonly proposed?: number;
  /** How many forms came back, and how many of their rows were written. */
  readonly forms: number;
  readonly written: number;
}

/** Files kept side by side: nearly all of it is waiting for the disk. */
const atOnce = 16;

/** Stages that are being confirmed: a second press meanwhile must not take the forms in twice. */
const underWay = new WeakSet<FormsStage>();

/** @throws AppError `forms-nothing-to-take`, `stage-gone`, `cancelled`, `disk-full` */
export const confirmForms = async (program: Program, stage: FormsStage, hooks: WorkHooks): Promise<FormsTaken> => {
  if (underWay.has(stage)) throw new AppError("stage-gone");
  underWay.add(stage);
  try {
    return await confirmed(program.store, stage, hooks);
  } finally {
    underWay.delete(stage);
  }
};

const confirmed = async (store: Store, stage: FormsStage, { onProgress, signal }: WorkHooks): Promise<FormsTaken> => {
  store.assertWritable();
  const files = stage.files.filter((file) => file.take && verdictOf(file) === "ready");
  if (files.length === 0) throw new AppError("forms-nothing-to-take");
  const kept: string[] = [];
  try {
    for (let at = 0; at < files.length; at += atOnce) {
      onProgress({ stage: "prepare", done: at, total: files.length });
      if (signal.aborted) throw new AppError("cancelled");
      const keeping = files.slice(at, at + atOnce).map(async ({ read }) => {
        if (await keepBytes(store.folder, read.hash, read.bytes)) kept.push(read.hash);
      });
      // All of them, so that what failed is known when all are done.
      const failed = (await Promise.allSettled(keeping)).find(({ status }) => status === "rejected");
      if (failed?.status === "rejected") throw failed.reason;
    }
    onProgress({ stage: "store", done: 0, total: files.length });
    await shown();
    if (signal.aborted) throw new AppError("cancelled");
    return committed(store, files);
  } catch (error) {
    for (const hash of kept) await rm(attachmentPath(store.folder, hash), { force: true });
    throw error;
  }
};

/** Lets what was told leave, since the commit holds this thread. */
const shown = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5));

const committed = (store: Store, files: readonly StagedFile[]): FormsTaken => {
  const world = worldOf(store, knownForms(keptForms(store)));
  let [forms, written] = [0, 0];
  const changes = files.flatMap((file) => {
    const judged = judgeFile(file.read, world);
    if (judged.form === null || judged.verdict !== "ready") return [];
    const rows = judged.rows.filter((row) => isTaken(file, row));
    for (const { task, after } of rows) if (task !== null && after !== null) world.tasks.set(task, after);
    forms += 1;
    written += rows.length;
    return [...rows.flatMap((row) => row.changes), takenStep(file, judged, rows.length, world)];
  });
  if (changes.length === 0) throw new AppError("forms-nothing-to-take");
  const { version, ids, proposed } = commit(store, { action: "forms.take", note: noteOf(files), changes });
  return { version, ids: [...ids], ...(proposed !== undefined && { proposed }), forms, written };
};

const takenStep = (file: StagedFile, judged: JudgedFile, written: number, { today }: World): ChangeInput => {
  const { hash, size, name } = file.read;
  const value: FormStep = {
    step: "taken",
    on: today,
    file: { hash, size, name, mime: mimeOf(name) },
    written,
    remarks: remarksOf(judged, (row) => isTaken(file, row)),
  };
  return { record: judged.form?.id ?? "", kind: "form", unit: stepUnit, value };
};

const noteOf = ([first, ...others]: readonly StagedFile[]): string =>
  others.length === 0 ? (first?.read.name ?? "") : `${first?.read.name ?? ""} + ${others.length}`;
