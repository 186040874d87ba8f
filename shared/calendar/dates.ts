/**
 * Calendar days as ISO text and nothing else: no Date objects that carry a zone, so a day typed in a workbook is the
 * same day on every machine. Arithmetic goes through UTC midnight, where every day has 24 hours.
 */

const MS_PER_DAY = 86_400_000;

/** Days between Excel's day 0 in the 1900 system (1899-12-30, its leap-year mistake allowed for) and 1970-01-01. */
const EXCEL_1900_OFFSET = 25_569;
/** The 1904 system of old Macs counts from 1904-01-01, 1462 days later. */
export const DAYS_FROM_1900_TO_1904 = 1462;

/** From here on a year is written with four digits as it is, and `Date.UTC` takes it as it is. */
const firstPlainYear = 1000;

const two = (n: number): string => (n < 10 ? `0${n}` : String(n));

/** `2020, 5, 9` → `2020-05-09`. The parts must be a real day (see `isDay`). */
export const isoOf = (year: number, month: number, day: number): string => `${year}-${two(month)}-${two(day)}`;

/** The number of the month's last day. Month 1–12. */
export const lastDayOf = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

export const isDay = (year: number, month: number, day: number): boolean =>
  month >= 1 && month <= 12 && day >= 1 && day <= lastDayOf(year, month);

/** The day `days` later (earlier when negative). Asked for thousands of times over a list, so most ways lead past a Date. */
export const addDays = (iso: string, days: number): string => {
  const day = Number(iso.slice(8)) + days;
  if (iso.length === 10 && day >= 1 && day <= 28) return iso.slice(0, 8) + two(day);
  const year = Number(iso.slice(0, 4));
  if (year < firstPlainYear)
    return new Date(Date.parse(`${iso}T00:00:00Z`) + days * MS_PER_DAY).toISOString().slice(0, 10);
  const at = new Date(Date.UTC(year, Number(iso.slice(5, 7)) - 1, day));
  const found = at.getUTCFullYear();
  return found >= firstPlainYear && found <= 9999
    ? isoOf(found, at.getUTCMonth() + 1, at.getUTCDate())
    : at.toISOString().slice(0, 10);
};

/** Days from one to the other; negative when the other is earlier. */
export const daysBetween = (from: string, to: string): number =>
  (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / MS_PER_DAY;

/** Monday 1 … Sunday 7. */
export const weekdayOf = (iso: string): number => ((new Date(`${iso}T00:00:00Z`).getUTCDay() + 6) % 7) + 1;

/** An Excel serial of the 1900 system as a day; the time of day is dropped. Undefined outside 1900–2199. */
export const dayOfSerial = (serial: number): string | undefined => {
  const days = Math.floor(serial);
  if (!(days >= 61 && days <= 109_939)) return undefined;
  return new Date((days - EXCEL_1900_OFFSET) * MS_PER_DAY).toISOString().slice(0, 10);
};

/** Serials that a bare number in a period column may be: 2000-01-01 to 2050-12-31. */
export const isPlausibleSerial = (n: number): boolean => n >= 36_526 && n < 55_154;
