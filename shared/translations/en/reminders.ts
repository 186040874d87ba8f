/** Reminders: overdue, due today, due within these ten days, to be reported on, extensions to answer. */
import type { Translated } from "../translated.ts";
import type { reminders as chinese } from "../zh-CN/reminders.ts";

export const reminders = {
  title: "Today",
  openList: "Open the list",
  of: {
    tasks: "Task",
    issues: "Issue",
    urgings: "Urging",
  },
  until: "until {{day}}",
  lists: {
    overdue: "Overdue",
    today: "Due today",
    "ten-days": "Due in these ten days",
    reports: "To report on",
    extensions: "Extensions",
  },
  none: {
    overdue: "Nothing is overdue.",
    today: "Nothing is due today.",
    "ten-days": "Nothing is due within these ten days.",
    reports: "No lasting task has to be reported on yet.",
    extensions: "No extension waits for an answer.",
  },
  settings: {
    title: "Reminders",
    link: "Reminder settings",
    ofThisComputer:
      "For this computer alone. Notifications hold numbers and nothing else: no words of tasks, no personal data.",
    on: "Daily notification",
    onHint: "Once a day: when the program is opened, or at the set time while it stays open. Off: never.",
    at: "Time of the notification",
    atHint: "Not repeated on a day that was told of already.",
    badge: "Badge on the icon",
    badgeHint: "How many are overdue, due today, to be reported on, or waiting for an extension to be answered.",
  },
} as const satisfies Translated<typeof chinese>;
