/**
 * What a backup is: one zip archive with a manifest, a consistent copy of the database, and every kept file under its
 * hash. Any archive program can look into it; only names that stand here are ever taken out of it.
 */
import { z } from "zod";
import { keysFileSchema } from "../exchange/identity/keys-file.ts";

export const backupFormat = 1;
export const manifestName = "manifest.json";
export const databaseName = "liandong.sqlite";

export const attachmentName = (hash: string): string => `attachments/${hash.slice(0, 2)}/${hash}`;

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

export const manifestSchema = z.object({
  kind: z.literal("liandong-backup"),
  format: z.number().int(),
  /** The program that wrote it, and the schema of its database. */
  program: z.string(),
  schema: z.number().int(),
  at: z.string(),
  office: z.object({ unit: z.string(), name: z.string() }).nullable(),
  epoch: z.string(),
  seq: z.number().int(),
  counts: z.record(z.string(), z.number().int()),
  database: z.object({ bytes: z.number().int(), sha256 }),
  attachments: z.array(z.object({ sha256, bytes: z.number().int() })),
  /** The office's keys, which nothing but its recovery code opens (EX18a); none where no such code was made. */
  keys: keysFileSchema.extend({ lock: z.null() }).nullish(),
});
export type BackupManifest = z.infer<typeof manifestSchema>;
