/** How a task, or an assignment of it, stands for the light: what of its standing the light is judged by. */
import { isLasting } from "./due.ts";
import type { ReportDue } from "./lasting.ts";
import type { Judged } from "./light.ts";
import type { TaskState } from "./record.ts";
import type { TaskStanding } from "./standing.ts";

type Dated = Pick<TaskStanding, "state" | "due" | "start" | "reportedOn" | "percent" | "period" | keyof ReportDue>;

/** A task, or an assignment of it, as the light judges it. */
export const judgedTask = ({ state, due, start, reportedOn, percent, period, ...report }: Dated): Judged => ({
  phase: phaseOfTask[state],
  due,
  start,
  reportedOn,
  percent,
  lasting: isLasting(period),
  reportDue: report.reportDue,
  reportMissed: report.reportMissed,
});

export const phaseOfTask: Readonly<Record<TaskState, Judged["phase"]>> = {
  issued: "waiting",
  received: "waiting",
  returned: "waiting",
  "in-progress": "under-way",
  "reported-done": "reported",
  done: "over",
  withdrawn: "over",
};
