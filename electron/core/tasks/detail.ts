/** A task whole: facts, responsibility, where it stands and why, its time line and its history. */
import type { TaskStep } from "#shared/tasks/record.ts";
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
import { assignmentLine, isBeyondTable, lightAndWhy, parentLine, shownRollUp, subTaskLines } from "./lines.ts";
import { handsOfTask, wholeSteps } from "./hands.ts";
import { actorOf, isSame } from "./write.ts";
import { joinedTasks, standsFor, taskByRow } from "./joined.ts";
import { unitOfStep } from "#shared/tasks/hands.ts";

/** @throws AppError `not-found` */
export const taskDetail = (store: Store, id: string): TaskDetail => {
  const units = unitLookup(store.db);
  const task = findTask(store, id, units);
  const { standing } = task;
  const context = listContextOf(store);
  const actor = actorOf(store, task, units);
  const why = archivedWhy(store, id, task.rid);
  const closed = why !== null || task.standsIn !== null;
  const list = task.importId === null ? "" : (listOrigins(store.db)(task.importId)?.name ?? "");
  const parentTask = parentLine(store, task.rid);
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
    period: standing.period,
    statedPeriod: isSame(standing.period, task.period) ? null : task.period,
    due: standing.due,
    state: standing.state,
    percent: standing.percent,
    progress: standing.progress,
    list,
    campaign: task.campaign?.name ?? "",
    campaignOf: task.campaign,
    parent: parentTask?.id ?? null,
    parentTask,
    subTasks: subTaskLines(store, task.rid, context, units),
    parts: standing.parts,
    rollUp: shownRollUp(standing.rollUp, units),
    reportDue: standing.reportDue,
    heardOn: standing.heardOn,
    extensionAsked: standing.extensionAsked,
    extension: standing.extension,
    beyondTable: isBeyondTable(store, standing),
    ...lightAndWhy(standing, context),
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
    assignments: standing.assignments.map((assignment) => assignmentLine(assignment, context, units)),
    occurrences: standing.occurrences.map((each) => ({ ...each, current: each.occurrence === standing.occurrence })),
    withdrawnReason: task.life === "withdrawn" ? (task.lifeReason ?? "") : null,
    steps: stepLinesOf<TaskStep>(store, standsFor(store.db, task.rid), units).map(({ officeCode, ...line }) => ({
      ...line,
      data: { ...line.data, unit: unitOfStep({ unit: line.data.unit, office: officeCode }, task.owner) },
    })),
    history: historyOf(store, id),
  };
};
