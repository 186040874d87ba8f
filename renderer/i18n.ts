/** The window's words: i18next over shared/translations, switched at run time; keys are typed by the Chinese words. */
import dayjs from "dayjs";
import "dayjs/locale/en.js";
import "dayjs/locale/zh-cn.js";
import { changeLanguage, use } from "i18next";
import { useCallback } from "react";
import { initReactI18next, useTranslation } from "react-i18next";
import type { TFunction } from "i18next";
import { hasWord, languages, word, words } from "#shared/translations/index.ts";
import type { Language, Words } from "#shared/translations/index.ts";
import { bridge } from "./bridge.ts";

declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "translation";
    resources: { translation: Words };
    returnNull: false;
  }
}

const remembered = "liandong.language";

const isLanguage = (value: unknown): value is Language => languages.some((language) => language === value);

const firstLanguage = async (): Promise<Language> => {
  const chosen = localStorage.getItem(remembered);
  if (isLanguage(chosen)) return chosen;
  return (await bridge.systemLanguage()).toLowerCase().startsWith("en") ? "en" : "zh-CN";
};

const apply = (language: Language): void => {
  document.documentElement.lang = language;
  dayjs.locale(language === "zh-CN" ? "zh-cn" : "en");
};

/** Made ready before the first screen is drawn. */
export const startLanguage = async (): Promise<void> => {
  const language = await firstLanguage();
  await use(initReactI18next).init({
    lng: language,
    fallbackLng: "zh-CN",
    resources: { "zh-CN": { translation: words["zh-CN"] }, en: { translation: words.en } },
    interpolation: { escapeValue: false },
  });
  apply(language);
  await bridge.setLanguage(language);
};

/** Switches every word on the screen, the menus and the dialogs, and remembers it. */
export const setLanguage = async (language: Language): Promise<void> => {
  localStorage.setItem(remembered, language);
  await changeLanguage(language);
  apply(language);
  await bridge.setLanguage(language);
};

export const useWords = (): { readonly t: TFunction; readonly language: Language } => {
  const { t, i18n } = useTranslation();
  return { t, language: isLanguage(i18n.language) ? i18n.language : "zh-CN" };
};

/** Words under a key made up at run time (`${capability}.fields.${key}`); the key's last part where there are none. */
export const useLooseWord = (): ((key: string, params?: Readonly<Record<string, string | number>>) => string) => {
  const { language } = useWords();
  return useCallback(
    (key, params = {}) => (hasWord(language, key) ? word(language, key, params) : (key.split(".").at(-1) ?? key)),
    [language],
  );
};
