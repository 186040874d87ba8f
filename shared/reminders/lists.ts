/** The lists of what is to be remembered, in the order in which they press. */
export const reminderLists = ["overdue", "today", "ten-days", "reports", "extensions"] as const;
export type ReminderList = (typeof reminderLists)[number];
