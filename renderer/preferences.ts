/**
 * How this computer shows things (columns, widths, the draft of a form), kept by core beside the records and never
 * exchanged. Read once at the start; a change shows at once and is saved a moment later.
 */
import { useCallback } from "react";
import { client } from "./client.ts";
import { storeOf, useStore } from "./ui/store.ts";

const preferences = storeOf<Readonly<Record<string, unknown>>>({});
const savedAfter = 400;
let timer: ReturnType<typeof setTimeout> | undefined;

export const loadPreferences = async (): Promise<void> => preferences.set(await client.system.preferences());

const saveSoon = (): void => {
  clearTimeout(timer);
  timer = setTimeout(() => {
    // Losing how a column was drawn is no reason to disturb anybody; the next change saves it again.
    client.system.savePreferences(preferences.get()).catch(() => undefined);
  }, savedAfter);
};

/** One preference under its key; `read` makes sense of what was stored, or answers undefined, and `usual` stands then. */
export const usePreference = <Value>(
  key: string,
  read: (stored: unknown) => Value | undefined,
  usual: Value,
): readonly [Value, (next: Value) => void] => {
  const value = read(useStore(preferences)[key]) ?? usual;
  const set = useCallback(
    (next: Value) => {
      preferences.set((before) => ({ ...before, [key]: next }));
      saveSoon();
    },
    [key],
  );
  return [value, set];
};

export const readNumber = (stored: unknown): number | undefined => (typeof stored === "number" ? stored : undefined);
export const readBoolean = (stored: unknown): boolean | undefined => (typeof stored === "boolean" ? stored : undefined);
export const readTexts = (stored: unknown): readonly string[] | undefined =>
  Array.isArray(stored) && stored.every((item) => typeof item === "string") ? stored : undefined;
export const readNumbers = (stored: unknown): Readonly<Record<string, number>> | undefined => {
  if (typeof stored !== "object" || stored === null) return undefined;
  return Object.fromEntries(
    Object.entries(stored).filter((entry): entry is [string, number] => typeof entry[1] === "number"),
  );
};
