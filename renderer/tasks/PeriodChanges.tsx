/** What the period was before, since when it is another and why: folded under the deadline, for who asks. */
import type { TaskDetail } from "#shared/tasks/view.ts";
import { useWords } from "../i18n.ts";
import { useDates } from "../ui/dates.ts";
import { useUnitName } from "../units/names.ts";
import { periodChanges } from "./period-changes.ts";

/** More units than these are counted. */
const mostNamed = 3;

export const PeriodChanges = ({ task }: { readonly task: TaskDetail }) => {
  const { t } = useWords();
  const { day } = useDates();
  const unitName = useUnitName();
  const changes = periodChanges(task);
  const whose = (units: readonly string[]): string =>
    units.length > mostNamed ? t("tasks.parts.unit", { count: units.length }) : units.map(unitName).join("、");
  if (changes.length === 0) return null;
  return (
    <details className="period-changes">
      <summary className="quiet">
        {t("tasks.periods.title")} ({changes.length})
      </summary>
      <ul>
        {changes.map(({ key, on, how, units, before, after }) => (
          <li key={key}>
            <del className="quiet">{before === "" ? t("app.period.none") : before}</del>
            <span aria-hidden="true"> → </span>
            {after === "" ? t("app.period.none") : after}
            <span className="quiet">
              {" · "}
              {[t("tasks.periods.since", { date: day(on) }), t(`tasks.periods.${how}`), whose(units)]
                .filter((part) => part !== "")
                .join(" · ")}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
};
