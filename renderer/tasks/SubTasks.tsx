/** The parts that a task was broken down into, each in a line that opens it; and above them, what a part is a part of. */
import { Button } from "antd";
import type { TaskDetail } from "#shared/tasks/view.ts";
import { client } from "../client.ts";
import { useWords } from "../i18n.ts";
import { useDates } from "../ui/dates.ts";
import { Light } from "../ui/light/Light.tsx";
import { useAct } from "../ui/toast/act.ts";
import { useUnitName } from "../units/names.ts";
import { Percent } from "./Percent.tsx";

const placeOf = (id: string): string => `#/tasks/${encodeURIComponent(id)}`;

/** Longer lists of units are counted. */
const mostNamed = 2;

export const SubTasks = ({ task }: { readonly task: TaskDetail }) => {
  const { t } = useWords();
  const { day } = useDates();
  const unitName = useUnitName();
  const whose = (units: readonly string[]): string =>
    units.length > mostNamed ? t("tasks.parts.unit", { count: units.length }) : units.map(unitName).join("、");
  return (
    <>
      {task.period.kind === "recurring" ? <p className="quiet">{t("tasks.parts.notCounted")}</p> : null}
      <ul className="task-parts">
        {task.subTasks.map(({ id, no, title, units, due, period, state, percent, light }) => (
          <li key={id}>
            <div className="task-part-head">
              <a href={placeOf(id)}>
                {no === "" ? "" : `${no} `}
                {title}
              </a>
              <span>{t(`tasks.state.${state}`)}</span>
              <Percent value={percent} />
              {percent === null ? <span /> : null}
              {state === "withdrawn" ? null : <Light capability="tasks" value={light} />}
            </div>
            <div className="quiet">
              {[due === null ? period.text : t("tasks.hands.due", { due: day(due) }), whose(units)]
                .filter((part) => part !== "")
                .join(" · ")}
            </div>
          </li>
        ))}
      </ul>
    </>
  );
};

/** The task that this one is a part of, and the way out of it. */
export const ParentLine = ({ task, canPart }: { readonly task: TaskDetail; readonly canPart: boolean }) => {
  const { t } = useWords();
  const act = useAct();
  const { parentTask } = task;
  if (parentTask === null) return null;
  return (
    <p className="task-parent">
      <span className="quiet">{t("tasks.parting.partOf")}</span>{" "}
      <a href={placeOf(parentTask.id)}>
        {parentTask.no === "" ? "" : `${parentTask.no} `}
        {parentTask.title}
      </a>
      {canPart ? (
        <Button
          size="small"
          type="link"
          onClick={() =>
            void act(() => client.tasks.partOf({ ids: [task.id], parent: null }), t("tasks.parting.parted"))
          }
        >
          {t("tasks.parting.part")}
        </Button>
      ) : null}
    </p>
  );
};
