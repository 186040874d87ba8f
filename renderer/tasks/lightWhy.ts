/** Why a light is what it is, in words (`lights.why.<code>`), with its dates as offices write them. */
import { useCallback } from "react";
import type { TaskDetail } from "#shared/tasks/view.ts";
import { useLooseWord } from "../i18n.ts";
import { useDates } from "../ui/dates.ts";

const isDay = (value: string | number): value is string =>
  typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value);

export const useLightWhy = (): ((reason: TaskDetail["lightReason"]) => string) => {
  const word = useLooseWord();
  const { day } = useDates();
  return useCallback(
    ({ code, params }) => {
      const shown = Object.entries(params).map(([key, value]) => [key, isDay(value) ? day(value) : value] as const);
      return word(`lights.why.${code}`, Object.fromEntries(shown));
    },
    [word, day],
  );
};
