/** A whole task on one page beside the list: what it is, until when, in whose hands, what was done, where it came from. */
import { useQuery } from "@tanstack/react-query";
import type { TaskDetail } from "#shared/tasks/view.ts";
import { query } from "../client.ts";
import { RecordActs } from "../exchange/RecordActs.tsx";
import { RecordHistory } from "../history/RecordHistory.tsx";
import { useWords } from "../i18n.ts";
import { useDates } from "../ui/dates.ts";
import { Detail, DetailSection, Facts, Loaded, PeriodFact, TimeLine } from "../ui/detail/index.ts";
import type { BesideList } from "../ui/list/types.ts";
import { Between } from "../ui/marks/Between.tsx";
import { useUnitName } from "../units/names.ts";
import { Assignments } from "./Assignments.tsx";
import { Extensions } from "./Extensions.tsx";
import { useLightWhy } from "./lightWhy.ts";
import { Occurrences } from "./Occurrences.tsx";
import { PeriodChanges } from "./PeriodChanges.tsx";
import { RollUpLine } from "./RollUpLine.tsx";
import { useTimeLine } from "./steps.tsx";
import { ParentLine, SubTasks } from "./SubTasks.tsx";
import { isWorkedHere, TaskActions } from "./TaskActions.tsx";

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

/** What else is to be known of the deadline: another that the task states, holidays beyond the table, what it was before. */
const PeriodRemarks = ({ task }: { readonly task: TaskDetail }) => {
  const { t } = useWords();
  const { day } = useDates();
  const { statedPeriod, beyondTable, reportDue } = task;
  return (
    <>
      {statedPeriod === null || statedPeriod.text === task.period.text ? null : (
        <div className="quiet">{t("tasks.periods.stated", { period: statedPeriod.text })}</div>
      )}
      {reportDue === null ? null : <div>{t("tasks.periods.reportDue", { date: day(reportDue) })}</div>}
      {beyondTable ? <div className="amber-line">{t("tasks.periods.beyond")}</div> : null}
      <PeriodChanges task={task} />
    </>
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
  const { campaignOf } = task;
  const every = campaignOf?.every === undefined ? "" : t(`tasks.campaign.every.${campaignOf.every}`);
  const campaign = [campaignOf?.name ?? "", every].filter((part) => part !== "").join(" · ");
  const facts = [
    { key: "section", label: t("tasks.fields.section"), value: task.section },
    { key: "campaign", label: t("tasks.campaign.label"), value: campaign },
    { key: "measures", label: t("tasks.fields.measures"), value: task.measures },
    { key: "lead", label: t("tasks.fields.lead"), value: named(task.lead) },
    { key: "responsible", label: t("tasks.fields.responsible"), value: named(task.responsible) },
    { key: "support", label: t("tasks.fields.support"), value: named(task.support) },
    { key: "note", label: t("tasks.fields.note"), value: task.note },
  ];
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
      actions={<TaskActions task={task} beside={beside} />}
      onClose={beside.close}
    >
      <Between capability="tasks" record={task}>
        {task.standsIn === null && task.joined.length === 0 ? null : <Joined task={task} />}
      </Between>
      <Extensions task={task} />
      <ParentLine task={task} canPart={isWorkedHere(task)} />
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
        <PeriodRemarks task={task} />
      </DetailSection>
      {facts.every(({ value }) => value === "") ? null : (
        <DetailSection title={t("tasks.detail.facts")}>
          <Facts facts={facts} />
        </DetailSection>
      )}
      <DetailSection title={t("tasks.detail.assignments")}>
        {task.rollUp === null ? null : <RollUpLine rollUp={task.rollUp} />}
        <Assignments task={task} />
      </DetailSection>
      {task.subTasks.length === 0 ? null : (
        <DetailSection title={t("tasks.parts.title")}>
          <SubTasks task={task} />
        </DetailSection>
      )}
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
