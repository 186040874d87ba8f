/** An import: what was taken in from a file, when, and how it was read; the original file is kept under its hash. */
import { z } from "zod";
import { lifeSchema } from "../store/life.ts";
import type { RecordKind } from "../store/kinds.ts";

export const importCapabilities = ["tasks", "issues"] as const;
export type ImportCapability = (typeof importCapabilities)[number];

export const importFactsSchema = z.object({
  capability: z.enum(importCapabilities),
  fileName: z.string(),
  hash: z.string(),
  size: z.number().int(),
  sheet: z.string(),
  year: z.number().int().nullable(),
  headerSignature: z.string(),
  added: z.number().int(),
  changed: z.number().int(),
  withdrawn: z.number().int(),
  unchanged: z.number().int(),
  /** The earlier import that this one revises. */
  revises: z.string().nullable(),
});
export type ImportFacts = z.infer<typeof importFactsSchema>;

export const importKind = {
  kind: "import",
  scope: { reach: "own" },
  units: {
    facts: { schema: importFactsSchema, writer: "registrar" },
    life: { schema: lifeSchema, writer: "registrar", empty: { state: "live" } },
  },
} as const satisfies RecordKind;

/** A mapping of columns that the clerk corrected, remembered for lists with the same header. */
export const mappingKind = {
  kind: "mapping",
  scope: { reach: "own" },
  units: { columns: { schema: z.record(z.string(), z.string()), writer: "self" } },
} as const satisfies RecordKind;
