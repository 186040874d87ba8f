/** The agenda at the left: what is to be looked at, by reason, with what was talked about already. */
import { CheckOutlined } from "@ant-design/icons";
import { memo, useEffect, useRef } from "react";
import { type AgendaItem, agendaReasons } from "#shared/dispatch/view.ts";
import { useWords } from "../i18n.ts";
import { useDates } from "../ui/dates.ts";

interface AgendaProps {
  readonly items: readonly AgendaItem[];
  /** The task that is looked at; null: the meeting as a whole. */
  readonly at: string | null;
  /** How many lines were taken of each task; "" for the meeting as a whole. */
  readonly taken: ReadonlyMap<string, number>;
  readonly onOpen: (task: string | null) => void;
}

/** What makes it stand where it stands, in a word. */
const useWhy = (): ((item: AgendaItem) => string) => {
  const { t } = useWords();
  const { day } = useDates();
  return (item) => {
    const [reason] = item.reasons;
    if (reason === "late") return t("dispatch.agenda.daysLate", { days: item.daysLate });
    if (reason === "due") return t("dispatch.agenda.due", { day: day(item.dueInMonth) });
    if (reason === "changed") return t("dispatch.agenda.changes", { count: item.changes.length });
    return item.heardOn === null
      ? t("dispatch.agenda.neverHeard")
      : t("dispatch.agenda.silentSince", { day: day(item.heardOn) });
  };
};

interface LineProps {
  readonly item: AgendaItem;
  readonly isHere: boolean;
  readonly taken: number;
  readonly onOpen: (task: string) => void;
}

const Line = memo(({ item, isHere, taken, onOpen }: LineProps) => {
  const { t } = useWords();
  const why = useWhy();
  const box = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isHere) box.current?.scrollIntoView({ block: "nearest" });
  }, [isHere]);
  const isOver = item.state === "done" || item.state === "withdrawn";
  const units = item.concerned.length > 0 ? item.concerned.map(({ unitName }) => unitName) : item.units;
  return (
    <li>
      <button
        ref={box}
        type="button"
        className={isOver ? "agenda-line agenda-over" : "agenda-line"}
        aria-current={isHere ? "true" : undefined}
        onClick={() => onOpen(item.task)}
      >
        <span className="agenda-title">
          {item.no === "" ? null : <span className="figure quiet">{item.no} </span>}
          {item.title}
        </span>
        <span className="agenda-why quiet">
          <span className={item.reasons[0] === "late" ? "agenda-late" : undefined}>
            {isOver ? t(`tasks.state.${item.state}`) : why(item)}
          </span>
          <span className="agenda-units">{units.join(" · ")}</span>
          {taken === 0 ? null : (
            <span className="agenda-taken figure">
              <CheckOutlined aria-hidden="true" />
              <span className="unseen-words">{t("dispatch.agenda.heard")}</span> {taken}
            </span>
          )}
        </span>
      </button>
    </li>
  );
});

export const Agenda = ({ items, at, taken, onOpen }: AgendaProps) => {
  const { t } = useWords();
  const whole = taken.get("") ?? 0;
  return (
    <nav className="agenda" aria-label={t("dispatch.agenda.name")}>
      <button
        type="button"
        className="agenda-line agenda-whole"
        aria-current={at === null ? "true" : undefined}
        onClick={() => onOpen(null)}
      >
        <span className="agenda-title">{t("dispatch.agenda.meeting")}</span>
        {whole === 0 ? null : (
          <span className="agenda-taken figure quiet">
            <CheckOutlined aria-hidden="true" /> {whole}
          </span>
        )}
      </button>
      {agendaReasons.map((reason) => {
        const own = items.filter(({ reasons }) => reasons[0] === reason);
        if (own.length === 0) return null;
        return (
          <section key={reason} aria-label={t(`dispatch.reason.${reason}`)}>
            <h3 className="agenda-head" data-reason={reason}>
              {t(`dispatch.reason.${reason}`)} <span className="figure">{own.length}</span>
            </h3>
            <ul className="agenda-list">
              {own.map((item) => (
                <Line
                  key={item.task}
                  item={item}
                  isHere={item.task === at}
                  taken={taken.get(item.task) ?? 0}
                  onOpen={onOpen}
                />
              ))}
            </ul>
          </section>
        );
      })}
      {items.length === 0 ? <p className="quiet agenda-empty">{t("dispatch.agenda.empty")}</p> : null}
    </nav>
  );
};
