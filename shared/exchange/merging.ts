/**
 * What merging takes and gives: the changes of one record as the log has them, and the state that follows from their
 * set, whatever the order in which they came (EX1, EX3, EX5–EX8).
 */
import { z } from "zod";
import { type Version, versionSchema } from "../store/commit.ts";

/** One change with what of its commit decides between concurrent ones. */
export interface MergeChange {
  readonly version: Version;
  readonly epoch: string;
  readonly seq: number;
  readonly lamport: number;
  /** Its place in its commit. */
  readonly ord: number;
  /** The office that wrote it, and the unit on whose behalf. */
  readonly office: string;
  readonly behalf: string | null;
  readonly unit: string;
  /** Parsed; of a purged one what is left of it: null, or for a creation the units that stayed. */
  readonly value: unknown;
  readonly base: readonly Version[];
}

export interface MergedStep {
  readonly version: Version;
  readonly ord: number;
  readonly value: unknown;
  /** 0: a proposal. −1: the rules do not allow it where it stands after merging (EX7). */
  readonly rank: number;
  readonly retracted: boolean;
  readonly office: string;
}

/** A question that merging leaves to a person. */
export interface OpenQuestion {
  readonly kind: "values" | "rules" | "withdrawn" | "proposal";
  readonly unit: string;
  /** Sorted; of a step with its place: `<version>#<ord>`. With kind and unit they are its identity everywhere (EX6). */
  readonly versions: readonly string[];
}

/** A change whose value a purge takes away, with what is left of it (EX8). */
export interface Blanked {
  readonly version: Version;
  readonly ord: number;
  readonly value: unknown;
}

export interface MergedRecord {
  /** Sorted versions that stand, by unit of merge. */
  readonly heads: ReadonlyMap<string, readonly Version[]>;
  /** The value that counts, by unit of merge. A unit that was purged and not written since is not in it. */
  readonly values: ReadonlyMap<string, unknown>;
  /** In the order that every office agrees on. A purged one is not among them. */
  readonly steps: readonly MergedStep[];
  readonly questions: readonly OpenQuestion[];
  /** Changes that a purge covers and that still have their value. */
  readonly blanked: readonly Blanked[];
  /** The creation is among the changes, so that the record can be shown. */
  readonly whole: boolean;
}

/** Units of merge that every kind has, besides its own. */
export const stepUnit = "step";
export const retractUnit = "retract";
export const settleUnit = "settle";
export const purgeUnit = "purge";

/** Takes back one appended step, or puts it back: which commit it came with, and its place there. */
export const retractionSchema = z.object({
  version: versionSchema,
  ord: z.number().int().min(0),
  retracted: z.boolean(),
});
export type Retraction = z.infer<typeof retractionSchema>;

/** Closes proposals and conflicts of steps: the versions of the questions, of one change alone `<version>#<ord>`. */
export const settlementSchema = z.object({ closes: z.array(z.string().max(80)).min(1), note: z.string().optional() });
export type Settlement = z.infer<typeof settlementSchema>;

/** Blanks what should never have been entered (EX8): units of merge and `step`; none: the whole record. */
export const purgingSchema = z.object({ units: z.array(z.string()), reason: z.string().min(1) });
export type Purging = z.infer<typeof purgingSchema>;

export const sharedUnits = {
  [retractUnit]: retractionSchema,
  [settleUnit]: settlementSchema,
  [purgeUnit]: purgingSchema,
} as const;
