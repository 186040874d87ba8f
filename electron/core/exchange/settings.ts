/** Settings of exchange: of this computer, not of the office, so they stand with its preferences and are never exchanged. */
import { join } from "node:path";
import { z } from "zod";
import type { Program } from "../program.ts";
import { assertOutside } from "../store/outside.ts";
import { readPreferences, savePreferences } from "../system/preferences.ts";

const mega = 1024 * 1024;

const settingsSchema = z.object({
  watchFolder: z.string().nullable().catch(null),
  partSize: z
    .number()
    .int()
    .min(1000)
    .max(1024 * mega)
    .catch(20 * mega),
  unheardDays: z.number().int().min(1).max(3650).catch(30),
});
export type ExchangeSettings = z.infer<typeof settingsSchema>;

const key = "exchange";

/** What was not set, or cannot be read, is as usual. */
export const exchangeSettings = ({ store }: Pick<Program, "store">): ExchangeSettings => {
  const kept = readPreferences(store.folder)[key];
  return settingsSchema.parse(typeof kept === "object" && kept !== null ? kept : {});
};

/** @throws AppError `inside-data-folder` */
export const saveExchangeSettings = (program: Pick<Program, "store">, changes: Partial<ExchangeSettings>): void => {
  const { watchFolder } = changes;
  if (watchFolder !== undefined && watchFolder !== null) assertOutside(program.store.folder, join(watchFolder, "any"));
  const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
  savePreferences(program.store.folder, { [key]: settingsSchema.parse({ ...exchangeSettings(program), ...given }) });
};
