/**
 * The long jobs there are, by name: what each is asked with, what it answers, and which file does it. A new one takes
 * part by adding its line to both lists here.
 */
import type { JobContext } from "./context.ts";

/** Input and result of each job; both cross to the worker thread by structured clone. */
export interface Jobs {
  "read-list": {
    input: import("../imports/read-file.ts").ReadFileInput;
    result: import("../imports/read-file.ts").ReadFile;
  };
  verify: { input: import("../system/verify.ts").VerifyInput; result: import("../system/verify.ts").VerifyReport };
  backup: { input: import("../system/backup.ts").BackupInput; result: import("../system/backup.ts").BackupDone };
  "board-workbook": {
    input: import("../board/workbook.ts").BoardWorkbookInput;
    result: import("../board/workbook.ts").BoardWorkbook;
  };
  "export-workbook": {
    input: import("../exports/export-workbook.ts").ExportInput;
    result: import("../exports/export-workbook.ts").Exported;
  };
  "write-forms": { input: import("../forms/write-files.ts").WriteFormsInput; result: void };
  "read-forms": {
    input: import("../forms/read-forms.ts").ReadFormsInput;
    result: import("../forms/read-forms.ts").ReadFormFile[];
  };
}

export type JobName = keyof Jobs;
export type JobInput<Name extends JobName> = Jobs[Name]["input"];
export type JobResult<Name extends JobName> = Jobs[Name]["result"];

export type Job<Name extends JobName> = (
  input: JobInput<Name>,
  context: JobContext,
) => Promise<JobResult<Name>> | JobResult<Name>;

/** Loads a job's code, and nothing of the others: a thread that verifies needs no workbook reader. */
export const jobs: { readonly [Name in JobName]: () => Promise<Job<Name>> } = {
  "read-list": async () => (await import("../imports/read-file.ts")).readFile,
  verify: async () => (await import("../system/verify.ts")).verifyFolder,
  backup: async () => (await import("../system/backup.ts")).createBackup,
  "board-workbook": async () => (await import("../board/workbook.ts")).boardWorkbook,
  "export-workbook": async () => (await import("../exports/export-workbook.ts")).exportWorkbook,
  "write-forms": async () => (await import("../forms/write-files.ts")).writeForms,
  "read-forms": async () => (await import("../forms/read-forms.ts")).readForms,
};
