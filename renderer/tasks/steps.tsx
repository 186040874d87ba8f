/** The steps of a task as lines of its time line, newest first: what was said, what comes next, what is in the way, what proves it. */
import type { ReactNode } from "react";
import type { TaskDetail } from "#shared/tasks/view.ts";
import { useWords } from "../i18n.ts";
import type { TimeLineItem } from "../ui/detail/index.ts";
import { useDates } from "../ui/dates.ts";
import { EvidenceFiles } from "../ui/files/index.ts";
import { useUnitName } from "../units/names.ts";

type Step = TaskDetail["steps"][number]["data"];

/** Figures on one line, then what was said of the next step and of difficulties, then the files. */
const useExtra = (): ((step: Step) => ReactNode) => {
  const { t } = useWords();
  const { day } = useDates();
  return ({ percent, occurrence, period, contact, next, difficulty, evidence }) => {
    const figures = [
      ...(percent === undefined ? [] : [`${percent}%`]),
      ...(period === undefined ? [] : [`${t("tasks.assigning.period")} ${period.text}`]),
      ...(contact === undefined ? [] : [t("tasks.hands.contact", { contact })]),
      ...(occurrence === undefined ? [] : [t("tasks.dialog.occurrenceOf", { due: day(occurrence) })]),
    ].join(" · ");
    if (figures === "" && next === undefined && difficulty === undefined && (evidence ?? []).length === 0)
      return undefined;
    return (
      <>
        {figures === "" ? null : <div>{figures}</div>}
        {next === undefined ? null : (
          <div className="step-text">
            <span className="quiet">{t("tasks.dialog.next")}</span> {next}
          </div>
        )}
        {difficulty === undefined ? null : (
          <div className="step-text">
            <span className="quiet">{t("tasks.dialog.difficulty")}</span> {difficulty}
          </div>
        )}
        {evidence === undefined || evidence.length === 0 ? null : <EvidenceFiles files={evidence} counted={false} />}
      </>
    );
  };
};

export const useTimeLine = (): ((task: Pick<TaskDetail, "steps">) => readonly TimeLineItem[]) => {
  const { t } = useWords();
  const unitName = useUnitName();
  const extraOf = useExtra();
  return ({ steps }) =>
    steps
      .map((line): TimeLineItem => {
        const { step, unit, on, text, nothing } = line.data;
        const of = unit === null ? "" : unitName(unit);
        return {
          id: line.id,
          on,
          at: line.at,
          title: [t(`tasks.step.${step}`), of].filter((part) => part !== "").join(" "),
          text: nothing === true && (text ?? "") === "" ? t("tasks.detail.nothing") : text,
          extra: extraOf(line.data),
          office: unitName(line.office),
          onBehalfOf: line.onBehalfOf === null || line.onBehalfOf === unit ? null : unitName(line.onBehalfOf),
          retracted: line.retracted,
          proposed: line.proposed,
          version: line.own ? line.version : undefined,
        };
      })
      .reverse();
};
