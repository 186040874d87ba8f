/** How things look on this computer; not a record, and never exchanged. */
import { Segmented } from "antd";
import { useWords } from "../i18n.ts";
import { readBoolean, usePreference } from "../preferences.ts";
import { setTheme, themeChoices, useTheme } from "../ui/theme/theme.ts";
import { LanguageSwitch } from "./LanguageSwitch.tsx";
import { Setting } from "./Setting.tsx";

export const LookPart = () => {
  const { t } = useWords();
  const { choice } = useTheme();
  const [compact, setCompact] = usePreference("list.compact", readBoolean, false);
  return (
    <>
      <h2>{t("system.settings.look")}</h2>
      <Setting label={t("system.settings.language")}>
        <LanguageSwitch />
      </Setting>
      <Setting label={t("system.settings.theme")}>
        <Segmented
          size="small"
          aria-label={t("system.settings.theme")}
          value={choice}
          options={themeChoices.map((value) => ({ value, label: t(`system.settings.themes.${value}`) }))}
          onChange={setTheme}
        />
      </Setting>
      <Setting label={t("system.settings.rowHeight")}>
        <Segmented
          size="small"
          aria-label={t("system.settings.rowHeight")}
          value={compact ? "compact" : "comfortable"}
          options={[
            { value: "comfortable", label: t("app.list.comfortable") },
            { value: "compact", label: t("app.list.compact") },
          ]}
          onChange={(value) => setCompact(value === "compact")}
        />
      </Setting>
    </>
  );
};
