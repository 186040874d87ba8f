/**
 * When this computer reminds: once a day, at the start of the program or at the set time where it runs through, and not
 * at all where it was silenced. The clock and what was done before are passed in; whoever asks does the rest.
 */
import { z } from "zod";
import { isoDate } from "../calendar/period.ts";
import { type ReminderList, reminderLists } from "./lists.ts";

const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const count = z.number().int().min(0).max(9_999_999);

/** What this computer was told about reminding: kept in its preferences, nobody's record. */
export const reminderChoiceSchema = z.object({
  /** False: silenced. */
  on: z.boolean(),
  /** The time of day, `08:30`. */
  at: clockTime,
  badge: z.boolean(),
});
export type ReminderChoice = z.infer<typeof reminderChoiceSchema>;

export const usualReminders: ReminderChoice = { on: true, at: "08:30", badge: true };

/** How many stand in each list. Counts alone: a notification lies open for whoever passes the screen. */
export const reminderCountsSchema = z.object({
  overdue: count,
  today: count,
  "ten-days": count,
  reports: count,
  extensions: count,
} satisfies Record<ReminderList, typeof count>);
export type ReminderCounts = z.infer<typeof reminderCountsSchema>;

/** What the window asks main: the moment, what was chosen, and what there is. */
export const reminderAskSchema = z.object({
  day: isoDate,
  time: clockTime,
  /** The program has just been started. */
  starting: z.boolean(),
  choice: reminderChoiceSchema,
  counts: reminderCountsSchema,
});
export type ReminderAsk = z.infer<typeof reminderAskSchema>;

/**
 * What presses: the number that the badge shows. What is due later in the ten days is told and not counted here, and
 * what is due today stands in both lists.
 */
export const pressing = ({ overdue, today, reports, extensions }: ReminderCounts): number =>
  overdue + today + reports + extensions;

/** The lists that have something in them, in the order in which they press. */
export const listsWithAny = (counts: ReminderCounts): ReminderList[] =>
  reminderLists.filter((list) => counts[list] > 0);

/**
 * @param last the day on which this computer reminded last; null: never
 * @returns `remind`: show it, and remember the day; `remember`: the set time came and there was nothing, so that the day is
 *   over; `wait`: not now
 */
export const whatToDo = (ask: ReminderAsk, last: string | null): "remind" | "remember" | "wait" => {
  const { day, time, starting, choice, counts } = ask;
  const isTime = time >= choice.at;
  if (!choice.on || last === day || !(starting || isTime)) return "wait";
  if (listsWithAny(counts).length > 0) return "remind";
  return isTime ? "remember" : "wait";
};
