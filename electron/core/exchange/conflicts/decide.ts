/**
 * Decides a question for everybody (EX6): one of the values is taken, a third is written, or what was proposed is not
 * taken. The decision's base is all that it closes, so that it closes there too where it arrives.
 */
import { AppError } from "#shared/errors.ts";
import { placeOf } from "#shared/exchange/merge-order.ts";
import { retractUnit, settleUnit, stepUnit } from "#shared/exchange/merging.ts";
import { resolved, type Responsibility } from "#shared/issues/responsibility.ts";
import type { Version } from "#shared/store/commit.ts";
import type { Program } from "../../program.ts";
import { type ChangeInput, commit, type Committed } from "../../store/commit.ts";
import type { Store } from "../../store/store.ts";
import { unitLookup } from "../../units/lookup.ts";
import { enrolledHere } from "../enrolled.ts";
import { deciderOf } from "./decider.ts";
import { type Asked, askedOf, isWithdrawal, openQuestions, questionById, valueIn } from "./open.ts";

export interface Decision {
  readonly id: string;
  /** The version of the side that is taken. */
  readonly take?: string | undefined;
  /** A third value, in the unit's own shape. */
  readonly value?: unknown;
  readonly reject?: boolean;
  readonly note?: string | undefined;
}

/**
 * @throws AppError `conflict-gone` when it was decided already or a further value joined it, `decision-not-yours`,
 *   `decision-missing` when nothing is chosen, `not-valid` for a third value that breaks its rules
 */
export const decideConflict = ({ store }: Pick<Program, "store">, decision: Decision): Committed => {
  store.assertWritable();
  const asked = askedOf(store.db, questionById(store.db, decision.id));
  if (!asked) throw new AppError("conflict-gone", { id: decision.id });
  refuseOthers(store, asked, decision);
  const changes =
    asked.unit === stepUnit || asked.unit === retractUnit ? ofStep(asked, decision) : ofValue(store, asked, decision);
  const { record, recordKind: kind } = asked;
  return commit(store, {
    action: "exchange.decide",
    note: decision.note ?? null,
    changes: changes.map((change) => ({ record, kind, ...change })),
  });
};

/** What an office proposed it may take back itself; all else is for whoever has authority. */
const refuseOthers = (store: Store, asked: Asked, { reject = false }: Decision): void => {
  const decider = deciderOf(store, asked, enrolledHere(store));
  const here = store.officeCode() ?? "";
  if (decider.mine || (reject && asked.kind === "proposal" && asked.about.every(({ office }) => office === here)))
    return;
  throw new AppError("decision-not-yours", { office: unitLookup(store.db).shown(decider.office) });
};

type Written = Omit<ChangeInput, "record" | "kind">;

const missing = (): AppError => new AppError("decision-missing");

const settle = (asked: Asked): Written => ({ unit: settleUnit, value: { closes: [...asked.names] } });

/** A step is taken by taking it again with authority, at the end; not taken, it is settled. */
const ofStep = (asked: Asked, { take, reject = false }: Decision): Written[] => {
  if (reject) return [settle(asked)];
  const side = asked.about.find(({ version }) => version === take);
  if (!side) throw missing();
  // Work that stands against a withdrawal stands anyway.
  if (asked.kind === "withdrawn" && !isWithdrawal(side)) return [settle(asked)];
  const again: Written = { unit: side.unit, value: side.value, behalf: side.behalf };
  if (asked.kind === "rules") refuseNotAllowed(asked, side.value);
  return [again, settle(asked)];
};

/** EX7: what the rules did not allow where it stood may be allowed now. */
const refuseNotAllowed = ({ declared, changes, names }: Asked, value: unknown): void => {
  const steps = changes.filter((change) => change.unit === stepUnit && !names.includes(placeOf(change)));
  const all = [...steps.map((change) => change.value), value];
  if (declared.notAllowed?.(all, new Map()).includes(all.length - 1)) throw new AppError("decision-not-allowed");
};

const ofValue = (store: Store, asked: Asked, decision: Decision): Written[] => {
  const { kind, unit } = asked;
  if (decision.reject) {
    if (kind === "proposal") return [settle(asked)];
    throw missing();
  }
  return [{ unit, value: chosen(store, asked, decision), base: baseOf(store, asked) }];
};

const chosen = (store: Store, asked: Asked, { take, value }: Decision): unknown => {
  if (take === undefined) {
    if (value === undefined) throw missing();
    return asked.unit === "responsibility" ? withCodes(store, value) : value;
  }
  const side = asked.about.find(({ version }) => version === take);
  if (asked.kind === "withdrawn") {
    if (!side) throw missing();
    return isWithdrawal(side) ? side.value : { state: "live" };
  }
  // A proposal is shown beside the value that stands, and that one may be chosen too.
  const other =
    side ?? asked.changes.findLast(({ version, unit }) => version === take && (unit === asked.unit || unit === "*"));
  const found = other && valueIn(other, asked.unit);
  if (found === undefined) throw missing();
  return found;
};

/** The codes of a third value follow from its units, as everywhere. */
const withCodes = (store: Store, value: unknown): unknown =>
  typeof value === "object" && value !== null && "units" in value && Array.isArray(value.units)
    ? resolved(value as Responsibility, unitLookup(store.db).codeOf)
    : value;

/** All heads, and every proposal that is open for the unit: what a person has decided on, once and for all. */
const baseOf = (store: Store, { rid, record, unit }: Asked): readonly Version[] => {
  const proposed = openQuestions(store.db, record)
    .filter((other) => other.unit === unit && other.kind === "proposal")
    .flatMap((other) => other.names);
  return [...new Set([...store.heads(rid, unit), ...proposed])].toSorted();
};
