/** The one way by which a Word document comes to stand where a person asked for it. */
import { writeFileSync } from "node:fs";
import { asWriteRefusal, putInPlace, takeAway, temporaryBeside } from "../exports/put-in-place.ts";
import type { OfficialDocument } from "./document.ts";

/**
 * Several documents go into one file, each beginning on a page of its own. `path`: outside of the data folder, which
 * whoever calls has seen to (`assertOutside`).
 * @throws AppError `disk-full`, `file-not-writable`
 */
export const writeDocument = async (
  path: string,
  documents: OfficialDocument | readonly OfficialDocument[],
): Promise<{ path: string; bytes: number }> => {
  // Loaded when the first document is written: starting the program does not wait for it.
  const { docxOf } = await import("./docx.ts");
  const bytes = await docxOf("blocks" in documents ? [documents] : documents);
  const temporary = temporaryBeside(path, "docx");
  try {
    writeFileSync(temporary, bytes, { flag: "wx" });
    return putInPlace(temporary, path);
  } catch (error) {
    takeAway(temporary);
    throw asWriteRefusal(error, path);
  }
};
