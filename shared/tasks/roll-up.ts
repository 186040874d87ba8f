/**
 * Of how many parts a task (or an assignment that was passed on) is made, how far they are, which is the slowest, and
 * where what was said of the whole differs from what its parts say.
 */
import type { TaskState } from "./record.ts";
import { order, rollUp } from "./states.ts";
import type { RollUp } from "./view.ts";

/** An assignment or a sub-task, as it counts. */
export interface Part {
  /** Its unit, or the title of the sub-task. */
  readonly name: string;
  readonly state: TaskState;
  readonly percent: number | null;
  readonly due: string | null;
}

/** What whoever answers for the whole said of it. */
export interface Said {
  readonly state: TaskState;
  readonly percent: number | null;
}

export type Differs = RollUp["differs"];

/** Figures further apart than this many points are worth a word. */
const apartBy = 10;

/** Null where it has no parts; withdrawn ones do not count. */
export const rolledUp = (parts: readonly Part[], said: Said | null): RollUp | null => {
  const live = parts.filter(({ state }) => state !== "withdrawn");
  const state = rollUp(live.map((part) => part.state));
  if (state === null) return null;
  const [slowest] = live.toSorted(bySlowness);
  return {
    count: live.length,
    done: live.filter((part) => part.state === "done").length,
    percent: meanPercent(live),
    state,
    slowest: slowest ? { name: slowest.name, state: slowest.state, percent: slowest.percent } : null,
    differs: said && differsFrom(said, live),
  };
};

/** The earliest state, then the least percent, then the earliest due date; parts without a figure or a date stand for 0 and last. */
const bySlowness = (a: Part, b: Part): number =>
  order.indexOf(a.state) - order.indexOf(b.state) ||
  (a.percent ?? 0) - (b.percent ?? 0) ||
  compared(a.due ?? "9999", b.due ?? "9999") ||
  compared(a.name, b.name) ||
  Number(b.percent === null) - Number(a.percent === null);

const compared = (a: string, b: string): number => Number(a > b) - Number(a < b);

const isOver = (state: TaskState): boolean => state === "reported-done" || state === "done";

const differsFrom = (said: Said, parts: readonly Part[]): Differs => {
  if (isOver(said.state)) return parts.every(({ state }) => isOver(state)) ? null : "done-before-parts";
  const mean = meanPercent(parts);
  if (said.percent === null || mean === null) return null;
  if (said.percent - mean > apartBy) return "ahead-of-parts";
  return mean - said.percent > apartBy ? "behind-parts" : null;
};

/** No figure counts 0 where another has one. */
export const meanPercent = (parts: readonly Pick<Part, "percent">[]): number | null => {
  if (parts.every(({ percent }) => percent === null)) return null;
  return Math.round(parts.reduce((sum, { percent }) => sum + (percent ?? 0), 0) / parts.length);
};
