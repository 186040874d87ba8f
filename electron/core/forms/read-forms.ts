/** Reads the files that came back, one after another, in a worker thread. What is wrong with one is said of that one. */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { AppError, isAppError } from "#shared/errors.ts";
import { type CameForm, readForm } from "#shared/forms/read-sheet.ts";
import type { FormProblem } from "#shared/forms/view.ts";
import type { JobContext } from "../jobs/context.ts";
import { sheetLimits } from "../sheets/limits.ts";

export interface ReadFormsInput {
  /** Files, and folders for every sheet in them. */
  readonly paths: readonly string[];
}

export interface ReadFormFile {
  readonly name: string;
  readonly size: number;
  /** SHA-256 in hex; empty where it could not be read. */
  readonly hash: string;
  /** In memory that threads share, so that the stick that it lay on may be pulled out. */
  readonly bytes: Uint8Array;
  /** Null: not a form, for `problem`. */
  readonly form: CameForm | null;
  readonly problem: FormProblem | null;
}

/** So many files at once are more than any office sends forms to; their bytes are kept until they are confirmed. */
export const mostFiles = 5000;
const sheets = /\.(?:xlsx|xlsm|xls|et|csv)$/iu;
/** What programs leave beside an open file (~$name.xlsx), and hidden files. */
const leftovers = /^(?:~\$|\.)/u;

/** @throws AppError `forms-no-files`, `forms-too-many-files`, `file-missing`, `cancelled` */
export const readForms = async ({ paths }: ReadFormsInput, context: JobContext): Promise<ReadFormFile[]> => {
  const { openWorkbook } = await import("../sheets/open.ts");
  const files = paths.flatMap(filesAt);
  if (files.length === 0) throw new AppError("forms-no-files");
  if (files.length > mostFiles) throw new AppError("forms-too-many-files", { count: files.length, most: mostFiles });
  return files.map((path, at) => {
    context.progress("open", at, files.length);
    return readOne(path, openWorkbook);
  });
};

const filesAt = (path: string): string[] => {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) throw new AppError("file-missing", { path });
  if (!found.isDirectory()) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && sheets.test(entry.name) && !leftovers.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
};

const readOne = (path: string, openWorkbook: typeof import("../sheets/open.ts").openWorkbook): ReadFormFile => {
  const name = basename(path);
  const unread = { name, size: 0, hash: "", bytes: new Uint8Array(), form: null };
  try {
    if (statSync(path).size > sheetLimits.fileBytes) {
      const limit = Math.round(sheetLimits.fileBytes / 1024 / 1024);
      return { ...unread, problem: { code: "sheet-file-too-large", params: { limit } } };
    }
    const read = readFileSync(path);
    const bytes = new Uint8Array(new SharedArrayBuffer(read.length));
    bytes.set(read);
    const file = { name, size: read.length, hash: createHash("sha256").update(read).digest("hex"), bytes };
    try {
      const form = readForm(openWorkbook(read, name));
      return { ...file, form, problem: form === null ? { code: "form-not-a-form", params: {} } : null };
    } catch (error) {
      return { ...file, form: null, problem: problemOf(error) };
    }
  } catch (error) {
    if (isAppError(error)) return { ...unread, problem: problemOf(error) };
    return { ...unread, problem: { code: "file-missing", params: { path } } };
  }
};

const problemOf = (error: unknown): FormProblem => {
  if (isAppError(error)) return { code: error.code, params: { ...error.params } };
  throw error;
};
