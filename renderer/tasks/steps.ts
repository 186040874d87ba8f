/** The steps of a task as lines of its time line, newest first. */
import type { TaskDetail } from "#shared/tasks/view.ts";
import { useWords } from "../i18n.ts";
import type { TimeLineItem } from "../ui/detail/index.ts";
import { useDates } from "../ui/dates.ts";
import { useUnitName } from "../units/names.ts";

export const useTimeLine = (): ((task: Pick<TaskDetail, "steps">) => readonly TimeLineItem[]) => {
  const { t } = useWords();
  const { day } = useDates();
  const unitName = useUnitName();
  return ({ steps }) =>
    steps
      .map((line): TimeLineItem => {
        const { step, unit, on, text, percent, occurrence } = line.data;
        const figures = [
          ...(percent === undefined ? [] : [`${percent}%`]),
          ...(occurrence === undefined ? [] : [t("tasks.dialog.occurrenceOf", { due: day(occurrence) })]),
        ].join(" · ");
        const of = unit === null ? "" : unitName(unit);
        return {
          id: line.id,
          on,
          at: line.at,
          title: [t(`tasks.step.${step}`), of].filter((part) => part !== "").join(" "),
          text,
          extra: figures === "" ? undefined : figures,
          office: unitName(line.office),
          onBehalfOf: line.onBehalfOf === null || line.onBehalfOf === unit ? null : unitName(line.onBehalfOf),
          retracted: line.retracted,
          proposed: line.proposed,
          version: line.own ? line.version : undefined,
        };
      })
      .reverse();
};
