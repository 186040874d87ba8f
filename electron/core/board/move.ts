/**
 * Gives a task, or one unit's assignment of it, another period by days, in the words that people write for them. What is
 * written is what the form would have written: one commit, one undo.
 */
import { movedText } from "#shared/board/drag.ts";
import { composePeriod } from "#shared/calendar/compose-period.ts";
import { realDay } from "#shared/calendar/real-day.ts";
import { AppError } from "#shared/errors.ts";
import type { Committed } from "../store/commit.ts";
import type { Store } from "../store/store.ts";
import { commitStep } from "../tasks/step.ts";
import { actorOf, editTask, workedTask, yearMeant } from "../tasks/write.ts";
import { unitLookup } from "../units/lookup.ts";
import { notDays } from "./rows.ts";

export interface Move {
  readonly id: string;
  /** Null: the task itself. */
  readonly unit: string | null;
  /** Null: a deadline alone (N日前). */
  readonly start: string | null;
  readonly due: string;
}

/**
 * @throws AppError `period-backwards`, `day-unreal`, `board-foreign`, `board-withdrawn`, `board-not-dates`, those of
 *   `editTask` and, with a unit, of `stepTasks`
 */
export const moveTask = (store: Store, { id, unit, start, due }: Move): { done: Committed; text: string } => {
  for (const day of start === null ? [due] : [start, due]) realDay(day);
  if (start !== null && start > due) throw new AppError("period-backwards", { text: `${start} – ${due}` });
  const units = unitLookup(store.db);
  const task = workedTask(store, id, units);
  const year = yearMeant(store, task.importId, task.period);
  if (unit !== null) {
    const text = composePeriod({ start, due }, year);
    const step = { step: "arrange" as const, unit, on: store.today(), period: text };
    return { done: commitStep(store, [id], step), text };
  }
  const { title, owner, period } = task;
  if (task.standing.state === "withdrawn") throw new AppError("board-withdrawn", { title });
  const { office } = actorOf(store, task, units);
  if (office !== null && office !== owner) throw new AppError("board-foreign", { title, office: units.shown(owner) });
  const why = notDays(period);
  if (why !== null && why !== "undated") throw new AppError("board-not-dates", { title, period: period.text });
  const text = movedText(period, { start, due }, year);
  return { done: editTask(store, id, { period: text }), text };
};
