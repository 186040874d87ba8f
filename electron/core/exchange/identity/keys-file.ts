/**
 * `keys.json` beside the database, for the user alone to read (EX18a): the public keys in clear, the private ones under
 * a random data key, and that data key wrapped for each way of getting at it. Never in the database, so that no bundle,
 * log or report can carry it. A backup carries the wrap by the recovery code only.
 */
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { AppError } from "#shared/errors.ts";
import { recipientSchema, signKeySchema } from "#shared/exchange/roster.ts";
import { asRefusal } from "../../store/connection.ts";

const sealed = z.string();

const lockSchema = z.discriminatedUnion("by", [
  /** Neither: whoever reads the file has the keys. */
  z.object({ by: z.literal("none"), dataKey: z.string() }),
  z.object({ by: z.literal("os"), wrapped: sealed }),
  z.object({
    by: z.literal("passphrase"),
    salt: z.string(),
    n: z
      .number()
      .int()
      .max(1 << 20),
    r: z.number().int().max(32),
    p: z.number().int().max(4),
    wrapped: sealed,
  }),
]);
export type Lock = z.infer<typeof lockSchema>;

export const keysFileSchema = z.object({
  kind: z.literal("liandong-keys"),
  format: z.literal(1),
  /** Public. No office key: another computer of an office, whose desk has it (EX21). */
  officeKey: signKeySchema.nullable(),
  /** The computer that these device keys were made for. */
  device: z.string(),
  deviceKey: signKeySchema,
  recipient: recipientSchema,
  /** `Secrets` under the data key. */
  secrets: sealed,
  /** None: only the recovery code opens it (it came out of a backup). */
  lock: lockSchema.nullable(),
  recovery: z.object({ salt: z.string(), wrapped: sealed }).nullable(),
});
export type KeysFile = z.infer<typeof keysFileSchema>;

export const secretsSchema = z.object({
  officeKey: z.string().nullable(),
  deviceKey: z.string(),
  /** The first is this computer's; the others are from before a restore, to read what was sent until then. */
  identities: z.array(z.string()).min(1),
});
export type Secrets = z.infer<typeof secretsSchema>;

export const keysPathIn = (folder: string): string => join(folder, "keys.json");

/** @throws AppError `keys-damaged` */
export const readKeysFile = (folder: string): KeysFile | null => {
  const path = keysPathIn(folder);
  if (!existsSync(path)) return null;
  try {
    return keysFileSchema.parse(JSON.parse(readFileSync(path, "utf8")));
  } catch {
    // Without the cause: what could not be parsed may hold the very thing that nobody is to see.
    throw new AppError("keys-damaged", { path });
  }
};

/** Whole or not at all: to a new name, synced, renamed. */
export const writeKeysFile = (folder: string, file: KeysFile): void => {
  const path = keysPathIn(folder);
  const temporary = `${path}.new`;
  try {
    const handle = openSync(temporary, "w", 0o600);
    try {
      writeSync(handle, JSON.stringify(file, null, 1));
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(temporary, path);
  } catch (error) {
    throw asRefusal(error, folder);
  }
};

/**
 * What a backup carries: nothing but the recovery code opens it. Null when there is no such code, or the file is damaged,
 * which must not keep the rest from being saved.
 */
export const keysForBackup = (folder: string): (KeysFile & { lock: null }) | null => {
  try {
    const file = readKeysFile(folder);
    return file?.recovery ? { ...file, lock: null } : null;
  } catch {
    return null;
  }
};

/**
 * The keys after a restore (EX18a): those of the backup, for the recovery code to open. Where the folder that it takes the
 * place of has the same keys, they stay as they are, open or not as before, so that nobody has to look for the code.
 */
export const restoreKeys = (fresh: string, folder: string, keys: KeysFile | null): void => {
  const present = presentKeys(folder);
  const isSame = present?.recovery && present.recovery.salt === keys?.recovery?.salt;
  const kept = isSame ? present : keys;
  if (kept) writeKeysFile(fresh, kept);
};

const presentKeys = (folder: string): KeysFile | null => {
  try {
    return readKeysFile(folder);
  } catch {
    return null;
  }
};
