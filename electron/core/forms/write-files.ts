/** The workbooks of the forms, one after another, in a worker thread: each beside its place under another name first (EX27). */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type { JobContext } from "../jobs/context.ts";
import { asWriteRefusal, putInPlace, takeAway, temporaryBeside } from "../exports/put-in-place.ts";
import { type FormBook, formWorkbook } from "./form-workbook.ts";

export interface WriteFormsInput {
  readonly books: readonly { readonly path: string; readonly book: FormBook }[];
}

/** @throws AppError `cancelled`, `disk-full`, `file-not-writable`; nothing that it wrote is left then */
export const writeForms = async ({ books }: WriteFormsInput, context: JobContext): Promise<void> => {
  const written: string[] = [];
  try {
    for (const [at, { path, book }] of books.entries()) {
      context.progress("write", at, books.length);
      await writeOne(path, book);
      written.push(path);
    }
    context.progress("write", books.length, books.length);
  } catch (error) {
    for (const path of written) takeAway(path);
    throw error;
  }
};

const writeOne = async (path: string, book: FormBook): Promise<void> => {
  const temporary = temporaryBeside(path, "xlsx");
  try {
    // A folder that was named and is not there yet is made.
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(temporary, await formWorkbook(book));
    putInPlace(temporary, path);
  } catch (error) {
    takeAway(temporary);
    throw asWriteRefusal(error, path);
  }
};
