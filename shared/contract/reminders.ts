/** What is to be remembered today: overdue, due today, within this ten days, to be reported on, and extensions that wait. */
import { oc } from "@orpc/contract";
import { z } from "zod";
import { isoDate } from "../calendar/period.ts";
import { filterSchema } from "../list/query.ts";
import { remindedCapabilities, reminderLists } from "../reminders/lists.ts";

export const reminderLineSchema = z.object({
  capability: z.enum(remindedCapabilities),
  id: z.string(),
  no: z.string(),
  title: z.string(),
  due: isoDate.nullable(),
});
export type ReminderLine = z.infer<typeof reminderLineSchema>;

/** One capability's part of a list: `filters` open exactly what was counted. */
export const remindedSchema = z.object({
  capability: z.enum(remindedCapabilities),
  count: z.number().int(),
  filters: z.array(filterSchema),
});

export const remindersTodaySchema = z.object({
  today: isoDate,
  lists: z.array(
    z.object({
      list: z.enum(reminderLists),
      count: z.number().int(),
      parts: z.array(remindedSchema),
      /** Of all parts together, the earliest due first. */
      first: z.array(reminderLineSchema),
    }),
  ),
});
export type RemindersToday = z.infer<typeof remindersTodaySchema>;

export const remindersContract = {
  /** Counts and the first lines of each list. */
  today: oc.input(z.object({ limit: z.number().int().min(0).max(50).default(5) })).output(remindersTodaySchema),
};
