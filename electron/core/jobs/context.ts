/**
 * What a long job sees of whoever asked for it: where to tell how far it is, and whether it is still wanted. The same
 * job runs in a worker thread of core and, where there is no data folder to share, in the command line itself.
 */
import { AppError } from "#shared/errors.ts";

export interface JobContext {
  /**
   * Tells how far the work is; `total` 0 when it is not known yet.
   * @throws AppError `cancelled` when the work is no longer wanted, so that a job stops at its next step
   */
  readonly progress: (stage: string, done: number, total: number) => void;
}

/** A job that lives long says so at most ten times a second; stages and the end are never left out. */
export const throttled = (
  tell: (stage: string, done: number, total: number) => void,
  isCancelled: () => boolean,
  now: () => number = Date.now,
): JobContext => {
  let lastStage = "";
  let lastAt = 0;
  return {
    progress: (stage, done, total) => {
      if (isCancelled()) throw new AppError("cancelled");
      const at = now();
      if (stage === lastStage && done !== total && at - lastAt < 100) return;
      lastStage = stage;
      lastAt = at;
      tell(stage, done, total);
    },
  };
};

/** For work that nobody watches. */
export const unwatched: JobContext = { progress: () => {} };
