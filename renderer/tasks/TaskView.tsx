/** A whole task on one page beside the list: what it is, until when, in whose hands, what was done, where it came from. */
import { Button, Dropdown } from "antd";
import { useQuery } from "@tanstack/react-query";
import { Fragment, useCallback } from "react";
import type { TaskStepName } from "#shared/tasks/states.ts";
import type { TaskDetail } from "#shared/tasks/view.ts";
import { client, query } from "../client.ts";
import { RecordActs } from "../exchange/RecordActs.tsx";
import { RecordHistory } from "../history/RecordHistory.tsx";
import { useWords } from "../i18n.ts";
import { useDates } from "../ui/dates.ts";
import { Detail, DetailSection, Facts, Loaded, PeriodFact, TimeLine } from "../ui/detail/index.ts";
import type { BesideList } from "../ui/list/types.ts";
import { Between } from "../ui/marks/Between.tsx";
import { useAct } from "../ui/toast/act.ts";
import { useUnitName } from "../units/names.ts";
import { Assignments } from "./Assignments.tsx";
import { useLightWhy } from "./lightWhy.ts";
import { Occurrences } from "./Occurrences.tsx";
import { formOf, handsFor, offeredSteps } from "./step-forms.ts";
import { openStep } from "./step-target.ts";
import { useTimeLine } from "./steps.ts";
import { useStepKeys } from "./useStepKeys.ts";

/** Notes at once that there is nothing new to report, for the first hands that the task is in. */
const useNothing = (task: TaskDetail): (() => void) => {
  const { t } = useWords();
  const { today } = useDates();
  const act = useAct();
  return useCallback(() => {
    const [hands] = handsFor("progress", task.hands);
    if (hands === undefined) return;
    const text = t("tasks.detail.nothing");
    const step = { step: "progress" as const, unit: hands.unit, on: today, text };
    void act(() => client.tasks.step({ ids: [task.id], step }), t("tasks.done.progress", { count: 1 }));
  }, [act, t, task, today]);
};

/** Steps that take back or end: behind 'more', so that they are not pressed by the way. */
const isFolded = (step: TaskStepName): boolean => formOf(step).danger === true;

const Actions = ({ task, beside }: { readonly task: TaskDetail; readonly beside: BesideList }) => {
  const { t } = useWords();
  const nothing = useNothing(task);
  useStepKeys(task, nothing);
  const offered = offeredSteps(task);
  const open = (step: TaskStepName): void => openStep({ step, ids: [task.id], detail: task });
  const [first] = offered;
  const folded = offered.filter(isFolded);
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
      {task.archivedWhy !== null || task.standsIn !== null ? null : (
        <Button size="small" title="E" aria-keyshortcuts="E" onClick={() => beside.edit(task.id)}>
          {t("tasks.act.edit")}
        </Button>
      )}
      {folded.length === 0 ? null : (
        <Dropdown
          trigger={["click"]}
          menu={{
            items: folded.map((step) => ({
              key: step,
              danger: true,
              label: t(`tasks.act.${step}`),
              extra: formOf(step).letter,
              onClick: () => open(step),
            })),
          }}
        >
          <Button size="small">{t("tasks.act.more")}</Button>
        </Dropdown>
      )}
    </>
  );
};

/** EX8a: what stands for this one, or for what this one stands. */
const Joined = ({ task: { standsIn, joined } }: { readonly task: TaskDetail }) => {
  const { t } = useWords();
  if (standsIn !== null)
    return (
      <p>
        <a href={`#/tasks/${encodeURIComponent(standsIn.id)}`}>
          {t("tasks.detail.joinedInto", { title: standsIn.title, office: standsIn.office })}
        </a>
      </p>
    );
  return (
    <p>
      {t("tasks.detail.joinedHere")}{" "}
      {joined.map(({ id, title, office }) => (
        <a key={id} className="joined-task" href={`#/tasks/${encodeURIComponent(id)}`}>
          {t("tasks.detail.joinedOne", { title, office })}
        </a>
      ))}
    </p>
  );
};

const Whole = ({ task, beside }: { readonly task: TaskDetail; readonly beside: BesideList }) => {
  const { t } = useWords();
  const unitName = useUnitName();
  const why = useLightWhy();
  const timeLine = useTimeLine();
  const named = (units: readonly string[]): string => units.map(unitName).join("、");
  const origin =
    task.origin === null
      ? t("tasks.detail.byHand")
      : t("app.detail.originText", { file: task.origin.fileName, sheet: task.origin.sheet, row: task.origin.row });
  const extra = Object.entries(task.extra).map(([label, value]) => ({ key: label, label, value }));

  return (
    <Detail
      title={task.title}
      over={[
        task.no,
        t(`tasks.state.${task.state}`),
        task.percent === null ? "" : `${task.percent}%`,
        task.marks.includes("foreign") ? t("app.between.owner", { office: unitName(task.owner) }) : "",
      ]
        .filter((part) => part !== "")
        .join(" · ")}
      actions={<Actions task={task} beside={beside} />}
      onClose={beside.close}
    >
      <Between capability="tasks" record={task}>
        {task.standsIn === null && task.joined.length === 0 ? null : <Joined task={task} />}
      </Between>
      {task.withdrawnReason === null ? null : (
        <p className="task-withdrawn">{t("tasks.detail.withdrawn", { reason: task.withdrawnReason })}</p>
      )}
      <DetailSection title={t("app.detail.period")}>
        <PeriodFact
          capability="tasks"
          period={task.period}
          due={task.due}
          light={task.light}
          why={why(task.lightReason)}
          over={task.state === "done" || task.state === "withdrawn"}
        />
      </DetailSection>
      <DetailSection title={t("tasks.detail.facts")}>
        <Facts
          facts={[
            { key: "section", label: t("tasks.fields.section"), value: task.section },
            { key: "measures", label: t("tasks.fields.measures"), value: task.measures },
            { key: "lead", label: t("tasks.fields.lead"), value: named(task.lead) },
            { key: "responsible", label: t("tasks.fields.responsible"), value: named(task.responsible) },
            { key: "support", label: t("tasks.fields.support"), value: named(task.support) },
            { key: "note", label: t("tasks.fields.note"), value: task.note },
          ]}
        />
      </DetailSection>
      <DetailSection title={t("tasks.detail.assignments")}>
        <Assignments task={task} />
      </DetailSection>
      {task.occurrences.length === 0 ? null : (
        <DetailSection title={t("tasks.detail.occurrences")}>
          <Occurrences task={task} />
        </DetailSection>
      )}
      <DetailSection title={t("app.detail.timeLine")}>
        <TimeLine items={[...timeLine(task)]} />
      </DetailSection>
      {extra.length === 0 ? null : (
        <DetailSection title={t("tasks.detail.extra")}>
          <Facts facts={extra} />
        </DetailSection>
      )}
      <DetailSection title={t("app.detail.origin")}>
        <p className="quiet">{origin}</p>
      </DetailSection>
      <DetailSection title={t("app.detail.history")}>
        <RecordHistory capability="tasks" entries={task.history} />
      </DetailSection>
      <RecordActs record={task.id} title={task.title} joined={task.standsIn !== null} />
    </Detail>
  );
};

export const TaskView = ({ id, beside }: { readonly id: string; readonly beside: BesideList }) => {
  const result = useQuery(query.tasks.get.queryOptions({ input: { id } }));
  return (
    <Loaded result={result} onClose={beside.close}>
      {(task) => <Whole task={task} beside={beside} />}
    </Loaded>
  );
};
