/** A recurring task, occurrence by occurrence: when each is due, holidays considered, which were reported, which were missed (漏报). */
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
      {task.occurrences.toReversed().map(({ occurrence, due, state, percent, current }) => (
        <li key={occurrence} className={current ? "is-current" : undefined}>
          <span className="figure">
            {day(due)}
            {current ? <span className="task-badge">{t("tasks.periods.current")}</span> : null}
          </span>
          <span className={isMissed(due, state) ? "task-missed" : undefined}>
            {isMissed(due, state) ? t("tasks.light.overdue") : t(`tasks.state.${state}`)}
            {due === occurrence ? null : (
              <span className="quiet"> · {t("tasks.periods.shifted", { date: day(occurrence) })}</span>
            )}
          </span>
          <Percent value={percent} />
        </li>
      ))}
    </ul>
  );
};
