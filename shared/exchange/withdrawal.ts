/** EX8: a withdrawal that did not see what others did meanwhile does not count, and a person decides. */
import { creation } from "../store/commit.ts";
import type { Life } from "../store/life.ts";
import type { Rights } from "./authority.ts";
import { placeOf, saw } from "./merge-order.ts";
import type { UnitMerged } from "./merge-units.ts";
import { type MergeChange, type MergedStep, sharedUnits, stepUnit } from "./merging.ts";

/** The withdrawal that stands and the work that it did not know of, sorted; null when there is none. */
export const concurrentWork = (
  life: UnitMerged,
  changes: readonly MergeChange[],
  steps: readonly MergedStep[],
  rights: Rights,
): readonly string[] | null => {
  const withdrawal = life.standing;
  if (withdrawal === null || withdrawal.unit === creation) return null;
  if ((life.value as Life | undefined)?.state === "live" || life.value === undefined) return null;
  const taken = new Set(steps.filter(({ rank, retracted }) => rank > 0 && !retracted).map(placeOf));
  const work = changes.filter((change) => {
    if (!isWork(change)) return false;
    if (change.unit === stepUnit ? !taken.has(placeOf(change)) : rights.rankOf(change) === 0) return false;
    return !saw(withdrawal, change) && !saw(change, withdrawal);
  });
  if (work.length === 0) return null;
  return [withdrawal.version, ...work.map((change) => (change.unit === stepUnit ? placeOf(change) : change.version))]
    .filter((name, index, all) => all.indexOf(name) === index)
    .sort();
};

const isWork = ({ unit, value }: MergeChange): boolean =>
  unit !== "life" && unit !== creation && !Object.hasOwn(sharedUnits, unit) && value !== null && value !== undefined;
