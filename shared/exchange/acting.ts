/**
 * For whom an office takes a step of a life cycle (EX4): its own, on behalf of a unit that has no program, or not at all.
 * The window offers by it, core refuses by it, and what it allows has authority everywhere (`authority.ts`).
 */
import { isAbove } from "../units/area.ts";
import { divisionOfCode, isVillageCode } from "../units/codes.ts";

export interface Actor {
  /** This office's code; null before the first run. */
  readonly office: string | null;
  /** The office that owns the record. */
  readonly owner: string;
  /** Whether a unit has an enrolled computer of its own. */
  readonly enrolled: (code: string) => boolean;
  /** The record is given to this office, so that units without a code that it names are its own. */
  readonly given?: boolean;
}

export type Acting =
  | {
      readonly may: true;
      /** The unit for which it is written; null: this office's own. */ readonly behalf: string | null;
    }
  | { readonly may: false; readonly why: "unit-writes-itself" | "step-not-yours"; readonly unit: string };

const isUnder = ({ office, given = false }: Actor, unit: string): boolean =>
  office !== null && (isAbove(office, unit) || (given && divisionOfCode(unit) === undefined));

const own: Acting = { may: true, behalf: null };

/** Steps of whoever owns the record; of those that concern one unit (assign, confirm, refuse), also of an office above it. */
export const actingAsOwner = (actor: Actor, unit: string | null = null): Acting => {
  const { office, owner } = actor;
  if (office === null || office === owner) return own;
  if (unit !== null && isUnder(actor, unit)) return own;
  return { may: false, why: "step-not-yours", unit: owner };
};

/**
 * Steps of the units that a record is given to: an office that is one of them, else on behalf of the first, by the owner
 * or an office above it, as long as that unit has no computer of its own.
 */
export const actingAsUnit = (actor: Actor, units: readonly string[]): Acting => {
  const { office, owner, enrolled } = actor;
  const [unit] = units;
  if (office === null || unit === undefined) return actingAsOwner(actor);
  if (units.includes(office)) return own;
  if (office !== owner && !units.some((each) => isUnder(actor, each))) {
    return { may: false, why: "step-not-yours", unit };
  }
  const writer = writerOf(unit);
  return writer !== office && enrolled(writer)
    ? { may: false, why: "unit-writes-itself", unit: writer }
    : { may: true, behalf: unit };
};

/** A village exchanges nothing itself: its town writes for it. */
const writerOf = (unit: string): string => (isVillageCode(unit) ? (divisionOfCode(unit) ?? unit) : unit);
