/**
 * Where a task's bar lies, in ten-day columns from the year's beginning, so that drawing it anew at another width needs
 * the style sheet alone.
 */
import { placeAfterDay, placeOfDay, tenDaysOfYear } from "#shared/board/ten-days.ts";
import type { BoardSpan } from "#shared/board/span.ts";

export interface BarPlace {
  /** `deadline`: a day by which, without a beginning; `lasting`: no end. */
  readonly shape: "span" | "deadline" | "lasting";
  readonly left: number;
  readonly width: number;
  /** It goes on before or after the year. */
  readonly before: boolean;
  readonly after: boolean;
}

/** Null where nothing is to be drawn, or only single dues. */
export const barPlaceOf = ({ from, to, before, after, lasting }: BoardSpan): BarPlace | null => {
  if (from === null && to === null && !before && !after) return null;
  const end = to === null ? (after ? tenDaysOfYear : null) : placeAfterDay(to);
  if (end === null) return null;
  // What lasts goes on by a line of its own.
  const goesOn = after && !lasting;
  if (from === null && !before && to !== null) {
    const left = Math.max(0, end - 1);
    return { shape: "deadline", left, width: end - left, before: false, after: goesOn };
  }
  const left = from === null ? 0 : placeOfDay(from);
  return { shape: to === null && lasting ? "lasting" : "span", left, width: end - left, before, after: goesOn };
};
