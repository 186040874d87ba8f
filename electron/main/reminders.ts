/**
 * Reminds once a day: the window says what is due, the decision is made here, since the day of the last one is remembered
 * across restarts. How it is shown is passed in; its words hold counts and nothing else.
 */
import { listsWithAny, type ReminderAsk, type ReminderCounts, whatToDo } from "#shared/reminders/when.ts";
import type { Memory } from "./remembered.ts";
import { fill, type ShellWords } from "./words.ts";

export interface Reminder {
  readonly title: string;
  readonly body: string;
}

export const reminderText = ({ reminder }: ShellWords, counts: ReminderCounts): Reminder => ({
  title: reminder.title,
  body: listsWithAny(counts)
    .map((list) => fill(reminder[list], { count: String(counts[list]) }))
    .join(reminder.between),
});

/** Answers the window's question; true where a reminder was shown. */
export type Remind = (ask: ReminderAsk, words: ShellWords) => boolean;

export const openReminders = (memory: Memory, show: (reminder: Reminder) => void): Remind => {
  // Where nothing can be written to the disk, the day is remembered as long as the program runs.
  let last = memory.recall().remindedOn ?? null;
  return (ask, words) => {
    const what = whatToDo(ask, last);
    if (what === "wait") return false;
    last = ask.day;
    memory.remember({ remindedOn: ask.day });
    if (what === "remind") show(reminderText(words, ask.counts));
    return what === "remind";
  };
};
