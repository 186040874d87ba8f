/** The unit names of a staged file: how often each occurs, and which known unit it is taken for. */
import type { Stage } from "#shared/imports/view.ts";
import { unitMatcher, type UnitMatch } from "#shared/units/match.ts";
import type { Unit } from "#shared/units/record.ts";
import type { Store } from "../store/store.ts";
import { knownUnits } from "../units/known.ts";
import { importable, type StageState } from "./stage.ts";

type UnitLine = Stage["units"][number];

export interface UnitMatching {
  readonly match: (text: string) => UnitMatch;
  readonly nameOf: (code: string) => string | null;
}

export const unitMatching = (store: Store): UnitMatching => {
  const known = knownUnits(store.db);
  const names = new Map(known.map(({ code, name }: Unit) => [code, name]));
  return { match: unitMatcher(known, store.officeCode() ?? undefined), nameOf: (code) => names.get(code) ?? null };
};

/** Most frequent first. */
export const unitLines = (stage: StageState, { match, nameOf }: UnitMatching): UnitLine[] => {
  const counts = new Map<string, number>();
  for (const { row } of importable(stage)) {
    if (row) for (const text of stage.frame.unitTexts(row)) counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  return [...counts].toSorted(([, a], [, b]) => b - a).map(([text, count]) => ({ text, count, ...lineOf(text) }));

  function lineOf(text: string): Omit<UnitLine, "text" | "count"> {
    const chosen = stage.unitChoices.get(text);
    if (chosen === null) return { match: "unknown", code: null, name: null };
    if (chosen !== undefined) return { match: "matched", code: chosen, name: nameOf(chosen) };
    const found = match(text);
    if (found.kind !== "matched") return { match: found.kind, code: null, name: null };
    return { match: "matched", code: found.code, name: nameOf(found.code) };
  }
};
