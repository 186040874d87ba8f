/**
 * Where an issue stands against its limit, as a countdown that can be read out. Overdue is derived, never stored: the
 * limit is past and completion was not reported by then (domain.md); what was reported in time but is not yet
 * verified is not overdue. Dates are ISO days, and the last day counts as in time.
 */
import type { IssueDetail } from "#shared/issues/view.ts";

export type Standing =
  | { readonly is: "none" }
  | { readonly is: "left" | "over"; readonly days: number }
  | { readonly is: "today" }
  | { readonly is: "doneInTime"; readonly on: string }
  | { readonly is: "doneLate"; readonly on: string; readonly days: number };

const dayLength = 86_400_000;

/** Calendar days from one ISO date to another; negative when it lies before. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / dayLength);

type Judged = Pick<IssueDetail, "due" | "doneOn" | "closedOn" | "state">;

/** The standing of an issue on `today`; a withdrawn issue and one without a date have none. */
export const standingOf = ({ due, doneOn, closedOn, state }: Judged, today: string): Standing => {
  if (due === null || state === "withdrawn") return { is: "none" };
  const finished = state === "awaiting" || state === "closed" ? (doneOn ?? closedOn) : null;
  if (finished !== null) {
    const late = daysBetween(due, finished);
    return late > 0 ? { is: "doneLate", on: finished, days: late } : { is: "doneInTime", on: finished };
  }
  if (state === "closed") return { is: "none" };
  const left = daysBetween(today, due);
  if (left === 0) return { is: "today" };
  return left > 0 ? { is: "left", days: left } : { is: "over", days: -left };
};
