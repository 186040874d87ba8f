/** What is to be remembered today, counted by the one list query over tasks, issues and urgings. */
import type { ReminderLine, RemindersToday } from "#shared/contract/reminders.ts";
import type { Filter } from "#shared/list/query.ts";
import {
  type RemindedCapability,
  remindedCapabilities,
  reminderFilters,
  type ReminderList,
  reminderLists,
} from "#shared/reminders/lists.ts";
import { listShapes } from "../list/fields.ts";
import { type Capability, countRows, listContextOf, pageOf } from "../list/rows.ts";
import type { Store } from "../store/store.ts";

/** Counts of each list, and its first `limit` lines. */
export const remindersToday = (store: Store, limit: number): RemindersToday => ({
  today: store.today(),
  lists: reminderLists.map((list) => listOf(store, list, limit)),
});

const hasList = (capability: RemindedCapability): capability is RemindedCapability & Capability =>
  Object.hasOwn(listShapes, capability);

const listOf = (store: Store, list: ReminderList, limit: number): RemindersToday["lists"][number] => {
  const context = listContextOf(store);
  const parts = remindedCapabilities.filter(hasList).flatMap((capability) => {
    const filters = reminderFilters(list, capability, context.today);
    if (filters === null) return [];
    return [{ capability, filters, count: countRows(store.db, capability, { q: "", filters }, context) }];
  });
  const first = parts
    .filter(({ count }) => count > 0)
    .flatMap(({ capability, filters }) => linesOf(store, list, capability, filters, limit))
    .sort(byDue)
    .slice(0, limit);
  return { list, count: parts.reduce((sum, { count }) => sum + count, 0), parts, first };
};

const byDue = (a: ReminderLine, b: ReminderLine): number => (a.due ?? "9999").localeCompare(b.due ?? "9999");

const linesOf = (
  store: Store,
  list: ReminderList,
  capability: RemindedCapability & Capability,
  filters: Filter[],
  limit: number,
): ReminderLine[] => {
  if (limit === 0) return [];
  const query = { q: "", filters, sort: [{ field: sortOf[list], dir: "asc" as const }], offset: 0, limit };
  return pageOf(store.db, capability, query, listContextOf(store)).map((row) => ({
    capability,
    id: row.id,
    no: "number" in row ? row.number : row.no,
    title: row.title,
    due: list === "reports" && "reportDue" in row ? row.reportDue : row.due,
  }));
};

const sortOf: Readonly<Record<ReminderList, string>> = {
  overdue: "due",
  today: "due",
  "ten-days": "due",
  reports: "reportDue",
  extensions: "due",
};
