/** What can be done with the open task, by button and by letter: its steps, breaking it down, changing it; the rest behind 'more'. */
import { Button, Dropdown } from "antd";
import { Fragment } from "react";
import type { TaskStepName } from "#shared/tasks/states.ts";
import type { TaskDetail } from "#shared/tasks/view.ts";
import { client } from "../client.ts";
import { useWords } from "../i18n.ts";
import { useDates } from "../ui/dates.ts";
import type { BesideList } from "../ui/list/types.ts";
import { useAct } from "../ui/toast/act.ts";
import { openUrging } from "../urgings/targets.ts";
import { formOf, handsFor, offeredSteps } from "./step-forms.ts";
import { openParts, openStep } from "./step-target.ts";
import { letters, useStepKeys } from "./useStepKeys.ts";
import { useUrging } from "./useUrging.ts";

/** It is this office's to work with: neither left behind (EX10) nor stood for by another (EX8a), and not over. */
export const isWorkedHere = ({ archivedWhy, standsIn, withdrawn }: TaskDetail): boolean =>
  archivedWhy === null && standsIn === null && !withdrawn;

/** Notes at once that there is nothing new to report, for the first hands that the task is in. */
const useNothing = (task: TaskDetail): (() => void) => {
  const { t } = useWords();
  const { today } = useDates();
  const act = useAct();
  return () => {
    const [hands] = handsFor("progress", task.hands);
    if (hands === undefined) return;
    const step = { step: "progress" as const, unit: hands.unit, on: today, nothing: true };
    void act(() => client.tasks.step({ ids: [task.id], step }), t("tasks.done.progress", { count: 1 }));
  };
};

/** Steps that take back or end, and those seldom taken: behind 'more', so that they are not pressed by the way. */
const isFolded = (step: TaskStepName): boolean => formOf(step).danger === true || formOf(step).folded === true;

interface TaskActionsProps {
  readonly task: TaskDetail;
  readonly beside: BesideList;
}

export const TaskActions = ({ task, beside }: TaskActionsProps) => {
  const { t } = useWords();
  const nothing = useNothing(task);
  const urge = useUrging();
  const canBreak = isWorkedHere(task);
  const breakDown = (): void => openParts({ kind: "break", detail: task });
  useStepKeys(task, { onNothing: nothing, onBreak: canBreak ? breakDown : undefined, onUrge: () => urge(task.id) });
  // Answers to an extension stand with what was asked, on top of the page.
  const offered = offeredSteps(task).filter((step) => step !== "grant-extension" && step !== "refuse-extension");
  const open = (step: TaskStepName): void => openStep({ step, ids: [task.id], detail: task });
  const [first] = offered;
  const ids = [task.id];
  const folded = [
    ...offered.filter(isFolded).map((step) => ({
      key: step,
      danger: formOf(step).danger === true,
      label: t(`tasks.act.${step}`),
      extra: formOf(step).letter,
      onClick: () => open(step),
    })),
    { key: "urge", label: t("tasks.urging.act"), extra: letters.urge, onClick: () => urge(task.id) },
    ...(canBreak
      ? [
          {
            key: "issue-urging",
            label: t("urgings.list.add"),
            onClick: () => openUrging({ kind: "issue", task: { id: task.id, title: task.title } }),
          },
        ]
      : []),
    ...(canBreak
      ? [
          { key: "join", label: t("tasks.parting.into"), onClick: () => openParts({ kind: "join", ids }) },
          { key: "campaign", label: t("tasks.campaign.act"), onClick: () => openParts({ kind: "campaign", ids }) },
        ]
      : []),
  ];
  return (
    <>
      {offered
        .filter((step) => !isFolded(step))
        .map((step) => (
          <Fragment key={step}>
            <Button
              size="small"
              type={step === first ? "primary" : "default"}
              title={formOf(step).letter}
              aria-keyshortcuts={formOf(step).letter}
              onClick={() => open(step)}
            >
              {t(`tasks.act.${step}`)}
            </Button>
            {step === "progress" ? (
              <Button size="small" title="Shift+P" aria-keyshortcuts="Shift+P" onClick={nothing}>
                {t("tasks.act.nothing")}
              </Button>
            ) : null}
          </Fragment>
        ))}
      {canBreak ? (
        <>
          <Button size="small" title={letters.break} aria-keyshortcuts={letters.break} onClick={breakDown}>
            {t("tasks.breaking.act")}
          </Button>
          <Button size="small" title="E" aria-keyshortcuts="E" onClick={() => beside.edit(task.id)}>
            {t("tasks.act.edit")}
          </Button>
        </>
      ) : null}
      <Dropdown trigger={["click"]} menu={{ items: folded }}>
        <Button size="small">{t("tasks.act.more")}</Button>
      </Dropdown>
    </>
  );
};
