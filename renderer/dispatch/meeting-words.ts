/** How a meeting is called where it was given no name of its own, and whom it looked at. */
import { useCallback } from "react";
import { monthParts } from "#shared/dispatch/month.ts";
import { useWords } from "../i18n.ts";

interface Called {
  readonly month: string;
  readonly title: string;
}

export const useMeetingTitle = (): ((meeting: Called) => string) => {
  const { t } = useWords();
  return useCallback(({ title, month }) => (title === "" ? t("dispatch.usualTitle", monthParts(month)) : title), [t]);
};

export const useMonthText = (): ((month: string) => string) => {
  const { t } = useWords();
  return useCallback((month) => t("dispatch.month", monthParts(month)), [t]);
};
