/** Dates and figures as offices write them: 5月19日, the year only when it differs from today's. */
import { useCallback } from "react";
import type { TFunction } from "i18next";
import { dayHere } from "#shared/calendar/day-here.ts";
import type { Language } from "#shared/translations/index.ts";
import { useToday } from "../client.ts";
import { useWords } from "../i18n.ts";

const monthNames = ["Jan", "Feb", "Mar", "Apr", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec"] as const;

/** An ISO date in words; an empty text for none. */
export const dayText = (t: TFunction, iso: string | null | undefined, today: string): string => {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso ?? "") ?? [];
  if (year === undefined || month === undefined || day === undefined) return "";
  const parts = { year, month: Number(month), day: Number(day), monthName: monthNames[Number(month) - 1] ?? "" };
  return year === today.slice(0, 4) ? t("app.date.day", parts) : t("app.date.dayOfYear", parts);
};

const twoDigits = (value: number): string => String(value).padStart(2, "0");

/** A moment (ISO with zone) as the clock on the wall here reads it. */
export const momentText = (t: TFunction, iso: string | null | undefined, today: string): string => {
  const at = new Date(iso ?? "");
  if (Number.isNaN(at.getTime())) return "";
  const day = dayHere(at);
  const time = `${twoDigits(at.getHours())}:${twoDigits(at.getMinutes())}`;
  return day === today ? t("app.date.today", { time }) : t("app.date.time", { day: dayText(t, day, today), time });
};

export interface DateWords {
  readonly day: (iso: string | null | undefined) => string;
  readonly moment: (iso: string | null | undefined) => string;
  readonly today: string;
}

export const useDates = (): DateWords => {
  const { t } = useWords();
  const today = useToday();
  return {
    day: useCallback((iso) => dayText(t, iso, today), [t, today]),
    moment: useCallback((iso) => momentText(t, iso, today), [t, today]),
    today,
  };
};

/** 1,234 in either language. */
export const numberText = (value: number, language: Language): string => value.toLocaleString(language);

/** 12.3 MB */
export const sizeText = (bytes: number): string => {
  const units = ["B", "KB", "MB", "GB"] as const;
  const power = bytes < 1 ? 0 : Math.min(Math.floor(Math.log(bytes) / Math.log(1024)), units.length - 1);
  const value = bytes / 1024 ** power;
  return `${value.toFixed(power === 0 || value >= 100 ? 0 : 1)} ${units[power] ?? "B"}`;
};
