/**
 * The time line of an issue by rounds: a reopened issue (重新整改) begins round 2, and round 1 stays as it was when it was
 * closed (domain.md 'Rectification states'). The latest round stands first, and in it the latest step, because that
 * is what the reader came for.
 */
import type { IssueDetail } from "#shared/issues/view.ts";

type Step = IssueDetail["steps"][number];
type File = IssueDetail["files"][number];

export interface Round {
  readonly round: number;
  /** Closed, and therefore never written to again: later work stands in the next round. */
  readonly frozen: boolean;
  readonly steps: readonly Step[];
  readonly files: readonly File[];
}

type Material = Pick<IssueDetail, "round" | "state" | "steps" | "files">;

/** The rounds of an issue, latest first; an issue without a step yet has its first round all the same. */
export const roundsOf = ({ round: current, state, steps, files }: Material): Round[] => {
  const numbers = new Set([current, ...steps.map((step) => step.round), ...files.map((file) => file.round)]);
  return [...numbers]
    .sort((a, b) => b - a)
    .map((round) => ({
      round,
      frozen: round < current || state === "closed",
      steps: steps.filter((step) => step.round === round).reverse(),
      files: files.filter((file) => file.round === round),
    }));
};
