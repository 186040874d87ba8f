/**
 * What concerns whom (EX9). Decided by codes that stand in the records themselves, and by what each kind of record
 * declares about itself, so that every office judges alike and a later capability declares it in one place.
 */
import type { RecordScope } from "../store/kinds.ts";
import { kindByName } from "../store/registry.ts";
import { unitOfStep } from "../tasks/hands.ts";
import { isWithin } from "../units/area.ts";
import type { Peer } from "./bundle.ts";

/** Who a bundle is for. `sameOffice`: another computer of one's own office, or its desk (EX21), which sees everything. */
export interface Receiver {
  readonly code: string;
  readonly sameOffice: boolean;
}

/** The office of an address: `370303` of `370303/<device>`. */
export const officeOfPeer = (peer: Peer): string => peer.split("/", 1)[0] ?? peer;

/** @param office the code of the office that writes */
export const receiverOf = (peer: Peer, office: string): Receiver => {
  const code = officeOfPeer(peer);
  return { code, sameOffice: code === office };
};

/** A step of a record as it stands: what was said, and which office wrote it. `moment` is the same for steps of one commit. */
export interface StandingStep {
  readonly value: unknown;
  readonly office: string;
  readonly moment: string | number;
}

/** What scope is judged by. */
export interface ScopeFacts {
  readonly kind: string;
  /** The office that made it: steps without a unit that others wrote are theirs. */
  readonly owner: string;
  /** Everyone who made it, and the units on whose behalf. */
  readonly makers: readonly string[];
  /** Codes of the units that it was given to. */
  readonly given: readonly string[];
  /** Its creation was taken back: whoever has not had it need not have it. */
  readonly undone: boolean;
}

const scopeOf = (kind: string): RecordScope => kindByName.get(kind)?.scope ?? { reach: "own" };

/** Whether records of a kind go along with those that name them. */
export const goesAlong = (kind: string): boolean => scopeOf(kind).reach === "named";

/** Whether a change of this unit of merge may move a record into or out of a scope. */
export const bearsOnScope = (kind: string, unit: string): boolean => {
  const { codesIn, givenBy } = scopeOf(kind);
  if (unit === "purge") return true;
  if (unit === "step" || unit === "retract" || unit === "settle") return givenBy !== undefined;
  return unit === "*" || unit === "life" || unit in (codesIn ?? {});
};

/** Whether the value of a change of this unit of merge has to be looked at: it names units, or it is a step. */
export const valueTells = (kind: string, unit: string): boolean => {
  const { codesIn = {} } = scopeOf(kind);
  if (unit === "step" || unit === "retract") return true;
  return unit === "*" ? Object.keys(codesIn).length > 0 : unit in codesIn;
};

const stepOf = (value: unknown): { step?: string; unit?: string | null } =>
  typeof value === "object" && value !== null ? value : {};

/** The unit whose step it is; null: of the record as a whole. */
export const unitOf = (value: unknown, office: string, owner: string): string | null =>
  unitOfStep({ unit: stepOf(value).unit ?? null, office }, owner);

/** The codes that a record is given to: by its values, and by steps that count. */
export const givenTo = (
  kind: string,
  values: (unit: string) => unknown,
  steps: readonly StandingStep[],
): readonly string[] => {
  const { codesIn = {}, givenBy } = scopeOf(kind);
  const codes = Object.entries(codesIn).flatMap(([unit, codesOf]) => codesOf(values(unit)));
  if (givenBy === undefined) return codes;
  const giving = steps.filter(({ value }) => stepOf(value).step === givenBy.step);
  const last = giving.at(-1)?.moment;
  const counting = givenBy.all ? giving : giving.filter(({ moment }) => moment === last);
  return [...codes, ...counting.map(({ value }) => stepOf(value).unit ?? "").filter((code) => code !== "")];
};

/** EX9: whether a record concerns a receiver by itself. One of a kind that goes along is asked for by name instead. */
export const concerns = ({ kind, makers, given }: ScopeFacts, receiver: Receiver): boolean => {
  if (receiver.sameOffice) return true;
  if (scopeOf(kind).reach !== "concerned") return false;
  const isTheirs = (code: string): boolean => isWithin(code, receiver.code);
  return makers.some(isTheirs) || given.some(isTheirs);
};

/** Whether the steps of a kind are apart by unit, so that `maySeeStep` has to be asked for each. */
export const stepsAreApart = (kind: string): boolean => scopeOf(kind).stepsApart === true;

/**
 * Whether a receiver sees a step: those of the whole record, of units in its area, and of units above it; sibling towns
 * do not see each other's.
 * @param unit as `unitOf` gives it
 * @param office who wrote it, for an office that lost it has it back from its neighbours (EX19)
 */
export const maySeeStep = (unit: string | null, receiver: Receiver, office?: string): boolean =>
  receiver.sameOffice ||
  office === receiver.code ||
  unit === null ||
  isWithin(unit, receiver.code) ||
  isWithin(receiver.code, unit);

/** Codes of the units that one change names: the unit of a step, those that it is given to, and for whom it was written. */
export const codesNamedBy = (kind: string, unit: string, value: unknown, behalf: string | null): readonly string[] => {
  const { codesIn = {} } = scopeOf(kind);
  const named = behalf === null ? [] : [behalf];
  if (unit === "step") return [...named, ...[stepOf(value).unit ?? []].flat()];
  if (unit !== "*") return [...named, ...(codesIn[unit]?.(value) ?? [])];
  const values = typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
  return [...named, ...Object.entries(codesIn).flatMap(([each, codesOf]) => codesOf(values[each]))];
};
