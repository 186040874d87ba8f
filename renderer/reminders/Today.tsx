/**
 * What is to be remembered today, first on the workbench: five lists with their counts, and the first lines of the one
 * that is chosen; at first the one that presses most.
 */
import { useState } from "react";
import type { RemindersToday } from "#shared/contract/reminders.ts";
import { endOfTenDays, type ReminderList } from "#shared/reminders/lists.ts";
import { useWords } from "../i18n.ts";
import { Loaded } from "../ui/detail/Loaded.tsx";
import { numberText, useDates } from "../ui/dates.ts";
import { openList } from "../ui/list/state.ts";
import { useRemindersToday } from "./today-query.ts";
import "./reminders.css";

type Listed = RemindersToday["lists"][number];

/** Where the chosen list leads: one link for each capability that has something in it. */
const Parts = ({ parts }: Pick<Listed, "parts">) => {
  const { t, language } = useWords();
  return (
    <p className="today-parts">
      <span className="quiet">{t("reminders.openList")}</span>
      {parts
        .filter(({ count }) => count > 0)
        .map(({ capability, count, filters }) => (
          <button key={capability} type="button" className="link-button" onClick={() => openList(capability, filters)}>
            {t(`reminders.of.${capability}`)} <strong className="figure">{numberText(count, language)}</strong>
          </button>
        ))}
    </p>
  );
};

const Lines = ({ list, parts, first }: Listed) => {
  const { t } = useWords();
  const { day } = useDates();
  if (first.length === 0) return <p className="quiet today-none">{t(`reminders.none.${list}`)}</p>;
  return (
    <>
      <ul className="side-list">
        {first.map(({ capability, id, no, title, due }) => (
          <li key={id}>
            <a className="today-line" href={`#/${capability}/${encodeURIComponent(id)}`} title={title}>
              <span className="quiet today-kind">{t(`reminders.of.${capability}`)}</span>
              <span className="quiet figure today-no">{no}</span>
              <span className="palette-text">{title}</span>
              <span className="quiet figure">{day(due)}</span>
            </a>
          </li>
        ))}
      </ul>
      <Parts parts={parts} />
    </>
  );
};

const Lists = ({ today, lists }: RemindersToday) => {
  const { t, language } = useWords();
  const { day } = useDates();
  const [asked, setAsked] = useState<ReminderList>();
  const chosen = lists.find(({ list }) => list === asked) ?? lists.find(({ count }) => count > 0) ?? lists[0];
  return (
    <>
      <div className="today-lists" role="group" aria-label={t("reminders.title")}>
        {lists.map(({ list, count }) => (
          <button
            key={list}
            type="button"
            className={count === 0 ? "today-list duty-none" : "today-list"}
            aria-pressed={list === chosen?.list}
            onClick={() => setAsked(list)}
          >
            <span className="duty-count figure">{numberText(count, language)}</span>
            <span>{t(`reminders.lists.${list}`)}</span>
            {list === "ten-days" ? (
              <span className="quiet today-until">{t("reminders.until", { day: day(endOfTenDays(today)) })}</span>
            ) : null}
          </button>
        ))}
      </div>
      {chosen === undefined ? null : <Lines {...chosen} />}
    </>
  );
};

export const Today = () => {
  const { t } = useWords();
  const result = useRemindersToday();
  return (
    <section className="today-sheet" aria-labelledby="today-title">
      <div className="duty-head">
        <h2 id="today-title">{t("reminders.title")}</h2>
        <a className="quiet" href="#/settings/lights">
          {t("reminders.settings.link")}
        </a>
      </div>
      <Loaded result={result}>{(found) => <Lists {...found} />}</Loaded>
    </section>
  );
};
