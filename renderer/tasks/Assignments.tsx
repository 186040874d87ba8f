/** Who has been given the task, how far each has come, and what can be done for each now. */
import { Button } from "antd";
import type { TaskStepName } from "#shared/tasks/states.ts";
import type { TaskDetail } from "#shared/tasks/view.ts";
import { useWords } from "../i18n.ts";
import { useDates } from "../ui/dates.ts";
import { Percent } from "./Percent.tsx";
import { openStep } from "./step-target.ts";

/** What an assigned unit's line offers, the likeliest first; at most two, for the line to stay one. */
const offeredToUnit: readonly TaskStepName[] = ["confirm", "receive", "progress", "report-done"];
const mostOffered = 2;

export const Assignments = ({ task }: { readonly task: TaskDetail }) => {
  const { t } = useWords();
  const { day } = useDates();
  if (task.assignments.length === 0) return <p className="quiet">{t("tasks.detail.notAssigned")}</p>;
  return (
    <ul className="task-assignments">
      {task.assignments.map(({ unit, unitName, state, percent, lastOn, under }) => (
        <li key={unit} className={under === null ? undefined : "assigned-on"}>
          <strong>{unitName}</strong>
          <span>{t(`tasks.state.${state}`)}</span>
          <Percent value={percent} />
          <span className="quiet">{lastOn === null ? null : t("tasks.detail.reportedOn", { date: day(lastOn) })}</span>
          <span className="task-assignment-acts">
            {offeredToUnit
              .filter((step) => task.hands.some((hands) => hands.unit === unit && hands.steps.includes(step)))
              .slice(0, mostOffered)
              .map((step) => (
                <Button
                  key={step}
                  size="small"
                  type="link"
                  onClick={() => openStep({ step, ids: [task.id], detail: task, unit })}
                >
                  {t(`tasks.act.${step}`)}
                </Button>
              ))}
          </span>
        </li>
      ))}
    </ul>
  );
};
