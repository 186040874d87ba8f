/** A recurring task, occurrence by occurrence: which were reported, and which was missed (漏报). */
import type { TaskDetail } from "#shared/tasks/view.ts";
import { useWords } from "../i18n.ts";
import { useDates } from "../ui/dates.ts";
import { Percent } from "./Percent.tsx";

export const Occurrences = ({ task }: { readonly task: TaskDetail }) => {
  const { t } = useWords();
  const { day, today } = useDates();
  const isMissed = (due: string, state: string): boolean =>
    due < today && ["issued", "received", "returned"].includes(state);
  return (
    <ul className="task-occurrences">
      {task.occurrences.toReversed().map(({ due, state, percent }) => (
        <li key={due} className={due === task.due ? "is-current" : undefined}>
          <span className="figure">{day(due)}</span>
          <span className={isMissed(due, state) ? "task-missed" : undefined}>
            {isMissed(due, state) ? t("tasks.light.overdue") : t(`tasks.state.${state}`)}
          </span>
          <Percent value={percent} />
        </li>
      ))}
    </ul>
  );
};
