/** What a form that was sent waits for. */
import type { FormRow } from "#shared/forms/view.ts";
import { daysBetween } from "#shared/calendar/dates.ts";

export const isWaiting = ({ withdrawn, takenOn }: FormRow): boolean => !withdrawn && takenOn === null;

/** The last day counts as in time. */
export const isOverdue = (row: FormRow, today: string): boolean =>
  isWaiting(row) && row.backBy !== null && row.backBy < today;

export const daysOverdue = ({ backBy }: FormRow, today: string): number =>
  backBy === null ? 0 : -daysBetween(today, backBy);
