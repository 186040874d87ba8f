/**
 * The roster (EX15): a set of signed statements about offices and their devices, merged by the highest counter of the
 * signer for each subject. Bodies here; who may sign what is judged in `trust.ts`.
 */
import { z } from "zod";

/** Ed25519 public key and age recipient, as text. */
export const signKeySchema = z.string().regex(/^[A-Za-z0-9_-]{43}$/);
export const recipientSchema = z.string().startsWith("age1").max(200);

export const officeStatementSchema = z.object({
  type: z.literal("office"),
  code: z.string(),
  name: z.string(),
  /** The office's signing key, which signs its devices and the offices below it. */
  key: signKeySchema,
  /** The office that signs this; its own code for a root. */
  above: z.string(),
  counter: z.number().int(),
  at: z.string(),
});

export const deviceStatementSchema = z.object({
  type: z.literal("device"),
  office: z.string(),
  device: z.string().regex(/^[0-9a-f]{16}$/),
  key: signKeySchema,
  recipient: recipientSchema,
  /** The computer that reads and writes files of other offices (EX21). */
  desk: z.boolean(),
  /** Revoked: the last bundle that counts, for each link by which it wrote (EX17). */
  revoked: z.object({ last: z.record(z.string(), z.number().int()), at: z.string() }).nullable(),
  counter: z.number().int(),
  at: z.string(),
});

/** A root hands itself over to an office above it that it was adopted by; who pinned the one follows to the other. */
export const adoptionStatementSchema = z.object({
  type: z.literal("adoption"),
  code: z.string(),
  to: z.string(),
  toKey: signKeySchema,
  counter: z.number().int(),
  at: z.string(),
});

export const statementSchema = z.discriminatedUnion("type", [
  officeStatementSchema,
  deviceStatementSchema,
  adoptionStatementSchema,
]);
export type Statement = z.infer<typeof statementSchema>;
export type OfficeStatement = z.infer<typeof officeStatementSchema>;
export type DeviceStatement = z.infer<typeof deviceStatementSchema>;

/** What a statement is about; the same signer's newer word on it takes the older one's place. */
export const subjectOf = (statement: Statement): string => {
  if (statement.type === "office") return `office:${statement.code}`;
  if (statement.type === "device") return `device:${statement.office}/${statement.device}`;
  return `adoption:${statement.code}`;
};

/** The topmost office that uses the program, by its code and signing key: what a newcomer pins once. */
export const rootSchema = z.object({ code: z.string(), key: signKeySchema });
export type Root = z.infer<typeof rootSchema>;

/** The file that an office gives to the one above (or a second computer to its desk): who it is and its public keys, signed by itself. */
export const cardSchema = z.object({
  type: z.literal("card"),
  code: z.string(),
  name: z.string(),
  officeKey: signKeySchema,
  device: z.string().regex(/^[0-9a-f]{16}$/),
  deviceKey: signKeySchema,
  recipient: recipientSchema,
  at: z.string(),
});
export type Card = z.infer<typeof cardSchema>;
