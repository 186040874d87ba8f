/** Days as they were typed: the schema of a day takes any digits, and 2020-02-31 is none that the calendar has. */
import { AppError } from "../errors.ts";
import { isDay } from "./dates.ts";

/** Whether the calendar has this ISO day. */
export const isRealDay = (iso: string): boolean => {
  const [year = 0, month = 0, day = 0] = iso.split("-").map(Number);
  return isDay(year, month, day);
};

/** The day itself. @throws AppError `day-unreal` */
export const realDay = (iso: string): string => {
  if (!isRealDay(iso)) throw new AppError("day-unreal", { day: iso });
  return iso;
};
