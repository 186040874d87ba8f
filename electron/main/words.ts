/** The words of menus and dialogs in the language the window shows. */
import type { ShellLanguage } from "#shared/contract/bridge.ts";
import { shell as english } from "#shared/translations/en/shell.ts";
import { shell as chinese } from "#shared/translations/zh-CN/shell.ts";

type Words<T> = { readonly [Key in keyof T]: T[Key] extends string ? string : Words<T[Key]> };
export type ShellWords = Words<typeof chinese>;

export const wordsIn = (language: ShellLanguage): ShellWords => (language === "en" ? english : chinese);

/** Chinese wherever the system is not plainly in another language ("c" and "posix" are none): that is whom the program is for. */
export const languageOfSystem = (tag: string): ShellLanguage => (/^(?!zh)[a-z]{2,3}(-|$)/i.test(tag) ? "en" : "zh-CN");

export const fill = (text: string, params: Readonly<Record<string, string>>): string =>
  text.replaceAll(/\{\{(\w+)\}\}/g, (whole, name: string) => params[name] ?? whole);
