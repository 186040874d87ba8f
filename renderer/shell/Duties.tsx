/** One capability's part of the workbench: what is overdue, due soon, waiting for somebody; and how far all of it is. */
import type { Facets } from "#shared/list/query.ts";
import { useWords } from "../i18n.ts";
import { numberText } from "../ui/dates.ts";
import { Light } from "../ui/light/Light.tsx";
import { openList } from "../ui/list/state.ts";
import { countIn, doneState, dutiesOf, filterOf, totalIn } from "./duties.ts";

interface DutiesProps {
  readonly capability: "tasks" | "issues";
  readonly facets: Facets;
}

const percentOf = (part: number, whole: number): string =>
  whole === 0 ? "/" : `${((100 * part) / whole).toFixed(2)}%`;

export const Duties = ({ capability, facets }: DutiesProps) => {
  const { t, language } = useWords();
  const total = totalIn(facets, "state");
  const done = countIn(facets, "state", doneState[capability]);
  const words =
    capability === "tasks"
      ? { total: t("app.workbench.tasksTotal"), done: t("app.workbench.tasksDone") }
      : { total: t("app.workbench.issuesTotal"), done: t("app.workbench.issuesClosed") };
  return (
    <section className="duty-sheet" aria-label={t(`app.nav.${capability}`)}>
      <div className="duty-head">
        <h2>{t(`app.nav.${capability}`)}</h2>
        <button type="button" className="link-button" onClick={() => openList(capability, [])}>
          {words.total} <strong className="figure">{numberText(total, language)}</strong>
        </button>
        <button
          type="button"
          className="link-button"
          onClick={() => openList(capability, [filterOf({ field: "state", value: doneState[capability] })])}
        >
          {words.done}{" "}
          <strong className="figure">
            {numberText(done, language)} ({percentOf(done, total)})
          </strong>
        </button>
      </div>
      <ul className="duty-list">
        {dutiesOf[capability].map((duty) => {
          const count = countIn(facets, duty.field, duty.value);
          const label = t(`app.workbench.${duty.key}`);
          return (
            <li key={duty.key}>
              <button
                type="button"
                className={count === 0 ? "duty duty-none" : "duty"}
                onClick={() => openList(capability, [filterOf(duty)])}
              >
                {duty.field === "light" ? <Light capability={capability} value={duty.value} /> : <span>{label}</span>}
                <span className="duty-count figure">{numberText(count, language)}</span>
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
};
