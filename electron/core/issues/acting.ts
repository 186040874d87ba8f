/** For whom this office takes a step of an issue, by whose step it is (domain.md 'Rectification states') and EX4. */
import { type Acting, actingAsOwner, actingAsUnit, type Actor } from "#shared/exchange/acting.ts";
import { type IssueParty } from "#shared/issues/states.ts";
import { enrolledHere } from "../exchange/enrolled.ts";
import type { Store } from "../store/store.ts";
import type { UnitLookup } from "../units/lookup.ts";
import type { FoundIssue } from "./find.ts";
import { responsibleUnit } from "./responsible.ts";

export const actorOf = (store: Store, { owner }: FoundIssue, { office }: UnitLookup): Actor => ({
  office,
  owner,
  enrolled: enrolledHere(store),
});

/**
 * Registering and verifying are the owner's; what the responsible unit does, its own.
 * @param named a unit said to be the one, instead of the first that is responsible
 */
export const actingFor = (
  actor: Actor,
  issue: FoundIssue,
  by: IssueParty,
  units: UnitLookup,
  named: string | null = null,
): Acting => {
  if (by !== "responsible") return actingAsOwner(actor);
  const first = named ?? responsibleUnit(issue, units);
  if (first === units.office) return actingAsUnit(actor, [first ?? ""]);
  if (first === null) return responsibleHere(actor, issue, units);
  return actingAsUnit(actor, [first]);
};

/** This office where it is responsible by code; nobody is, otherwise, and then it is the owner's to note. */
const responsibleHere = (
  actor: Actor,
  { responsibility: { codes = [] } }: FoundIssue,
  { office, codeOf }: UnitLookup,
) =>
  office !== null && codes.some((code) => (codeOf(code) ?? code) === office)
    ? actingAsUnit(actor, [office])
    : actingAsOwner(actor);
