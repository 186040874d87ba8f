/** When the day turns, what depends on today (current occurrences, lights) is judged anew, and the window is told. */
import { refreshDay } from "../tasks/refresh-day.ts";
import type { Program } from "../program.ts";
import { tellDayTurned } from "./watch.ts";

const minute = 60_000;

/** Looks once a minute, since a sleeping computer wakes at any time. Returns how to stop. */
export const atEachMidnight = (program: Program): (() => void) => {
  let day = program.store.today();
  const timer = setInterval(() => {
    const today = program.store.today();
    if (today === day) return;
    day = today;
    refreshDay(program.store);
    tellDayTurned(program);
  }, minute);
  timer.unref();
  return () => clearInterval(timer);
};
