/** The signed part of a bundle: what the envelope says, what the stream says, and the hashes of everything else inside. */
import { z } from "zod";
import {
  ackSchema,
  bundledAttachmentSchema,
  hashSchema,
  scopeDigestSchema,
  signedStatementSchema,
} from "#shared/exchange/bundle.ts";

export const memberNames = {
  manifest: "manifest.json",
  signature: "signature",
  entries: "entries.json",
  values: "values.jsonl",
  roster: "roster.json",
} as const;

const attachmentFolder = "attachments/";

export const attachmentMember = (hash: string): string => `${attachmentFolder}${hash}`;

const fixedNames: ReadonlySet<string> = new Set(Object.values(memberNames));

/** The only names that may stand in the archive (EX25). */
export const isMemberName = (name: string): boolean => fixedNames.has(name) || /^attachments\/[0-9a-f]{64}$/.test(name);

const memberSchema = z.object({ bytes: z.number().int().min(0), sha256: hashSchema });

/** Later formats may add fields; they are signed like the others and passed over. */
export const manifestSchema = z.object({
  /** So that no other thing that a device signs can be taken for this one. */
  type: z.literal("bundle"),
  /** The clear envelope without `sealed`, to be equal with it (EX16). */
  envelope: z.record(z.string(), z.unknown()),
  before: z.string().max(128),
  after: z.string().max(128),
  entries: z.number().int().min(0),
  ack: ackSchema.nullable(),
  digest: scopeDigestSchema.nullable(),
  reads: z.object({ format: z.number().int(), commit: z.number().int(), rules: z.number().int() }),
  attachments: z.array(bundledAttachmentSchema),
  members: z.record(z.string(), memberSchema),
});
export type Manifest = z.infer<typeof manifestSchema>;

export const rosterSchema = z.array(signedStatementSchema).max(100_000);
