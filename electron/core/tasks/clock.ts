/** Today, and how working days are counted, as the pure rules ask for them. */
import { addDays, weekdayOf } from "#shared/calendar/dates.ts";
import type { WorkingDays } from "#shared/tasks/due.ts";
import type { Finishing } from "../store/projection.ts";

export const clockOf = ({ today, settings }: Finishing): WorkingDays & { today: string } => ({
  today,
  immediateWorkdays: settings().immediateWorkdays,
  addWorkdays,
});

const addWorkdays = (day: string, days: number): string => {
  let at = day;
  for (let left = days; left > 0;) {
    at = addDays(at, 1);
    if (weekdayOf(at) <= 5) left -= 1;
  }
  return at;
};

/** The calendar day of a commit where this office is. */
export const dayOfCommit = (at: string): string => {
  const moment = new Date(at);
  const two = (n: number): string => String(n).padStart(2, "0");
  return `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;
};
