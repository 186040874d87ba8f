/** What is to be remembered today: due today, within this ten days, overdue, to be reported on, and extensions that wait. */
import { oc } from "@orpc/contract";
import { z } from "zod";
import { isoDate } from "../calendar/period.ts";
import { reminderLists } from "../reminders/lists.ts";

export const reminderLineSchema = z.object({
  capability: z.enum(["tasks", "issues", "urgings"]),
  id: z.string(),
  no: z.string(),
  title: z.string(),
  due: isoDate.nullable(),
});

export const remindersContract = {
  /** Counts and the first lines of each list. */
  today: oc.input(z.object({ limit: z.number().int().min(0).max(50).default(5) })).output(
    z.object({
      today: isoDate,
      lists: z.array(
        z.object({ list: z.enum(reminderLists), count: z.number().int(), first: z.array(reminderLineSchema) }),
      ),
    }),
  ),
};
