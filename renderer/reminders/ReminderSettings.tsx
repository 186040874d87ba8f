/** When and how this computer reminds: its own affair, not the office's. */
import { Input, Switch } from "antd";
import { useWords } from "../i18n.ts";
import { Setting } from "../system/Setting.tsx";
import { useReminderChoice } from "./choice.ts";

export const ReminderSettings = () => {
  const { t } = useWords();
  const [choice, setChoice] = useReminderChoice();
  return (
    <>
      <h2 className="settings-next">{t("reminders.settings.title")}</h2>
      <p className="quiet">{t("reminders.settings.ofThisComputer")}</p>
      <Setting label={t("reminders.settings.on")} id="reminders-on" hint={t("reminders.settings.onHint")}>
        <Switch id="reminders-on" checked={choice.on} onChange={(on) => setChoice({ ...choice, on })} />
      </Setting>
      <Setting label={t("reminders.settings.at")} id="reminders-at" hint={t("reminders.settings.atHint")}>
        <Input
          id="reminders-at"
          type="time"
          className="reminders-at"
          disabled={!choice.on}
          required
          value={choice.at}
          onChange={({ target }) => (target.value === "" ? undefined : setChoice({ ...choice, at: target.value }))}
        />
      </Setting>
      <Setting label={t("reminders.settings.badge")} id="reminders-badge" hint={t("reminders.settings.badgeHint")}>
        <Switch id="reminders-badge" checked={choice.badge} onChange={(badge) => setChoice({ ...choice, badge })} />
      </Setting>
    </>
  );
};
