/**
 * How a capability declares its records: their units of merge, who may write each, and what the rules say of steps.
 * Exchange reads the same declarations, so a later capability takes part by adding its line in `registry.ts` and
 * nothing else.
 */
import type { z } from "zod";

/**
 * The office that by rule writes a unit of merge or a step (EX4): `issuer`, `registrar` and `verifier` are who owns the
 * record; `responsible` who was made so by code; `area` an office in whose area the unit lies; `self` one's own office.
 */
export type Writer = "issuer" | "responsible" | "verifier" | "registrar" | "area" | "self";

export interface MergeUnit {
  readonly schema: z.ZodType;
  readonly writer: Writer;
  /** What it is where nobody has written it, or what was written is purged; an empty text where this is left out. */
  readonly empty?: unknown;
  /** What is left of a value when it is purged, because authority follows from it; nothing where this is left out. */
  readonly remains?: (value: unknown) => unknown;
  /** The codes of the units that its value makes responsible; whoever is not among them any more is not. */
  readonly grants?: (value: unknown) => readonly string[];
  /**
   * Puts concurrent values together where the unit is a set to which things are added and from which they are taken
   * (EX6). `before`: what all of them saw. Must not depend on the order of `values`; null: they cannot be put together.
   */
  readonly together?: (before: unknown, values: readonly unknown[]) => unknown;
}

/**
 * Who writes a step: as a `Writer`, or by the unit that the step is of: `unit` that unit itself, `above` an office that
 * it lies under. The owner may always, on behalf.
 */
export interface StepRule {
  readonly writer: Writer | "unit" | "above";
  /** The unit that it is of; null: the office that wrote it. */
  readonly unit: string | null;
  /** The unit that it makes responsible, or no longer. */
  readonly grants?: string;
  readonly revokes?: string;
  /** Takes the whole record out, as `life` does (EX8). */
  readonly withdraws?: boolean;
}

/** A file that a value names, kept by its content. */
export interface NamedFile {
  readonly hash: string;
  readonly name: string;
  readonly size: number;
  readonly mime: string;
}

/** Whom records of a kind concern (EX9), besides those who made them and on whose behalf. */
export interface RecordScope {
  /**
   * `concerned`: offices to which it was given, and those above them; `named`: goes along with records that name it;
   * `own`: other computers of the same office alone.
   */
  readonly reach: "concerned" | "named" | "own";
  /** The codes of units to which a record is given, in what stands in a unit of merge (undefined where nothing does). */
  readonly codesIn?: Readonly<Record<string, (value: unknown) => readonly string[]>>;
  /** The step by which it is given to the unit that it names: each of them, or those of the last commit with any. */
  readonly givenBy?: { readonly step: string; readonly all: boolean };
  /** Sibling units do not see each other's steps. */
  readonly stepsApart?: boolean;
}

export interface RecordKind {
  readonly kind: string;
  /** EX9. */
  readonly scope: RecordScope;
  /** Fields that only make sense together are one unit of merge; each is an optional value of the record. */
  readonly units: Readonly<Record<string, MergeUnit>>;
  /** Append-only rows of the record's life cycle; absent when it has none. */
  readonly step?: z.ZodType;
  /** By rules' version 1; a kind with steps has it. */
  readonly stepRule?: (step: unknown) => StepRule;
  /** EX7: the places, among steps in their agreed order, of those that the rules do not allow where they stand. */
  readonly notAllowed?: (steps: readonly unknown[], values: ReadonlyMap<string, unknown>) => readonly number[];
  /** The code of the unit in whose area the record lies, for the writer `area`. */
  readonly area?: (record: string) => string;
  /** Files that a value of a unit, or a step, names. */
  readonly files?: (unit: string, value: unknown) => readonly NamedFile[];
}

/** What a unit of merge is before anyone has written it. */
export const emptyValue = (kind: RecordKind, unit: string): unknown => {
  const empty = kind.units[unit]?.empty;
  return empty === undefined ? "" : empty;
};
