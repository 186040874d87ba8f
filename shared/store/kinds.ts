/**
 * How a capability declares its records: their units of merge, and who may write each. Exchange reads the same
 * declarations, so a later capability takes part by adding its line in `registry.ts` and nothing else.
 */
import type { z } from "zod";

/** The office that by rule writes a unit of merge or a step (EX4). */
export type Writer = "issuer" | "responsible" | "verifier" | "registrar" | "self";

export interface MergeUnit {
  readonly schema: z.ZodType;
  readonly writer: Writer;
}

export interface RecordKind {
  readonly kind: string;
  /** Fields that only make sense together are one unit of merge; each is an optional value of the record. */
  readonly units: Readonly<Record<string, MergeUnit>>;
  /** Append-only rows of the record's life cycle; absent when it has none. */
  readonly step?: z.ZodType;
}
