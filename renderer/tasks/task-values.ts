/** What the task form holds, and the contract's input made of it. */
import type { z } from "zod";
import type { taskEntrySchema } from "#shared/contract/tasks.ts";
import type { TaskDetail } from "#shared/tasks/view.ts";

export interface TaskValues {
  readonly [key: string]: string | readonly string[];
  readonly title: string;
  readonly period: string;
  readonly lead: readonly string[];
  readonly responsible: readonly string[];
  readonly support: readonly string[];
  readonly no: string;
  readonly measures: string;
  readonly section: string;
  readonly note: string;
  readonly campaign: string;
}

export type TaskEntry = z.infer<typeof taskEntrySchema>;

export const emptyTask: TaskValues = {
  title: "",
  period: "",
  lead: [],
  responsible: [],
  support: [],
  no: "",
  measures: "",
  section: "",
  note: "",
  campaign: "",
};

export const valuesOf = (task: TaskDetail): TaskValues => ({
  title: task.title,
  period: task.period.text,
  lead: task.lead,
  responsible: task.responsible,
  support: task.support,
  no: task.no,
  measures: task.measures,
  section: task.section,
  note: task.note,
  campaign: task.campaign,
});

export const entryOf = ({ lead, responsible, support, ...texts }: TaskValues): TaskEntry => ({
  title: texts.title,
  period: texts.period,
  no: texts.no,
  measures: texts.measures,
  section: texts.section,
  note: texts.note,
  campaign: texts.campaign,
  units: { lead: [...lead], responsible: [...responsible], support: [...support] },
});

/** Only what was changed goes in, so that nobody else's change of another field is written over. */
export const changesOf = (before: TaskValues, after: TaskValues): Partial<TaskEntry> => {
  const [old, next] = [entryOf(before), entryOf(after)];
  const isChanged = ([key, value]: [string, unknown]): boolean =>
    JSON.stringify(Object.entries(old).find(([name]) => name === key)?.[1]) !== JSON.stringify(value);
  return Object.fromEntries(Object.entries(next).filter(isChanged));
};
