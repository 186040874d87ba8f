/** How a meeting is called where it was given no name of its own, and whom it looked at. */
import { useCallback } from "react";
import { useWords } from "../i18n.ts";

interface Called {
  readonly month: string;
  readonly title: string;
}

const partsOf = (month: string): { year: number; month: number } => {
  const [year = 0, number = 0] = month.split("-").map(Number);
  return { year, month: number };
};

export const useMeetingTitle = (): ((meeting: Called) => string) => {
  const { t } = useWords();
  return useCallback(({ title, month }) => (title === "" ? t("dispatch.usualTitle", partsOf(month)) : title), [t]);
};

export const useMonthText = (): ((month: string) => string) => {
  const { t } = useWords();
  return useCallback((month) => t("dispatch.month", partsOf(month)), [t]);
};
