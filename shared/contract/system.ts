/** The office and the data folder: first run, settings, backup, verification, and 'what changed'. */
import { eventIterator, oc } from "@orpc/contract";
import { z } from "zod";
import { settingsChangesSchema, settingsSchema } from "../system/settings.ts";
import { tiers } from "../units/record.ts";
import { doneSchema, workOf } from "./parts.ts";

export const statusSchema = z.object({
  /** Null before the first run. */
  office: z.object({ unit: z.string(), name: z.string(), tier: z.enum(tiers), path: z.array(z.string()) }).nullable(),
  device: z.string(),
  epoch: z.string(),
  commits: z.number().int(),
  schema: z.number().int(),
  version: z.string(),
  dataFolder: z.string(),
  today: z.string(),
  /** Official holidays are known through this year; later dates count plain weekdays. */
  holidaysUntil: z.number().int(),
  lastSaved: z.string().nullable(),
  lastBackup: z.string().nullable(),
  demo: z.boolean(),
});
export type Status = z.infer<typeof statusSchema>;

/** How this computer shows things; not a record, and never exchanged. Keys are the window's own. */
export const preferencesSchema = z.record(z.string(), z.unknown());

export const verifySchema = z.object({
  ok: z.boolean(),
  counts: z.record(z.string(), z.number().int()),
  digests: z.record(z.string(), z.string()),
  problems: z.array(z.object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) })),
});

export const systemContract = {
  status: oc.output(statusSchema),
  init: oc.input(z.object({ unit: z.string(), name: z.string().optional() })).output(doneSchema),
  /** Zibo 2020, into a data folder that has no office yet. */
  demo: oc.output(workOf(doneSchema)),
  settings: oc.output(settingsSchema),
  saveSettings: oc.input(settingsChangesSchema).output(doneSchema),
  importHolidays: oc
    .input(z.object({ path: z.string() }))
    .output(doneSchema.extend({ years: z.array(z.number().int()) })),
  preferences: oc.output(preferencesSchema),
  savePreferences: oc.input(preferencesSchema).output(z.object({})),
  verify: oc.output(workOf(verifySchema)),
  backup: oc
    .input(z.object({ path: z.string() }))
    .output(workOf(z.object({ path: z.string(), bytes: z.number().int() }))),
  /** One event after each commit, and one at midnight: what to ask for again. */
  watch: oc.output(eventIterator(z.object({ kinds: z.array(z.string()), version: z.string() }))),
};
