/** The office and its data folder, as the contract has them. */
import { done } from "../done.ts";
import { os } from "../os.ts";
import { work } from "../jobs/work.ts";
import { loadDemo } from "./demo.ts";
import { importHolidays } from "./holidays.ts";
import { backupWork, verifyWork } from "./long-work.ts";
import { initOffice } from "./office.ts";
import { readPreferences, savePreferences } from "./preferences.ts";
import { saveSettings } from "./settings.ts";
import { statusOf } from "./status.ts";
import { whatChanged } from "./watch.ts";

export const systemRouter = {
  status: os.system.status.handler(({ context }) => statusOf(context)),
  init: os.system.init.handler(({ input, context }) => done(initOffice(context.store, input.unit, input.name))),
  demo: os.system.demo.handler(({ context, signal }) =>
    work(async ({ onProgress }) => {
      onProgress({ stage: "demo", done: 0, total: 0 });
      // Lets the window show that it has begun before core is busy.
      await new Promise((resolve) => setTimeout(resolve, 20));
      return done(loadDemo(context.store));
    }, signal),
  ),
  settings: os.system.settings.handler(({ context }) => context.store.settings()),
  saveSettings: os.system.saveSettings.handler(({ input, context }) => done(saveSettings(context.store, input))),
  importHolidays: os.system.importHolidays.handler(({ input, context }) => {
    const imported = importHolidays(context.store, input.path);
    return { ...done(imported), years: imported.years };
  }),
  preferences: os.system.preferences.handler(({ context }) => readPreferences(context.store.folder)),
  savePreferences: os.system.savePreferences.handler(({ input, context }) => {
    savePreferences(context.store.folder, input);
    return {};
  }),
  verify: os.system.verify.handler(({ context, signal }) => verifyWork(context, signal)),
  backup: os.system.backup.handler(({ input, context, signal }) => backupWork(context, input.path, signal)),
  watch: os.system.watch.handler(({ context, signal }) => whatChanged(context, signal)),
};
