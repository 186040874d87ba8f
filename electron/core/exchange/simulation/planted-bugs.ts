/**
 * Bugs to plant in memory offices, each breaking one rule: a simulation that stays green with one of them proves
 * nothing.
 */
export const plantedBugs = [
  /** EX3: what a change had seen is forgotten, so that every value stands for ever, and a loser is picked by a clock. */
  "ignore-base",
  /** EX5: whatever anybody writes is applied. */
  "no-authority",
  /** EX6: of concurrent values one is kept and nobody is asked. */
  "drop-losers",
  /** EX9: a neighbour is sent everything. */
  "leak-scope",
  /** EX24: taking the same file again appends it again. */
  "not-idempotent",
  /** EX1: of concurrent values the one that came last stands. */
  "arrival-decides",
  /** EX23: what was taken in before a crash stays. */
  "half-taken",
  /** EX17: what a revoked computer wrote later counts all the same. */
  "revoked-counts",
] as const;

export type PlantedBug = (typeof plantedBugs)[number] | "none";

export const noBug: PlantedBug = "none";
