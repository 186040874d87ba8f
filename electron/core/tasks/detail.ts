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
import { archivedWhy } from "../exchange/archived.ts";
import { marksOf } from "../list/marks.ts";
import { findTask } from "./find.ts";
import { handsOfTask, wholeSteps } from "./hands.ts";
import { actorOf } from "./write.ts";
import { joinedTasks, standsFor, taskByRow } from "./joined.ts";
import { unitOfStep } from "#shared/tasks/hands.ts";

/** @throws AppError `not-found` */
export const taskDetail = (store: Store, id: string): TaskDetail => {
  const units = unitLookup(store.db);
  const task = findTask(store, id, units);
  const { standing, period } = task;
  const context = listContextOf(store);
  const { light, reason } = lightOf(judgedTask(standing, period), context.today, context);
  const actor = actorOf(store, task, units);
  const why = archivedWhy(store, id, task.rid);
  const closed = why !== null || task.standsIn !== null;
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
    campaign: task.campaign?.name ?? "",
    campaignOf: task.campaign,
    parent: task.parent,
    parentTask: null,
    subTasks: [],
    parts: { count: 0, done: 0, differ: 0 },
    reportDue: null,
    heardOn: null,
    extensionAsked: false,
    extension: null,
    rollUp: null,
    statedPeriod: null,
    beyondTable: false,
    light,
    withdrawn: standing.state === "withdrawn",
    extra: task.extra,
    origin:
      task.importId === null
        ? null
        : { importId: task.importId, sheet: task.sheet, row: task.row ?? 0, order: task.ord, fileName: list },
    marks: marksOf(store.db, task.rid),
    owner: task.owner,
    hands: handsOfTask(task, actor, units).map((hands) => (closed ? { ...hands, steps: [] } : hands)),
    whole: closed ? [] : wholeSteps(task, actor),
    standsIn: task.standsIn === null ? null : taskByRow(store.db, task.standsIn, units),
    joined: joinedTasks(store.db, task.rid, units),
    archivedWhy: why,
    assignments: standing.assignments.map(({ unit, state, percent, lastOn, under }) => ({
      unit,
      unitName: units.shown(unit),
      state,
      percent,
      lastOn,
      under,
      period,
      hasOwnPeriod: false,
      due: standing.due,
      light,
      lightReason: reason,
      contact: "",
      receivedOn: null,
      extension: null,
      rollUp: null,
    })),
    occurrences: standing.occurrences.map((each) => ({
      ...each,
      occurrence: each.due,
      current: each.due === standing.due,
    })),
    lightReason: reason.code === "no-due" ? { code: whyNoDue(period), params: {} } : reason,
    withdrawnReason: task.life === "withdrawn" ? (task.lifeReason ?? "") : null,
    steps: stepLinesOf<TaskStep>(store, standsFor(store.db, task.rid), units).map(({ officeCode, ...line }) => ({
      ...line,
      data: { ...line.data, unit: unitOfStep({ unit: line.data.unit, office: officeCode }, task.owner) },
    })),
    history: historyOf(store, id),
  };
};
