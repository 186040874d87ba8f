/** In the window's head: the last file in and out, and what waits; a press leads to what waits. */
import { useWords } from "../i18n.ts";
import { useDates } from "../ui/dates.ts";
import { useMe } from "./me.ts";
import { exchangePlace } from "./places.ts";
import type { ExchangePartKey } from "./places.ts";
import type { ExchangeMe } from "#shared/contract/exchange.ts";

const leadsTo = ({ waiting, conflicts, proposals, keys, lastIn, lastOut }: ExchangeMe): ExchangePartKey => {
  if (waiting > 0) return "inbox";
  if (conflicts + proposals > 0) return "conflicts";
  return keys.state !== "ready" || (lastIn === null && lastOut === null) ? "start" : "outbox";
};

export const ExchangeState = () => {
  const { t } = useWords();
  const { moment } = useDates();
  const me = useMe();
  // Who exchanges with nobody need not be told of it all day.
  if (me === undefined || (me.keys.state === "none" && me.waiting === 0)) return null;
  const { waiting, conflicts, proposals, lastIn, lastOut, keys } = me;
  const questions = conflicts + proposals;
  return (
    <a className="header-exchange figure" href={`#${exchangePlace(leadsTo(me))}`} title={t("exchange.head.open")}>
      {keys.state === "locked" ? <strong>{t("exchange.head.locked")}</strong> : null}
      {waiting > 0 ? <strong>{t("exchange.head.waiting", { count: waiting })}</strong> : null}
      {questions > 0 ? <strong>{t("exchange.head.questions", { count: questions })}</strong> : null}
      {lastIn === null && lastOut === null ? <span>{t("exchange.head.never")}</span> : null}
      {lastIn === null ? null : <span>{t("exchange.head.in", { at: moment(lastIn) })}</span>}
      {lastOut === null ? null : <span>{t("exchange.head.out", { at: moment(lastOut) })}</span>}
    </a>
  );
};
