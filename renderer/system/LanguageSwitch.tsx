/** Chinese or English, at once. */
import { Segmented } from "antd";
import { languages } from "#shared/translations/index.ts";
import { setLanguage, useWords } from "../i18n.ts";

export const LanguageSwitch = () => {
  const { t, language } = useWords();
  return (
    <Segmented
      size="small"
      aria-label={t("app.header.language")}
      value={language}
      options={languages.map((key) => ({ value: key, label: t(`system.settings.languages.${key}`) }))}
      onChange={(next) => void setLanguage(next)}
    />
  );
};
