/**
 * Evidence that the window may show: files of the content-addressed store, asked for by hash, and of these only what
 * their first bytes prove to be a picture that Chromium decodes in its sandbox, or a PDF. A name or a type that somebody
 * wrote down is never believed.
 */
import { mkdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** Larger files are opened outside the window. */
const mostBytesShown = 64 * 1024 * 1024;

export interface ShownEvidence {
  readonly content: Uint8Array;
  readonly type: string;
  /** With the dot, for a copy that another program opens. */
  readonly extension: string;
}

const kinds = [
  { type: "image/png", extension: ".png", at: 0, bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { type: "image/jpeg", extension: ".jpg", at: 0, bytes: [0xff, 0xd8, 0xff] },
  { type: "image/gif", extension: ".gif", at: 0, bytes: [0x47, 0x49, 0x46, 0x38] },
  { type: "image/webp", extension: ".webp", at: 8, bytes: [0x57, 0x45, 0x42, 0x50] },
  { type: "image/bmp", extension: ".bmp", at: 0, bytes: [0x42, 0x4d] },
  { type: "application/pdf", extension: ".pdf", at: 0, bytes: [0x25, 0x50, 0x44, 0x46, 0x2d] },
] as const;

export const kindOfContent = (content: Uint8Array): { type: string; extension: string } | undefined =>
  kinds.find(({ at, bytes }) => bytes.every((byte, index) => content[at + index] === byte));

/** `attachments/ab/<hash>` in the data folder, or undefined when this is no sha256 in lower-case hex. */
export const evidencePath = (dataFolder: string, hash: string): string | undefined =>
  /^[0-9a-f]{64}$/.test(hash) ? join(dataFolder, "attachments", hash.slice(0, 2), hash) : undefined;

export const readEvidence = async (
  dataFolder: string,
  hash: string,
): Promise<ShownEvidence | "unknown" | "not shown"> => {
  const path = evidencePath(dataFolder, hash);
  if (path === undefined) return "unknown";
  try {
    if ((await stat(path)).size > mostBytesShown) return "not shown";
    const content = await readFile(path);
    const kind = kindOfContent(content);
    return kind === undefined ? "not shown" : { content, type: kind.type, extension: kind.extension };
  } catch {
    return "unknown";
  }
};

const copiesIn = (profile: string): string => join(profile, "opened");

/**
 * A copy under its true extension for the system's viewer. It lies in the profile, which is this user's own, and only
 * until the program starts again: evidence names people, and must not gather in a folder that nobody looks after.
 */
export const copyForViewer = async (profile: string, hash: string, evidence: ShownEvidence): Promise<string> => {
  const folder = copiesIn(profile);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const copy = join(folder, `${hash.slice(0, 16)}${evidence.extension}`);
  await writeFile(copy, evidence.content, { mode: 0o600 });
  return copy;
};

/** Takes away what was copied for viewers; what one of them still holds goes the next time. */
export const forgetCopies = (profile: string): Promise<void> =>
  rm(copiesIn(profile), { recursive: true, force: true }).catch(() => {});
