/** For whom this office writes the steps of the responsible unit, which has no program of its own yet (EX4). */
import type { UnitLookup } from "../units/lookup.ts";
import type { FoundIssue } from "./find.ts";

/** The code, or the text as written, of the first responsible unit; null when that is this office, or there is none. */
export const responsibleUnit = (
  { responsibility }: Pick<FoundIssue, "responsibility">,
  { codeOf, office }: UnitLookup,
): string | null => {
  const first = responsibility.units[0];
  if (first === undefined) return null;
  const unit = codeOf(first) ?? first;
  return unit === office ? null : unit;
};
