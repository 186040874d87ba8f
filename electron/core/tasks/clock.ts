/** Today, and how working days are counted, as the pure rules ask for them. */
import { dayHere } from "#shared/calendar/day-here.ts";
import { addWorkdays } from "#shared/calendar/workdays.ts";
import type { WorkingDays } from "#shared/tasks/due.ts";
import type { Finishing } from "../store/projection.ts";
import type { Store } from "../store/store.ts";

export type Clock = WorkingDays & { readonly today: string };

export const clockOf = ({ today, settings, holidays }: Pick<Finishing, "today" | "settings" | "holidays">): Clock => {
  const table = holidays();
  return {
    today,
    immediateWorkdays: settings().immediateWorkdays,
    addWorkdays: (day, days) => addWorkdays(day, days, table).date,
  };
};

/** For those who read records one by one. */
export const clockOfStore = (store: Store): Clock =>
  clockOf({ today: store.today(), settings: () => store.settings(), holidays: () => store.holidays() });

/** The calendar day of a commit where this office is. */
export const dayOfCommit = (at: string): string => dayHere(new Date(at));
