/**
 * All words of the program, in each language, as plain objects: the window gives them to i18next, core and the
 * command line read them with `word`. Chinese leads; English has the same keys (`Translated`), and a test finds keys
 * that are missing or that nothing uses.
 */
import * as english from "./en/index.ts";
import type { Translated } from "./translated.ts";
import * as chinese from "./zh-CN/index.ts";

export const languages = ["zh-CN", "en"] as const;
export type Language = (typeof languages)[number];

/** The words by capability, as the Chinese ones are shaped; i18next's typed keys follow it. */
export type Words = typeof chinese;

export const words: { readonly [Key in Language]: Translated<Words> } = { "zh-CN": chinese, en: english };

const valueAt = (from: unknown, path: readonly string[]): unknown => {
  let value = from;
  for (const key of path) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
    value = Object.entries(value).find(([name]) => name === key)?.[1];
  }
  return value;
};

/** Whether words stand under a key, such as `errors.no-such-record.message`. */
export const hasWord = (language: Language, key: string): boolean =>
  typeof valueAt(words[language], key.split(".")) === "string";

/**
 * The words under a key with its `{{params}}` filled in; the key itself where there are none, so that it is seen. One
 * that is empty, as the number of a task without one, takes the space after it along.
 */
export const word = (
  language: Language,
  key: string,
  params: Readonly<Record<string, string | number>> = {},
): string => {
  const text = valueAt(words[language], key.split("."));
  if (typeof text !== "string") return key;
  return text.replaceAll(/\{\{(\w+)\}\}( ?)/g, (whole, name: string, space: string) => {
    const value = params[name];
    return value === undefined ? whole : value === "" ? "" : `${value}${space}`;
  });
};
