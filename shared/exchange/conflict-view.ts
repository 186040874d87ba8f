/** Conflicts and proposals as a screen shows them: each value with who, when and why (EX5–EX8). */
import { z } from "zod";
import { versionSchema } from "../store/commit.ts";

export const conflictKinds = ["values", "rules", "withdrawn", "proposal"] as const;
export type ConflictKind = (typeof conflictKinds)[number];

export const conflictSideSchema = z.object({
  version: versionSchema,
  /** The value that counts meanwhile. */
  stands: z.boolean(),
  value: z.unknown(),
  /** As read by people. */
  text: z.string(),
  office: z.string(),
  officeName: z.string(),
  onBehalfOf: z.string().nullable(),
  at: z.string(),
  note: z.string().nullable(),
});

export const conflictViewSchema = z.object({
  id: z.string(),
  record: z.string(),
  kind: z.enum(conflictKinds),
  recordKind: z.string(),
  unit: z.string(),
  title: z.string(),
  sides: z.array(conflictSideSchema),
  /** Whether this office may decide; otherwise who does. */
  mine: z.boolean(),
  decider: z.string(),
  deciderName: z.string(),
});
export type ConflictView = z.infer<typeof conflictViewSchema>;
