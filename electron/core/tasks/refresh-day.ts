/**
 * Due dates that move: the current occurrence of what recurs, and what counts working days from the day of receipt. Run
 * when the program opens, at midnight, and after a change of settings or holidays; the rest of the tables does not
 * depend on the day, and lights are judged when they are asked for.
 */
import { refreshIssues } from "../issues/projection.ts";
import { refreshUrgings } from "../urgings/projection.ts";
import { setMeta } from "../store/log.ts";
import type { Store } from "../store/store.ts";
import { refreshTasks } from "./standing-columns.ts";

/** The day for which the tables stand, so that `verify` computes them for the same one. */
export const dayKey = "day";

export const refreshDay = (store: Store): void => {
  if (store.readonly) return;
  const context = store.finishing();
  store.db
    .transaction(() => {
      refreshTasks(context);
      refreshIssues(context);
      refreshUrgings(context);
      setMeta(store.db, dayKey, context.today);
    })
    .immediate();
};
