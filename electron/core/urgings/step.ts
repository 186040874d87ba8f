/**
 * Steps of an urging's life, for one or many at once, refused as a whole when the rules refuse one. What belongs to a unit
 * that has no program of its own is written on its behalf (EX4).
 */
import { realDay } from "#shared/calendar/real-day.ts";
import { AppError } from "#shared/errors.ts";
import { type Acting, actingAsOwner, actingAsUnit, type Actor } from "#shared/exchange/acting.ts";
import { type UrgingStep, urgingSteps, type UrgingStepName } from "#shared/urgings/record.ts";
import { urgingRules } from "#shared/urgings/states.ts";
import { refuseArchived } from "../exchange/archived.ts";
import { enrolledHere } from "../exchange/enrolled.ts";
import { type ChangeInput, commit, type Committed, stepUnit } from "../store/commit.ts";
import type { Store } from "../store/store.ts";
import { type UnitLookup, unitLookup } from "../units/lookup.ts";
import { findUrging, type FoundUrging } from "./find.ts";

export const actorOf = (store: Store, { owner }: FoundUrging, { office }: UnitLookup): Actor => ({
  office,
  owner,
  enrolled: enrolledHere(store),
});

/** For whom this office takes a step: pressing and closing are the issuer's, receiving and answering the unit's. */
export const actingFor = (
  actor: Actor,
  { unit }: Pick<FoundUrging, "unit">,
  step: UrgingStepName,
  { codeOf }: Pick<UnitLookup, "codeOf">,
): Acting => (urgingRules[step].by === "unit" ? actingAsUnit(actor, [codeOf(unit) ?? unit]) : actingAsOwner(actor));

/** Steps that this office may take now. */
export const stepsOffered = (urging: FoundUrging, actor: Actor, units: UnitLookup): UrgingStepName[] =>
  urgingSteps.filter(
    (step) => urgingRules[step].from.includes(urging.standing.state) && actingFor(actor, urging, step, units).may,
  );

/**
 * @throws AppError `not-found`, `urging-step-refused`, `note-missing`, `unit-writes-itself`, `step-not-yours`,
 *   `record-archived`, `day-unreal`
 */
export const stepUrgings = (store: Store, ids: readonly string[], step: Omit<UrgingStep, "unit">): Committed => {
  if (urgingRules[step.step].says === true && (step.text?.trim() ?? "") === "") {
    throw new AppError("note-missing", { step: step.step });
  }
  realDay(step.on);
  const units = unitLookup(store.db);
  const changes = [...new Set(ids)].map((id) => changeOf(store, findUrging(store, id), step, units));
  return commit(store, { action: "urgings.step", changes });
};

const changeOf = (
  store: Store,
  urging: FoundUrging,
  step: Omit<UrgingStep, "unit">,
  units: UnitLookup,
): ChangeInput => {
  const { id, rid, number: no, title, standing } = urging;
  refuseArchived(store, { rid, no, title });
  if (!urgingRules[step.step].from.includes(standing.state)) {
    throw new AppError("urging-step-refused", { no, unit: units.shown(urging.unit) });
  }
  const acting = actingFor(actorOf(store, urging, units), urging, step.step, units);
  if (!acting.may) throw new AppError(acting.why, { no, title, unit: units.shown(acting.unit) });
  const value: UrgingStep = { ...step, unit: urgingRules[step.step].by === "unit" ? urging.unit : null };
  return { record: id, kind: "urging", unit: stepUnit, value, behalf: acting.behalf };
};
