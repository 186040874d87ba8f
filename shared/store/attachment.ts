/** A file that a record names, kept by its content. */
import { z } from "zod";

/** `hash` is the SHA-256 in hex, `size` in bytes. */
export const attachmentSchema = z.object({
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  name: z.string(),
  size: z.number().int(),
  mime: z.string(),
});
export type Attachment = z.infer<typeof attachmentSchema>;
