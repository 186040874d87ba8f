/**
 * A dispatch meeting (调度): of a month and some units, with what was noted and decided about each task there. Decisions
 * become tasks and urgings; the minutes are written from it. It is the office's own and is not exchanged.
 */
import { z } from "zod";
import { isoDate } from "../calendar/period.ts";
import { lifeSchema } from "../store/life.ts";
import type { RecordKind } from "../store/kinds.ts";

export const dispatchHeadSchema = z.object({
  /** `2026-07`. */
  month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/),
  on: isoDate,
  title: z.string(),
  place: z.string(),
  chair: z.string(),
  attendees: z.string(),
  /** Codes of the units that are looked at; empty: all. */
  units: z.array(z.string()),
});
export type DispatchHead = z.infer<typeof dispatchHeadSchema>;

/** `note`: said about it; `decision`: to be done; `urging`, `task`: what it became, by `made`. */
export const dispatchStepSchema = z.object({
  step: z.enum(["note", "decision", "urging", "task"]),
  on: isoDate,
  /** The task that it is about; null: the meeting as a whole. */
  task: z.string().nullable(),
  text: z.string(),
  /** The unit that it concerns, by code; null: none in particular. */
  unit: z.string().nullable().default(null),
  /** The record that it became. */
  made: z.string().optional(),
});
export type DispatchStep = z.infer<typeof dispatchStepSchema>;

export const dispatchKind = {
  kind: "dispatch",
  scope: { reach: "own" },
  units: {
    head: { schema: dispatchHeadSchema, writer: "self" },
    /** Opening and closing words of the minutes. */
    words: {
      schema: z.object({ opening: z.string(), closing: z.string() }),
      writer: "self",
      empty: { opening: "", closing: "" },
    },
    life: { schema: lifeSchema, writer: "self", empty: { state: "live" } },
  },
  step: dispatchStepSchema,
  stepRule: () => ({ writer: "self", unit: null }),
  notAllowed: () => [],
} as const satisfies RecordKind;
