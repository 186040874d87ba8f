/** Today, and how working days are counted, as the pure rules ask for them. */
import { isoOf } from "#shared/calendar/dates.ts";
import { addWorkdays, type HolidayTable } from "#shared/calendar/workdays.ts";
import { settingsRecordId } from "#shared/system/settings.ts";
import type { WorkingDays } from "#shared/tasks/due.ts";
import type { Finishing } from "../store/projection.ts";

export const clockOf = ({ db, today, settings }: Finishing): WorkingDays & { today: string } => {
  const row = db
    .prepare("SELECT value FROM facts JOIN records USING (rid) WHERE records.id = ? AND unit = 'holidays'")
    .get(settingsRecordId) as { value: string } | undefined;
  const holidays = row ? (JSON.parse(row.value) as HolidayTable) : undefined;
  return {
    today,
    immediateWorkdays: settings().immediateWorkdays,
    addWorkdays: (day, days) => addWorkdays(day, days, holidays).date,
  };
};

/** The calendar day of a commit where this office is. */
export const dayOfCommit = (at: string): string => {
  const moment = new Date(at);
  return isoOf(moment.getFullYear(), moment.getMonth() + 1, moment.getDate());
};
