/**
 * Whether a change that came in may count: known and whole, unknown to this version (EX22), or poisoned (EX22, EX25).
 * Values stay as they came; only what they mean here is judged.
 */
import { retractUnit, sharedUnits, stepUnit } from "#shared/exchange/merging.ts";
import { creation } from "#shared/store/commit.ts";
import type { RecordKind } from "#shared/store/kinds.ts";
import { kindByName } from "#shared/store/registry.ts";
import { commitFormat } from "./canonical.ts";

/** `changes.state`: counts, held until a version that knows it, quarantined (EX17), poisoned. */
export const changeStates = { counts: 0, held: 1, quarantined: 2, poisoned: 3 } as const;
export type ChangeState = (typeof changeStates)[keyof typeof changeStates];

export interface Judged {
  readonly state: ChangeState;
  /** Parsed, where it counts. */
  readonly value: unknown;
}

const held: Judged = { state: changeStates.held, value: null };
const poisoned: Judged = { state: changeStates.poisoned, value: null };
const blank: Judged = { state: changeStates.counts, value: null };

export interface JudgedChange {
  readonly kind: string;
  readonly unit: string;
  /** Null where it was purged. */
  readonly value: string | null;
  readonly purged: string | null;
}

export const judgeIncoming = ({ kind: name, unit, value: text, purged }: JudgedChange, format: number): Judged => {
  const kind = kindByName.get(name);
  if (format > commitFormat || !kind || !isKnownUnit(kind, unit)) return held;
  if (text === null || (purged !== null && text === "null")) return purged === null ? poisoned : blank;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return poisoned;
  }
  if (mayHoldHostileKeys.test(text) && hasHostileKeys(value)) return poisoned;
  if (isWhole(kind, unit, value)) return { state: changeStates.counts, value };
  return unit === stepUnit && isStepToCome(kind, value) ? held : poisoned;
};

/** A step of a later version, whose name alone this one does not know. */
const isStepToCome = ({ step: schema }: RecordKind, value: unknown): boolean => {
  const parsed = schema?.safeParse(value);
  if (parsed?.success !== false || typeof value !== "object" || value === null) return false;
  const isNamed = "step" in value && typeof value.step === "string" && /^[a-z][a-z-]{1,40}$/.test(value.step);
  return isNamed && parsed.error.issues.some(({ path, code }) => path.join(".") === "step" && code === "invalid_value");
};

const isKnownUnit = (kind: RecordKind, unit: string): boolean =>
  unit === creation ||
  (unit === stepUnit ? kind.step !== undefined : Object.hasOwn(sharedUnits, unit) || Object.hasOwn(kind.units, unit));

/** Keys that JavaScript gives a meaning of their own; written plainly or with escapes. */
const hostileKeys: ReadonlySet<string> = new Set(["__proto__", "constructor", "prototype"]);
const mayHoldHostileKeys = /__proto__|constructor|prototype|\\u/;

const hasHostileKeys = (value: unknown): boolean => {
  if (value === null || typeof value !== "object") return false;
  if (Array.isArray(value)) return value.some(hasHostileKeys);
  return Object.entries(value).some(([key, each]) => hostileKeys.has(key) || hasHostileKeys(each));
};

const isWhole = (kind: RecordKind, unit: string, value: unknown): boolean => {
  if (unit !== creation) return fits(kind, unit, value);
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  // A unit of a later version is left aside until the upgrade.
  return Object.entries(value).every(([name, each]) => !Object.hasOwn(kind.units, name) || fits(kind, name, each));
};

const fits = (kind: RecordKind, unit: string, value: unknown): boolean => {
  const schema = unit === stepUnit ? kind.step : (kind.units[unit]?.schema ?? ownSchema(unit));
  const parsed = schema?.safeParse(value);
  return parsed?.success === true && isWithin(parsed.data, value);
};

const ownSchema = (unit: string) =>
  Object.hasOwn(sharedUnits, unit) ? sharedUnits[unit as typeof retractUnit] : undefined;

/** Whether all that the schema makes of a value stood in it: a later version may have written more, none less. */
const isWithin = (parsed: unknown, value: unknown): boolean => {
  if (parsed === value) return true;
  if (typeof parsed !== "object" || typeof value !== "object" || parsed === null || value === null) return false;
  const given = value as Record<string, unknown>;
  return Object.entries(parsed).every(([key, each]) => Object.hasOwn(given, key) && isWithin(each, given[key]));
};
