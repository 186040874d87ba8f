/** A moment as a person reads it: by the clock on the wall, to the minute; `--json` gives the log's own. */
import { dayHere } from "#shared/calendar/day-here.ts";

/** `2020-05-19 08:00` for an ISO moment. */
export const momentHere = (iso: string): string => {
  const at = new Date(iso);
  const two = (n: number): string => String(n).padStart(2, "0");
  return `${dayHere(at)} ${two(at.getHours())}:${two(at.getMinutes())}`;
};
