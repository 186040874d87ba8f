/**
 * Cards and rosters as files (EX15): a first line that says which, and one line of canonical JSON. They are public and
 * bear their signatures inside; whose they are is judged by who reads them.
 */
import { AppError } from "#shared/errors.ts";
import { canonical } from "../../store/canonical.ts";
import { firstLineOf, isBeginningOfFile, kindOfFile, notTheKind } from "./first-line.ts";
import { depthOf, hasForbiddenKey } from "./strict-json.ts";

export type SmallKind = "card" | "roster";

/** A province of ten thousand computers stays below it. */
const mostBytes = 16 * 1024 * 1024;
const mostDepth = 16;

export const writeSmallFile = (kind: SmallKind, content: unknown): Uint8Array =>
  Buffer.from(`${firstLineOf(kind)}${canonical(content)}\n`);

/**
 * What it holds, not yet checked against any shape.
 * @throws AppError `bundle-not-one`, `file-is-card` … where it is another kind of file, `bundle-cut-off`, `bundle-damaged`
 */
export const readSmallFile = (kind: SmallKind, bytes: Uint8Array): unknown => {
  if (kindOfFile(bytes) !== kind) {
    if (isBeginningOfFile(bytes)) throw new AppError("bundle-cut-off", { have: bytes.length, length: "?" });
    throw notTheKind(bytes);
  }
  if (bytes.length > mostBytes) throw new AppError("bundle-too-large", { what: "file" });
  if (bytes.length === firstLineOf(kind).length || bytes.at(-1) !== 0x0a)
    throw new AppError("bundle-cut-off", { have: bytes.length, length: "?" });
  const line = bytes.subarray(firstLineOf(kind).length, -1);
  const content = parsed(line);
  // Its own canonical form to the byte, so that one content is one file.
  if (content === undefined || !Buffer.from(canonical(content)).equals(line)) throw new AppError("bundle-damaged");
  return content;
};

const parsed = (line: Uint8Array): unknown => {
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(line);
    if (depthOf(text) > mostDepth) return undefined;
    const value: unknown = JSON.parse(text);
    return hasForbiddenKey(value) ? undefined : value;
  } catch {
    return undefined;
  }
};
