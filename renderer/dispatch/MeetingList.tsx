/** The meetings, newest first; the one button makes a new one. */
import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useEffect, useState } from "react";
import { navigate } from "wouter/use-hash-location";
import type { DispatchRow } from "#shared/dispatch/view.ts";
import { query } from "../client.ts";
import { useWords } from "../i18n.ts";
import { Loaded } from "../ui/detail/Loaded.tsx";
import { useDates } from "../ui/dates.ts";
import { isCovered, isTyping } from "../ui/list/keys.ts";
import { useUnitName } from "../units/names.ts";
import { useMeetingTitle, useMonthText } from "./meeting-words.ts";
import { NewMeeting } from "./MeetingForm.tsx";

const counts = ["notes", "decisions", "urgings", "tasks"] as const;

const useUnitsText = (): ((units: readonly string[]) => string) => {
  const { t } = useWords();
  const unitName = useUnitName();
  return (units) => {
    const [first] = units;
    if (first === undefined) return t("dispatch.row.allUnits");
    if (units.length <= 2) return units.map(unitName).join(" · ");
    return t("dispatch.row.unitsAnd", { name: unitName(first), count: units.length });
  };
};

const Line = ({ row }: { readonly row: DispatchRow }) => {
  const { t } = useWords();
  const { day } = useDates();
  const titleOf = useMeetingTitle();
  const monthText = useMonthText();
  const unitsText = useUnitsText();
  return (
    <tr className={row.withdrawn ? "meeting-withdrawn" : undefined} onClick={() => navigate(`/dispatch/${row.id}`)}>
      <td className="figure">{day(row.on)}</td>
      <td>
        <a href={`#/dispatch/${row.id}`}>{row.withdrawn ? <del>{titleOf(row)}</del> : titleOf(row)}</a>
        {row.withdrawn ? <span className="quiet"> {t("dispatch.row.withdrawn")}</span> : null}
      </td>
      <td>{monthText(row.month)}</td>
      <td>{unitsText(row.units)}</td>
      {counts.map((key) => (
        <td key={key} className="figure meeting-count">
          {row[key] === 0 ? <span className="quiet">–</span> : row[key]}
        </td>
      ))}
    </tr>
  );
};

const Empty = ({ onAdd }: { readonly onAdd: () => void }) => {
  const { t } = useWords();
  return (
    <div className="empty-list">
      <p>{t("dispatch.empty")}</p>
      <div className="empty-actions">
        <Button type="primary" onClick={onAdd}>
          {t("dispatch.act.add")}
        </Button>
      </div>
    </div>
  );
};

const Meetings = ({ rows }: { readonly rows: readonly DispatchRow[] }) => {
  const { t } = useWords();
  const [adding, setAdding] = useState(false);
  const add = (): void => setAdding(true);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key.toLowerCase() !== "n" || event.ctrlKey || event.altKey || event.metaKey) return;
      if (isTyping(event.target) || isCovered()) return;
      event.preventDefault();
      setAdding(true);
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
  return (
    <div className="meetings">
      {rows.length === 0 ? (
        <Empty onAdd={add} />
      ) : (
        <>
          <header className="meetings-head">
            <h2>{t("app.nav.dispatch")}</h2>
            <Button type="primary" size="small" onClick={add}>
              {t("dispatch.act.add")}
            </Button>
          </header>
          <div className="meetings-body">
            <table className="meeting-table">
              <thead>
                <tr>
                  <th scope="col">{t("dispatch.row.on")}</th>
                  <th scope="col">{t("dispatch.row.meeting")}</th>
                  <th scope="col">{t("dispatch.form.month")}</th>
                  <th scope="col">{t("dispatch.row.units")}</th>
                  {counts.map((key) => (
                    <th key={key} scope="col" className="meeting-count">
                      {t(`dispatch.row.${key}`)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <Line key={row.id} row={row} />
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
      {adding ? (
        <NewMeeting before={rows.find(({ withdrawn }) => !withdrawn)} onClose={() => setAdding(false)} />
      ) : null}
    </div>
  );
};

export const MeetingList = () => (
  <Loaded result={useQuery(query.dispatch.list.queryOptions())}>{(rows) => <Meetings rows={rows} />}</Loaded>
);
