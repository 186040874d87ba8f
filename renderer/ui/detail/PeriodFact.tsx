/** A deadline: as it was written, how it is read, how many days are left, its light and why. */
import type { Period } from "#shared/calendar/period.ts";
import type { ReactNode } from "react";
import { useWords } from "../../i18n.ts";
import { daysBetween } from "#shared/calendar/dates.ts";
import { useDates } from "../dates.ts";
import { Light } from "../light/Light.tsx";
import { usePeriodReading } from "./periodReading.ts";

interface PeriodFactProps {
  readonly capability: "tasks" | "issues" | "urgings";
  readonly period: Period;
  readonly due: string | null;
  readonly light: string;
  /** In words: why the light is what it is. */
  readonly why: ReactNode;
  /** The work is done: no countdown any more. */
  readonly over?: boolean;
}

export const PeriodFact = ({ capability, period, due, light, why, over = false }: PeriodFactProps) => {
  const { t } = useWords();
  const { day, today } = useDates();
  const reading = usePeriodReading();
  const days = due === null ? undefined : daysBetween(today, due);
  const countdown = (left: number): string => {
    if (left === 0) return t("app.detail.dueToday");
    return left > 0 ? t("app.detail.daysLeft", { count: left }) : t("app.detail.daysOver", { count: -left });
  };
  return (
    <div className="period-fact">
      <div className="period-line">
        <Light capability={capability} value={light} />
        {days === undefined ? (
          <span className="quiet">{t("app.detail.noDue")}</span>
        ) : (
          <>
            <strong className="figure">{t("app.period.due", { due: day(due) })}</strong>
            {over ? null : <span className="figure">{countdown(days)}</span>}
          </>
        )}
      </div>
      {period.text === "" ? null : (
        <div>
          {period.text}
          <span className="quiet"> · {reading(period)}</span>
        </div>
      )}
      {why === null || why === undefined || why === "" ? null : <div className="quiet">{why}</div>}
    </div>
  );
};
