/**
 * A template started for another year: new tasks with their dates moved there, as one commit, so that one undo takes the
 * whole list back. All of them belong to a campaign, by which the list is found and worked on afterwards.
 */
import { shiftYears } from "#shared/calendar/shift-years.ts";
import { type StartedTask, startedTasks } from "#shared/campaigns/start-template.ts";
import type { TemplateTask } from "#shared/campaigns/record.ts";
import { AppError } from "#shared/errors.ts";
import type { TaskCampaign } from "#shared/tasks/record.ts";
import { type ChangeInput, commit, type Committed } from "../store/commit.ts";
import { newId } from "../store/env.ts";
import type { Store } from "../store/store.ts";
import { campaignNamed } from "../tasks/campaign-of.ts";
import { findTemplate, tasksOfTemplate } from "./kept.ts";
import { newCampaign } from "./write.ts";

const [firstYear, lastYear] = [2000, 2099];

const templateFor = (store: Store, id: string, year: number) => {
  if (year < firstYear || year > lastYear) throw new AppError("year-out-of-range", { year });
  const { facts, withdrawn } = findTemplate(store, id);
  if (withdrawn) throw new AppError("template-withdrawn", { name: facts.name });
  return { ...facts, tasks: tasksOfTemplate(store, id) };
};

/** What starting would make. @throws AppError `not-found`, `template-withdrawn`, `year-out-of-range` */
export const previewTemplate = (store: Store, id: string, year: number): StartedTask[] => {
  const template = templateFor(store, id, year);
  return startedTasks(template.tasks, template.year, year);
};

export interface Start {
  readonly year: number;
  /** Left out: the template's own name, its years moved. Empty: none. */
  readonly campaign?: string | undefined;
  /** Places in the template of tasks that are not wanted. */
  readonly leaveOut: readonly number[];
}

/**
 * @returns the commit; its ids are the new tasks, and the campaign where it is new
 * @throws AppError `template-all-left-out`, those of `previewTemplate`
 */
export const startTemplate = (store: Store, id: string, { year, campaign, leaveOut }: Start): Committed => {
  const template = templateFor(store, id, year);
  const out = new Set(leaveOut);
  const wanted = startedTasks(template.tasks, template.year, year).filter(({ at }) => !out.has(at));
  if (wanted.length === 0) throw new AppError("template-all-left-out");
  const name = campaign ?? shiftYears(template.name, year - template.year);
  const { carriedCampaign, begun } = campaignFor(store, name, year);
  const ids = new Map(wanted.map(({ at }) => [at, newId(store.env)]));
  const tasks = wanted.map(({ at, after }): ChangeInput => ({
    record: ids.get(at) ?? "",
    kind: "task",
    unit: "*",
    value: {
      ...definedIn(template.tasks[at]),
      period: after,
      parent: parentOf(template.tasks, at, ids),
      campaign: carriedCampaign,
    },
  }));
  return commit(store, { action: "templates.start", note: template.name, changes: [...tasks, ...begun] });
};

const definedIn = (task: TemplateTask | undefined): object => {
  if (task === undefined) return {};
  const { period: _period, parent: _parent, ...defined } = task;
  return defined;
};

/** The nearest task above it that is started too; null: it is a task of its own. */
const parentOf = (tasks: readonly TemplateTask[], at: number, ids: ReadonlyMap<number, string>): string | null => {
  let parent = tasks[at]?.parent ?? null;
  // A parent stands before its parts, so that this ends.
  while (parent !== null && !ids.has(parent)) parent = tasks[parent]?.parent ?? null;
  return parent === null ? null : (ids.get(parent) ?? null);
};

/** The campaign of that name where there is one, here or above; else one of that year begins with the list. */
const campaignFor = (
  store: Store,
  written: string,
  year: number,
): { readonly carriedCampaign: TaskCampaign | null; readonly begun: readonly ChangeInput[] } => {
  const known = campaignNamed(store, written);
  if (known === null || known.id !== null) return { carriedCampaign: known, begun: [] };
  const begun = newCampaign(store, { name: known.name, year, every: null, note: "" });
  return { carriedCampaign: { id: begun.record, name: known.name }, begun: [begun] };
};
