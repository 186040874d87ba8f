/** Settings of the office: each is a record of one unit of merge, so that a change of it has a history like any other. */
import { z } from "zod";
import type { RecordKind } from "../store/kinds.ts";

export const lightSchemes = ["red-yellow-green", "blue-yellow-red", "blue-orange-red"] as const;

/** Where an occurrence of what recurs is due whose day is a day off: on that day, or the working day before or after it. */
export const recurringShifts = ["none", "before", "after"] as const;
export type RecurringShift = (typeof recurringShifts)[number];

export type LightScheme = (typeof lightSchemes)[number];

/** The limits that are usual with each scheme: offered when it is chosen, and settings of their own all the same. */
export const usualLimits: Readonly<Record<LightScheme, { readonly soonDays: number; readonly behindPoints: number }>> =
  {
    "red-yellow-green": { soonDays: 3, behindPoints: 30 },
    "blue-yellow-red": { soonDays: 7, behindPoints: 20 },
    "blue-orange-red": { soonDays: 10, behindPoints: 20 },
  };

export const settingsSchema = z.object({
  /** Colours of the lights; shape and word stand beside them always. */
  lightScheme: z.enum(lightSchemes).default("red-yellow-green"),
  /** A light turns 'due soon' this many calendar days before the due date. */
  soonDays: z.number().int().min(0).max(60).default(3),
  /** 'Behind': progress lags the share of time gone by more than this many percentage points. */
  behindPoints: z.number().int().min(0).max(100).default(30),
  /** 立行立改: working days from the day of receipt. */
  immediateWorkdays: z.number().int().min(0).max(60).default(3),
  recurringShift: z.enum(recurringShifts).default("none"),
});
export type Settings = z.infer<typeof settingsSchema>;

const { shape } = settingsSchema;

/** What of the settings is changed; without the defaults, which zod fills in under `partial()` too. */
export const settingsChangesSchema = z
  .object({
    lightScheme: shape.lightScheme.unwrap(),
    soonDays: shape.soonDays.unwrap(),
    behindPoints: shape.behindPoints.unwrap(),
    immediateWorkdays: shape.immediateWorkdays.unwrap(),
    recurringShift: shape.recurringShift.unwrap(),
  })
  .partial();

export const settingsRecordId = "settings:office";

export const settingsKind = {
  kind: "settings",
  scope: { reach: "own" },
  units: {
    lights: {
      schema: settingsSchema.pick({ lightScheme: true, soonDays: true, behindPoints: true }),
      writer: "self",
    },
    immediateWorkdays: { schema: settingsSchema.shape.immediateWorkdays, writer: "self" },
    recurringShift: { schema: z.enum(recurringShifts), writer: "self", empty: "none" },
    /** Working-day corrections of a year, imported: dates that are holidays, and weekend days that are worked. */
    holidays: {
      schema: z.record(z.string(), z.object({ holidays: z.array(z.string()), workdays: z.array(z.string()) })),
      writer: "self",
    },
  },
} as const satisfies RecordKind;

/** The office itself: which unit this data folder belongs to. */
export const officeKind = {
  kind: "office",
  scope: { reach: "own" },
  units: {
    office: { schema: z.object({ unit: z.string(), name: z.string() }), writer: "self" },
    /** EX21: the computer that the exchange desk was moved to, and the office's signing key, encrypted to that computer alone. */
    desk: { schema: z.object({ device: z.string(), key: z.string() }), writer: "self" },
  },
} as const satisfies RecordKind;
export const officeRecordId = "office:self";
