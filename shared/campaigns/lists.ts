/** The lists that a campaign's counts lead to, as filters of the one list query: what is counted is what is opened. */
import type { Filter } from "../list/query.ts";

export type CampaignCount = "tasks" | "done" | "overdue";

/** Which of a campaign's tasks a count is of. Withdrawn ones count nowhere. */
export const filtersOfCount: Readonly<Record<CampaignCount, readonly Filter[]>> = {
  tasks: [{ field: "state", op: "not-in", values: ["withdrawn"] }],
  done: [{ field: "state", op: "in", values: ["done"] }],
  overdue: [{ field: "light", op: "in", values: ["overdue"] }],
};

/** The filters under which the task list shows exactly what was counted. */
export const campaignFilters = (name: string, count: CampaignCount): Filter[] => [
  { field: "campaign", op: "in", values: [name] },
  ...filtersOfCount[count],
];
