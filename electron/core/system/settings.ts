/** Settings of the office, each changed by a commit like any record. What lights depend on is judged anew after it. */
import type { Settings } from "#shared/system/settings.ts";
import { settingsRecordId } from "#shared/system/settings.ts";
import { type ChangeInput, commit, type Committed } from "../store/commit.ts";
import type { Store } from "../store/store.ts";
import { refreshDay } from "../tasks/refresh-day.ts";

export const saveSettings = (store: Store, changes: Partial<Settings>): Committed => {
  const { immediateWorkdays, recurringShift, ...lights } = { ...store.settings(), ...withoutUndefined(changes) };
  const written: ChangeInput[] = [
    { record: settingsRecordId, kind: "settings", unit: "lights", value: lights },
    { record: settingsRecordId, kind: "settings", unit: "immediateWorkdays", value: immediateWorkdays },
    { record: settingsRecordId, kind: "settings", unit: "recurringShift", value: recurringShift },
  ];
  const done = commit(store, { action: "settings.save", changes: written });
  refreshDay(store);
  return done;
};

const withoutUndefined = (changes: Partial<Settings>): Partial<Settings> =>
  Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
