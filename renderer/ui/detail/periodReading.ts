/** How the grammar read a deadline, in words, so that the person can see whether it was understood. */
import { useCallback } from "react";
import type { Period } from "#shared/calendar/period.ts";
import { useWords } from "../../i18n.ts";
import { useDates } from "../dates.ts";

export const usePeriodReading = (): ((period: Period) => string) => {
  const { t } = useWords();
  const { day } = useDates();
  return useCallback(
    (period) => {
      const start = day(period.start);
      const due = day(period.due);
      const recurring = (): string => {
        const every = period.every === undefined ? "" : t(`app.period.recurring.${period.every}`);
        if (period.weekday !== undefined) return `${every} ${t(`app.period.weekday.${weekday(period.weekday)}`)}`;
        if (period.tenDay !== undefined) return `${every} ${t(`app.period.tenDay.${tenDay(period.tenDay)}`)}`;
        if (period.day === undefined) return every;
        return `${every} ${period.by === true ? t("app.period.byDay", { day: period.day }) : t("app.period.day", { day: period.day })}`;
      };
      const bare = (): string => {
        switch (period.kind) {
          case "date":
            return t("app.period.date", { start: start === "" ? due : start });
          case "by":
            return t("app.period.by", { due });
          case "recurring":
            return recurring();
          case "immediate":
            return t("app.period.immediate");
          case "ongoing":
            return t("app.period.ongoing");
          case "workdays":
            return t("app.period.workdays", { count: period.workdays ?? 0 });
          case "unknown":
            return period.text === "" ? t("app.period.none") : t("app.period.unknown");
          default:
            return start === "" ? t("app.period.by", { due }) : t("app.period.range", { start, due });
        }
      };
      const alsoOngoing = period.ongoing === true && period.kind !== "ongoing" ? t("app.period.alsoOngoing") : "";
      return bare() + alsoOngoing;
    },
    [t, day],
  );
};

const weekdays = ["1", "2", "3", "4", "5", "6", "7"] as const;
const weekday = (number: number): (typeof weekdays)[number] => weekdays[number - 1] ?? "1";
const tenDays = ["1", "2", "3"] as const;
const tenDay = (number: number): (typeof tenDays)[number] => tenDays[number - 1] ?? "1";
