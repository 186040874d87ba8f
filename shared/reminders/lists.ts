/**
 * The lists of what is to be remembered, in the order in which they press, each as filters of the one list query: so its
 * count leads to exactly that list, whoever opens it.
 */
import { spanOf } from "../calendar/points.ts";
import type { Filter } from "../list/query.ts";

export const reminderLists = ["overdue", "today", "ten-days", "reports", "extensions"] as const;
export type ReminderList = (typeof reminderLists)[number];

export const remindedCapabilities = ["tasks", "issues", "urgings"] as const;
export type RemindedCapability = (typeof remindedCapabilities)[number];

/** States in which nothing more is asked for by the due date: what was reported in time only waits to be confirmed. */
const settled: Readonly<Record<RemindedCapability, string[]>> = {
  tasks: ["reported-done", "done", "withdrawn"],
  issues: ["awaiting", "closed", "withdrawn"],
  urgings: ["answered", "closed", "withdrawn"],
};

/** The last day of the ten-day period (旬: 1–10, 11–20, 21–month's end) that a day lies in. */
export const endOfTenDays = (day: string): string => {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const part = Math.min(3, Math.ceil(date / 10));
  return spanOf({ unit: "ten-day", year: undefined, month, part }, year)?.due ?? day;
};

const dueBetween = (capability: RemindedCapability, from: string, to: string): Filter[] => [
  { field: "due", op: "from", values: [from] },
  { field: "due", op: "to", values: [to] },
  { field: "state", op: "not-in", values: settled[capability] },
];

type FiltersOf = (capability: RemindedCapability, today: string) => Filter[] | null;

const filtersOf: Readonly<Record<ReminderList, FiltersOf>> = {
  overdue: () => [{ field: "light", op: "in", values: ["overdue"] }],
  today: (capability, today) => dueBetween(capability, today, today),
  "ten-days": (capability, today) => dueBetween(capability, today, endOfTenDays(today)),
  reports: (capability) =>
    capability === "tasks"
      ? [
          { field: "reportDue", op: "filled", values: [] },
          { field: "light", op: "in", values: ["soon", "behind"] },
        ]
      : null,
  extensions: (capability) =>
    capability === "tasks" ? [{ field: "extensionAsked", op: "in", values: ["here"] }] : null,
};

/**
 * The filters of one list; null where a capability has no such thing.
 * - `overdue`: its light says so.
 * - `today`, `ten-days`: due today, or from today to the end of this ten-day period, and not reported done.
 * - `reports`: tasks that last, to be reported on soon or missed the time before.
 * - `extensions`: asked of this office and not answered.
 */
export const reminderFilters = (list: ReminderList, capability: RemindedCapability, today: string): Filter[] | null =>
  filtersOf[list](capability, today);
