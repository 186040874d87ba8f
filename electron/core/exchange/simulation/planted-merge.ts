/** How a planted bug bends merging: by what merging is given, or by what is made of its answer. */
import type { MergeChange, MergedRecord } from "#shared/exchange/merging.ts";
import type { PlantedBug } from "./planted-bugs.ts";

export const withBug = (
  bug: PlantedBug,
  changes: readonly MergeChange[],
  merge: (changes: readonly MergeChange[]) => MergedRecord,
): MergedRecord => {
  if (bug === "ignore-base") return withoutOlder(merge(changes.map((change) => ({ ...change, base: [] }))));
  if (bug === "no-authority") {
    const [made] = changes.filter(({ unit }) => unit === "*");
    return merge(made ? changes.map((change) => ({ ...change, office: made.office })) : changes);
  }
  if (bug === "drop-losers") return { ...merge(changes), questions: [] };
  if (bug === "arrival-decides") return lastArrived(merge(changes), changes);
  return merge(changes);
};

/** Without bases every value ever written would stand; who forgets them takes the latest and asks nobody. */
const withoutOlder = (merged: MergedRecord): MergedRecord => ({
  ...merged,
  questions: merged.questions.filter(({ kind }) => kind !== "values"),
});

const lastArrived = (merged: MergedRecord, changes: readonly MergeChange[]): MergedRecord => {
  const values = new Map(merged.values);
  for (const unit of values.keys()) {
    const last = changes.findLast((change) => change.unit === unit);
    if (last && merged.heads.get(unit)?.includes(last.version)) values.set(unit, last.value);
  }
  return { ...merged, values };
};
