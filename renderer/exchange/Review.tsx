/** EX17: what had been taken in after a revocation's last bundle, for a person to keep or withdraw. */
import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { client, query } from "../client.ts";
import { useActionWords } from "../history/actionWords.ts";
import { useWords } from "../i18n.ts";
import { useDates } from "../ui/dates.ts";
import { useAct } from "../ui/toast/act.ts";
import { useUnitName } from "../units/names.ts";
import { shortDevice } from "./exchange-names.ts";
import { askExchangeAgain } from "./me.ts";

const shownTitles = 3;

export const Review = () => {
  const { t } = useWords();
  const { moment } = useDates();
  const act = useAct();
  const actionWords = useActionWords();
  const unitName = useUnitName();
  const { data = [] } = useQuery(query.exchange.review.queryOptions());
  if (data.length === 0) return null;
  const decide = async (versions: readonly string[], keep: boolean): Promise<void> => {
    const said = keep
      ? t("exchange.offices.kept", { count: versions.length })
      : t("exchange.offices.withdrawn", { count: versions.length });
    await act(() => client.exchange.reviewed({ versions: [...versions], keep }), said);
    await askExchangeAgain();
  };
  const all = data.map(({ version }) => version);
  return (
    <section className="review" aria-labelledby="review-title">
      <div className="inbox-section-head">
        <h2 id="review-title">{t("exchange.offices.review", { count: data.length })}</h2>
        <span className="exchange-acts">
          <Button size="small" onClick={() => void decide(all, true)}>
            {t("exchange.offices.keepAll")}
          </Button>
          <Button size="small" danger onClick={() => void decide(all, false)}>
            {t("exchange.offices.withdrawAll")}
          </Button>
        </span>
      </div>
      <p className="quiet">{t("exchange.offices.reviewHint")}</p>
      <ul className="review-lines">
        {data.map(({ version, office, device, action, at, records }) => (
          <li key={version}>
            <span className="review-what">
              {actionWords(action)}
              {" · "}
              {records
                .slice(0, shownTitles)
                .map(({ title }) => title)
                .join("；")}
              {records.length > shownTitles
                ? ` ${t("exchange.inbox.more", { count: records.length - shownTitles })}`
                : ""}
              <span className="quiet figure">
                {" "}
                {unitName(office)} {shortDevice(device)} · {moment(at)}
              </span>
            </span>
            <span className="exchange-acts">
              <Button size="small" onClick={() => void decide([version], true)}>
                {t("exchange.offices.keep")}
              </Button>
              <Button size="small" danger onClick={() => void decide([version], false)}>
                {t("exchange.offices.withdraw")}
              </Button>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
};
