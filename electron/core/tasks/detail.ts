/** A task whole: facts, responsibility, where it stands and why, its time line and its history. */
import { whyNoDue } from "#shared/tasks/due.ts";
import { lightOf } from "#shared/tasks/light.ts";
import type { TaskStep } from "#shared/tasks/record.ts";
import { judgedTask } from "#shared/tasks/standing.ts";
import type { TaskDetail } from "#shared/tasks/view.ts";
import { listContextOf } from "../list/context.ts";
import { listOrigins } from "../list/origin.ts";
import { stepLinesOf } from "../list/step-lines.ts";
import { historyOf } from "../store/history.ts";
import type { Store } from "../store/store.ts";
import { unitLookup } from "../units/lookup.ts";
import { findTask } from "./find.ts";

/** @throws AppError `not-found` */
export const taskDetail = (store: Store, id: string): TaskDetail => {
  const units = unitLookup(store.db);
  const task = findTask(store, id, units);
  const { standing, period } = task;
  const context = listContextOf(store);
  const { light, reason } = lightOf(judgedTask(standing, period), context.today, context);
  const list = task.importId === null ? "" : (listOrigins(store.db)(task.importId)?.name ?? "");
  const shown = (texts: readonly string[]): string[] => texts.map(units.shown);
  return {
    id,
    no: task.no,
    title: task.title,
    measures: task.measures,
    section: task.section,
    note: task.note,
    lead: shown(task.units.lead),
    responsible: shown(task.units.responsible),
    support: shown(task.units.support),
    period,
    due: standing.due,
    state: standing.state,
    percent: standing.percent,
    progress: standing.progress,
    list,
    light,
    withdrawn: standing.state === "withdrawn",
    extra: task.extra,
    origin:
      task.importId === null
        ? null
        : { importId: task.importId, sheet: task.sheet, row: task.row ?? 0, order: task.ord, fileName: list },
    assignments: standing.assignments.map(({ unit, state, percent, lastOn }) => ({
      unit,
      unitName: units.shown(unit),
      state,
      percent,
      lastOn,
    })),
    occurrences: [...standing.occurrences],
    lightReason: reason.code === "no-due" ? { code: whyNoDue(period), params: {} } : reason,
    withdrawnReason: task.life === "withdrawn" ? (task.lifeReason ?? "") : null,
    steps: stepLinesOf<TaskStep>(store, task.rid, units),
    history: historyOf(store, id),
  };
};
