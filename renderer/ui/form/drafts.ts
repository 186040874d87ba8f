/** Unsaved text survives a crash or a power cut: written to the window's own storage as one types, dropped when saved. */
import type { FormValue, FormValues } from "./types.ts";

const keyOf = (name: string): string => `liandong.draft.${name}`;

const isFormValue = (value: unknown): value is FormValue =>
  value === null ||
  typeof value === "string" ||
  typeof value === "number" ||
  (Array.isArray(value) && value.every((item) => typeof item === "string"));

/** The draft's values for the fields that the form has; undefined when there is none. */
export const readDraft = (name: string, keys: readonly string[]): FormValues | undefined => {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(keyOf(name)) ?? "null");
    if (typeof stored !== "object" || stored === null) return undefined;
    const values = Object.entries(stored).filter(
      (entry): entry is [string, FormValue] => keys.includes(entry[0]) && isFormValue(entry[1]),
    );
    return values.length === 0 ? undefined : Object.fromEntries(values);
  } catch {
    return undefined;
  }
};

export const writeDraft = (name: string, values: FormValues): void => {
  localStorage.setItem(keyOf(name), JSON.stringify(values));
};

export const dropDraft = (name: string): void => localStorage.removeItem(keyOf(name));
