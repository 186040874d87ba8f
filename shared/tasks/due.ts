/** When a period is due: from its own dates, from the day of receipt, or not at all. */
import type { Period } from "../calendar/period.ts";

export interface WorkingDays {
  /** 立行立改: working days from the day of receipt (a setting). */
  readonly immediateWorkdays: number;
  /** The day that lies so many working days after another. */
  readonly addWorkdays: (day: string, days: number) => string;
}

/** Null for what has no due date, or none before it is received. Recurring periods have their own rule (occurrences.ts). */
export const dueOf = (period: Period, receivedOn: string | null, working: WorkingDays): string | null => {
  if (period.due !== undefined) return period.due;
  const days = workdaysFromReceipt(period, working.immediateWorkdays);
  return days !== null && receivedOn !== null ? working.addWorkdays(receivedOn, days) : null;
};

/** How many working days from the day of receipt; null when the period does not count from there. */
export const workdaysFromReceipt = (period: Period, immediateWorkdays: number): number | null => {
  if (period.kind === "immediate") return immediateWorkdays;
  return period.kind === "workdays" ? (period.workdays ?? null) : null;
};

/** 长期坚持 is a property of the period: never overdue. */
export const isLasting = (period: Period): boolean => period.kind === "ongoing" || period.ongoing === true;

/** Why there is no due date (`lights.why.<code>`). */
export const whyNoDue = (period: Period): string => {
  if (period.kind === "immediate" || period.kind === "workdays") return "not-received";
  if (isLasting(period)) return "ongoing";
  return period.text === "" ? "no-period" : "unknown-period";
};
