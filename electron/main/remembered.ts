/** What the shell itself remembers between two starts: the window's place, the language of menus, and the day of the last reminder. A damaged file is the same as none. */
import { shellLanguages, type ShellLanguage } from "#shared/contract/bridge.ts";
import type { Rectangle } from "electron";
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";

export interface Remembered {
  readonly bounds?: Rectangle;
  readonly maximized?: boolean;
  readonly language?: ShellLanguage;
  /** The day on which it reminded last, `2020-05-19`. */
  readonly remindedOn?: string;
}

const isLanguage = (value: unknown): value is ShellLanguage => shellLanguages.some((language) => language === value);

const isDay = (value: unknown): value is string => typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value);

const isRectangle = (value: unknown): value is Rectangle =>
  typeof value === "object" &&
  value !== null &&
  (["x", "y", "width", "height"] as const).every(
    (key) => key in value && Number.isInteger((value as Record<string, unknown>)[key]),
  );

export interface Memory {
  readonly recall: () => Remembered;
  readonly remember: (part: Remembered) => void;
}

export const openMemory = (profile: string): Memory => {
  const file = join(profile, "shell.json");
  const recall = (): Remembered => {
    try {
      const read: Record<string, unknown> = JSON.parse(readFileSync(file, "utf8"));
      return {
        bounds: isRectangle(read["bounds"]) ? read["bounds"] : undefined,
        maximized: read["maximized"] === true,
        language: isLanguage(read["language"]) ? read["language"] : undefined,
        remindedOn: isDay(read["remindedOn"]) ? read["remindedOn"] : undefined,
      };
    } catch {
      return {};
    }
  };
  const remember = (part: Remembered): void => {
    try {
      writeFileSync(`${file}.tmp`, JSON.stringify({ ...recall(), ...part }));
      renameSync(`${file}.tmp`, file);
    } catch {
      // The window's place is a comfort: a full disk or a read-only folder must not get in the way of closing it.
    }
  };
  return { recall, remember };
};
