/**
 * A random key that is made once for a profile and kept sealed by the operating system's store (EX18a): DPAPI on Windows,
 * the keychain on macOS, the secret service on Linux. One that cannot be opened any more (another user, a system that was
 * installed anew) is put aside, never overwritten: what lay under it is opened by the recovery code.
 */
import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";

/** The operating system's store. Each may throw. */
export interface Sealer {
  readonly isAvailable: () => boolean;
  readonly seal: (text: string) => Buffer;
  readonly open: (sealed: Buffer) => string;
}

const isKey = (text: string): boolean => /^[A-Za-z0-9_-]{43}$/.test(text);

/** 32 bytes in base64url; null where there is no such store, or it does not work. */
export const sealedKey = (file: string, sealer: Sealer): string | null => {
  try {
    if (!sealer.isAvailable()) return null;
    return keptKey(file, sealer) ?? newKey(file, sealer);
  } catch {
    return null;
  }
};

const keptKey = (file: string, sealer: Sealer): string | null => {
  if (!existsSync(file)) return null;
  const sealed = readFileSync(file);
  try {
    const key = sealer.open(sealed);
    return isKey(key) ? key : null;
  } catch {
    return null;
  }
};

const newKey = (file: string, sealer: Sealer): string | null => {
  const key = randomBytes(32).toString("base64url");
  const sealed = sealer.seal(key);
  // A store that gives back something else, or does not work after all, is none.
  if (sealer.open(sealed) !== key) return null;
  if (existsSync(file)) renameSync(file, `${file}.unreadable`);
  writeFileSync(`${file}.new`, sealed, { mode: 0o600, flush: true });
  renameSync(`${file}.new`, file);
  return key;
};
