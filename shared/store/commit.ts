/**
 * A commit: the changes of one user action, with who, when and why (EX1–EX3). These shapes are what the log keeps,
 * what a record's history is read from and what bundles will carry.
 */
import { z } from "zod";

/**
 * Names one commit everywhere: the epoch of the database that made it, its number there and the first 8 hex digits of
 * its hash, since a copied machine writes two commits of one number (EX20). Versions kept before exchange have no hash.
 */
export const versionSchema = z.string().regex(/^[0-9a-f]{32}:\d+(?::[0-9a-f]{8})?$/);
export type Version = z.infer<typeof versionSchema>;

export const versionOf = (epoch: string, seq: number, hash: string): Version => `${epoch}:${seq}:${hash.slice(0, 8)}`;

/** The name without the hash: 32 hex digits, a colon, the number. */
export const withoutHash = (version: Version): Version => {
  const end = version.indexOf(":", 33);
  return end < 0 ? version : version.slice(0, end);
};

export const hasHash = (version: Version): boolean => version.indexOf(":", 33) >= 0;

/** The whole record at its creation: a map of all its units of merge. */
export const creation = "*";

export interface Change {
  /** Record id, unique for ever and the same in every office. */
  readonly record: string;
  readonly kind: string;
  /** Unit of merge, `step` for an appended step, or `*` for a new record. */
  readonly unit: string;
  readonly value: unknown;
  /** The set of versions that the writer saw (EX3); empty for a new record and for appended rows. */
  readonly base: readonly Version[];
}

export const commitHeadSchema = z.object({
  version: versionSchema,
  hash: z.string(),
  prev: z.string().nullable(),
  lamport: z.number().int(),
  /** Wall time, ISO with zone, for people to read only. */
  at: z.string(),
  office: z.string(),
  device: z.string(),
  /** Why: `tasks.import`, `issues.close` … worded under `history.actions`. */
  action: z.string(),
  note: z.string().nullable(),
});
export type CommitHead = z.infer<typeof commitHeadSchema>;

/** One line of a record's history: a field that changed, from what, to what, by which commit. */
export const historyEntrySchema = z.object({
  commit: commitHeadSchema,
  unit: z.string(),
  before: z.unknown(),
  after: z.unknown(),
  /** The office on whose behalf it was written, where that is another (EX4). */
  onBehalfOf: z.string().nullable(),
  /** Its value was blanked for good (EX8), as a whole or for some units of a creation. */
  purged: z.boolean().optional(),
});
export type HistoryEntry = z.infer<typeof historyEntrySchema>;
