/**
 * How this computer shows things: column widths, language, theme, drafts. A file of its own beside the database, since
 * it is nobody's record and never exchanged; written to a temporary name and renamed. One that cannot be read counts as
 * empty: nothing of worth is in it.
 */
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { asRefusal } from "../store/connection.ts";

export type Preferences = Record<string, unknown>;

const fileIn = (folder: string): string => join(folder, "preferences.json");

export const readPreferences = (folder: string): Preferences => {
  try {
    const value: unknown = JSON.parse(readFileSync(fileIn(folder), "utf8"));
    return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Preferences) : {};
  } catch {
    return {};
  }
};

/** Sets the keys given and leaves the others; null takes a key away. */
export const savePreferences = (folder: string, changes: Preferences): void => {
  const kept = Object.entries({ ...readPreferences(folder), ...changes }).filter(([, value]) => value !== null);
  const temporary = `${fileIn(folder)}.new`;
  try {
    writeFileSync(temporary, JSON.stringify(Object.fromEntries(kept)));
    renameSync(temporary, fileIn(folder));
  } catch (error) {
    throw asRefusal(error, folder);
  }
};
