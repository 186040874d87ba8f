/** The tasks that a template makes in another year, and what of each should be looked at before. */
import { namesYear } from "../calendar/shift-years.ts";
import type { Period } from "../calendar/period.ts";
import { type MoveRemark, movePeriod } from "./move-period.ts";
import type { TemplateTask } from "./record.ts";

/** A task as starting the template would make it. */
export interface StartedTask {
  /** Its place in the template. */
  readonly at: number;
  /** How deep it lies: 0 for a task of its own, 1 for a sub-task … */
  readonly depth: number;
  readonly no: string;
  readonly title: string;
  readonly before: Period;
  readonly after: Period;
  readonly remarks: MoveRemark[];
}

/** A list of several years moves all of them by as much: what comes to lie outside the new year and the next is told of. */
const liesElsewhere = ({ due, start }: Period, to: number): boolean => {
  const dated = due ?? start;
  if (dated === undefined) return false;
  const year = Number(dated.slice(0, 4));
  return year < to || year > to + 1;
};

/** A year in a title stays as it is, with a remark: nobody but a person can say what it is the year of. */
export const startedTasks = (tasks: readonly TemplateTask[], from: number, to: number): StartedTask[] => {
  const depths: number[] = [];
  return tasks.map(({ no, title, period, parent }, at) => {
    const { period: after, remark } = movePeriod(period, from, to);
    const depth = parent === null ? 0 : (depths[parent] ?? 0) + 1;
    depths.push(depth);
    const remarks: MoveRemark[] = [
      ...(remark === null ? [] : [remark]),
      ...(liesElsewhere(after, to) ? (["other-year"] as const) : []),
      ...(from !== to && namesYear(title) ? (["year-in-title"] as const) : []),
    ];
    return { at, depth, no, title, before: period, after, remarks };
  });
};
