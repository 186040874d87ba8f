/**
 * What merging takes and gives: the changes of one record as the log has them, and the state that follows from their
 * set, whatever the order in which they came (EX1, EX3, EX5–EX8).
 */
import type { Version } from "../store/commit.ts";

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
  /** Parsed; null where it was purged. */
  readonly value: unknown;
  readonly base: readonly Version[];
}

export interface MergedStep {
  readonly version: Version;
  readonly ord: number;
  readonly value: unknown;
  /** 0: a proposal. */
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

export interface MergedRecord {
  /** Sorted versions that stand, by unit of merge. */
  readonly heads: ReadonlyMap<string, readonly Version[]>;
  /** The value that counts, by unit of merge. A unit that was purged and not written since is not in it. */
  readonly values: ReadonlyMap<string, unknown>;
  /** In the order that every office agrees on. */
  readonly steps: readonly MergedStep[];
  readonly questions: readonly OpenQuestion[];
  /** The creation is among the changes, so that the record can be shown. */
  readonly whole: boolean;
}
