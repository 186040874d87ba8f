/** For whom this office writes the steps of the responsible unit, which has no program of its own yet (EX4). */
import type { UnitLookup } from "../units/lookup.ts";
import type { FoundIssue } from "./find.ts";

/**
 * The code, or the text as written, of the responsible unit whose steps these are: this office where it is one of them
 * (null), else the first; null too where there is none.
 */
export const responsibleUnit = (
  { responsibility: { units, codes = [] } }: Pick<FoundIssue, "responsibility">,
  { codeOf, office }: Pick<UnitLookup, "codeOf" | "office">,
): string | null => {
  const known = codes.map((code) => codeOf(code) ?? code);
  if (office !== null && known.includes(office)) return null;
  const first = units[0];
  if (first === undefined) return null;
  const unit = codeOf(first) ?? known[0] ?? first;
  return unit === office ? null : unit;
};
