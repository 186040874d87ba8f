/** Today, and how working days are counted, as the pure rules ask for them. */
import { dayHere } from "#shared/calendar/day-here.ts";
import { addWorkdays, isWorkday } from "#shared/calendar/workdays.ts";
import type { WorkingDays } from "#shared/tasks/due.ts";
import { type Shift, shiftTo, unshifted } from "#shared/tasks/shift.ts";
import type { RecurringShift } from "#shared/system/settings.ts";
import type { Finishing } from "../store/projection.ts";
import type { Store } from "../store/store.ts";

export type Clock = WorkingDays & { readonly today: string; readonly shift: Shift };

export const clockOf = ({ today, settings, holidays }: Pick<Finishing, "today" | "settings" | "holidays">): Clock => {
  const table = holidays();
  return {
    today,
    shift: shiftBy(settings().recurringShift, (day) => isWorkday(day, table).works),
    immediateWorkdays: settings().immediateWorkdays,
    addWorkdays: (day, days) => addWorkdays(day, days, table).date,
  };
};

const shiftBy = (where: RecurringShift, works: (day: string) => boolean): Shift =>
  where === "none" ? unshifted : shiftTo(where, works);

/** For those who read records one by one. */
export const clockOfStore = (store: Store): Clock =>
  clockOf({ today: store.today(), settings: () => store.settings(), holidays: () => store.holidays() });

/** The calendar day of a commit where this office is. */
export const dayOfCommit = (at: string): string => dayHere(new Date(at));
