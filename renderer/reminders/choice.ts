/** What this computer was told about reminding; kept with the rest of what it remembers. */
import { type ReminderChoice, reminderChoiceSchema, usualReminders } from "#shared/reminders/when.ts";
import { usePreference } from "../preferences.ts";

const readChoice = (stored: unknown): ReminderChoice | undefined => reminderChoiceSchema.safeParse(stored).data;

export const useReminderChoice = () => usePreference("reminders", readChoice, usualReminders);
