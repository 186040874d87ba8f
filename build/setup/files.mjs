/** Small file helpers of set-up: hashes, JSON records, and writing so that a half-written file is never taken for a whole one. */
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname } from "node:path";

export const sha256 = (content) => createHash("sha256").update(content).digest("hex");

/** npm's way of writing an integrity: `sha512-` and base64. Reads in a stream, since the stand-in is large. */
export const integrityOf = async (file) => {
  const hash = createHash("sha512");
  for await (const chunk of createReadStream(file)) hash.update(chunk);
  return `sha512-${hash.digest("base64")}`;
};

/** The record in `file`, or undefined when there is none or it cannot be read. */
export const readRecord = async (file) => {
  try {
    return JSON.parse(await readFile(file, "utf8"));
  } catch {
    return undefined;
  }
};

/** Writes under another name first and renames: the record is there whole or not at all. */
export const writeRecord = async (file, record) => {
  await mkdir(dirname(file), { recursive: true });
  const temporary = `${file}.${process.pid}.tmp`;
  await writeFile(temporary, `${JSON.stringify(record, null, 2)}\n`);
  await rename(temporary, file);
};

export const remove = (path) => rm(path, { recursive: true, force: true, maxRetries: 3 });
