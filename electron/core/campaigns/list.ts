/** The campaigns there are, this office's own and those known from tasks of the office above, with what stands in each. */
import { type CampaignCount, filtersOfCount } from "#shared/campaigns/lists.ts";
import type { CampaignRow, TemplateRow } from "#shared/contract/campaigns.ts";
import { facetsOf } from "../list/facets.ts";
import { listContextOf } from "../list/rows.ts";
import type { Store } from "../store/store.ts";
import { keptCampaigns, keptTemplates, tasksOfTemplate } from "./kept.ts";

type Counts = ReadonlyMap<string, number>;

const countsOf = (store: Store, count: CampaignCount): Counts => {
  const query = { q: "", sort: [], filters: [...filtersOfCount[count]], fields: ["campaign"] };
  const { campaign = [] } = facetsOf(store.db, "tasks", query, listContextOf(store));
  return new Map(campaign.map(({ value, count }) => [value, count]));
};

/** This office's own as they were added, the withdrawn ones last; then those known from tasks alone, by their names. */
export const campaignRows = (store: Store): CampaignRow[] => {
  const [tasks, done, overdue] = [countsOf(store, "tasks"), countsOf(store, "done"), countsOf(store, "overdue")];
  const counted = (name: string) => ({
    tasks: tasks.get(name) ?? 0,
    done: done.get(name) ?? 0,
    overdue: overdue.get(name) ?? 0,
  });
  const kept = keptCampaigns(store);
  const own = kept.map(({ id, facts, withdrawn }) => ({ id, ...facts, ...counted(facts.name), withdrawn }));
  const names = new Set(kept.map(({ facts }) => facts.name));
  const others = [...tasks.keys()]
    .filter((name) => name !== "" && !names.has(name))
    .sort((a, b) => a.localeCompare(b, "zh-CN"))
    .map((name) => ({
      id: null,
      name,
      year: null,
      every: null,
      note: "",
      ...counted(name),
      withdrawn: false,
    }));
  return [...own.filter((row) => !row.withdrawn), ...others, ...own.filter((row) => row.withdrawn)];
};

/** Newest first, the withdrawn ones last. */
export const templateRows = (store: Store): TemplateRow[] => {
  const rows = keptTemplates(store)
    .reverse()
    .map(({ id, facts, withdrawn }) => ({ id, ...facts, tasks: tasksOfTemplate(store, id).length, withdrawn }));
  return [...rows.filter(({ withdrawn }) => !withdrawn), ...rows.filter(({ withdrawn }) => withdrawn)];
};
