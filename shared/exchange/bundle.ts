/**
 * What a bundle carries, as the program has it in hand: the parts of commits that concern the receiver, notices, the
 * acknowledgement of the stream that goes the other way, the roster, and the digest of what both share. How it becomes
 * bytes is `electron/core/exchange/file`; what the fields mean in a file is docs/bundle-format.md.
 */
import { z } from "zod";
import { versionSchema } from "../store/commit.ts";

/** An office (`370303`: its exchange desk), or another computer of one's own office (`370303/<device>`). */
export const peerSchema = z.string().regex(/^[0-9A-Z-]{2,24}(\/[0-9a-f]{16})?$/);
export type Peer = z.infer<typeof peerSchema>;

export const linkIdSchema = z.string().regex(/^[0-9a-f]{16}$/);
export const hashSchema = z.string().regex(/^[0-9a-f]{64}$/);

const recordId = z.string().min(1).max(120);
const word = z.string().max(200);

export const bundledChangeSchema = z.object({
  /** Its place in the whole commit. */
  ord: z.number().int().min(0),
  record: recordId,
  kind: word,
  unit: word,
  /** Canonical JSON; null when it was purged. */
  value: z.string().nullable(),
  /** SHA-256 of the line as hashed, where the value was purged (EX8). */
  purged: hashSchema.nullable(),
  base: z.array(versionSchema),
  behalf: z.string().nullable(),
});
export type BundledChange = z.infer<typeof bundledChangeSchema>;

export const bundledCommitSchema = z.object({
  epoch: z.string().regex(/^[0-9a-f]{32}$/),
  seq: z.number().int().min(1),
  /** Of the whole commit (EX20: a part carries the whole commit's hash). */
  hash: hashSchema,
  prev: hashSchema.nullable(),
  lamport: z.number().int().min(0),
  at: z.string().max(40),
  office: word,
  device: word,
  action: word,
  note: z.string().nullable(),
  undoes: versionSchema.nullable(),
  /** Which way of hashing (docs/store.md). */
  format: z.number().int().min(1),
  /** All of its changes are here, so that the hash can be computed. */
  whole: z.boolean(),
  changes: z.array(bundledChangeSchema),
});
export type BundledCommit = z.infer<typeof bundledCommitSchema>;

export const noticeSchema = z.object({
  kind: z.enum(["enter", "leave"]),
  record: recordId,
  reason: z.string().optional(),
});
export type Notice = z.infer<typeof noticeSchema>;

/** One entry of a link; its number is `range.from` plus its place in the bundle. */
export type Entry =
  | { readonly type: "commit"; readonly commit: BundledCommit }
  | { readonly type: "notice"; readonly notice: Notice };

/** EX12. `number` 0: nothing was taken yet. */
export const ackSchema = z.object({
  /** The receiver's epoch: a new one tells the sender that the receiver was restored. */
  epoch: z.string().regex(/^[0-9a-f]{32}$/),
  link: linkIdSchema,
  number: z.number().int().min(0),
  hash: z.string(),
  wanted: z.array(hashSchema),
});
export type Ack = z.infer<typeof ackSchema>;

/** EX26: what stands in the shared scope as of the positions named, as sums over groups of records. */
export const scopeDigestSchema = z.object({
  /** The last number of the other direction's link that the sender had taken in; null: none. */
  received: z.object({ link: linkIdSchema, number: z.number().int() }).nullable(),
  records: z.number().int().min(0),
  /** A power of two groups, by the first bits of SHA-256 of the record id; 16 hex digits each. */
  groups: z.array(z.string().regex(/^[0-9a-f]{16}$/)),
  /** 8 digits that two people can read out to each other. */
  code: z.string().regex(/^\d{8}$/),
});
export type ScopeDigest = z.infer<typeof scopeDigestSchema>;

export const bundledAttachmentSchema = z.object({
  hash: hashSchema,
  size: z.number().int().min(0),
  name: z.string().max(300),
  mime: z.string().max(200),
  /** `inside`: in the bundle itself; else the names of the encrypted part files beside it, in order (EX14). */
  parts: z.union([z.literal("inside"), z.array(z.string().regex(/^[0-9a-z]{16}\.ldp$/))]),
});
export type BundledAttachment = z.infer<typeof bundledAttachmentSchema>;

/** A statement of the roster as signed; `roster.ts` says what the body may be. Canonical JSON, so that it stays as it was signed. */
export const signedStatementSchema = z.object({ body: z.string().max(8000), by: z.string(), signature: z.string() });
export type SignedStatement = z.infer<typeof signedStatementSchema>;

/** The facts that the clear envelope repeats, and with which it must agree (EX16). */
export const bundleHeadSchema = z.object({
  from: peerSchema,
  to: peerSchema,
  /** The sending device, whose key signs. */
  device: z.string().regex(/^[0-9a-f]{16}$/),
  epoch: z.string().regex(/^[0-9a-f]{32}$/),
  link: linkIdSchema,
  /** Entries from–to; `to` is `from − 1` when there is none (a receipt). */
  range: z.object({ from: z.number().int().min(1), to: z.number().int().min(0) }),
  part: z.object({ no: z.number().int().min(1), of: z.number().int().min(1) }),
  /** Wall time, for people. */
  at: z.string(),
  program: z.string(),
});
export type BundleHead = z.infer<typeof bundleHeadSchema>;

export interface Bundle {
  readonly head: BundleHead;
  /** Chain hashes at `range.from − 1` and at `range.to`. */
  readonly before: string;
  readonly after: string;
  readonly entries: readonly Entry[];
  readonly ack: Ack | null;
  readonly roster: readonly SignedStatement[];
  readonly attachments: readonly BundledAttachment[];
  /** Only in the last part. */
  readonly digest: ScopeDigest | null;
  /** The newest format, commit format and rules that the sender can read (EX22). */
  readonly reads: { readonly format: number; readonly commit: number; readonly rules: number };
}

/** Formats that this program writes and reads. */
export const formats = { format: 1, commit: 2, rules: 2 } as const;
