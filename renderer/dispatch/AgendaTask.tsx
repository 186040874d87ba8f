/** The short facts of a task on the agenda: enough to speak of it, the whole of it one press away. */
import { Button } from "antd";
import type { ReactNode } from "react";
import type { AgendaChange, AgendaItem } from "#shared/dispatch/view.ts";
import { useWords } from "../i18n.ts";
import { Percent } from "../tasks/Percent.tsx";
import { DetailSection, Facts } from "../ui/detail/index.ts";
import { useDates } from "../ui/dates.ts";
import { Light } from "../ui/light/Light.tsx";

const Hands = ({ item }: { readonly item: AgendaItem }) => {
  const { t } = useWords();
  const { day } = useDates();
  if (item.concerned.length === 0) return <p className="quiet">{t("dispatch.item.notAssigned")}</p>;
  return (
    <table className="hands-table">
      <thead>
        <tr>
          <th scope="col">{t("dispatch.item.unit")}</th>
          <th scope="col">{t("dispatch.item.state")}</th>
          <th scope="col">{t("dispatch.item.percent")}</th>
          <th scope="col">{t("dispatch.item.due")}</th>
          <th scope="col">{t("dispatch.item.heard")}</th>
        </tr>
      </thead>
      <tbody>
        {item.concerned.map(({ unit, unitName, state, percent, due, daysLate, heardOn, said, contact, reasons }) => (
          <tr key={unit}>
            <td className="hands-unit">
              {unitName}
              {contact === "" ? null : (
                <div className="quiet">
                  {t("dispatch.item.contact")} {contact}
                </div>
              )}
            </td>
            <td className="hands-short">{t(`tasks.state.${state}`)}</td>
            <td className="hands-short">
              <Percent value={percent} />
            </td>
            <td className="figure hands-short">
              {due === null ? null : day(due)}
              {daysLate > 0 ? (
                <div className="agenda-late">{t("dispatch.agenda.daysLate", { days: daysLate })}</div>
              ) : null}
            </td>
            <td>
              {heardOn === null ? (
                <span className="quiet">{t("dispatch.item.never")}</span>
              ) : (
                <span className="figure">{day(heardOn)}</span>
              )}
              {reasons.includes("unheard") ? (
                <span className="agenda-silent"> {t("dispatch.reason.unheard")}</span>
              ) : null}
              {said === "" ? null : <div className="hands-said">{said}</div>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};

const Changes = ({ changes }: { readonly changes: readonly AgendaChange[] }) => {
  const { t } = useWords();
  const shown = ({ field }: AgendaChange, text: string): ReactNode => {
    if (text === "") return t("dispatch.item.none");
    return field === "state" ? t(`tasks.state.${text as AgendaItem["state"]}`) : text;
  };
  return (
    <ul className="agenda-changes">
      {changes.map((change) => (
        <li key={`${change.field} ${change.unit ?? ""}`}>
          <span className="quiet">
            {change.unit === null
              ? t(`dispatch.changed.${change.field}`)
              : t("dispatch.item.changeOf", { field: t(`dispatch.changed.${change.field}`), unit: change.unit })}
          </span>
          <span>
            <del className="quiet">{shown(change, change.before)}</del> → {shown(change, change.after)}
          </span>
        </li>
      ))}
    </ul>
  );
};

interface AgendaTaskProps {
  readonly item: AgendaItem;
  /** Where it stands, and of how many. */
  readonly place: string;
  /** Nothing is decided any more at a meeting that was withdrawn. */
  readonly closed: boolean;
  readonly onUrge: () => void;
  readonly onMakeTask: () => void;
}

export const AgendaTask = ({ item, place, closed, onUrge, onMakeTask }: AgendaTaskProps) => {
  const { t } = useWords();
  const { day } = useDates();
  return (
    <article className="agenda-task" aria-label={item.title}>
      <header className="agenda-task-head">
        <div className="agenda-task-over">
          <span className="quiet figure">
            {place}
            {item.section === "" ? "" : ` · ${item.section}`}
          </span>
          <span className="agenda-reasons">
            {item.reasons.map((reason) => (
              <span key={reason} className="agenda-reason" data-reason={reason}>
                {t(`dispatch.reason.${reason}`)}
              </span>
            ))}
          </span>
        </div>
        <h2>
          {item.no === "" ? null : <span className="figure">{item.no} </span>}
          {item.title}
        </h2>
        <div className="agenda-task-state">
          <Light capability="tasks" value={item.light} />
          <span>{t(`tasks.state.${item.state}`)}</span>
          <Percent value={item.percent} />
          {item.daysLate > 0 ? (
            <strong className="agenda-late">{t("dispatch.agenda.daysLate", { days: item.daysLate })}</strong>
          ) : null}
        </div>
        <div className="detail-actions">
          <Button disabled={closed} onClick={onUrge} title="U">
            {t("dispatch.act.urge")}
          </Button>
          <Button disabled={closed} onClick={onMakeTask} title="T">
            {t("dispatch.act.task")}
          </Button>
          <Button type="link" href={`#/tasks/${item.task}`}>
            {t("dispatch.act.openTask")}
          </Button>
        </div>
      </header>
      <div className="agenda-task-body">
        <DetailSection title={t("dispatch.item.hands")}>
          <Hands item={item} />
        </DetailSection>
        {item.changes.length === 0 ? null : (
          <DetailSection title={t("dispatch.item.changes")}>
            <Changes changes={item.changes} />
          </DetailSection>
        )}
        <DetailSection title={t("tasks.detail.facts")}>
          <Facts
            facts={[
              { key: "period", label: t("dispatch.item.period"), value: item.period },
              { key: "due", label: t("dispatch.item.due"), value: item.due === null ? "" : day(item.due) },
              { key: "units", label: t("dispatch.item.units"), value: item.units.join(" · ") },
              { key: "measures", label: t("dispatch.item.measures"), value: item.measures },
              { key: "progress", label: t("dispatch.item.progress"), value: item.progress },
            ]}
          />
        </DetailSection>
      </div>
    </article>
  );
};
