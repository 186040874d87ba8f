/** The program's own words, so that tests find buttons by what the person reads on them, in either language. */
import type { Language } from "#shared/translations/index.ts";
import { word } from "#shared/translations/index.ts";

export type Say = (key: string, params?: Readonly<Record<string, string | number>>) => string;

export const sayIn =
  (language: Language): Say =>
  (key, params = {}) =>
    word(language, key, params);
