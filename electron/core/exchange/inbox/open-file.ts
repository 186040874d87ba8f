/**
 * A file from outside, opened by this office's keys and judged by its roster (EX16, EX23): what of it can be known before
 * anything is taken in. Part files are found beside it by looking at the names that lie there, never by making a path
 * from a name inside (EX25).
 */
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { officeOfPeer } from "#shared/exchange/scope.ts";
import type { Program } from "../../program.ts";
import { sha256 } from "../file/envelope.ts";
import { usualLimits } from "../file/limits.ts";
import { openBundle, type OpenedBundle } from "../file/open.ts";
import { isPartName } from "../file/part-files.ts";
import { readOutside } from "../file/read-outside.ts";
import { ensureKeys } from "../identity/ready.ts";
import { trustOf } from "../identity/roster.ts";
import type { Arrival } from "../taking/arrival.ts";

export interface OpenedFile {
  readonly arrival: Arrival;
  readonly opened: OpenedBundle;
}

/** Where part files lie, and under which name of the bundle each is to be found. */
export type Beside = (name: string) => Promise<Uint8Array | null>;

/** @throws AppError `file-missing`, `bundle-too-large` */
export const bytesOf = (path: string): Promise<Buffer> => readOutside(path);

/** The part files in a folder. */
export const besideIn =
  (folder: string): Beside =>
  async (name) => {
    const names = await readdir(folder).catch((): string[] => []);
    const found = names.find((each) => isPartName(each) && each === name);
    return found === undefined ? null : readOutside(join(folder, found)).catch(() => null);
  };

export const nothingBeside: Beside = () => Promise.resolve(null);

/** @throws AppError as `openBundle` does, and what `ensureKeys` says of locked keys */
export const openFile = async (
  { store }: Pick<Program, "store">,
  bytes: Uint8Array,
  name: string,
  beside: Beside,
): Promise<OpenedFile> => {
  const { identities } = await ensureKeys(store);
  const opened = await openBundle(bytes, {
    identities,
    signerKey: ({ from, device }, roster) => trustOf(store, roster).signerKey(officeOfPeer(from), device),
    limits: usualLimits,
    beside,
  });
  const poisoned = new Set(opened.poisoned.map(({ place }) => place));
  return { arrival: { bundle: opened.bundle, poisoned, proved: true, hash: sha256(bytes), name }, opened };
};
