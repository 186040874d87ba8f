/**
 * Values written without authority (EX5). One is open until whoever has authority has seen it and written the unit, its
 * own office has proposed something else over it, it is what stands anyway, or it was closed.
 */
import { isSameOffice } from "./authority.ts";
import { isSameValue, VersionSet } from "./merge-order.ts";
import type { UnitValue } from "./merge-units.ts";
import type { OpenQuestion } from "./merging.ts";
import type { Settled } from "./settled.ts";

export const openProposals = (
  standing: ReadonlyMap<string, readonly UnitValue[]>,
  proposed: ReadonlyMap<string, readonly UnitValue[]>,
  values: ReadonlyMap<string, unknown>,
  settled: Settled,
): OpenQuestion[] => {
  const questions: OpenQuestion[] = [];
  for (const [unit, proposals] of proposed) {
    const decided = new VersionSet();
    for (const { change } of standing.get(unit) ?? []) for (const version of change.base) decided.add(version);
    for (const proposal of proposals) {
      const { change, value } = proposal;
      if (value === undefined || isSameValue(value, values.get(unit))) continue;
      if (decided.has(change.version) || settled.has(change) || isReplaced(proposal, proposals)) continue;
      questions.push({ kind: "proposal", unit, versions: [change.version] });
    }
  }
  return questions;
};

/** By a later proposal of the same office that says that it goes over this one, or by the same commit. */
const isReplaced = (proposal: UnitValue, proposals: readonly UnitValue[]): boolean =>
  proposals.some(({ change }) => {
    if (change === proposal.change || !isSameOffice(change, proposal.change)) return false;
    if (change.version === proposal.change.version) return change.ord > proposal.change.ord;
    const seen = new VersionSet();
    for (const version of change.base) seen.add(version);
    return seen.has(proposal.change.version);
  });
