/** Through which year the holidays are known, and the yearly table to be imported. */
import { Button } from "antd";
import { bridge } from "../bridge.ts";
import { client, useStatus } from "../client.ts";
import { useWords } from "../i18n.ts";
import { useAct } from "../ui/toast/act.ts";

export const HolidaysPart = () => {
  const { t } = useWords();
  const act = useAct();
  const status = useStatus().data;
  const choose = async (): Promise<void> => {
    const [path] = await bridge.pickFiles("holidays");
    if (path === undefined) return;
    await act(
      () => client.system.importHolidays({ path }),
      ({ years }) => t("system.settings.holidaysDone", { years: years.join("、") }),
    );
  };
  return (
    <>
      <h2>{t("system.settings.holidays")}</h2>
      {status === undefined ? null : <p>{t("system.settings.holidaysUntil", { year: status.holidaysUntil })}</p>}
      <p className="quiet">{t("system.settings.holidaysHint")}</p>
      <Button onClick={() => void choose()}>{t("system.settings.holidaysImport")}</Button>
    </>
  );
};
