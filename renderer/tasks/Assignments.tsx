/**
 * Who has been given the task: how each stands against its own period, whom to ask there, when it was last heard of, and
 * what can be done for it now. Units to which another assigned it on stand indented under that one.
 */
import { EllipsisOutlined } from "@ant-design/icons";
import { Button, Dropdown } from "antd";
import type { TaskStepName } from "#shared/tasks/states.ts";
import type { TaskAssignment, TaskDetail } from "#shared/tasks/view.ts";
import { useWords } from "../i18n.ts";
import { useDates } from "../ui/dates.ts";
import { Light, Why } from "../ui/light/Light.tsx";
import { useLightWhy } from "./lightWhy.ts";
import { Percent } from "./Percent.tsx";
import { RollUpLine } from "./RollUpLine.tsx";
import { formOf } from "./step-forms.ts";
import { openStep } from "./step-target.ts";

/** What an assigned unit's line offers openly, the likeliest first; at most two, for the line to stay one. */
const offeredOpenly: readonly TaskStepName[] = ["confirm", "receive", "progress", "report-done"];
/** The rest, behind the line's menu; answers to an extension stand on top of the page. */
const offeredInMenu: readonly TaskStepName[] = ["arrange", "ask-extension", "refuse", "return", "withdraw"];
const mostOffered = 2;

interface LineProps {
  readonly task: TaskDetail;
  readonly assignment: TaskAssignment;
}

const Acts = ({ task, assignment: { unit, unitName } }: LineProps) => {
  const { t } = useWords();
  const allowed = task.hands.filter((hands) => hands.unit === unit).flatMap(({ steps }) => steps);
  const open = (step: TaskStepName): void => openStep({ step, ids: [task.id], detail: task, unit });
  const shown = offeredOpenly.filter((step) => allowed.includes(step)).slice(0, mostOffered);
  const folded = [...offeredOpenly, ...offeredInMenu].filter((step) => allowed.includes(step) && !shown.includes(step));
  return (
    <span className="task-assignment-acts">
      {shown.map((step) => (
        <Button key={step} size="small" type="link" onClick={() => open(step)}>
          {t(`tasks.act.${step}`)}
        </Button>
      ))}
      {folded.length === 0 ? null : (
        <Dropdown
          trigger={["click"]}
          menu={{
            items: folded.map((step) => ({
              key: step,
              danger: formOf(step).danger === true,
              label: t(`tasks.act.${step}`),
              onClick: () => open(step),
            })),
          }}
        >
          <Button
            size="small"
            type="text"
            icon={<EllipsisOutlined aria-hidden="true" />}
            aria-label={t("tasks.hands.acts", { unit: unitName })}
          />
        </Dropdown>
      )}
    </span>
  );
};

/** Its period where it is its own, its contact, and the last word from it. */
const useLineFacts = (): ((assignment: TaskAssignment) => readonly string[]) => {
  const { t } = useWords();
  const { day } = useDates();
  const dueText = ({ due, hasOwnPeriod, period }: TaskAssignment): string => {
    const until = due === null ? period.text : t("tasks.hands.due", { due: day(due) });
    return hasOwnPeriod && until !== "" ? `${until}${t("tasks.hands.own")}` : until;
  };
  /** An assignment alone is no word from the unit. */
  const heardText = ({ state, lastOn, receivedOn }: TaskAssignment): string => {
    if (state === "issued" || lastOn === null) return t("tasks.hands.silent");
    if (state === "received" && receivedOn !== null) return t("tasks.hands.received", { date: day(receivedOn) });
    return t("tasks.hands.heard", { date: day(lastOn) });
  };
  return (assignment) =>
    [
      dueText(assignment),
      assignment.contact === "" ? "" : t("tasks.hands.contact", { contact: assignment.contact }),
      heardText(assignment),
    ].filter((fact) => fact !== "");
};

const Assignment = ({ task, assignment }: LineProps) => {
  const { t } = useWords();
  const why = useLightWhy();
  const factsOf = useLineFacts();
  const { unitName, state, percent, under, light, lightReason, extension, rollUp } = assignment;
  return (
    <li className={under === null ? undefined : "assigned-on"}>
      <div className="task-part-head">
        <strong>
          {unitName}
          {extension === null ? null : <span className="task-badge">{t("tasks.hands.extension")}</span>}
        </strong>
        <span>{t(`tasks.state.${state}`)}</span>
        <Percent value={percent} />
        {/* Without a figure the light keeps its column. */}
        {percent === null ? <span /> : null}
        {state === "withdrawn" ? null : (
          <Why why={() => Promise.resolve(why(lightReason))}>
            <Light capability="tasks" value={light} />
          </Why>
        )}
      </div>
      <div className="task-part-foot">
        <span className="quiet" title={assignment.period.text}>
          {factsOf(assignment).join(" · ")}
        </span>
        <Acts task={task} assignment={assignment} />
      </div>
      {rollUp === null ? null : <RollUpLine rollUp={rollUp} />}
    </li>
  );
};

export const Assignments = ({ task }: { readonly task: TaskDetail }) => {
  const { t } = useWords();
  if (task.assignments.length === 0)
    return task.subTasks.length > 0 ? null : <p className="quiet">{t("tasks.detail.notAssigned")}</p>;
  return (
    <ul className="task-assignments">
      {task.assignments.map((assignment) => (
        <Assignment key={assignment.unit} task={task} assignment={assignment} />
      ))}
    </ul>
  );
};
