/**
 * Days around the day of loading, so that the lights of a fresh demonstration are alive whenever it is opened, and the
 * words for them as a list would write them.
 */
import { addDays } from "../calendar/dates.ts";
import type { Day } from "./types.ts";

export type AroundToday = {
  readonly today: Day;
  /** The day so many days from today. */
  readonly day: (days: number) => Day;
  /** 2026年11月24日前, the day so many days from today. */
  readonly by: (days: number) => string;
  /** 2026年11月2日至11月24日 */
  readonly between: (from: number, to: number) => string;
};

const parts = (day: Day): readonly [number, number, number] => [
  Number(day.slice(0, 4)),
  Number(day.slice(5, 7)),
  Number(day.slice(8, 10)),
];

export const aroundToday = (today: Day): AroundToday => {
  const day = (days: number): Day => addDays(today, days);
  const written = (days: number): string => {
    const [year, month, date] = parts(day(days));
    return `${year}年${month}月${date}日`;
  };
  return { today, day, by: (days) => `${written(days)}前`, between: (from, to) => `${written(from)}至${written(to)}` };
};
