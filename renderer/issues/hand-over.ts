/**
 * Handing over names the responsible unit and the limit and takes the step, which are two commits: what is defined, and
 * what happened. When the rules refuse the step, the first commit is undone again, so that nothing is left half done.
 */
import type { Done } from "#shared/contract/parts.ts";
import { client } from "../client.ts";
import type { StepIssue } from "./step-target.ts";
import type { stepInput, StepValues } from "./step-values.ts";

const isSame = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((each, index) => each === b[index]);

/** What of units and limit differs from what the issue has; for many issues an empty field leaves each its own. */
export const handOverChanges = (
  issue: Pick<StepIssue, "units" | "limit"> | undefined,
  { units, limit }: Pick<StepValues, "units" | "limit">,
): { units?: string[]; limit?: string } => {
  const newUnits = issue === undefined ? units.length > 0 : !isSame(issue.units, units);
  const newLimit = issue === undefined ? limit.trim() !== "" : issue.limit.text !== limit.trim();
  return { ...(newUnits ? { units: [...units] } : {}), ...(newLimit ? { limit: limit.trim() } : {}) };
};

export interface HandedOver extends Done {
  /** The commits to be undone together, last first. */
  readonly versions: readonly string[];
}

export const handOver = async (
  issue: StepIssue | undefined,
  input: ReturnType<typeof stepInput>,
  values: StepValues,
): Promise<HandedOver> => {
  const changes = handOverChanges(issue, values);
  if (Object.keys(changes).length === 0) {
    const done = await client.issues.step(input);
    return { ...done, versions: [done.version] };
  }
  const defined = await client.issues.bulkEdit({ ids: input.ids, changes });
  try {
    const done = await client.issues.step(input);
    return { ...done, versions: [done.version, defined.version] };
  } catch (error) {
    await client.history.undo({ version: defined.version });
    throw error;
  }
};
