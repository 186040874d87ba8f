/** A commit's action code in words. The codes hold dots, so they are looked up whole rather than as a path of keys. */
import { useCallback } from "react";
import { words } from "#shared/translations/index.ts";
import type { Language } from "#shared/translations/index.ts";
import { useWords } from "../i18n.ts";

const actionsIn = (language: Language): Readonly<Record<string, string>> => words[language].history.actions;

export const useActionWords = (): ((action: string) => string) => {
  const { t, language } = useWords();
  return useCallback((action) => actionsIn(language)[action] ?? t("history.otherAction"), [language, t]);
};
