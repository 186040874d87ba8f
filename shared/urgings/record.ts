/**
 * An urging (督办单): a numbered sheet by which an office presses a unit to do what a task asks of it, until it is answered.
 * Its state is derived from steps.
 */
import { z } from "zod";
import { emptyPeriod, isoDate, periodSchema } from "../calendar/period.ts";
import { lifeSchema } from "../store/life.ts";
import type { RecordKind } from "../store/kinds.ts";

export const urgingStates = ["issued", "received", "answered", "closed", "withdrawn"] as const;
export type UrgingState = (typeof urgingStates)[number];

/** `answer`: what the unit did; `close`: the issuer is content; `press`: it is not, with what is still asked for. */
export const urgingSteps = ["receive", "answer", "close", "press", "withdraw"] as const;
export type UrgingStepName = (typeof urgingSteps)[number];

export const urgingStepSchema = z.object({
  step: z.enum(urgingSteps),
  /** The unit that is urged, by code; set by the service. */
  unit: z.string().nullable().default(null),
  on: isoDate,
  text: z.string().optional(),
});
export type UrgingStep = z.infer<typeof urgingStepSchema>;

export const urgingAboutSchema = z.object({
  /** The record of the task that it is about; null: of none. */
  task: z.string().nullable(),
  /** Number and title as they stood when it was issued, for whoever has not got the task. */
  no: z.string(),
  title: z.string(),
});

/** The unit that is urged, by code where it is known, else by its text. */
const codesOf = (value: unknown): readonly string[] => {
  const unit = typeof value === "object" && value !== null && "unit" in value ? value.unit : undefined;
  return typeof unit === "string" && unit !== "" ? [unit] : [];
};

export const urgingKind = {
  kind: "urging",
  scope: { reach: "concerned", codesIn: { given: codesOf } },
  units: {
    /** 督办〔2026〕3号: year and number; the words around them are of the print. */
    number: {
      schema: z.object({ year: z.number().int(), no: z.number().int().positive() }),
      writer: "issuer",
      empty: { year: 2000, no: 1 },
    },
    given: {
      schema: z.object({ unit: z.string().min(1) }),
      writer: "issuer",
      empty: { unit: "" },
      grants: codesOf,
      remains: (value) => value,
    },
    about: { schema: urgingAboutSchema, writer: "issuer", empty: { task: null, no: "", title: "" } },
    /** What is asked for. */
    text: { schema: z.string().min(1), writer: "issuer" },
    limit: { schema: periodSchema, writer: "issuer", empty: emptyPeriod },
    issuedOn: { schema: isoDate, writer: "issuer", empty: "2000-01-01" },
    /** The dispatch meeting that it was decided at; null: at none. */
    dispatch: { schema: z.string().nullable(), writer: "issuer", empty: null },
    life: { schema: lifeSchema, writer: "issuer", empty: { state: "live" } },
  },
  step: urgingStepSchema,
} as const satisfies RecordKind;
